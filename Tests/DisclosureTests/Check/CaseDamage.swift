import Database

/// What can be wrong with cases.
extension Damage {
    static let cases: [Damage] = [
        Damage("a lost event", "cases", "the number of its events", "UPDATE case_file SET events = events + 1"),
        Damage("another state", "cases", "not that of its last event", "UPDATE case_file SET state = 'replied'"),
        Damage("an early outcome", "cases", "has an outcome, but is open", "UPDATE case_file SET outcome = 'partial'"),
        Damage("no content", "cases", "what was asked is gone", "DELETE FROM case_words WHERE part = 'content'"),
        Damage(
            "an answer to itself",
            "cases",
            "before it was asked",
            unlock: ["case_event"],
            "UPDATE case_event SET answers = place WHERE place = 2"
        ),
        Damage(
            "cases of two kinds together",
            "cases",
            "of another agency or kind",
            "UPDATE case_file SET kind = 'petition' WHERE id IN (SELECT case_file FROM case_relation)"
        ),
        Damage(
            "cases led in a circle",
            "cases",
            "goes with another itself",
            "INSERT INTO case_relation (case_file, kind, main) SELECT main, kind, case_file FROM case_relation"
        ),
        Damage(
            "a letter without a leaf",
            "letters",
            "has no leaf in the ledger",
            unlock: ["ledger_leaf"],
            "DELETE FROM ledger_leaf WHERE leaf_id LIKE '%-LETTER-%'"
        ),
        Damage(
            "a leaf without a letter",
            "letters",
            "a letter that is not there",
            unlock: ["case_letter"],
            "DELETE FROM case_letter"
        ),
    ]
}
