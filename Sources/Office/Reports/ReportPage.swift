import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// One report: where it stands, what breaks its rules, what moved, its text with every number a link, and its files.
enum ReportPage {
    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    /// Says that the figures were looked at.
    static func look(_ visit: Visit) async throws -> Response {
        let id = ID<Report>(try visit.parameter("id"))
        try await LookAtReport(id, actor: try visit.actor()).run(in: visit.app)
        return .seeOther(visit.links.officeReport(id) + "?did=\(Done.changed.rawValue)")
    }

    /// Answers a warning with a sentence.
    static func answer(_ visit: Visit) async throws -> Response {
        let id = ID<Report>(try visit.parameter("id"))
        let answer = AnswerFinding(
            id,
            finding: visit.form.text("finding"),
            sentence: visit.form.text("sentence"),
            actor: try visit.actor()
        )
        return try await act(visit) {
            try await answer.run(in: visit.app)
            return visit.links.officeReport(id) + "?did=\(Done.changed.rawValue)#findings"
        }
    }

    /// Puts it before the reviewers; from then on it goes the way of every item.
    static func submit(_ visit: Visit) async throws -> Response {
        let id = ID<Report>(try visit.parameter("id"))
        let submit = SubmitReport(
            id,
            formedOn: CivilDate(visit.form.text("formed-on")),
            placement: Placement(itemClass: visit.form["class"].flatMap { $0.isEmpty ? nil : ID($0) }),
            actor: try visit.actor()
        )
        return try await act(visit) {
            let item = try await submit.run(in: visit.app)
            return visit.links.office("/items/\(item.id)", did: .submitted)
        }
    }

    static func file(_ visit: Visit) async throws -> Response {
        let reading = try await visit.app.database.read { try ReportReading(visit, $0) }
        let (origin, address) = (visit.app.settings.publicURL, reading.address(visit))
        return try await .report(reading.sheet, as: try visit.parameter("file"), to: visit) { origin + address($0) }
    }

    private static func act(_ visit: Visit, _ act: () async throws -> String) async throws -> Response {
        do {
            return .seeOther(try await act())
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    /// The page, perhaps with a refusal at its top.
    static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let reading = try await visit.app.database.read { try ReportReading(visit, $0) }
        let language = visit.language
        let mayWrite = reading.isOpen && reading.frame.session.actor.may(.draftItem)
        let (links, report) = (visit.links, reading.report.id)
        let view = ReportView(reading.sheet, address: reading.address(visit)) { section in
            guard mayWrite else { return .empty }
            let url = links.officeReport(report, "/sections/\(section.key)")
            return "<p><a class=\"reach\" href=\"\(url: url)\">\(Self.write[language])</a></p>"
        }
        return OfficePage(
            reading.frame,
            .figures,
            title: reading.sheet.title[language],
            crumb: ReportListPage.period(reading.report)[language],
            steps: [.init(label: ReportListPage.name[language], url: links.office("/reports"))],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(state(reading, visit))\
            \(ReportFindingsView(reading: reading, mayWrite: mayWrite, filled: filled, visit: visit).html)\
            \(moved(reading, mayWrite, visit))\(view.html(in: language))\
            \(PagePart(Phrase(zh: "文件", en: "Files"), files(reading, visit)).html(in: language))\
            \(mayWrite ? submission(reading, filled, visit) : .empty)
            """,
            status: filled.status
        )
    }

    static let write = Phrase(zh: "修改这一节", en: "Write this section")

    private static func state(_ reading: ReportReading, _ visit: Visit) -> HTML {
        let language = visit.language
        let way: HTML =
            if let item = reading.item {
                "<p><a href=\"\(url: visit.links.officeItem(item.id.text))\">\(Self.way[language])</a></p>"
            } else { .empty }
        guard let frozenAt = reading.sheet.frozenAt else {
            let notice = Notice(
                kind: .note,
                title: Phrase(zh: "草稿：数字随记录变化", en: "A draft: its numbers move with the records"),
                text: Phrase(
                    zh: "提交审查时冻结数字、定义和所计的记录。",
                    en: "Numbers, definitions and the records behind them are frozen when it is sent to review."
                )
            )
            return "\(notice.html(in: language))\(way)"
        }
        let notice = Notice(
            kind: .note,
            title: Phrase(
                zh: "数字已于\(frozenAt.date.chinese)冻结",
                en: "The numbers were frozen on \(frozenAt.date.english)"
            ),
            text: Phrase(
                zh: "之后的记录不再改变这份报告；点击数字可以看到冻结的记录，以及现在会是多少。",
                en:
                    "Later records do not change it; each number leads to its frozen records and says what it would be now."
            )
        )
        return "\(notice.html(in: language))\(way)"
    }

    private static let way = Phrase(zh: "审查、签发与公开情况", en: "Review, signature and publication")

    /// What moved since the last look, with what it was.
    private static func moved(_ reading: ReportReading, _ mayWrite: Bool, _ visit: Visit) -> HTML {
        let language = visit.language
        guard reading.isOpen else { return .empty }
        let address = reading.address(visit)
        let rows = reading.moved.map { number, before -> [DataTable.Cell] in
            [
                .text(reading.sheet.name(of: number)[language]),
                .text(before.text(in: language)),
                .link((reading.sheet.values[number] ?? .missing).text(in: language), url: address(number)),
            ]
        }
        let table = DataTable(
            caption: Phrase(zh: "上次看过之后变动的数字", en: "Numbers that moved since somebody last looked"),
            columns: [
                .init(label: Phrase(zh: "指标", en: "Figure")),
                .init(label: Phrase(zh: "上次", en: "Then"), isNumber: true),
                .init(label: Phrase(zh: "现在", en: "Now"), isNumber: true),
            ],
            rows: rows,
            id: "moved"
        )
        let words =
            reading.isNew
            ? Phrase(zh: "还没有人看过这些数字。", en: "Nobody has looked at these numbers yet.")
            : Phrase(zh: "上次看过之后没有变动。", en: "Nothing moved since somebody last looked.")
        let form = Form(
            action: visit.links.officeReport(reading.report.id, "/look"),
            hidden: [visit.formToken],
            fields: .empty,
            buttons: [Button(act: Phrase(zh: "记为已看过", en: "I have looked at them"), weight: .second)]
        )
        let content: HTML = rows.isEmpty ? "<p>\(words[language])</p>" : table.html(in: language)
        return PagePart(
            Phrase(zh: "变动", en: "What moved"),
            "\(content)\(mayWrite ? form.html(in: language) : .empty)"
        ).html(in: language)
    }

    private static func files(_ reading: ReportReading, _ visit: Visit) -> HTML {
        let (links, id) = (visit.links, reading.report.id)
        return ReportFiles(tools: visit.app.tools) { links.officeReport(id, "/files/\($0.rawValue)") }
            .html(in: visit.language)
    }

    private static func submission(_ reading: ReportReading, _ filled: FilledForm, _ visit: Visit) -> HTML {
        let language = visit.language
        let open = reading.open.count
        guard open == 0 else {
            let words = Phrase(
                zh: "还有\(open)处需要更正或说明，处理后才能提交审查。",
                en: "\(open) findings are still to be put right or explained before it can be sent to review."
            )
            return "<p id=\"submission\">\(words[language])</p>"
        }
        var fields = filled.field(
            FormField(
                key: "formed-on",
                label: Phrase(zh: "成文日期", en: "Dated"),
                hint: Phrase(zh: "年报落款的日期", en: "The day at its end"),
                isRequired: true,
                control: .date
            ),
            otherwise: visit.app.now().date.iso
        )
        if !reading.classes.isEmpty {
            fields += filled.field(
                FormField(
                    key: "class",
                    label: Phrase(zh: "类别", en: "Class"),
                    isRequired: true,
                    control: .select(reading.classes.map { FieldChoice(value: $0.id.text, label: $0.name) })
                ),
                otherwise: reading.classes.last?.id.text ?? ""
            )
        }
        let form = Form(
            action: visit.links.officeReport(reading.report.id, "/submission"),
            hidden: [visit.formToken],
            fields: fields,
            buttons: [Button(act: Phrase(zh: "冻结数字并提交审查", en: "Freeze the numbers and send to review"))]
        )
        return PagePart(Phrase(zh: "提交审查", en: "Send to review"), form.html(in: language)).html(in: language)
    }
}
