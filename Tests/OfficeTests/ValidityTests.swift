import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Whether what an item says still holds, linked both ways.
@Suite struct ValidityTests {
    @Test(arguments: Engine.available) func validityLinksBothWays(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let old = try await test.publishedItem()
            _ = try await test.publishedItem(Samples.vessel.with("title", "新的检查结果"))
            let path = "/office/items/\(old)/validity"
            let wrong = try await test.post(
                path,
                as: .officer,
                form: [("change", "repeals"), ("source", "没有这条"), ("since", "2024-03-04")]
            )
            #expect(wrong.status == 422 && wrong.says("另一条已公开信息", "没有这条"))
            let form = [("change", "repeals"), ("source", "SHIQIAO-VESSEL-2024-00002"), ("since", "2024-03-04")]
            #expect(try await test.post(path, as: .officer, form: form).status == 303)
            let repealed = try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001")
            #expect(repealed.says("已废止", "被废止", "新的检查结果"))
            #expect(try await test.get("/en/shiqiao/items/SHIQIAO-VESSEL-2024-00002").says("Repeals", "虚构渔0001号安全检查结果"))
            let back = [("change", "holds"), ("since", "2024-03-04")]
            #expect(try await test.post(path, as: .officer, form: back).status == 303)
            #expect(try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001").says("已废止") == false)
        }
    }
}
