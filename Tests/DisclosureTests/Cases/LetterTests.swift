import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Letters of cases: their words, their numbers, and their hashes in the ledger.
@Suite struct LetterTests {
    @Test(arguments: Engine.available)
    func everyLetterOfARequest(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-09-08")
            try await walk.record("clarify", on: "2025-09-15", ["reason": "请写明检查计划的年度。"])
            try await walk.record("corrected", on: "2025-09-22", ["answer": "2023年度。"], as: nil)
            try await walk.record("consult-third", on: "2025-09-23", ["party": "某某化工有限公司", "reason": "涉及商业秘密"])
            try await walk.record("third-answered", on: "2025-09-25", ["result": "objects", "note": "只给办公室看"])
            try await walk.record("ask-extension", on: "2025-10-20", ["days": "20", "reason": "需要查找档案"])
            try await walk.record("extend", on: "2025-10-21", as: .approver)
            try await walk.record(
                "propose",
                on: "2025-10-22",
                ["outcome": "partial", "grounds": "refuse-third", "answer": "随函附上检查计划的公开部分。", "note": "内部"]
            )
            try await walk.record("sign", on: "2025-10-23", as: .approver)
            let id = walk.file.id
            let (letters, texts, leaves) = try await test.app.database.read { [app = test.app] tx in
                let letters = try tx.letters.all(of: id)
                return (
                    letters,
                    try letters.map { try tx.letters.body(of: $0, id, in: app) },
                    try letters.map { String(decoding: try tx.ledger.leaves(of: $0.leafID)[0].bytes, as: UTF8.self) }
                )
            }
            #expect(letters.map(\.kind) == ["receipt", "clarification", "consult-third", "extension", "reply"])
            #expect(letters.map(\.number) == (1...5).map { "公复〔2025〕\($0)号" })
            #expect(letters.last?.leafID == "SHIQIAO-LETTER-2025-00005")
            for (body, leaf) in zip(texts, leaves) {
                let hash = try #require(body).hash
                #expect(leaf.contains("event reserve\nkind letter\nbody sha256:\(hash)\n"))
                #expect(!leaf.contains("张测试"))
            }
            let all = texts.compactMap { $0?.text }.joined(separator: "\n\n――――\n\n")
            #expect(!all.contains("只给办公室看") && !all.contains("内部"))
            expectGolden(all + "\n", "letters.txt")
        }
    }

    @Test(arguments: Engine.available)
    func anOfficeKeepsItsOwnText(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let officer = try test.actor(.officer)
            try await ChangeLetterText("receipt", to: "收到{{case_number}}。", actor: officer).run(in: test.app)
            try await ChangeLetterText("number", to: "石应急公复〔{{year}}〕{{serial}}号", actor: officer).run(in: test.app)
            let own = try await CaseWalk.request(test, on: "2024-03-04")
            try await ChangeLetterText("receipt", to: nil, actor: officer).run(in: test.app)
            let shipped = try await CaseWalk.request(test, on: "2024-03-04")
            #expect(try await Self.text(of: own, test) == "收到〔2024〕依申请1号。")
            #expect(try await Self.text(of: shipped, test)?.contains("已经收到并登记") == true)
            let number = try await test.app.database.read { try $0.letters.all(of: own.file.id).first?.number }
            #expect(number == "石应急公复〔2024〕1号")
            let editor = try test.actor(.editor)
            await #expect(throws: Refusal.notAllowed(.manageLetters)) {
                try await ChangeLetterText("receipt", to: "x", actor: editor).run(in: test.app)
            }
        }
    }

    private static func text(of walk: CaseWalk, _ test: TestApp) async throws -> String? {
        let id = walk.file.id
        return try await test.app.database.read { [app = test.app] tx in
            try tx.letters.all(of: id).first.flatMap { try tx.letters.body(of: $0, id, in: app) }?.text
        }
    }

    @Test(arguments: [
        "{{nobody}}", "{{{reason}}}", "{{&reason}}", "{{>reply}}", "{{#reason}}", "{{reason", "{{^due_on}}x{{/due_on}}",
    ])
    func mistakesInATextAreTold(text: String) {
        #expect(throws: Refusal.self) { try LetterTemplate(text) }
    }

    @Test func everyShippedTextIsSound() throws {
        let kinds = try Set(Procedures.builtIn().all.flatMap(\.events).compactMap(\.letter))
        #expect(kinds.subtracting(LetterKind.all.map(\.key)) == [])
        for kind in LetterKind.all {
            let letter = try LetterTemplate(kind.text).text([
                "case_number": "〔2024〕依申请1号", "year": "2024", "serial": "1",
            ])
            #expect(!letter.contains("{{") && !letter.isEmpty, "\(kind.key)")
        }
    }

    /// Markup in a value stays text.
    @Test func valuesAreNotTemplates() throws {
        let text = try LetterTemplate("{{reason}}").text(["reason": "<b>{{answer}}</b> & \"x\""])
        #expect(text == "<b>{{answer}}</b> & \"x\"")
    }
}
