import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// «查询办理进度»: the code and a way of contact open a case; what is wrong with them is never told apart.
enum CaseQueryPage {
    static let title = Phrase(zh: "查询办理进度", en: "Follow your case")

    /// Answers `/{agency}/cases`.
    static func form(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        return page(try await visit.app.database.read { try $0.agency(code) }, visit)
    }

    /// Opens the case by its code, or again by the ticket of its page.
    static func open(_ visit: Visit) async throws -> Response {
        let agencyCode = try visit.parameter("agency")
        let agency = try await visit.app.database.read { try $0.agency(agencyCode) }
        if visit.form[CaseAccess.field] != nil {
            guard let file = CaseAccess.file(visit.form.text(CaseAccess.field), in: visit.app) else {
                return page(agency, visit, refused: ended, status: .forbidden)
            }
            return try await CasePage(visit: visit, agency: agency, file: file).response()
        }
        do {
            try visit.take(.caseCode)
        } catch Refusal.tooMany(let seconds) {
            var answer = page(agency, visit, refused: AskFormPages.tooMany(seconds), status: .tooManyRequests)
            answer.headers[.retryAfter] = String(seconds)
            return answer
        }
        let (typed, contact) = (visit.form.text("code"), visit.form.text("contact"))
        let found = try await visit.app.database.read { [app = visit.app] tx in
            try tx.cases.find(code: typed, contact: contact, of: agency.id, in: app)
        }
        guard let found else { return page(agency, visit, problem: wrong, status: .unprocessableContent) }
        return try await CasePage(visit: visit, agency: agency, file: found.id).response()
    }

    private static let wrong = FieldProblem(
        "code",
        zh: "没有查到：查询码或者联系方式不对，请按回执和提交时填写的核对",
        en: "Nothing was found: code or contact is wrong; compare them with your receipt and with what you gave"
    )

    static let ended = Phrase(
        zh: "打开办件已超过一小时，请重新输入查询码和联系方式；您填写的内容会带到办件页面上",
        en: "Your case was opened more than an hour ago. Enter code and contact again; what you typed goes along"
    )

    static func page(
        _ agency: Agency,
        _ visit: Visit,
        problem: FieldProblem? = nil,
        refused: Phrase? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let language = visit.language
        var visit = visit
        visit.path = "/\(agency.code)/cases"
        let lead = Phrase(
            zh: "填写提交时得到的查询码，以及当时填写的电话或者电子邮箱。没有留联系方式的，只填查询码。",
            en:
                "Enter the code that you got, and the telephone or e-mail that you gave. If you gave none, the code is enough."
        )
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title[language],
            heading: .withLead(title[language], lead[language]),
            entrance: .appeal,
            breadcrumbs: Breadcrumbs(
                steps: [
                    .init(label: agency.name[language], url: visit.links.agency(agency.code)),
                    .init(
                        label: Phrase(zh: "要信息、提诉求", en: "Ask and tell")[language],
                        url: visit.links.to("/\(agency.code)/ask")
                    ),
                ],
                current: title[language]
            )
        )
        layout.isHiddenFromSearch = !visit.form.fields.isEmpty
        let notice = refused.map { Notice(kind: .wrong, title: $0).html(in: language) }
        let mistakes = ErrorSummary(mistakes: problem.map { [.init(key: $0.key, message: $0.message)] } ?? [])
        var answer = layout.page(
            "\(optional: notice)\(mistakes.html(in: language))\(form(agency, visit, problem))",
            status: status
        )
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    private static func form(_ agency: Agency, _ visit: Visit, _ problem: FieldProblem?) -> HTML {
        let code = FormField(
            key: "code",
            label: Phrase(zh: "查询码", en: "Code"),
            hint: Phrase(
                zh: "12位，例如 7KQ2-M0PD-9XAR，不分大小写。",
                en: "12 characters such as 7KQ2-M0PD-9XAR, in either case."
            ),
            isRequired: true,
            control: .text(TextEntry(longest: 40, isShort: true))
        )
        let contact = FormField(
            key: "contact",
            label: Phrase(zh: "电话或者电子邮箱", en: "Telephone or e-mail"),
            hint: Phrase(zh: "与提交时填写的一样。", en: "As you gave it when you filed."),
            control: .text(TextEntry(longest: 200))
        )
        // What was typed on the page of a case that ended goes along to where it can be sent again.
        let own: Set<String> = ["code", "contact", CaseAccess.field]
        let carried = visit.form.fields.filter { !own.contains($0.name) }.map {
            HiddenField(name: $0.name, value: $0.value)
        }
        return Form(
            action: visit.links.to("/\(agency.code)/cases"),
            hidden: carried,
            fields: code.html(
                in: visit.language,
                value: .text(visit.form["code"] ?? ""),
                error: problem?.message
            ) + contact.html(in: visit.language, value: .text(visit.form["contact"] ?? "")),
            buttons: [Button(act: Phrase(zh: "查询", en: "Open"))]
        ).html(in: visit.language)
    }
}
