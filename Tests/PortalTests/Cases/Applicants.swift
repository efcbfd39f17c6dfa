import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text
import Web

/// An invented applicant in front of the portal, without scripts.
enum Applicants {
    static let person: [(String, String)] = [
        ("kind", "natural"), ("name", "张测试"), ("identity", "999999199001010016"), ("telephone", "000-1234567"),
        ("email", "test@example.com"),
    ]
    static let request: [(String, String)] = [
        ("description", "石桥县2023年危险化学品企业\n安全检查计划 <b>全文</b>"), ("medium", "electronic"), ("delivery", "online"),
    ]
    static let tip: [(String, String)] = [
        ("subject", "石桥县虚构化工有限公司"), ("region", "石桥县人民路2号"), ("sort", "hazard"),
        ("description", "储罐区没有可燃气体报警装置"),
    ]

    /// The value of a hidden field, the first of that name.
    static func hidden(_ name: String, in text: String) throws -> String {
        let parts = text.split(separator: "name=\"\(name)\" value=\"", maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "no \(name)")
        return String(parts[1].prefix { $0 != "\"" })
    }

    /// What a person answers to the question of a form.
    static func answer(to text: String) throws -> [(String, String)] {
        [("question", try hidden("question", in: text)), ("sum", "\(try sum(in: text))")]
    }

    static func sum(in text: String) throws -> Int {
        let digits = Array("零一二三四五六七八九")
        let end = try #require(text.firstRange(of: "等于几"))
        let words = text[..<end.lowerBound].suffix(3)
        let numbers = words.filter { $0 != "加" }.compactMap { digits.firstIndex(of: $0) }
        try #require(numbers.count == 2)
        return numbers[0] + numbers[1]
    }
}

extension Answer {
    func says(_ texts: String...) -> Bool { texts.allSatisfy { text.contains($0) } }
}

extension TestApp {
    /// Fills in and sends the form of a kind after five seconds.
    func apply(
        for kind: String,
        _ typed: [(String, String)],
        headers: [String: String] = [:]
    ) async throws -> Answer {
        let page = try await get("/shiqiao/ask/\(kind)")
        let answer = try Applicants.answer(to: page.text)
        clock.advance(milliseconds: 5_000)
        return try await post(
            "/shiqiao/ask/\(kind)",
            form: typed + answer + [("consent", "yes"), ("homepage", ""), ("do", "send")],
            headers: headers
        )
    }

    /// Files a case and reads its code from the receipt.
    func fileCase(_ kind: String, _ typed: [(String, String)]) async throws -> (code: String, file: CaseFile) {
        let answer = try await apply(for: kind, typed)
        try #require(answer.status == 303, "\(answer.text)")
        let receipt = try await get(try #require(answer.location)).text
        let start = try #require(receipt.firstRange(of: "<code>"))
        let code = String(receipt[start.upperBound...].prefix(14))
        let file = try await app.database.read { try $0.cases.find(code: code) }
        return (code, try #require(file))
    }

    /// The page of a case, opened by code and contact.
    func openCase(_ code: String, _ contact: String) async throws -> Answer {
        try await post("/shiqiao/cases", form: [("code", code), ("contact", contact)])
    }

    /// Sends one of the forms of a case page.
    func act(_ path: String, _ act: String, on page: Answer, _ typed: [(String, String)] = []) async throws -> Answer {
        let hidden = [
            ("access", try Applicants.hidden("access", in: page.text)),
            ("base", try Applicants.hidden("base", in: page.text)), ("do", act),
        ]
        return try await post("/shiqiao/cases/\(path)", form: hidden + typed)
    }

    /// What the office does with a case.
    func record(_ event: String, to file: ID<CaseFile>, _ typed: [String: String] = [:], as seat: Seat = .cases)
        async throws
    {
        try await RecordEvent(event, to: file, typed: typed, by: .staff(actor(seat))).run(in: app)
    }

    func caseCount() async throws -> Int64 {
        try await app.database.read { try $0.integer("SELECT count(*) FROM case_file") }
    }
}
