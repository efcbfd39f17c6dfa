import Civil
import Foundation
import TestKit
import Testing

/// Deadlines for programs: the same days and words as everywhere else.
@Suite struct ClockAPITests {
    private static func object(_ answer: Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    }

    @Test(arguments: [
        ("", "2024-03-08"), ("&extend=20", "2024-04-08"), ("&pause=2024-02-20..2024-02-28", "2024-03-18"),
        ("&extend=20&pause=2024-02-20..2024-02-28", "2024-04-16"),
    ])
    func aDeadlineIsExplained(_ query: String, due: String) async throws {
        try await TestApp.run(on: .sqlite) { test in
            let answer = try await test.get("/api/clock?rule=reg2019.reply&from=2024-02-05\(query)")
            #expect(answer.status == 200 && answer.headers["content-type"] == "application/json")
            let found = try Self.object(answer)
            #expect(found["due"] as? String == due)
            #expect(found["rule"] as? String == "reg2019.reply")
            let (chinese, english) = (found["linesZh"] as? [String] ?? [], found["linesEn"] as? [String] ?? [])
            #expect(chinese.contains { $0.contains("春节") } && english.contains { $0.contains("Spring Festival") })
            #expect(chinese.count == english.count)
        }
    }

    @Test(arguments: [
        ("rule=none&from=2024-02-05", "there is no rule"), ("rule=reg2019.reply", "is no date"),
        ("rule=reg2019.reply&from=2024-02-05&extend=21", "1 to 20 days"),
        ("rule=reg2019.reply&from=2024-02-05&pause=2024-02-20", "as sent..answered"),
    ])
    func aMistakeIsSaid(_ query: String, says: String) async throws {
        try await TestApp.run(on: .sqlite) { test in
            let answer = try await test.get("/api/clock?\(query)")
            #expect(answer.status == 422)
            let error = try Self.object(answer)["error"] as? [String: String]
            #expect(error?["en"]?.contains(says) == true && error?["zh"]?.isEmpty == false)
        }
    }

    @Test func theRulesAreListed() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let answer = try await test.get("/api/clock")
            let rules = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [[String: Any]])
            #expect(rules.count == TimeLimit.all.count)
            let reply = try #require(rules.first { $0["key"] as? String == "reg2019.reply" })
            #expect(reply["from"] as? String == "2019-05-15" && reply["through"] == nil)
        }
    }
}
