import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Writing a section: its text with figures by name, and beside it every figure of the section with its value and records.
enum ReportSectionPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = ID<Report>(try visit.parameter("id"))
        let section = try visit.parameter("section")
        let goesBack = visit.form["do"] == "shipped"
        let write = WriteReportSection(
            id,
            section: section,
            text: goesBack ? nil : visit.form.text("text"),
            base: visit.form.text("base"),
            actor: try visit.actor()
        )
        do {
            try await write.run(in: visit.app)
            let url = visit.links.officeReport(id)
            return .seeOther("\(url)?did=\(Done.changed.rawValue)#\(ReportView.id(of: section))")
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let (reading, all) = try await visit.app.database.read { [app = visit.app] tx in
            let reading = try ReportReading(visit, tx)
            return (reading, app.figures.all(of: reading.frame.agency))
        }
        guard let section = reading.sheet.format.section(try visit.parameter("section")) else { throw Refusal.notFound }
        guard reading.isOpen else {
            guard filled.hasErrors else { return .seeOther(visit.links.officeReport(reading.report.id)) }
            return try await ReportPage.page(visit, filled)
        }
        let language = visit.language
        let base = reading.sheet.text(of: section)
        let links = visit.links
        return OfficePage(
            reading.frame,
            .figures,
            title: section.name[language],
            lead: Phrase(
                zh: "{{指标}} 处填入数字；{{#指标}}…{{/指标}} 只在不为零时出现，{{^指标}}…{{/指标}} 只在为零时出现。",
                en:
                    "{{figure}} stands for a number; {{#figure}}…{{/figure}} shows where it is not zero, {{^figure}}…{{/figure}} where it is."
            ),
            steps: [
                .init(label: ReportListPage.name[language], url: links.office("/reports")),
                .init(
                    label: ReportListPage.period(reading.report)[language],
                    url: links.officeReport(reading.report.id)
                ),
            ],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            "\(filled.summary)\(form(section, base, reading, filled, visit))\(panel(section, base, reading, all, visit))",
            status: filled.status
        )
    }

    private static func form(
        _ section: ReportFormat.Section,
        _ base: String,
        _ reading: ReportReading,
        _ filled: FilledForm,
        _ visit: Visit
    ) -> HTML {
        let field = FormField(
            key: "text",
            label: Phrase(zh: "正文", en: "Text"),
            hint: Phrase(
                zh: "### 小标题，- 或 1. 列表，**加粗**，{{>表或图}}；空一行另起一段。",
                en:
                    "### for a heading, - or 1. for lists, **strong**, {{>table or chart}}; an empty line begins a paragraph."
            ),
            control: .longText(lines: 18, longest: ReportTemplate.longest)
        )
        var buttons = [Button(act: Phrase(zh: "保存", en: "Save"))]
        if base != section.text {
            let back = Phrase(zh: "恢复格式自带的文字", en: "Go back to the text of the format")
            buttons.append(Button(act: back, weight: .second, does: .sends(name: "do", value: "shipped")))
        }
        return Form(
            action: visit.links.officeReport(reading.report.id, "/sections/\(section.key)"),
            hidden: [visit.formToken, HiddenField(name: "base", value: WriteReportSection.fingerprint(of: base))],
            fields: filled.field(field, otherwise: base),
            buttons: buttons
        ).html(in: visit.language)
    }

    /// The figures of the section first, then all others under a fold.
    private static func panel(
        _ section: ReportFormat.Section,
        _ base: String,
        _ reading: ReportReading,
        _ all: [Figure],
        _ visit: Visit
    ) -> HTML {
        let language = visit.language
        let address = reading.address(visit)
        let used = (try? ReportTemplate(base))?.numbers.sorted { $0.description < $1.description } ?? []
        let rows = used.map { number -> [DataTable.Cell] in
            let definition = reading.sheet.definitions[number.asked.key]
            return [
                .text("{{\(number)}}"), .text(reading.sheet.name(of: number)[language]),
                .link((reading.sheet.values[number] ?? .missing).text(in: language), url: address(number)),
                .text(definition?.how[language] ?? ""),
            ]
        }
        let columns: [DataTable.Column] = [
            .init(label: Phrase(zh: "名称", en: "Name")), .init(label: Phrase(zh: "指标", en: "Figure")),
            .init(label: Phrase(zh: "现在", en: "Now"), isNumber: true),
            .init(label: Phrase(zh: "如何计算", en: "How this is counted")),
        ]
        let table = DataTable(
            caption: Phrase(zh: "这一节的指标", en: "The figures of this section"),
            columns: columns,
            rows: rows,
            id: "used"
        )
        let others = all.map { figure -> HTML in "<li><code>{{\(figure.key)}}</code> \(figure.name[language])</li>" }
        let parts =
            reading.sheet.format.tables.map { ($0.key, $0.name) }
            + reading.sheet.format.charts.map { ($0.key, $0.name) }
        let drawn = parts.map { key, name -> HTML in "<li><code>{{&gt;\(key)}}</code> \(name[language])</li>" }
        return """
            \(rows.isEmpty ? .empty : table.html(in: language))\
            <details><summary>\(Phrase(zh: "全部指标、表和图的名称", en: "The names of all figures, tables and charts")[language])\
            </summary><ul>\(others)\(drawn)</ul></details>
            """
    }
}
