import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The register of reviews, lawsuits and complaints over disclosure, and how the year stands in the words of the annual
/// report (国办公开办函〔2021〕30号, table 四).
enum RemedyListPage {
    static let pageSize = 50
    static let path = "/remedies"
    static let name = Phrase(zh: "复议、诉讼和举报投诉", en: "Reviews, lawsuits and complaints")

    static func show(_ visit: Visit) async throws -> Response {
        let direction = ListDirection(visit.query)
        let kind = RemedyEntry.Kind(rawValue: visit.query.text("kind"))
        let year = Int(visit.query.text("year")).flatMap { FigurePeriod.year($0) } ?? visit.app.now().date.wholeYear
        let (frame, found, numbers, counts) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let found = try tx.remedies.list(of: frame.agency.id, kind, direction, limit: pageSize + 1)
            let numbers = try tx.cases.numbers(of: Set(found.compactMap(\.caseFile)), in: frame.agency.id)
            return (frame, found, numbers, try tx.remedies.counts(of: frame.agency.id, over: year))
        }
        let page = ListPage(found, size: pageSize, direction) { $0.place }
        let language = visit.language
        return OfficePage(
            frame,
            .figures,
            title: name[language],
            crumb: name[language],
            lead: Phrase(
                zh: "因政府信息公开工作引起的行政复议、行政诉讼和举报投诉；年度报告的第四表由这里计数。",
                en: "What was brought over disclosure; table 四 of the annual report is counted from here."
            )
        ).response(
            to: visit,
            """
            \(RegisterTabs.html(visit, at: path))\(Done.notice(visit))\(entrance(visit, frame))\
            \(narrowing(kind, year.first.year, visit))\(table(page.rows, numbers, frame.session.actor, visit))\
            \(page.pager(visit).html(in: language))\(yearTable(counts, year.first.year, visit))
            """
        )
    }

    private static func entrance(_ visit: Visit, _ frame: OfficeFrame) -> HTML {
        guard frame.session.actor.may(.recordRemedies) else { return .empty }
        let record = Button(
            act: Phrase(zh: "登记一件", en: "Record one"),
            does: .leads(to: visit.links.office("\(path)/new"))
        )
        return "<div class=\"buttons\">\(record.html(in: visit.language))</div>"
    }

    private static func narrowing(_ kind: RemedyEntry.Kind?, _ year: Int, _ visit: Visit) -> HTML {
        let language = visit.language
        let field = FormField(
            key: "kind",
            label: Phrase(zh: "种类", en: "Kind"),
            control: .select(RemedyFields.kinds)
        )
        let years = FormField(
            key: "year",
            label: Phrase(zh: "统计年份", en: "Year that is counted"),
            control: .text(TextEntry(kind: .digits, longest: 4, isShort: true))
        )
        return """
            <form class="filter" action="\(url: visit.links.office(path))" method="get">\
            \(field.html(in: language, value: .text(kind?.rawValue ?? "")))\
            \(years.html(in: language, value: .text("\(year)")))\
            <div class="buttons">\(Button(act: Phrase(zh: "筛选", en: "Narrow"), weight: .second).html(in: language))</div></form>
            """
    }

    private static func table(
        _ remedies: [RemedyEntry],
        _ numbers: [ID<CaseFile>: String],
        _ actor: Actor,
        _ visit: Visit
    ) -> HTML {
        let language = visit.language
        guard !remedies.isEmpty else { return empty.html(in: language) }
        return DataTable(
            caption: name,
            columns: [
                .init(label: Phrase(zh: "案号", en: "Number")), .init(label: Phrase(zh: "种类", en: "Kind")),
                .init(label: Phrase(zh: "事由", en: "About")), .init(label: Phrase(zh: "办件", en: "Case")),
                .init(label: Phrase(zh: "提起日期", en: "Brought")), .init(label: Phrase(zh: "结果", en: "Result")),
            ],
            rows: remedies.map { remedy in
                [
                    .link(remedy.number, url: visit.links.office("\(path)/\(remedy.id)")),
                    .text(remedy.kind.name[language]), .text(remedy.about),
                    .markup(caseLink(remedy, numbers, actor, visit)),
                    .markup(remedy.filedOn.element(in: language)), .markup(result(remedy, language)),
                ]
            },
            id: "remedies"
        ).html(in: language)
    }

    /// The case, with a way to it for those who may see cases.
    static func caseLink(
        _ remedy: RemedyEntry,
        _ numbers: [ID<CaseFile>: String],
        _ actor: Actor,
        _ visit: Visit
    ) -> HTML {
        guard let file = remedy.caseFile, let number = numbers[file] else { return "<span class=\"quiet\">—</span>" }
        guard actor.may(.readCases) else { return HTML.record(number, in: visit.language) }
        return """
            <a href="\(url: visit.links.office("/cases/\(file)"))">\(HTML.record(number, in: visit.language))</a>
            """
    }

    static func result(_ remedy: RemedyEntry, _ language: Language) -> HTML {
        guard let result = remedy.result, let day = remedy.endedOn else {
            return Tag(kind: .soon, word: Phrase(zh: "尚未审结", en: "Open")).html(in: language)
        }
        return "\(result.name[language]) \(day.element(in: language))"
    }

    private static func yearTable(_ counts: [RemedyEntry.Kind: RemedyCounts], _ year: Int, _ visit: Visit) -> HTML {
        let language = visit.language
        let title = Phrase(zh: "\(year)年的统计", en: "The year \(year)")
        let table = DataTable(
            caption: title,
            columns: [.init(label: Phrase(zh: "种类", en: "Kind"))]
                + RemedyEntry.Result.allCases.map { .init(label: $0.name, isNumber: true) }
                + [
                    .init(label: Phrase(zh: "尚未审结", en: "Open"), isNumber: true),
                    .init(label: Phrase(zh: "总计", en: "All"), isNumber: true),
                ],
            rows: RemedyEntry.Kind.allCases.map { kind in
                let count = counts[kind] ?? RemedyCounts()
                return [
                    .text(kind.name[language]), .number(count.upheld), .number(count.corrected),
                    .number(count.other), .number(count.open), .number(count.total),
                ]
            },
            id: "year"
        )
        return PagePart(title, table.html(in: language)).html(in: language)
    }

    private static let empty = EmptyState(
        whatWouldBeHere: Phrase(zh: "登记簿中还没有这样的事项", en: "The register has none"),
        howItGetsHere: Phrase(
            zh: "收到行政复议、行政诉讼或举报投诉的通知后在这里登记；没有登记的，年度报告中就是0。",
            en:
                "Record a review, a lawsuit or a complaint once its notice arrives; without any the annual report says 0."
        )
    )
}

extension CivilDate {
    /// The year that it is in.
    fileprivate var wholeYear: FigurePeriod { FigurePeriod.year(year) ?? FigurePeriod(first: self, last: self) }
}
