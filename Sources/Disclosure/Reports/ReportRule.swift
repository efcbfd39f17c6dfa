package import Text

/// A rule that a report must keep (勾稽关系): an error blocks its approval, a warning asks for a sentence.
package struct ReportRule: Sendable, Hashable {
    package enum Level: String, Sendable, CaseIterable { case error, warning }

    /// Over which numbers of a figure a rule goes.
    package enum Each: String, Sendable, CaseIterable {
        /// The number of all alone.
        case one
        /// Each column of table 3: the classes of applicants, and all.
        case applicants
        /// The period and all years.
        case scopes
    }

    package enum Kind: Sendable, Hashable {
        /// The sum of some is that of others.
        case equal([String], [String], Each)
        /// The sum of some is at most that of others.
        case atMost([String], [String], Each)
        /// The number of all is that of the classes of applicants together.
        case classes(table: String)
        /// What is carried over is what the report before carried on.
        case carried(String, from: String, Each)
        /// What there is at the end is what there was, with what came and without what went.
        case continued(String, plus: String, minus: String?)
        /// Every cell of a table has a whole number; a negative one only where more or fewer are told (增/减).
        case filled(table: String, isSigned: Bool)
        /// Where the figure is above zero, a section says one of these words.
        case stated(String, section: String, words: [String])
        /// A number that stands behind these words is that of the figure.
        case quoted(String, words: [String])
        /// The section says something.
        case written(section: String)
        /// No number is typed where a figure could stand.
        case typed(units: [String])
    }

    /// Such as `E1`; several rules may share one.
    package var key: String
    package var level: Level
    package var kind: Kind
    /// What must be so, in one sentence.
    package var says: Phrase
}

extension ReportRule {
    /// Every number that the rule looks at.
    func numbers(in format: ReportFormat) -> Set<ReportNumber> {
        switch kind {
        case .equal(let left, let right, let each), .atMost(let left, let right, let each):
            Set((left + right).flatMap { each.numbers(of: $0) })
        case .classes(let table):
            Set(
                (format.table(table)?.numbers ?? []).flatMap { Each.applicants.numbers(of: $0.key) }
            )
        case .carried(let figure, _, let each): Set(each.numbers(of: figure))
        case .continued(let figure, let plus, let minus):
            Set([figure, plus, minus].compactMap { $0 }.flatMap { Each.one.numbers(of: $0) })
        case .stated(let figure, _, _), .quoted(let figure, _): Set(Each.one.numbers(of: figure))
        case .filled, .written, .typed: []
        }
    }
}

extension ReportRule.Each {
    /// The numbers of a figure that is written as in a template.
    func numbers(of figure: String) -> [ReportNumber] { places.compactMap { $0(figure) } }

    /// One for each place that a rule goes over: a column, a scope.
    var places: [@Sendable (String) -> ReportNumber?] {
        switch self {
        case .one: [{ ReportNumber(text: $0) }]
        case .scopes: FigureAsked.Scope.allCases.map { scope in { ReportNumber(FigureAsked($0, scope)) } }
        case .applicants:
            ([nil] + Applicant.Class.allCases).map { kind in { ReportNumber(FigureAsked($0, applicant: kind)) } }
        }
    }
}
