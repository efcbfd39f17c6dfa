import Disclosure
import TestKit
import Testing
import Text

/// Each duty of the catalogue, published with a complete form, has a page, a place in its column and in the feed.
@Suite struct EveryDutyTests {
    @Test(arguments: Engine.available) func everyDutyIsShown(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for duty in test.app.catalogue.duties {
                let typed = SampleForm.typed(for: duty, title: "示例\(duty.name.zh)")
                let item = try await test.publish(duty.code, typed)
                let leafID = try #require(item.leafID, "\(duty.code)")
                for language in ["", "/en"] {
                    let answer = try await test.get("\(language)/shiqiao/items/\(leafID)")
                    #expect(answer.status == 200, "\(duty.code)")
                    #expect(answer.text.contains("示例\(duty.name.zh)</h1>"), "\(duty.code)")
                    #expect(unbalancedElements(in: answer.text) == [], "\(duty.code)")
                    #expect(
                        answer.text.contains(language.isEmpty ? "本页内容与日志一致" : "Agrees with the log"),
                        "\(duty.code)"
                    )
                }
                let column = try await test.get("/shiqiao/columns/\(duty.column)")
                #expect(column.text.contains("示例\(duty.name.zh)</a>"), "\(duty.code)")
            }
        }
    }
}
