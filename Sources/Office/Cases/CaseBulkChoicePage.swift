import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// The page on which cases are chosen for one act; only those that stand right for it.
struct CaseBulkChoicePage: Sendable {
    static let pageSize = 50

    var visit: Visit
    var filled: FilledForm

    init(_ visit: Visit, _ filled: FilledForm) {
        self.visit = visit
        self.filled = filled
    }

    func page() async throws -> Response {
        let kind = CaseBulkKind(filled.hasErrors ? visit.form : visit.query, visit.app)
        let who = visit.query.text("who")
        let read = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let found = try listed(kind, who, frame.agency.id, tx)
            let officers = try tx.people.caseOfficers(of: frame.agency.id)
            return (frame, found, officers, try tx.agencies.sections(of: frame.agency.id))
        }
        let (frame, files, officers, sections) = read
        let language = visit.language
        let form =
            files.isEmpty ? empty.html(in: language) : form(kind, files, officers: officers, sections: sections)
        return OfficePage(
            frame,
            .cases,
            title: CaseBulkPages.name[language],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            "\(filled.summary)\(narrowing(kind, who, officers))\(form)",
            status: filled.status
        )
    }

    /// To be assigned: what nobody has, or what somebody has who cannot go on with it.
    ///
    /// For an event: cases that stand where it may happen.
    private func listed(_ kind: CaseBulkKind, _ who: String, _ agency: ID<Agency>, _ tx: any SQLConnection) throws
        -> [CaseFile]
    {
        switch kind {
        case .assign:
            let officer: CaseFilter.Officer = who.isEmpty ? .nobody : .person(ID(who))
            return try tx.cases.list(
                of: agency,
                CaseFilter(standing: .open, officer: officer),
                .first,
                limit: Self.pageSize,
                in: visit.app
            ).filter { visit.app.procedures.named($0.procedure)?.protects == .applicant }
        case .event(let procedure, let event):
            return try tx.cases.standing(in: event.from, procedure.kind, of: agency, limit: Self.pageSize)
        }
    }

    /// What is done, and for an assignment whose cases.
    private func narrowing(_ kind: CaseBulkKind, _ who: String, _ officers: [Person]) -> HTML {
        let language = visit.language
        let act = FormField(
            key: CaseBulkKind.key,
            label: Phrase(zh: "办理什么", en: "What is done"),
            control: .select(CaseBulkKind.all(visit.app).map { FieldChoice(value: $0.code, label: $0.name) })
        )
        let officer = FormField(
            key: "who",
            label: Phrase(zh: "现办件人员（分办时）", en: "Whose cases (to assign)"),
            hint: Phrase(zh: "不选则列出未分办的。", en: "Left empty: those that nobody has."),
            control: .select(officers.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) })
        )
        let show = Button(act: Phrase(zh: "列出", en: "List"), weight: .second).html(in: language)
        return """
            <form class="filter" action="\(url: visit.links.office(CaseBulkPages.path))" method="get">\
            \(act.html(in: language, value: .text(kind.code)))\(officer.html(in: language, value: .text(who)))\
            <div class="buttons">\(show)</div></form>
            """
    }

    private func form(_ kind: CaseBulkKind, _ files: [CaseFile], officers: [Person], sections: [Section]) -> HTML {
        let fields: HTML =
            switch kind {
            case .assign: assignment(officers, sections)
            case .event: .empty
            }
        return Form(
            action: visit.links.office(CaseBulkPages.path),
            hidden: [visit.formToken, HiddenField(name: CaseBulkKind.key, value: kind.code)],
            fields: table(files) + fields,
            buttons: [Button(act: Phrase(zh: "预览", en: "Preview"))]
        ).html(in: visit.language)
    }

    private func assignment(_ officers: [Person], _ sections: [Section]) -> HTML {
        let officer = FormField(
            key: "officer",
            label: Phrase(zh: "分给", en: "To"),
            control: .select(officers.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) })
        )
        let section = FormField(
            key: "section",
            label: Phrase(zh: "科室", en: "Section"),
            control: .select(sections.map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        let reason = FormField(
            key: "reason",
            label: Phrase(zh: "理由", en: "Reason"),
            hint: Phrase(zh: "改派时请写明。", en: "Say why where they change hands."),
            control: .longText(lines: 2, longest: 500)
        )
        return filled.field(officer) + filled.field(section) + filled.field(reason)
    }

    private func table(_ files: [CaseFile]) -> HTML {
        let language = visit.language
        let chosen = Set(visit.form.all("case"))
        return DataTable(
            caption: Phrase(zh: "本页 \(files.count) 件，勾选要办理的", en: "\(files.count) on this page; choose"),
            columns: [
                .init(label: Phrase(zh: "选择", en: "Choose")), .init(label: Phrase(zh: "编号", en: "Number")),
                .init(label: Phrase(zh: "种类", en: "Kind")), .init(label: Phrase(zh: "状态", en: "State")),
                .init(label: Phrase(zh: "期限", en: "Due")),
            ],
            rows: files.enumerated().map { place, file in
                let procedure = visit.app.procedures.named(file.procedure)
                return [
                    .markup(
                        BulkBox(
                            field: "case",
                            value: file.id.text,
                            name: file.number,
                            isChosen: chosen.contains(file.id.text),
                            isFirst: place == 0
                        ).html(in: language)
                    ),
                    .link(file.number, url: visit.links.office("/cases/\(file.id)")),
                    .text(procedure?.name[language] ?? file.kind),
                    .text(procedure?.state(file.state)?.name[language] ?? file.state),
                    .markup(CaseTag.tag(file, in: visit.app).html(in: language)),
                ]
            },
            id: "cases"
        ).html(in: language)
    }

    private var empty: EmptyState {
        EmptyState(
            whatWouldBeHere: Phrase(zh: "没有可以批量办理的办件", en: "No cases for this"),
            howItGetsHere: Phrase(
                zh: "状态合适、您有权办理的办件会列在这里。举报逐件办理，不列入。",
                en: "Cases that stand right for the act appear here. Reports of informants are handled one by one."
            )
        )
    }
}
