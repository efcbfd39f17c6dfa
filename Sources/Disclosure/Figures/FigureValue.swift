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
    /// A day of which the month alone is printed.
    case month(CivilDate)
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
        case .month(let day): String(day.iso.prefix(7))
        case .notApplicable: Phrase(zh: "不涉及", en: "not applicable")[language]
        case .missing: "—"
        }
    }

    /// The same for a figure of some unit: money that is told in 万元 is printed so.
    package func text(in language: Language, unit: Phrase) -> String {
        guard case .money(let fen) = self, unit.zh == "万元" else { return text(in: language) }
        return Self.decimal(fen, places: 6)
    }

    /// 12345 as `123.45`, 12300 as `123`.
    private static func yuan(_ fen: Int) -> String {
        fen.isMultiple(of: 100) ? String(fen / 100) : decimal(fen, places: 2, isTrimmed: false)
    }

    /// So many places behind the point, without zeros at the end.
    private static func decimal(_ number: Int, places: Int, isTrimmed: Bool = true) -> String {
        let unit = (0..<places).reduce(1) { result, _ in result * 10 }
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
        var digits = String(rest)
        digits = String(repeating: "0", count: places - digits.count) + digits
        while isTrimmed, digits.last == "0" { digits.removeLast() }
        return (number < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
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
        case .money, .share, .day, .month, .notApplicable, .missing: nil
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
