import Database
import Disclosure
import Documents
import HTTPTypes
import Hummingbird
import Text
import Web

/// What applicants do on the page of their case: answer the office, withdraw, rate, write, add files.
enum CaseActPages {
    /// Answers `/{agency}/cases/events`: an event of the procedure that is the applicant's.
    static func event(_ visit: Visit) async throws -> Response {
        try await act(visit) { file in
            let event = visit.form.text("do")
            try await RecordEvent(
                event,
                to: file,
                base: Int(visit.form.text("base")),
                typed: visit.form.joined,
                by: .applicant
            ).run(in: visit.app)
            return Phrase(zh: "已提交，本机关会看到", en: "It was sent; the agency will see it")
        }
    }

    /// Answers `/{agency}/cases/messages`.
    static func message(_ visit: Visit) async throws -> Response {
        try await act(visit) { file in
            try await SendMessage(
                visit.form.text("message"),
                to: file,
                base: Int(visit.form.text("base")),
                by: .applicant
            ).run(in: visit.app)
            return Phrase(zh: "留言已送到本机关", en: "Your message was sent to the agency")
        }
    }

    /// Answers `/{agency}/cases/files`.
    static func files(_ visit: Visit) async throws -> Response {
        try await act(visit) { file in
            let files = visit.form.files.filter { $0.field == "file" }
            _ = try await AttachToCase(file, files: files).run(in: visit.app)
            return Phrase(zh: "文件已加密保存", en: "The files were stored encrypted")
        }
    }

    /// Answers `/{agency}/cases/notices`.
    static func notices(_ visit: Visit) async throws -> Response {
        try await act(visit) { file in
            let wants = visit.form["do"] == "start"
            try await ChooseNotices(file, wants: wants).run(in: visit.app)
            return wants
                ? Phrase(zh: "已开启邮件提醒", en: "You get notices by e-mail")
                : Phrase(zh: "已停止邮件提醒", en: "The notices have stopped")
        }
    }

    /// Answers `/{agency}/cases/letters`: a letter that went to the applicant, as a file.
    static func letter(_ visit: Visit) async throws -> Response {
        let (agency, file) = try await open(visit)
        guard let file else {
            return CaseQueryPage.page(agency, visit, refused: CaseQueryPage.ended, status: .forbidden)
        }
        guard let place = Int(visit.form.text("place")), let format = TypesetFormat(rawValue: visit.form.text("as"))
        else { throw Refusal.notFound }
        try visit.take(.caseAct)
        let app = visit.app
        let shown = try await app.database.read { tx in
            try CaseHistory(try tx.cases.require(file, of: agency.id), tx, in: app).shown(tx, in: app)
        }
        guard let sheet = shown.first(where: { $0.event.place == place })?.letter else { throw Refusal.notFound }
        return try await .letter(sheet, as: format, in: app)
    }

    /// The agency, and the case that the ticket opens; nil when that has ended.
    private static func open(_ visit: Visit) async throws -> (Agency, ID<CaseFile>?) {
        let code = try visit.parameter("agency")
        let agency = try await visit.app.database.read { try $0.agency(code) }
        return (agency, CaseAccess.file(visit.form.text(CaseAccess.field), in: visit.app))
    }

    /// Opens the case by its ticket, does the act, and shows the case; nothing typed is lost.
    private static func act(_ visit: Visit, _ body: (ID<CaseFile>) async throws -> Phrase) async throws -> Response {
        let (agency, file) = try await open(visit)
        guard let file else {
            return CaseQueryPage.page(agency, visit, refused: CaseQueryPage.ended, status: .forbidden)
        }
        _ = try await visit.app.database.read { try $0.cases.require(file, of: agency.id) }
        var page = CasePage(visit: visit, agency: agency, file: file)
        do {
            try visit.take(.caseAct)
            page.done = try await body(file)
            // Done, so that the forms are empty again.
            page.visit.form = FormFields()
            return try await page.response()
        } catch Refusal.invalid(let problems) {
            page.problems = problems
            return try await page.response(status: .unprocessableContent)
        } catch Refusal.wrongState(let why) {
            page.refused = why
        } catch Refusal.conflict(let why) {
            page.refused = why
        } catch Refusal.tooMany(let seconds) {
            page.refused = AskFormPages.tooMany(seconds)
            var answer = try await page.response(status: .tooManyRequests)
            answer.headers[.retryAfter] = String(seconds)
            return answer
        }
        return try await page.response(status: .conflict)
    }
}
