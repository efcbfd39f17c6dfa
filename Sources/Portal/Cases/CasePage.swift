import Database
import Disclosure
import Documents
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// The page of a case for its applicant: how it stands, what was answered, until when, what happened, and what can be done.
///
/// It says neither who asked nor how they are reached, but for the letters, which are addressed and stay folded up.
struct CasePage: Sendable {
    var visit: Visit
    var agency: Agency
    var file: ID<CaseFile>
    var problems: [FieldProblem] = []
    /// Why an act was not done.
    var refused: Phrase?
    /// What was done.
    var done: Phrase?

    struct Content: Sendable {
        var history: CaseHistory
        var events: [ShownEvent]
        var asked: ItemContent?
        var answer: (text: String?, grounds: [String])?
        var notices: CaseNotice.Standing
        var approvers: [ID<Person>: String]
        var files: Int
        /// Cases that were split from this one, and the one that it was split from.
        var others: [CaseFile]
    }

    func response(status: HTTPResponse.Status = .ok) async throws -> Response {
        let content = try await visit.app.database.read { [self] tx in try read(tx) }
        let language = visit.language
        let name = content.history.procedure.name[language]
        var visit = visit
        // Where a reader comes who changes the language: what was sent is in no address.
        visit.path = "/\(agency.code)/cases"
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: name,
            heading: .withLead(name, content.history.file.number),
            entrance: content.history.procedure.asksForInformation ? .request : .appeal,
            breadcrumbs: Breadcrumbs(
                steps: [
                    .init(label: agency.name[language], url: visit.links.agency(agency.code)),
                    .init(label: CaseQueryPage.title[language], url: visit.links.to("/\(agency.code)/cases")),
                ],
                current: content.history.file.number
            )
        )
        layout.isHiddenFromSearch = true
        let access = try CaseAccess.issue(for: file, in: visit.app)
        let forms = CaseForms(page: self, content: content, access: access)
        let events = CaseEventList(events: content.events, agency: agency, access: access)
        var answer = layout.page(
            """
            \(notices)\(standing(content))\(demand(content, events))\(outcome(content))\(clocks(content))\
            \(try others(content.others))\(forms.html)\
            \(events.html(visit))\(asked(content))
            """,
            status: status
        )
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    private func read(_ tx: any SQLConnection) throws -> Content {
        let history = try CaseHistory(try tx.cases.require(file, of: agency.id), tx, in: visit.app)
        let events = try history.shown(tx, in: visit.app)
        let related = try tx.cases.related(to: file)
        var approvers: [ID<Person>: String] = [:]
        for person in history.events.filter({ $0.performer == .approver }).compactMap(\.person) {
            approvers[person] = try tx.people.find(person)?.name
        }
        return Content(
            history: history,
            events: events,
            asked: try tx.cases.words(.content, of: file, in: visit.app),
            answer: try history.answer(tx, in: visit.app),
            notices: try tx.notices.standing(of: history, in: visit.app),
            approvers: approvers,
            files: events.reduce(0) { $0 + $1.files.count },
            others: [related.origin].compactMap { $0 } + related.parts
        )
    }

    private var language: Language { visit.language }

    private var notices: HTML {
        let wrong = refused.map { Notice(kind: .wrong, title: $0, text: AskForm.kept).html(in: language) }
        let right = done.map { Notice(kind: .done, title: $0).html(in: language) }
        let mistakes = ErrorSummary(mistakes: problems.map { .init(key: $0.key, message: $0.message) })
        return "\(optional: right)\(optional: wrong)\(mistakes.html(in: language))"
    }

    private func standing(_ content: Content) -> HTML {
        let file = content.history.file
        let standing = CaseStanding(content.history)
        var rows: [SummaryList.Row] = [
            .init(label: Phrase(zh: "办件编号", en: "Number"), value: HTML.record(file.number, in: language)),
            .init(label: Phrase(zh: "现在的状态", en: "How it stands"), value: HTML(text: standing.state[language])),
            .init(label: Phrase(zh: "等谁", en: "Who is to act"), value: HTML(text: standing.waits[language])),
            .init(label: Phrase(zh: "提交时间", en: "Filed"), value: file.filedAt.element(in: language)),
        ]
        if file.isConfirmed {
            rows.append(
                .init(label: Phrase(zh: "收到日期", en: "Received on"), value: file.receivedOn.element(in: language))
            )
        }
        if let closed = file.closedOn {
            rows.append(.init(label: Phrase(zh: "办结日期", en: "Closed on"), value: closed.element(in: language)))
        }
        return SummaryList(rows: rows).html(in: language)
    }

    /// What the agency asks of the applicant, where it waits for them, with its letter.
    private func demand(_ content: Content, _ events: CaseEventList) -> HTML {
        let history = content.history
        let isTheirs = history.procedure.state(history.file.state)?.waits == .applicant
        let asked = content.events.last { history.procedure.event($0.event.event)?.to == history.file.state }
        guard isTheirs, let asked else { return .empty }
        return Notice(
            kind: .care,
            title: CaseStanding(history).call,
            more: CaseEventList.words(of: asked, language) + events.letter(asked, visit)
        ).html(in: language)
    }

    /// The outcome, the answer, and what somebody who disagrees can do.
    private func outcome(_ content: Content) -> HTML {
        let procedure = content.history.procedure
        guard let key = content.history.file.outcome, let outcome = procedure.outcome(key),
            let closed = content.history.file.closedOn
        else { return .empty }
        let remedy = procedure.remedy(of: key, grounds: content.answer?.grounds ?? [], on: closed).paragraph
        let grounds = content.answer?.grounds.compactMap { procedure.outcome($0)?.name[language] } ?? []
        let left: HTML =
            grounds.isEmpty
            ? .empty
            : """
            <p>\(Phrase(zh: "不予公开部分的理由：", en: "Why passages were left out: ")[language])\
            \(grounds.joined(separator: language == .zh ? "、" : ", "))</p>
            """
        return """
            <section class="block"><h2>\(Phrase(zh: "办理结果", en: "Outcome")[language])</h2>\
            <p><b>\(outcome.name[language])</b></p>\(left)\
            \(optional: content.answer?.text.map { Self.paragraphs($0, language) })\
            \(optional: remedy.map { "<p>\($0[language])</p>" })</section>
            """
    }

    private func clocks(_ content: Content) -> HTML {
        let drawn = CaseClockList(history: content.history, approvers: content.approvers).html(visit)
        guard !drawn.bytes.isEmpty else { return .empty }
        return """
            <section class="block"><h2>\(Phrase(zh: "办理期限", en: "Time limits")[language])</h2>\(drawn)</section>
            """
    }

    /// Cases of the same applicant that this page opens too: one matter to a case.
    private func others(_ files: [CaseFile]) throws -> HTML {
        guard !files.isEmpty else { return .empty }
        let buttons = try files.map { file -> HTML in
            Form(
                action: visit.links.to("/\(agency.code)/cases"),
                hidden: [HiddenField(name: CaseAccess.field, value: try CaseAccess.issue(for: file.id, in: visit.app))],
                fields: .empty,
                buttons: [Button(act: Phrase(zh: "打开 \(file.number)", en: "Open \(file.number)"), weight: .second)]
            ).html(in: language)
        }
        let why = Phrase(
            zh: "您提交的内容涉及几个事项，按一事一申请分开办理，各有编号和期限。",
            en: "What you filed names several matters. Each is a case of its own, with its own number and limit."
        )
        return """
            <section class="block"><h2>\(Phrase(zh: "分开办理的办件", en: "Cases of the other matters")[language])</h2>\
            <p>\(why[language])</p>\(buttons.joined())</section>
            """
    }

    private func asked(_ content: Content) -> HTML {
        guard let words = content.asked else { return .empty }
        let rows = content.history.procedure.fields.compactMap { field in
            words[field.key].map { canonical in
                SummaryList.Row(
                    label: field.name,
                    value: Self.paragraphs(field.displayText(of: canonical, language: language), language)
                )
            }
        }
        return """
            <section class="block"><details><summary>\(Phrase(zh: "您提交的内容", en: "What you filed")[language])</summary>\
            \(SummaryList(rows: rows).html(in: language))</details></section>
            """
    }

    /// A text of several lines.
    static func paragraphs(_ text: String, _ language: Language) -> HTML {
        text.split(whereSeparator: \.isNewline).map { line -> HTML in
            "<p>\(HTML.record(String(line), in: language))</p>"
        }.joined()
    }
}

/// What happened to a case, the newest first.
struct CaseEventList: Sendable {
    var events: [ShownEvent]
    var agency: Agency
    /// The ticket with which the applicant's own files and letters are opened.
    var access: String

    func html(_ visit: Visit) -> HTML {
        let language = visit.language
        let rows = events.reversed().enumerated().map { index, shown -> HTML in
            """
            <li\(attribute: "class", index == 0 ? "now" : nil)><div>\(shown.name[language])</div>\
            \(Self.words(of: shown, language))\(files(shown.files, visit))\(letter(shown, visit))\
            <div class="meta">\(shown.event.on.element(in: language))</div></li>
            """
        }
        return """
            <section class="block"><h2>\(Phrase(zh: "办理经过", en: "What happened")[language])</h2>\
            <ol class="history">\(rows)</ol></section>
            """
    }

    private func files(_ files: [CaseAttachment], _ visit: Visit) -> HTML {
        let language = visit.language
        return files.map { file -> HTML in
            let form = Form(
                action: visit.links.to("/\(agency.code)/cases/download"),
                hidden: [
                    HiddenField(name: CaseAccess.field, value: access),
                    HiddenField(name: "file", value: file.id.text),
                ],
                fields: .empty,
                buttons: [Button(act: Phrase(zh: "下载：\(file.name)", en: "Download \(file.name)"), weight: .second)]
            )
            return """
                <div class="small">\(HTML.record(file.name, in: language)) \
                <span class="quiet">\(file.kind.name[language]), \(max(1, file.size / 1024)) kB</span></div>\
                \(form.html(in: language))
                """
        }.joined()
    }

    static func words(of shown: ShownEvent, _ language: Language) -> HTML {
        shown.lines.map { line -> HTML in
            """
            <div class="small"><span class="quiet">\(line.label[language])</span>\
            \(CasePage.paragraphs(line.text[language], language))</div>
            """
        }.joined()
    }

    func letter(_ shown: ShownEvent, _ visit: Visit) -> HTML {
        guard let letter = shown.letter else { return .empty }
        let language = visit.language
        let (path, ticket) = (visit.links.to("/\(agency.code)/cases/letters"), access)
        let files = LetterFiles(tools: visit.app.tools, action: { _ in path }) { format in
            [
                HiddenField(name: CaseAccess.field, value: ticket),
                HiddenField(name: "place", value: "\(shown.event.place)"),
                HiddenField(name: "as", value: format.rawValue),
            ]
        }
        let name = Phrase(zh: "文书：\(letter.number)", en: "Letter \(letter.number)")
        return """
            <details><summary>\(name[language])</summary>\(CasePage.paragraphs(letter.text, language))\
            \(files.html(in: language))</details>
            """
    }
}
