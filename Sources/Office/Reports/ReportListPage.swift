import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Reports of the agency: those that there are, and the one to begin.
enum ReportListPage {
    static let name = Phrase(zh: "年报与统计报表", en: "Reports")

    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func start(_ visit: Visit) async throws -> Response {
        let period = Report.period(slug: visit.form.text("period"))
        let start = StartReport(
            year: period?.year ?? 0,
            quarter: period?.quarter,
            format: visit.form["format"].flatMap { $0.isEmpty ? nil : $0 },
            actor: try visit.actor()
        )
        do {
            let report = try await start.run(in: visit.app)
            return .seeOther(visit.links.officeReport(report.id))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let (frame, reports, items) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let reports = try tx.reports.all(of: frame.agency.id)
            let items = try tx.reports.items(of: reports)
            return (frame, reports, items)
        }
        let language = visit.language
        let list =
            reports.isEmpty
            ? EmptyState(
                whatWouldBeHere: Phrase(zh: "还没有年报", en: "There are no reports yet"),
                howItGetsHere: Phrase(
                    zh: "每年1月1日自动起草上一年的年报；也可以现在起草。",
                    en: "On 1 January that of the year before is begun by itself; or begin one now."
                )
            ).html(in: language)
            : table(reports, items, frame.agency, visit).html(in: language)
        let form = frame.session.actor.may(.draftItem) ? form(frame.agency, filled, visit) : .empty
        return OfficePage(
            frame,
            .figures,
            title: name[language],
            lead: Phrase(
                zh: "数字全部由记录计算得出；点击任何一个数字，看到的就是它所计的记录。",
                en: "Every number is counted from records; a click on one lists exactly the records that it counts."
            ),
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(list)\(form)", status: filled.status)
    }

    private static func table(
        _ reports: [Report],
        _ items: [ID<Item>: Item],
        _ agency: Agency,
        _ visit: Visit
    ) -> DataTable {
        let language = visit.language
        let rows = reports.map { report -> [DataTable.Cell] in
            let format = visit.app.reports.format(report.format, of: agency)
            let item = report.item.flatMap { items[$0] }
            return [
                .link(period(report)[language], url: visit.links.officeReport(report.id)),
                .text(format?.name[language] ?? report.format),
                .text((item.map { $0.stage?.name ?? $0.state.name } ?? Item.State.draft.name)[language]),
                .markup(due(report, format, item, visit)),
            ]
        }
        return DataTable(
            caption: name,
            columns: [
                .init(label: Phrase(zh: "期间", en: "Period")), .init(label: Phrase(zh: "格式", en: "Format")),
                .init(label: Phrase(zh: "状态", en: "State")), .init(label: Phrase(zh: "最迟公布", en: "Due")),
            ],
            rows: rows,
            id: "reports"
        )
    }

    private static func due(_ report: Report, _ format: ReportFormat?, _ item: Item?, _ visit: Visit) -> HTML {
        guard let format, let period = report.period else { return "—" }
        let day = format.due.day(after: period)
        if item?.state == .published || item?.state == .filed { return day.element(in: visit.language) }
        let tag = DueTag.tag(due: Instant.end(of: day), now: visit.app.now(), holidays: visit.app.holidays)
        return "\(day.element(in: visit.language)) \(tag.html(in: visit.language))"
    }

    static func period(_ report: Report) -> Phrase {
        report.quarter.map { Phrase(zh: "\(report.year)年第\($0)季度", en: "\(report.year), quarter \($0)") }
            ?? Phrase(zh: "\(report.year)年", en: "\(report.year)")
    }

    private static func form(_ agency: Agency, _ filled: FilledForm, _ visit: Visit) -> HTML {
        let language = visit.language
        let today = visit.app.now().date
        let years = (today.year - 12...today.year).reversed()
        var periods: [FieldChoice] = []
        for year in years {
            periods.append(FieldChoice(value: "\(year)", label: Phrase(zh: "\(year)年", en: "\(year)")))
            guard year >= today.year - 1 else { continue }
            for quarter in (1...4).reversed() {
                periods.append(
                    FieldChoice(
                        value: "\(year)-q\(quarter)",
                        label: Phrase(zh: "\(year)年第\(quarter)季度", en: "\(year), quarter \(quarter)")
                    )
                )
            }
        }
        var seen: Set<String> = []
        let formats = years.flatMap { year in
            [false, true].flatMap { visit.app.reports.all(of: agency, year: year, isQuarterly: $0) }
        }.filter { seen.insert($0.key).inserted }
        let first = FieldChoice(value: "", label: Phrase(zh: "按年份自动选择", en: "The one for the year"))
        let fields =
            filled.field(
                FormField(
                    key: "period",
                    label: Phrase(zh: "期间", en: "Period"),
                    isRequired: true,
                    control: .select(periods)
                ),
                otherwise: "\(today.year - 1)"
            )
            + filled.field(
                FormField(
                    key: "format",
                    label: Phrase(zh: "格式", en: "Format"),
                    control: .select([first] + formats.map { FieldChoice(value: $0.key, label: $0.name) })
                )
            )
        let form = Form(
            action: visit.links.office("/reports"),
            hidden: [visit.formToken],
            fields: fields,
            buttons: [Button(act: Phrase(zh: "起草", en: "Begin"))]
        )
        return PagePart(Phrase(zh: "起草一份", en: "Begin one"), form.html(in: language)).html(in: language)
    }
}
