/// A figure of one of the five printed annual reports that the demonstration is made after: a fact to compare with what is
/// counted from records, never itself a source of a count.
package struct PrintedFigure: Sendable, Hashable {
    package enum Group: String, Sendable, CaseIterable {
        case category
        case categoryShare = "category share"
        case channel, complaints, fees, finance, interpretation, opinion, participation, policy, proactive, projects
        case proposals, registry, remedies, requests, services, site, supervision
    }

    package enum Scope: String, Sendable, CaseIterable {
        case year, cumulative
        case yearEnd = "year-end"
    }

    /// Bureau code and number in the report.
    package var id: String
    package var group: Group
    package var name: String
    package var scope: Scope
    package var relation: FigureRelation
    /// As a number, a day, a month, or `not applicable`.
    package var value: String
    /// Unit of measure (条, 件, 家…); empty where the report prints none.
    package var unit: String
    /// The channel that the figure is limited to; empty for none.
    package var channel: String
    /// The words of the report.
    package var printed: String

    init(
        _ id: String,
        _ group: Group,
        _ name: String,
        scope: Scope = .year,
        relation: FigureRelation = .equal,
        _ value: String,
        unit: String = "",
        on channel: String = "",
        printed: String
    ) {
        self.id = id
        self.group = group
        self.name = name
        self.scope = scope
        self.relation = relation
        self.value = value
        self.unit = unit
        self.channel = channel
        self.printed = printed
    }

    /// The whole number; nil for shares with a decimal, days, months and what does not apply.
    package var number: Int? { Int(value) }

    /// Code of the bureau.
    package var bureau: String { String(id.prefix { $0 != "-" }) }

    /// All figures of the five reports.
    package static let all = nanhai + dongguan + jinjiang + tongxiang + shaxian

    package static func find(_ id: String) -> PrintedFigure? { all.first { $0.id == id } }

    /// Whether a counted number agrees with the printed one.
    package func agrees(with counted: Int) -> Bool {
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
