import Database

/// What can be wrong with items that were revised, withdrawn, restored, expired, urgent or scheduled, and with files.
extension Damage {
    static let life: [Damage] = states + lives + aftermath + files + values

    private static let revised: SQL = "(SELECT id FROM item WHERE leaf_index = 0)"

    private static let states = [
        Damage("no job", "items", "no job will publish it", "DELETE FROM job WHERE kind = 'publish-item'"),
        Damage(
            "no moment",
            "items",
            "its moment of publication",
            "UPDATE item SET publish_at = NULL WHERE state = 'scheduled'"
        ),
        Damage(
            "a moment too many",
            "items",
            "its moment of publication",
            "UPDATE item SET publish_at = 1 WHERE leaf_index = 0"
        ),
        Damage("no ending", "items", "how it came down", "UPDATE item SET ended_at = NULL WHERE state = 'withdrawn'"),
        Damage(
            "another ending",
            "items",
            "the ground on which it came down",
            "UPDATE item SET state = 'expired' WHERE state = 'withdrawn'"
        ),
        Damage(
            "a revision of nothing",
            "items",
            "being revised, but not public",
            "UPDATE item SET revision = 'draft', revision_ground = 'changed', revision_reason = 'x' WHERE state = 'withdrawn'"
        ),
        Damage(
            "a display of nothing",
            "items",
            "has a last day of display",
            "UPDATE item SET display_until = '2030-01-01' WHERE state = 'expired'"
        ),
        Damage(
            "another version",
            "items",
            "nothing is in work",
            "UPDATE item SET revision = NULL, publish_at = NULL WHERE revision = 'scheduled'"
        ),
        Damage(
            "the words of the draft",
            "items",
            "its title or date",
            "UPDATE item SET title = '定时修订的信息（新）' WHERE revision = 'scheduled'"
        ),
    ]

    private static let lives = [
        Damage(
            "public after its withdrawal",
            "lives",
            "not what its last leaf says",
            "UPDATE item SET state = 'published' WHERE state = 'withdrawn'"
        ),
        Damage(
            "down without a leaf",
            "lives",
            "not what its last leaf says",
            "UPDATE item SET state = 'withdrawn' WHERE leaf_index = 0"
        ),
        Damage(
            "a number of nobody",
            "lives",
            "no item has this leaf id",
            "UPDATE item SET leaf_id = 'x' WHERE leaf_index = 0"
        ),
        Damage(
            "a publication twice",
            "lives",
            "cannot stand there",
            unlock: ["ledger_leaf"],
            "UPDATE ledger_leaf SET bytes = (SELECT bytes FROM ledger_leaf WHERE leaf_index = 0) WHERE leaf_index = 1"
        ),
        Damage(
            "a revision that nobody signed",
            "lives",
            "has item.revise not as often",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'item.revise'"
        ),
        Damage(
            "a withdrawal that nobody did",
            "lives",
            "has item.withdraw not as often",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'item.withdraw'"
        ),
        Damage(
            "a return that nobody signed",
            "lives",
            "has item.restore not as often",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'item.restore'"
        ),
        Damage(
            "a revision not kept",
            "publications",
            "leaf 1 publishes it, but",
            "DELETE FROM publication WHERE event = 'revise'"
        ),
        Damage(
            "a return not kept",
            "publications",
            "publishes it, but",
            "DELETE FROM publication WHERE event = 'restore'"
        ),
        Damage(
            "another event",
            "publications",
            "another event or ground",
            "UPDATE publication SET event = 'publish' WHERE event = 'restore'"
        ),
        Damage(
            "no ground",
            "publications",
            "another event or ground",
            "UPDATE publication SET ground = NULL WHERE event = 'revise'"
        ),
    ]

    private static let aftermath = [
        Damage(
            "waiting for nothing",
            "withdrawals",
            "but the item is not public",
            "UPDATE withdrawal SET state = 'open', closed_at = NULL"
        ),
        Damage("never closed", "withdrawals", "was closed", "UPDATE withdrawal SET closed_at = NULL"),
        Damage(
            "nobody agreed",
            "withdrawals",
            "do not make its outcome",
            unlock: ["withdrawal_verdict"],
            "DELETE FROM withdrawal_verdict"
        ),
        Damage(
            "one's own wish",
            "withdrawals",
            "whoever asked",
            unlock: ["withdrawal_verdict"],
            "UPDATE withdrawal_verdict SET person = (SELECT w.asked_by FROM withdrawal w WHERE w.id = withdrawal)"
        ),
        Damage(
            "a debt of nothing",
            "debts",
            "but the item is not public",
            "UPDATE debt SET settled_at = NULL",
            "UPDATE item SET state = 'withdrawn' WHERE id = (SELECT max(item) FROM debt)"
        ),
        Damage("another item's debt", "debts", "another item's version", "UPDATE debt SET item = \(revised)"),
        Damage(
            "a verdict of nobody",
            "debts",
            "not that of the opinion given",
            "UPDATE debt SET verdict = 'send-back' WHERE kind = 'sign-off'"
        ),
        Damage(
            "agreed by nobody",
            "debts",
            "not recorded as approver",
            "UPDATE debt SET agreed_by = recorded_by"
        ),
        Damage(
            "half a takedown",
            "takedowns",
            "not all of its day",
            "UPDATE takedown SET done_on = '2024-03-05'"
        ),
        Damage("nobody told the board", "takedowns", "has no task", "DELETE FROM takedown"),
        Damage(
            "down and never withdrawn",
            "takedowns",
            "never came down",
            "UPDATE takedown SET item = \(revised)"
        ),
        Damage(
            "in force all the same",
            "validity",
            "marked as in force",
            "UPDATE item SET validity = 'in-force'"
        ),
        Damage("repealed by nobody", "validity", "but by no item", "DELETE FROM item_relation"),
        Damage(
            "repealed by what was never public",
            "validity",
            "never published",
            "UPDATE item_relation SET source = (SELECT min(id) FROM item WHERE state = 'scheduled')"
        ),
    ]

    static let values = [
        Damage(
            "a value that the public never had",
            "values",
            "kept for figures is not what was given out",
            "INSERT INTO item_value SELECT id, agency, 'title', 'x', NULL FROM item WHERE leaf_index = 0"
        ),
        Damage(
            "a value of a draft",
            "values",
            "it is not public",
            """
            INSERT INTO item_value SELECT id, agency, 'title', title, NULL FROM item
            WHERE id = (SELECT min(id) FROM item WHERE leaf_id IS NULL)
            """
        ),
    ]

    private static let files = [
        Damage(
            "a version without its file",
            "versions",
            "the files recorded of the version",
            unlock: ["version_file"],
            "DELETE FROM version_file"
        ),
        Damage(
            "another length",
            "file-rows",
            "not the one that it names",
            "UPDATE blob SET size = size + 1"
        ),
        Damage("never read", "file-rows", "no job will read it", "UPDATE blob SET text_state = 'waiting'"),
    ]
}
