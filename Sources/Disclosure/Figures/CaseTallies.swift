import Civil
import Database

/// Cases counted once by procedure, outcome and class of applicants: a whole table of the annual report is made of a
/// statement for each of its sides (received, closed, open then) and not of one for each of its cells.
///
/// It remembers what it counted, so it lives no longer than the transaction that it counts in.
final class CaseTallies {
    /// What is the same for every cell of a side.
    private struct Side: Hashable {
        var filter: RecordFilter
        var period: FigurePeriod
    }

    private struct Tally {
        var applicant: String
        var procedure: String
        var outcome: String?
        var isClosed: Bool
        var number: Int
    }

    private var sides: [Side: [Tally]] = [:]

    /// The same number as `FigureSource.rows` of the filter gives; nil for what is no count of cases.
    func number(_ filter: RecordFilter, _ source: FigureSource, _ tx: any SQLConnection) throws -> Int? {
        guard [.received, .closed, .open, .overdue].contains(filter.kind) else { return nil }
        let cells = filter.cells.isEmpty ? nil : CaseCells(filter.cells, of: source.procedures)
        return try tallies(filter, source, tx).reduce(0) { sum, tally in
            if let applicant = source.applicant, tally.applicant != applicant.rawValue { return sum }
            if let cells, !cells.hold(tally.procedure, tally.outcome, isClosed: tally.isClosed) { return sum }
            if !filter.outcomes.isEmpty, !filter.outcomes.contains(tally.outcome ?? "") { return sum }
            return sum + tally.number
        }
    }

    private func tallies(_ filter: RecordFilter, _ source: FigureSource, _ tx: any SQLConnection) throws -> [Tally] {
        var filter = filter
        filter.cells = []
        filter.outcomes = []
        let side = Side(filter: filter, period: source.period)
        if let counted = sides[side] { return counted }
        var everybody = source
        everybody.applicant = nil
        let rows = everybody.rows(filter)
        let isClosed: SQL = "(CASE WHEN r.closed_on IS NULL THEN 0 ELSE 1 END)"
        let counted = try tx.rows(
            """
            SELECT r.applicant_class, r.procedure, r.outcome, \(isClosed) AS is_closed, \(rows.measure) AS number
            FROM \(rows.from) WHERE \(rows.condition)
            GROUP BY r.procedure, r.outcome, r.applicant_class, \(isClosed)
            """
        ).map { row in
            Tally(
                applicant: try row.text("applicant_class"),
                procedure: try row.text("procedure"),
                outcome: try row.optionalText("outcome"),
                isClosed: try row.bool("is_closed"),
                number: try row.number("number")
            )
        }
        sides[side] = counted
        return counted
    }
}

/// The outcomes of every procedure that count in some cells of the annual report; `3.3` stands for all below it, and
/// `3.6.3` takes what no other row names.
struct CaseCells {
    private let outcomes: [(procedure: String, keys: [String])]
    private let takesUnnamed: Bool

    init(_ cells: [String], of procedures: Procedures) {
        func isAmong(_ cell: String) -> Bool { cells.contains { cell == $0 || cell.hasPrefix($0 + ".") } }
        outcomes = procedures.all.compactMap { procedure in
            let keys = procedure.outcomes.filter { isAmong($0.cell ?? RequestTable.other) }.map(\.key)
            return keys.isEmpty ? nil : (procedure.key, keys)
        }
        takesUnnamed = isAmong(RequestTable.other)
    }

    /// For a case that is called `r`.
    var condition: SQL {
        var parts: [SQL] = outcomes.map { "r.procedure = \($0.procedure) AND r.outcome IN \(list: $0.keys)" }
        if takesUnnamed { parts.append("r.outcome IS NULL AND r.closed_on IS NOT NULL") }
        return parts.isEmpty ? "1 = 0" : .joined(parts, separator: " OR ")
    }

    /// The same of a case that was read.
    func hold(_ procedure: String, _ outcome: String?, isClosed: Bool) -> Bool {
        guard let outcome else { return takesUnnamed && isClosed }
        return outcomes.contains { $0.procedure == procedure && $0.keys.contains(outcome) }
    }
}
