import Database

/// What can be wrong with items, with what was given out of them, and with what lists and search say of them.
extension Damage {
    static let itemsAndPublications = items + publications + published + strays

    private static let items = [
        Damage("another title", "items", "its title or date", "UPDATE item SET title = 'x' WHERE leaf_index = 0"),
        Damage(
            "another date",
            "items",
            "its title or date",
            "UPDATE item SET formed_on = '2020-01-01' WHERE leaf_index = 0"
        ),
        Damage(
            "no current version",
            "items",
            "its current version",
            "UPDATE item SET current_version = 'x' WHERE leaf_index = 0"
        ),
        Damage(
            "another item's public version",
            "items",
            "its public version",
            "UPDATE item SET public_version = (SELECT public_version FROM item WHERE leaf_index = 1) WHERE leaf_index = 0"
        ),
        Damage("half published", "items", "do not fit", "UPDATE item SET index_number = NULL WHERE leaf_index = 0"),
        Damage("a draft with a leaf", "items", "do not fit", "UPDATE item SET state = 'draft' WHERE leaf_index = 0"),
        Damage("no such state", "items", "could not read", "UPDATE item SET formed_on = 'x' WHERE leaf_index = 0"),
    ]

    private static let publications = [
        Damage(
            "changed after publication",
            "publications",
            "SHIQIAO-NEWS-2024-00001: what was given out is not what the leaf covers",
            "UPDATE publication SET bytes = \(text) WHERE leaf_index = 0"
        ),
        Damage(
            "not kept",
            "publications",
            "SHIQIAO-NEWS-2024-00001: leaf 0 publishes it, but",
            "DELETE FROM publication WHERE leaf_index = 0"
        ),
        Damage(
            "another item's words",
            "publications",
            "another item's",
            "UPDATE publication SET item = \(second) WHERE leaf_index = 0"
        ),
        Damage(
            "under another leaf",
            "publications",
            "under another leaf id",
            "UPDATE item SET leaf_id = 'x' WHERE leaf_index = 0"
        ),
    ]

    private static let published = [
        Damage(
            "no leaf",
            "published",
            "its leaf is not in the ledger",
            "UPDATE item SET leaf_id = 'x' WHERE leaf_index = 0"
        ),
        Damage(
            "another version",
            "published",
            "given out last",
            "UPDATE item SET public_version = 'x' WHERE leaf_index = 0"
        ),
        Damage(
            "not found",
            "published",
            "the search does not know it",
            "DELETE FROM search_document WHERE leaf_index = 0"
        ),
        Damage(
            "no words",
            "published",
            "the search does not know it",
            only: .postgres,
            "UPDATE search_document SET tokens = CAST('' AS tsvector) WHERE leaf_index = 0"
        ),
        Damage(
            "no words",
            "published",
            "the search does not know it",
            only: .sqlite,
            "DELETE FROM search_index_docsize WHERE id = 0"
        ),
        Damage(
            "under another title",
            "published",
            "under another title",
            "UPDATE search_document SET title = 'x' WHERE leaf_index = 0"
        ),
        Damage(
            "in no list",
            "published",
            "places in lists",
            "DELETE FROM item_facet WHERE leaf_index = 0 AND key = 'duty'"
        ),
        Damage(
            "in another year",
            "published",
            "places in lists",
            "UPDATE item_facet SET value = '1999' WHERE leaf_index = 0 AND key = 'year'"
        ),
        Damage(
            "at another place",
            "published",
            "places in lists",
            "UPDATE item_facet SET leaf_index = 9 WHERE leaf_index = 0 AND key = 'matter'"
        ),
        Damage("not delivered", "published", "neither delivered nor waiting", "DELETE FROM delivery"),
        Damage(
            "delivered by nobody's key",
            "published",
            "doubled or wrong",
            "UPDATE delivery SET idempotency_key = id"
        ),
        Damage(
            "not in the audit trail",
            "published",
            "audit trail",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'item.publish'"
        ),
    ]

    private static let strays = [
        Damage(
            "found although it is no more",
            "strays",
            "the search knows an item",
            "UPDATE item SET state = 'draft' WHERE leaf_index = 0"
        ),
        Damage(
            "listed although it is no more",
            "strays",
            "the lists know",
            "UPDATE item SET state = 'draft' WHERE leaf_index = 0"
        ),
        Damage(
            "words of nothing",
            "strays",
            "an entry without a document",
            only: .sqlite,
            "DELETE FROM search_document WHERE leaf_index = 0"
        ),
        Damage("delivered and never published", "strays", "but never published", "DELETE FROM publication"),
    ]
}
