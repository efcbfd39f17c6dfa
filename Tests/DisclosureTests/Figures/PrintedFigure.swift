import Disclosure
import Foundation

/// A figure of one of the five printed annual reports that the demonstration is made after: a fact to compare with what is
/// counted from records, never itself a source of a count.
struct PrintedFigure: Sendable, Hashable {
    enum Scope: String, Sendable, CaseIterable {
        case year, cumulative
        case yearEnd = "year-end"
    }

    /// Bureau code and number in the report.
    var id: String
    var name: String
    var scope: Scope
    var relation: FigureRelation
    /// As a number, a day, a month, or `not applicable`.
    var value: String
    /// Unit of measure (条, 件, 家…); empty where the report prints none.
    var unit: String
    /// The channel that the figure is limited to; empty for none.
    var channel: String

    /// The whole number; nil for shares with a decimal, days, months and what does not apply.
    var number: Int? { Int(value) }

    /// Code of the bureau.
    var bureau: String { String(id.prefix { $0 != "-" }) }

    /// All figures of the five reports.
    static let all: [PrintedFigure] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../docs/demonstration/printed-figures.csv").standardized
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
        return lines.compactMap { PrintedFigure(line: $0) }
    }()

    static func find(_ id: String) -> PrintedFigure? { all.first { $0.id == id } }

    /// The file has no cell with a comma or a quotation mark in it.
    private init?(line: Substring) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 11, let scope = Scope(rawValue: cells[5]),
            let relation = FigureRelation(rawValue: cells[6])
        else { return nil }
        (id, name, value, unit, channel) = (cells[0], cells[4], cells[7], cells[8], cells[9])
        self.scope = scope
        self.relation = relation
    }

    /// Whether a counted number agrees with the printed one.
    func agrees(with counted: Int) -> Bool {
        guard let number else { return false }
        return switch relation {
        case .equal: counted == number
        case .above: counted > number
        case .atMost: counted <= number
        // Rounded: within a twentieth.
        case .about: abs(counted - number) * 20 <= number
        }
    }
}
