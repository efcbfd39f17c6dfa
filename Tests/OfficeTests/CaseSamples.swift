import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Forms of cases as a browser sends them.
enum CaseForm {
    /// A disclosure request that came by registered mail.
    static let request: [(String, String)] = [
        ("channel", "post"), ("received-on", "2025-09-08"), ("description", "石桥县2023年危险化学品企业安全检查计划"),
        ("medium", "paper"), ("delivery", "mail"), ("applicant-kind", "natural"), ("name", "张测试"),
        ("identity", "999999199001010016"), ("telephone", "000-1234567"),
    ]

    static let tip: [(String, String)] = [
        ("channel", "phone"), ("received-on", "2024-03-04"), ("subject", "某某烟花厂"), ("region", "石桥县西街"),
        ("sort", "hazard"), ("description", "仓库内违规存放火药"), ("name", "李举报"), ("telephone", "000-7654321"),
    ]
}

extension TestApp {
    /// Sets the clock to nine o'clock of a day, and lets everybody sign in anew.
    func goOn(to day: String) throws {
        let date = try #require(CivilDate(day))
        clock.set(Instant.start(of: date).adding(milliseconds: Instant.hours(9)))
        forgetSessions()
    }

    /// Enters a case as a clerk does, and gives its id.
    func newCase(
        _ form: [(String, String)] = CaseForm.request,
        of kind: String = "request",
        as seat: Seat = .cases
    ) async throws -> String {
        let answer = try await post("/office/cases/new/\(kind)", as: seat, form: form)
        try #require(answer.status == 200, "\(answer.text)")
        let path = try #require(answer.text(between: "class=\"button\" href=\"/office/cases/", and: "\""))
        return path
    }

    /// Records an event by its form on the page of the case, with the number of events that the page shows.
    @discardableResult
    func record(
        _ event: String,
        on day: String,
        to id: String,
        _ typed: [(String, String)] = [],
        as seat: Seat = .cases
    ) async throws -> Answer {
        let page = try await get("/office/cases/\(id)", as: seat)
        let base = try #require(page.hidden("base"), "no form on the page of \(seat)")
        let form = typed.map { ("\(event)_\($0.0)", $0.1) } + [("base", base), ("\(event)_on", day)]
        return try await post("/office/cases/\(id)/events/\(event)", as: seat, form: form)
    }

    func caseFile(_ id: String) async throws -> CaseFile {
        try #require(try await app.database.read { try $0.cases.find(ID(id)) })
    }
}
