package import Database
package import Text

/// What a figure comes to.
package enum FigureValue: Sendable, Hashable {
    case number(Int)
    /// So many of so many; per cent are made of it where it is shown.
    case share(Int, of: Int)
    /// 不涉及.
    case notApplicable

    /// 12.3 as 123: per cent in tenths, half up; nil without a base.
    package var tenthsOfPercent: Int? {
        guard case .share(let part, let whole) = self, whole > 0 else { return nil }
        return (part * 2_000 + whole) / (whole * 2)
    }

    /// As it is printed: `259`, `100.0%`, `—` where there is no base, 不涉及.
    package func text(in language: Language) -> String {
        switch self {
        case .number(let number): String(number)
        case .share: tenthsOfPercent.map { "\($0 / 10).\($0 % 10)%" } ?? "—"
        case .notApplicable: Phrase(zh: "不涉及", en: "not applicable")[language]
        }
    }
}

/// Counts figures of one agency in a period, each from the records alone.
package struct FigureCount {
    private let tx: any SQLConnection
    private let figures: [String: Figure]
    private let source: FigureSource

    package init(
        _ figures: [Figure],
        of agency: ID<Agency>,
        over period: FigurePeriod,
        _ tx: any SQLConnection,
        in app: App
    ) {
        self.tx = tx
        self.figures = Dictionary(figures.map { ($0.key, $0) }) { first, _ in first }
        source = FigureSource(agency: agency, period: period, procedures: app.procedures)
    }

    /// - Throws: `Refusal.notFound` for a figure that the agency does not have; a database error.
    package func value(of key: String) throws -> FigureValue {
        guard let figure = figures[key] else { throw Refusal.notFound }
        switch figure.counting {
        case .records(let filter): return .number(Int(try tx.integer(source.count(filter))))
        case .sum(let keys): return .number(try sum(keys))
        case .share(let part, let whole): return .share(try sum(part), of: try sum(whole))
        case .notApplicable: return .notApplicable
        }
    }

    private func sum(_ keys: [String]) throws -> Int {
        try keys.reduce(0) { sum, key in
            if case .number(let number) = try value(of: key) { sum + number } else { sum }
        }
    }
}
