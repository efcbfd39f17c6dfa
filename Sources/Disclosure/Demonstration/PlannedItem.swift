import Civil

/// One item of a plan with its day, its channels and its place in the series, before a word of it is written.
struct PlannedItem: Sendable {
    var bureau: String
    var line: PlanLine
    /// From 0 within the line, and from 1 among the bureau's items of the duty.
    var ordinal: Int
    var number: Int
    /// The running number of its document in the year, for duties whose items are documents.
    var documentNumber: Int
    var formedOn: CivilDate
    var publishedAt: Instant
    var channels: [String]
    /// The number of the issue on a channel that comes out in issues.
    var issue: Int?
    /// The same for the same item of the same plan, whatever else is planned.
    var seed: String

    /// A report or a bulletin speaks of an accident, and so does now and then a penalty.
    var needsAccident: Bool { line.duty.hasPrefix("ACC") || (line.duty == "PEN" && number.isMultiple(of: 17)) }

    /// Penalties fall on different parties, one after another; everything else on any.
    func partyNumber(of count: Int, _ random: inout RepeatableRandom) -> Int {
        line.duty == "PEN" ? (number - 1) % count : random.int(0...(count - 1))
    }
}
