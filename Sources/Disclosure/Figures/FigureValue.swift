package import Civil
package import Text

/// How the true number stands to the one that is written: 百余 is above 100, 约 about, 前三 at most 3.
package enum FigureRelation: String, Sendable, CaseIterable {
    case equal = "="
    case above = ">"
    case about = "≈"
    case atMost = "≤"
}

/// What a figure comes to.
package enum FigureValue: Sendable, Hashable {
    case number(Int)
    /// A reading that is not exact.
    case bound(Int, FigureRelation)
    /// In fen.
    case money(Int)
    /// So many of so many; per cent are made of it where it is shown.
    case share(Int, of: Int)
    case day(CivilDate)
    /// 不涉及.
    case notApplicable
    /// A gap: it is kept in the ledger of readings, and nobody has written it down.
    case missing

    /// 12.3 as 123: per cent in tenths, half up; nil without a base.
    package var tenthsOfPercent: Int? {
        guard case .share(let part, let whole) = self, whole > 0 else { return nil }
        return (part * 2_000 + whole) / (whole * 2)
    }

    /// As it is printed: `259`, `100.0%`, `>70000`, `—` where there is nothing, 不涉及; money in yuan.
    package func text(in language: Language) -> String {
        switch self {
        case .number(let number): String(number)
        case .bound(let number, let relation): (relation == .equal ? "" : relation.rawValue) + String(number)
        case .money(let fen): Self.yuan(fen)
        case .share: tenthsOfPercent.map { "\($0 / 10).\($0 % 10)%" } ?? "—"
        case .day(let day): day.iso
        case .notApplicable: Phrase(zh: "不涉及", en: "not applicable")[language]
        case .missing: "—"
        }
    }

    /// 12345 as `123.45`, 12300 as `123`.
    private static func yuan(_ fen: Int) -> String {
        let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = fen < 0 ? "-" : ""
        return sign + (rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)")
    }
}

extension FigureValue {
    init(_ number: Int, _ relation: FigureRelation, isMoney: Bool) {
        self = isMoney ? .money(number) : relation == .equal ? .number(number) : .bound(number, relation)
    }

    /// A gap in one makes a gap of both.
    ///
    /// What does not apply adds nothing. Above and at most together are only about.
    static func + (one: FigureValue, other: FigureValue) -> FigureValue {
        switch (one, other) {
        case (.notApplicable, let value), (let value, .notApplicable): return value
        case (.money(let one), .money(let other)): return .money(one + other)
        default: break
        }
        guard let (left, first) = one.counted, let (right, second) = other.counted else { return .missing }
        let relation: FigureRelation = first == .equal ? second : second == .equal || second == first ? first : .about
        return FigureValue(left + right, relation, isMoney: false)
    }

    private var counted: (Int, FigureRelation)? {
        switch self {
        case .number(let number): (number, .equal)
        case .bound(let number, let relation): (number, relation)
        case .money, .share, .day, .notApplicable, .missing: nil
        }
    }
}

extension [FigureValue] {
    /// All together; a gap where there is nothing to add.
    var total: FigureValue {
        guard let first else { return .missing }
        return dropFirst().reduce(first, +)
    }
}
