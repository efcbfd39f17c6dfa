import Civil
import Codes
import Database
import Disclosure
import TestKit
import Testing

/// What a case refuses, and what it keeps secret.
@Suite struct CaseRefusalTests {
    @Test(arguments: Engine.available)
    func wrongStateSaysWhatIsPossible(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            let words = try await walk.refusal(of: "sign", on: "2024-03-04", as: .approver)
            #expect(words?.contains("办件现在是「办理中」") == true)
            #expect(words?.contains("拟定答复") == true)
        }
    }

    @Test(arguments: Engine.available)
    func rightsAreThoseOfTheProcedure(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            for seat in [Seat.editor, .auditor, .administrator, .approver] {
                let words = try await walk.refusal(of: "clarify", on: "2024-03-04", ["reason": "x"], as: seat)
                #expect(words == "登记和办理办件", "\(seat)")
            }
            #expect(
                try await walk.refusal(of: "clarify", on: "2024-03-04", ["reason": "x"], as: .stranger) == "not found"
            )
            #expect(try await walk.refusal(of: "clarify", on: "2024-03-04", ["reason": "x"], as: nil) == "not found")
            #expect(walk.file.state == "in-hand")
        }
    }

    @Test(arguments: Engine.available)
    func whoAsksDoesNotApprove(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            try await walk.record("ask-extension", on: "2024-03-05", ["days": "10", "reason": "查找"], as: .everybody)
            let words = try await walk.refusal(of: "extend", on: "2024-03-06", as: .everybody)
            #expect(words?.contains("不能自己批准") == true)
        }
    }

    @Test(arguments: Engine.available)
    func extensionsAreBounded(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-02-05")
            let words = try await walk.refusal(of: "ask-extension", on: "2024-02-06", ["days": "21", "reason": "查找"])
            #expect(words?.contains("1至20日") == true)
            #expect(words?.contains("第三十三条") == true)
            try await walk.record("ask-extension", on: "2024-02-06", ["days": "20", "reason": "查找"])
            let late = try await walk.refusal(of: "extend", on: "2024-03-11", as: .approver)
            #expect(late?.contains("不能再延期") == true)
        }
    }

    @Test(arguments: Engine.available)
    func daysThatCannotBe(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            let before = try await walk.refusal(of: "clarify", on: "2024-03-01", ["reason": "x"])
            #expect(before?.contains("不能早于收到日期") == true)
            let id = walk.file.id
            let actor = try test.actor(.cases)
            let tomorrow = try #require(CivilDate("2024-03-05"))
            await #expect(throws: Refusal.self) {
                try await RecordEvent("clarify", to: id, on: tomorrow, typed: ["reason": "x"], by: .staff(actor))
                    .run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available)
    func partialReleaseNeedsItsGrounds(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            let words = try await walk.refusal(of: "propose", on: "2024-03-05", ["outcome": "partial", "answer": "部分"])
            #expect(words?.contains("其余部分不公开的理由") == true)
            try await walk.record(
                "propose",
                on: "2024-03-05",
                ["outcome": "partial", "grounds": "refuse-third,refuse-process", "answer": "部分"]
            )
            #expect(walk.file.state == "signing")
        }
    }

    @Test(arguments: Engine.available)
    func twoAtOnceAreTold(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            let seen = walk.file.events
            try await walk.record("ask-reasons", on: "2024-03-04", ["reason": "频次高"])
            let id = walk.file.id
            let actor = try test.actor(.cases)
            await #expect(throws: Refusal.self) {
                try await RecordEvent("clarify", to: id, base: seen, typed: ["reason": "x"], by: .staff(actor))
                    .run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available)
    func missingFieldsAreNamed(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            do {
                _ = try await FileCase(
                    agency: test.agency.id,
                    kind: "request",
                    applicant: Applicant(name: "张测试", identity: "999999199001010017"),
                    typed: ["medium": "electronic"]
                ).run(in: test.app)
                Issue.record("was accepted")
            } catch Refusal.invalid(let problems) {
                #expect(problems.map(\.key) == ["description", "delivery", "telephone", "identity"])
            }
        }
    }

    /// Names and words are not in the database but sealed, and cases of one applicant still know each other.
    @Test(arguments: Engine.available)
    func whoAskedIsSealed(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let first = try await CaseWalk.request(test, on: "2024-03-04")
            let second = try await CaseWalk.request(test, on: "2024-03-05")
            var other = CaseWalk.applicant
            other.identity = "999999197512314565"
            let third = try await CaseWalk.request(test, on: "2024-03-05", applicant: other)
            #expect(first.file.applicantMark != nil)
            #expect(first.file.applicantMark == second.file.applicantMark)
            #expect(first.file.applicantMark != third.file.applicantMark)
            let id = first.file.id
            let app = test.app
            let (sealed, applicant, content) = try await app.database.read { tx in
                (
                    try tx.rows("SELECT sealed FROM case_words WHERE case_file = \(id)").map { try $0.bytes("sealed") },
                    try tx.cases.words(.applicant, of: id, in: app),
                    try tx.cases.words(.content, of: id, in: app)
                )
            }
            #expect(sealed.count == 3, "who asks, what is asked, and the receipt")
            for bytes in sealed {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("张测试") && !text.contains("999999") && !text.contains("检查计划"))
            }
            #expect(applicant?["name"] == "张测试")
            #expect(content?["description"] == CaseWalk.asked["description"])
            let found = try await app.database.read { try $0.cases.find(code: first.code.lowercased()) }
            #expect(found?.id == id)
        }
    }
}
