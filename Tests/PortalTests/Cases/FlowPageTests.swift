import Civil
import Disclosure
import TestKit
import Testing
import Text
import Web

/// The charts of procedures on the portal: found where somebody asks, in words too, and safe to be shown elsewhere.
@Suite struct FlowPageTests {
    @Test(arguments: Engine.available) func everyKindHasItsPage(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let entrance = try await test.get("/shiqiao/ask")
            for procedure in test.app.procedures.kinds(on: test.clock.now.date) {
                let path = "/shiqiao/ask/\(procedure.kind)/flow"
                #expect(entrance.text.contains("href=\"\(path)\""), "\(path)")
                let page = try await test.get(path)
                #expect(page.status == 200 && page.says("\(procedure.name.zh)工作流程图", "\(path)/work.svg"))
                let english = try await test.get("/en\(path)")
                #expect(english.says("In words", "/en\(path)/work-narrow.svg"))
                for event in procedure.events { #expect(page.says(event.name.zh), "\(event.key)") }
                #expect(try await test.get("\(path)/work.svg").status == 200)
            }
            #expect(try await test.get("/shiqiao/ask/request").says("/shiqiao/ask/request/flow"))
            #expect(try await test.get("/shiqiao/ask/request/flow").says("依申请公开审批流程图"))
            #expect(try await !test.get("/shiqiao/ask/mailbox/flow").says("审批流程图"))
        }
    }

    @Test(arguments: Engine.available) func thePictureMayBeShownElsewhere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let picture = try await test.get("/shiqiao/ask/request/flow/approval.svg")
            #expect(picture.headers["content-type"] == "image/svg+xml; charset=utf-8")
            #expect(
                picture.headers["content-security-policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
            )
            #expect(picture.headers["cross-origin-resource-policy"] == "cross-origin")
            #expect(picture.headers["x-content-type-options"] == "nosniff")
            #expect(picture.says("石桥县应急管理局", "待签发", "同意延期") && !picture.says("待补正"))
            #expect(try await test.get("/shiqiao/ask/request/flow/approval.svg").bytes == picture.bytes)
            let page = try await test.get("/shiqiao/ask/request/flow")
            #expect(page.headers["cross-origin-resource-policy"] == "same-origin")
        }
    }

    /// A case of old is handled by the procedure of its day.
    @Test(arguments: Engine.available) func anOlderVersionHasItsOwn(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let old = try await test.get("/shiqiao/ask/request/flow?version=request-2007")
            #expect(old.says("提起行政诉讼", "work.svg?version=request-2007") && !old.says("复议后起诉"))
            let elder = try await test.get("/shiqiao/ask/request/flow", headers: ["cookie": "elder=1"])
            #expect(elder.status == 200)
        }
    }
}
