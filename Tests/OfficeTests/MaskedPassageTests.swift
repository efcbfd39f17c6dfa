import Civil
import Database
import Disclosure
import TestKit
import Testing

/// What is masked is in no output.
@Suite struct MaskedPassageTests {
    /// What the editor hides is in no output: page, source, search, facets, feed, proof files.
    @Test(arguments: Engine.available) func aMaskedPassageIsInNoOutput(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let form =
                Samples.vessel.with("text", "船员赵某某住在石桥县渔港路7号，救生设备齐全。赵某某已告知。")
                + [("masked-passages.0.passage", "石桥县渔港路7号"), ("masked-passages.0.ground", "privacy")]
            let wrong = form.with("masked-passages.0.passage", "石桥县渔港路8号")
            let refused = try await test.post("/office/items", as: .editor, form: wrong)
            #expect(refused.status == 422 && refused.says("内容里没有“石桥县渔港路8号”", "救生设备齐全"))
            let titled = form.with("masked-passages.0.passage", "虚构渔0001号")
            #expect(try await test.post("/office/items", as: .editor, form: titled).says("请先改写标题"))
            let id = try await test.publishedItem(form)
            let page = "/shiqiao/items/SHIQIAO-VESSEL-2024-00001"
            let shown = try await test.get(page)
            #expect(shown.says("船员赵某某住在［依法隐去］，救生设备齐全"))
            for path in [page, "/en\(page)", "\(page)/public-version", "\(page)/proof.txt", "/shiqiao/feed"] {
                #expect(try await test.get(path).says("渔港路7号") == false, "\(path)")
            }
            #expect(try await test.get("/shiqiao/search?q=渔港路7号").says("SHIQIAO-VESSEL-2024-00001") == false)
            #expect(try await test.get("/shiqiao/search?q=救生设备齐全").says("SHIQIAO-VESSEL-2024-00001"))
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("渔港路7号", "个人隐私"))
        }
    }
}
