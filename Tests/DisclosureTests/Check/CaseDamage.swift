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
        Damage(
            "a file without bytes",
            "case-files",
            "bytes of the file are not there",
            "DELETE FROM case_words WHERE part LIKE 'attachment/%' AND part NOT LIKE '%/name'"
        ),
        Damage(
            "a file without a name",
            "case-files",
            "name of the file is not there",
            "DELETE FROM case_words WHERE part LIKE 'attachment/%/name'"
        ),
        Damage("a file without a row", "case-files", "has no row", "DELETE FROM case_attachment"),
        Damage("a file of another length", "case-files", "not as long", "UPDATE case_attachment SET size = size + 1"),
        Damage(
            "a file of no event",
            "case-files",
            "event that the file came with",
            "UPDATE case_attachment SET place = 9"
        ),
        Damage(
            "a file that does not open",
            "sealed",
            "does not open",
            """
            UPDATE case_words SET sealed = (SELECT o.sealed FROM case_words o WHERE o.part = 'content' LIMIT 1)
            WHERE part LIKE 'attachment/%/name'
            """
        ),
        Damage(
            "a notice without a job",
            "watched-cases",
            "no job will send it",
            """
            INSERT INTO case_notice (case_file, place, occasion, state, created_at)
            SELECT id, 1, 'event', 'waiting', 0 FROM case_file LIMIT 1
            """
        ),
        Damage(
            "an answer to no message",
            "watched-cases",
            "no message of the applicant",
            "INSERT INTO case_message_waiting (case_file, agency, place, at) SELECT id, agency, 1, 0 FROM case_file"
        ),
        Damage(
            "an open case to assess",
            "watched-cases",
            "yet to be assessed",
            "INSERT INTO case_review (case_file, due_on) SELECT id, '2024-03-04' FROM case_file"
        ),
        Damage("a key that nobody has", "sealed", "not in the file", "UPDATE case_words SET key_id = 'none'"),
    ]
}
