import Civil
package import Documents
import Text

extension ReportSheet {
    /// A chart of the format with its numbers; its title says what is to be seen in it.
    package func chart(_ key: String) -> ChartDrawing? {
        guard let form = format.chart(key), let first = form.figures.first else { return nil }
        let unit = definitions[first.key]?.unit ?? Phrase(zh: "", en: "")
        let marks = form.figures.map { ChartDrawing.Mark(name(of: $0), ReportNumber($0).charted(in: values)) }
        switch form.kind {
        case .bars:
            return drawing(form, finding(form, marks, unit), unit, Phrase(zh: "指标", en: "Figure"), .bars(marks))
        case .stack:
            let parts = form.figures.map { values[ReportNumber($0)]?.exact ?? 0 }
            let stack = ChartDrawing.Stack(Phrase(zh: "\(report.year)年", en: "\(report.year)"), parts)
            let sum = parts.reduce(0, +)
            let title = Phrase(zh: "\(form.name.zh)：共\(sum)\(unit.zh)", en: "\(form.name.en): \(sum) \(unit.en) in all")
            return drawing(
                form,
                title,
                unit,
                Phrase(zh: "年度", en: "Year"),
                .stacks(parts: form.figures.map(name), [stack])
            )
        case .years:
            let years = (0...form.back).reversed().map { back in
                ChartDrawing.Mark(
                    Phrase(zh: "\(report.year - back)", en: "\(report.year - back)"),
                    ReportNumber(first, yearsBack: back).charted(in: values)
                )
            }
            return drawing(form, trend(form, first, unit), unit, Phrase(zh: "年度", en: "Year"), .line(years))
        }
    }

    private func drawing(
        _ form: ReportFormat.Chart,
        _ title: Phrase,
        _ unit: Phrase,
        _ kind: Phrase,
        _ shape: ChartDrawing.Shape
    ) -> ChartDrawing {
        let last = report.period?.last
        return ChartDrawing(
            title: title,
            axis: Phrase(zh: "\(form.name.zh)（\(unit.zh)）", en: "\(form.name.en) (\(unit.en))"),
            source: Phrase(zh: "\(agencyName.zh)的公开记录", en: "records of \(agencyName.en)"),
            date: Phrase(zh: "截至\(last?.chinese ?? "")", en: "as of \(last?.english ?? "")"),
            kind: kind,
            shape: shape
        )
    }

    /// Which bar is the longest.
    private func finding(_ form: ReportFormat.Chart, _ marks: [ChartDrawing.Mark], _ unit: Phrase) -> Phrase {
        let numbers = zip(marks, form.figures).compactMap { mark, asked in
            values[ReportNumber(asked)]?.exact.map { (mark.name, $0) }
        }
        guard let most = numbers.max(by: { $0.1 < $1.1 }), most.1 > 0 else {
            return Phrase(zh: "\(form.name.zh)：均为0", en: "\(form.name.en): none")
        }
        guard numbers.count(where: { $0.1 == most.1 }) == 1 else {
            return Phrase(zh: form.name.zh, en: form.name.en)
        }
        return Phrase(
            zh: "\(form.name.zh)：\(most.0.zh)最多，\(most.1)\(unit.zh)",
            en: "\(form.name.en): most in «\(most.0.en)», \(most.1) \(unit.en)"
        )
    }

    /// More or fewer than in the year before; no percentage where it would say nothing.
    private func trend(_ form: ReportFormat.Chart, _ asked: FigureAsked, _ unit: Phrase) -> Phrase {
        let begin = Phrase(zh: form.name.zh, en: form.name.en)
        guard let now = values[ReportNumber(asked)]?.exact else { return begin }
        guard let before = values[ReportNumber(asked, yearsBack: 1)]?.exact else {
            return Phrase(
                zh: "\(begin.zh)：\(report.year)年\(now)\(unit.zh)，上年没有记录",
                en: "\(begin.en): \(now) \(unit.en) in \(report.year), no records of the year before"
            )
        }
        let change = now - before
        let words: Phrase =
            change == 0
            ? Phrase(zh: "与上年相同", en: "as in the year before")
            : change > 0
                ? Phrase(zh: "比上年多\(change)\(unit.zh)", en: "\(change) more than in the year before")
                : Phrase(zh: "比上年少\(-change)\(unit.zh)", en: "\(-change) fewer than in the year before")
        return Phrase(
            zh: "\(begin.zh)：\(report.year)年\(now)\(unit.zh)，\(words.zh)",
            en: "\(begin.en): \(now) \(unit.en) in \(report.year), \(words.en)"
        )
    }

    private func name(of asked: FigureAsked) -> Phrase {
        definitions[asked.key]?.name ?? Phrase(zh: asked.key, en: asked.key)
    }
}

extension ReportNumber {
    /// As a chart draws it.
    fileprivate func charted(in values: [ReportNumber: FigureValue]) -> ChartValue {
        switch values[self] ?? .missing {
        case .number(let number), .bound(let number, _): .number(number)
        case .money(let fen): .money(fen)
        case .share(let part, let whole): .share(part, of: whole)
        case .notApplicable: .missing(Phrase(zh: "不涉及", en: "does not apply"))
        case .day, .month, .missing: .missing(Phrase(zh: "没有记录", en: "no records"))
        }
    }
}
