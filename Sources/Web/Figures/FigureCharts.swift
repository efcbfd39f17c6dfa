import Civil
import Disclosure
import Documents
import Text

/// The charts of a figure: its years as a line, its parts as bars, each with the finding for a title.
struct FigureCharts {
    /// More bars than these say nothing; all of them are in the table.
    private static let mostBars = 15

    let reading: FigureReading
    let agency: Agency
    let addresses: FigureAddresses

    private var figure: Figure { reading.figure }

    private var axis: Phrase {
        let (name, unit) = (figure.name, figure.unit)
        return Phrase(zh: "\(name.zh)（\(unit.zh)）", en: "\(name.en) (\(unit.en))")
    }

    private func drawing(_ title: Phrase, _ kind: Phrase, _ shape: ChartDrawing.Shape) -> ChartDrawing {
        let last = reading.time.period.last
        return ChartDrawing(
            title: title,
            axis: axis,
            source: Phrase(
                zh: "\(agency.name.zh)的记录，口径\(figure.version)",
                en: "records of \(agency.name.en), definition \(figure.version)"
            ),
            date: Phrase(zh: "截至\(last.chinese)", en: "up to \(last.english)"),
            kind: kind,
            shape: shape
        )
    }

    /// Nothing for a single year, and for days.
    func years(_ language: Language) -> Chart? {
        guard reading.years.count > 1, reading.years.contains(where: { $0.value.isDrawn }) else { return nil }
        let marks = reading.years.map { year in
            ChartDrawing.Mark(Phrase(zh: "\(year.year)", en: "\(year.year)"), year.value.drawn)
        }
        let drawing = drawing(yearFinding, Phrase(zh: "年度", en: "Year"), .line(marks))
        var table = drawing.table(in: language)
        for (index, year) in reading.years.enumerated() where table.rows.indices.contains(index) {
            let query = FigureTime.query(year.year)
            table.rows[index][0].address = addresses.sheet(reading.asked, query)
            if !year.value.leadsNowhere, reading.records != nil {
                table.rows[index][1].address = addresses.records(reading.asked, query)
            }
        }
        return Chart(drawing, id: "years", table: table)
    }

    private var yearFinding: Phrase {
        guard let last = reading.years.last else { return figure.name }
        let zh = "\(last.year)年\(last.value.shown(in: .zh))"
        let en = "\(last.value.shown(in: .en)) in \(last.year)"
        guard let before = reading.years.dropLast().last, let change = change(before.value, last.value) else {
            return Phrase(zh: "\(figure.name.zh)：\(zh)", en: "\(figure.name.en): \(en)")
        }
        return Phrase(zh: "\(figure.name.zh)：\(zh)，\(change.zh)", en: "\(figure.name.en): \(en), \(change.en)")
    }

    private func change(_ before: FigureValue, _ last: FigureValue) -> Phrase? {
        guard case .number(let old) = before, case .number(let new) = last else { return nil }
        let unit = figure.unit
        if new == old { return Phrase(zh: "与上年相同", en: "as in the year before") }
        let much = abs(new - old)
        return new > old
            ? Phrase(
                zh: "比上年多\(much.grouped(in: .zh))\(unit.zh)",
                en: "\(much.grouped(in: .en)) more than the year before"
            )
            : Phrase(
                zh: "比上年少\(much.grouped(in: .zh))\(unit.zh)",
                en: "\(much.grouped(in: .en)) fewer than the year before"
            )
    }

    func side(_ side: FigureReading.Side, _ language: Language) -> Chart {
        let all = side.parts.map { ChartDrawing.Mark(name($0, side), value($0)) }
        let isByMonth = side.dimension == .month
        let shown = isByMonth ? all : Array(all.prefix(Self.mostBars))
        let kind = side.dimension.name
        let drawing = drawing(
            finding(side, isCut: shown.count < all.count),
            kind,
            isByMonth ? .line(shown) : .bars(shown)
        )
        var whole = drawing
        whole.shape = .bars(all)
        return Chart(drawing, id: "by-\(side.dimension.rawValue)", table: whole.table(in: language))
    }

    /// Within one year a month needs no year.
    private func name(_ part: FigurePart, _ side: FigureReading.Side) -> Phrase {
        guard side.dimension == .month, reading.asked.scope == .period, let month = Int(part.key.suffix(2)),
            (1...12).contains(month)
        else { return part.name }
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return Phrase(zh: "\(month)月", en: names[month - 1])
    }

    private func value(_ part: FigurePart) -> ChartValue {
        if case .money = reading.value { .money(part.value) } else { .number(part.value) }
    }

    private func finding(_ side: FigureReading.Side, isCut: Bool) -> Phrase {
        let kind = side.dimension.name
        guard let top = side.parts.max(by: { $0.value < $1.value }), top.value > 0 else {
            return Phrase(zh: "按\(kind.zh)", en: "By \(kind.en.lowercased())")
        }
        let written = (value(top).written(in: .zh), value(top).written(in: .en))
        let rest =
            isCut ? (zh: "；图中为最多的\(Self.mostBars)项", en: "; the \(Self.mostBars) largest are drawn") : (zh: "", en: "")
        return Phrase(
            zh: "按\(kind.zh)：\(name(top, side).zh)最多，\(written.0)\(figure.unit.zh)\(rest.zh)",
            en: "By \(kind.en.lowercased()): most in \(name(top, side).en), \(written.1) \(figure.unit.en)\(rest.en)"
        )
    }
}

extension FigureValue {
    /// Whether a chart has something to draw of it.
    var isDrawn: Bool {
        switch self {
        case .number, .bound, .money, .share: true
        case .day, .month, .notApplicable, .missing: false
        }
    }
}
