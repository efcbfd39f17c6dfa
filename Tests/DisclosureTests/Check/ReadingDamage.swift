import Database

/// What can be wrong with readings and remedies, of a database that has two readings, the one in the place of the other, and
/// a remedy that has ended.
extension Damage {
    static let readings = [
        Damage(
            "a correction of another figure",
            "readings",
            "another agency, figure or kind",
            unlock: ["reading"],
            "UPDATE reading SET key = 'fees' WHERE replaces IS NOT NULL"
        ),
        Damage(
            "an opening balance that is not exact",
            "readings",
            "is not exact",
            unlock: ["reading"],
            "UPDATE reading SET kind = 'opening', relation = '≈' WHERE replaces IS NULL"
        ),
        Damage(
            "a reading that nobody recorded",
            "readings",
            "no line of this reading",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'reading.correct'"
        ),
        Damage(
            "a remedy of another number",
            "remedies",
            "not what its last change says",
            "UPDATE remedy SET number = '2号'"
        ),
        Damage(
            "a remedy that is open again unseen",
            "remedies",
            "not what its last change says",
            "UPDATE remedy SET result = NULL, ended_on = NULL"
        ),
        Damage(
            "a change that is gone",
            "remedies",
            "have a gap",
            unlock: ["remedy_change"],
            "DELETE FROM remedy_change WHERE edition = 1"
        ),
        Damage(
            "a change that nobody made",
            "remedies",
            "another number of changes",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'remedy.close'"
        ),
    ]
}
