import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// Filing a case on the portal: the form, the look at what is public already, and the filing itself.
enum AskFormPages {
    private static let mostSimilar = 5

    /// Answers `/{agency}/ask/{kind}`.
    static func form(_ visit: Visit) async throws -> Response {
        let (agency, procedure) = try await open(visit)
        return page(AskForm(visit: visit, agency: agency, procedure: procedure))
    }

    /// Files the case; whatever is wrong with it, everything typed stays on the page.
    static func file(_ visit: Visit) async throws -> Response {
        let (agency, procedure) = try await open(visit)
        var form = AskForm(visit: visit, agency: agency, procedure: procedure)
        if visit.form["do"] == "look", procedure.asksForInformation {
            form.similar = try await similar(to: visit.form.text("description"), agency, visit)
            return page(form)
        }
        do {
            try visit.take(.publicForm)
            return try await file(visit, agency, procedure)
        } catch Refusal.tooMany(let seconds) {
            form.refused = tooMany(seconds)
            var answer = page(form, status: .tooManyRequests)
            answer.headers[.retryAfter] = String(seconds)
            return answer
        } catch Refusal.invalid(let problems) {
            form.problems = problems
            return page(form, status: .unprocessableContent)
        } catch Refusal.wrongState(let why) {
            form.refused = why
            return page(form, status: .conflict)
        }
    }

    private static func file(_ visit: Visit, _ agency: Agency, _ procedure: Procedure) async throws -> Response {
        let app = visit.app
        let filing = FileCase(
            agency: agency.id,
            kind: procedure.kind,
            applicant: ApplicantFields.applicant(in: visit.form),
            typed: visit.form.joined,
            wantsNotices: app.settings.mail != nil && visit.form[AskForm.notices] == "yes"
        )
        var problems = try filing.problems(in: app)
        if visit.form[AskForm.consent] != "yes" {
            problems.append(
                FieldProblem(
                    AskForm.consent,
                    zh: "请勾选同意，否则本机关不能处理您填写的内容",
                    en: "Please agree; without it the agency may not handle what you wrote"
                )
            )
        }
        if let problem = Challenge.problem(in: visit.form, app) { problems.append(problem) }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let filed = try await filing.run(in: app)
        let ticket = try CaseReceipt(file: filed.file.id, code: filed.code).ticket(in: app)
        return .seeOther(visit.links.to("/\(agency.code)/case-receipts/\(ticket)"))
    }

    private static func open(_ visit: Visit) async throws -> (Agency, Procedure) {
        let code = try visit.parameter("agency")
        let kind = try visit.parameter("kind")
        let procedure = visit.app.procedures.inForce(kind, on: visit.app.now().date)
        guard let procedure, procedure.isOnPortal else { throw Refusal.notFound }
        return (try await visit.app.database.read { try $0.agency(code) }, procedure)
    }

    private static func similar(to text: String, _ agency: Agency, _ visit: Visit) async throws -> ItemRows {
        try await visit.app.database.read { tx in
            try ItemRows(try tx.search.items(like: text, in: agency, limit: mostSimilar), tx)
        }
    }

    private static func page(_ form: AskForm, status: HTTPResponse.Status = .ok) -> Response {
        let visit = form.visit
        let language = visit.language
        let title = form.procedure.name[language]
        var layout = PortalLayout(
            visit: visit,
            agency: form.agency,
            title: title,
            heading: .withLead(title, form.procedure.purpose[language]),
            entrance: form.procedure.asksForInformation ? .request : .appeal,
            breadcrumbs: Breadcrumbs(
                steps: [
                    .init(label: form.agency.name[language], url: visit.links.agency(form.agency.code)),
                    .init(
                        label: Phrase(zh: "要信息、提诉求", en: "Ask and tell")[language],
                        url: visit.links.to("/\(form.agency.code)/ask")
                    ),
                ],
                current: title
            )
        )
        // What somebody typed, or a question that ends, is for nobody's cache.
        layout.isHiddenFromSearch = !visit.form.fields.isEmpty
        let flow: HTML = "<p>\(FlowPages.link(to: form.procedure, form.agency, visit))</p>"
        var answer = layout.page(flow + form.html, status: status)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    static func tooMany(_ seconds: Int) -> Phrase {
        let minutes = (seconds + 59) / 60
        return Phrase(
            zh: "提交过于频繁，请过\(minutes)分钟再提交",
            en: minutes == 1
                ? "Too many tries; send it again in a minute" : "Too many tries; send it again in \(minutes) minutes"
        )
    }
}
