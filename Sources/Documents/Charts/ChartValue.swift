package import Text

/// A value of a chart.
package enum ChartValue: Sendable, Hashable {
    case number(Int)
    /// In fen.
    case money(Int)
    /// So many of so many. Below a base of five no rate is drawn: one case more or less would be twenty per cent.
    case share(Int, of: Int)
    /// No value, and why: no data, 不涉及.
    case missing(Phrase)

    /// The smallest base of a rate.
    package static let leastBase = 5

    /// As it stands beside its mark.
    package func written(in language: Language) -> String {
        switch self {
        case .number(let number): number.grouped(in: language)
        case .money(let fen): Self.yuan(fen, language)
        case .share(let part, let base):
            percent.map { "\($0)（\(part)/\(base)）" }.map {
                language == .zh ? $0 : $0.replacing("（", with: " (").replacing("）", with: ")")
            } ?? "\(part)/\(base)"
        case .missing(let why): why[language]
        }
    }

    /// One place, half up; nil where no rate is drawn.
    private var percent: String? {
        guard case .share(let part, let base) = self, base >= Self.leastBase else { return nil }
        let tenths = (part * 2_000 + base) / (base * 2)
        return "\(tenths / 10).\(tenths.magnitude % 10)%"
    }

    /// How long it is drawn; nil where nothing is drawn.
    var measure: Double? {
        switch self {
        case .number(let number): Double(number)
        case .money(let fen): Double(fen) / 100
        case .share(let part, let base): base >= Self.leastBase ? Double(part) / Double(base) * 100 : nil
        case .missing: nil
        }
    }

    /// As it stands in the table behind the chart.
    var cell: ReportTable.Cell {
        switch self {
        case .number(let number): .number(number)
        case .money(let fen): .decimal(Self.plain(fen))
        case .share(let part, let base): percent.map { .text($0) } ?? .text("\(part)/\(base)")
        case .missing: .text("—")
        }
    }

    /// 12345 as `123.45`.
    private static func plain(_ fen: Int) -> String {
        let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return (fen < 0 ? "-" : "") + "\(yuan)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func yuan(_ fen: Int, _ language: Language) -> String {
        let decimals = plain(fen).suffix(3)
        let yuan = (fen / 100).grouped(in: language)
        return (fen < 0 && fen > -100 ? "-" : "") + yuan + (decimals == ".00" ? "" : decimals)
    }
}
