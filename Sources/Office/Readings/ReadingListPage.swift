import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The ledger of readings: every number that somebody typed, with where it was read and what proves it; what was corrected
/// stays, struck through.
enum ReadingListPage {
    static let pageSize = 50
    static let path = "/readings"
    static let name = Phrase(zh: "读数台账", en: "Ledger of readings")

    static func show(_ visit: Visit) async throws -> Response {
        let direction = ListDirection(visit.query)
        let filter = ReadingFilter(visit.query)
        let (frame, found, years) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let found = try tx.readings.list(of: frame.agency.id, filter, direction, limit: pageSize + 1)
            return (frame, found, try tx.readings.years(of: frame.agency.id))
        }
        let page = ListPage(found, size: pageSize, direction) { $0.place }
        let language = visit.language
        let figures = visit.app.figures.all(of: frame.agency)
        return OfficePage(frame, .figures, title: name[language]).response(
            to: visit,
            """
            \(RegisterTabs.html(visit, at: path))\(Done.notice(visit))<p>\(lead[language])</p>\
            \(buttons(visit, frame))\(narrowing(filter, figures, years, visit))\(table(page.rows, figures, visit))\
            \(page.pager(visit).html(in: language))
            """
        )
    }

    private static let lead = Phrase(
        zh: "只有系统记录数不出来的数才在这里登记：粉丝数、人员、经费、会议等读数，和启用系统之前的期初累计数。其余数字都由记录自动计数。",
        en: """
            Only numbers that no record can give are written down here: followers, staff, funds, meetings, and what was counted \
            before this system was in use. Everything else is counted from records.
            """
    )

    private static func buttons(_ visit: Visit, _ frame: OfficeFrame) -> HTML {
        let query = visit.query.fields.filter { ["key", "year"].contains($0.name) && !$0.value.isEmpty }
            .map { "\($0.name)=\(queryEncoded($0.value))" }.joined(separator: "&")
        let file = Button(
            act: Phrase(zh: "下载 CSV 表", en: "Download as CSV"),
            weight: .second,
            does: .leads(to: visit.links.office("/readings/ledger.csv") + (query.isEmpty ? "" : "?" + query))
        )
        let record = Button(
            act: Phrase(zh: "登记读数", en: "Record a reading"),
            does: .leads(to: visit.links.office("/readings/new"))
        )
        let buttons = frame.session.actor.may(.recordReadings) ? [record, file] : [file]
        return "<div class=\"buttons\">\(buttons.map { $0.html(in: visit.language) })</div>"
    }

    private static func narrowing(_ filter: ReadingFilter, _ figures: [Figure], _ years: [Int], _ visit: Visit) -> HTML
    {
        let language = visit.language
        let key = FormField(
            key: "key",
            label: Phrase(zh: "指标", en: "Figure"),
            control: .select(figures.filter(\.takesOpening).map { FieldChoice(value: $0.key, label: $0.name) })
        )
        let year = FormField(
            key: "year",
            label: Phrase(zh: "年份", en: "Year"),
            control: .select(years.map { FieldChoice(value: "\($0)", label: Phrase(zh: "\($0)年", en: "\($0)")) })
        )
        return """
            <form class="filter" action="\(url: visit.links.office(path))" method="get">\
            \(key.html(in: language, value: .text(filter.key ?? "")))\
            \(year.html(in: language, value: .text(filter.year.map(String.init) ?? "")))\
            <div class="buttons">\(Button(act: Phrase(zh: "筛选", en: "Narrow"), weight: .second).html(in: language))</div></form>
            """
    }

    private static func table(_ readings: [Reading], _ figures: [Figure], _ visit: Visit) -> HTML {
        let language = visit.language
        guard !readings.isEmpty else { return empty.html(in: language) }
        return DataTable(
            caption: name,
            columns: [
                .init(label: Phrase(zh: "指标", en: "Figure")), .init(label: Phrase(zh: "日期", en: "Day")),
                .init(label: Phrase(zh: "数值", en: "Number")),
                .init(label: Phrase(zh: "从哪里读取", en: "Where it was read")),
                .init(label: Phrase(zh: "凭证", en: "Evidence")),
            ],
            rows: readings.map { reading in
                let shown = ShownReading(reading, figures)
                return [
                    .link(shown.name[language], url: visit.links.office("\(path)/\(reading.id)")),
                    .markup(reading.readOn.element(in: language)), .markup(shown.value(visit)),
                    .text(reading.source), .text(reading.evidence),
                ]
            },
            id: "readings"
        ).html(in: language)
    }

    private static let empty = EmptyState(
        whatWouldBeHere: Phrase(zh: "还没有符合条件的读数", en: "There are no such readings yet"),
        howItGetsHere: Phrase(
            zh: "公开专员或管理员登记的读数和期初累计数会列在这里，最新的在前。",
            en: "What the disclosure officer or an administrator records is listed here, the newest first."
        )
    )
}

extension ReadingFilter {
    /// As the address says it; what is no year narrows nothing.
    init(_ query: FormFields) {
        let key = query.text("key")
        self.init(key: key.isEmpty ? nil : key, year: Int(query.text("year")))
    }
}

/// A reading in words: of which figure, and how the number stands to the true one.
struct ShownReading: Sendable {
    var reading: Reading
    /// Nil where the figure has gone from the files since.
    var figure: Figure?

    init(_ reading: Reading, _ figures: [Figure]) {
        self.reading = reading
        figure = figures.written(under: reading.key, reading.kind)
    }

    var name: Phrase {
        let name = figure?.name ?? Phrase(zh: reading.key, en: reading.key)
        guard reading.kind == .opening else { return name }
        return Phrase(zh: "\(name.zh)（期初累计数）", en: "\(name.en) (opening balance)")
    }

    /// «约 40000 人».
    func words(_ language: Language) -> String {
        let number = figure.map { $0.isMoney ? reading.figureValue(of: $0).text(in: language) : nil } ?? nil
        let unit = figure.map { " " + $0.unit[language] } ?? ""
        return reading.relation.word[language] + (number ?? reading.value.grouped(in: language)) + unit
    }

    /// Struck through with the reason where another one stands in its place.
    func value(_ visit: Visit) -> HTML {
        let language = visit.language
        guard let later = reading.replacedBy else { return HTML(text: words(language)) }
        let word = Phrase(zh: "已更正", en: "corrected")
        return """
            <s>\(words(language))</s> <a href="\(url: visit.links.office("\(ReadingListPage.path)/\(later)"))">\
            \(word[language])</a> <span class="quiet">\(HTML.record(reading.replacedReason ?? "", in: language))</span>
            """
    }
}

/// The registers that people keep by hand.
enum RegisterTabs {
    static func html(_ visit: Visit, at path: String) -> HTML {
        let parts = [(ReadingListPage.name, ReadingListPage.path), (RemedyListPage.name, RemedyListPage.path)]
        return Tabs(
            label: Phrase(zh: "台账", en: "Registers"),
            tabs: parts.map { .init(label: $0.0, url: visit.links.office($0.1), isCurrent: $0.1 == path) }
        ).html(in: visit.language)
    }
}
