import Disclosure
import TestKit
import Testing
import Text
import Web

/// Figures in the office: everybody sees every number; what is behind it, only who may.
@Suite struct FigurePagesTests {
    @Test(arguments: Engine.available) func casesAreCountedForAllAndToldToThoseWhoMay(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let request = try await test.newCase()
            let tip = try await test.newCase(
                CaseForm.tip.map { $0.0 == "received-on" ? ($0.0, "2025-09-08") : $0 },
                of: "tip"
            )
            let number = try await test.caseFile(request).number
            for seat in Seat.allCases where seat != .stranger {
                let list = try await test.get("/office/figures?year=2025", as: seat)
                #expect(list.text.contains("/office/figures/requests/records?year=2025\">1</a>"), "\(seat)")
                let records = try await test.get("/office/figures/requests/records?year=2025", as: seat).text
                let mayRead = try test.actor(seat).may(.readCases)
                #expect(records.contains("href=\"/office/cases/\(request)\"") == mayRead, "\(seat)")
                #expect(records.contains(number) == mayRead, "\(seat)")
                #expect(records.contains("这里另有 1 条记录计入") == !mayRead, "\(seat)")
            }
            let tips = test.app.figures.all(of: test.agency).first { $0.how.zh.contains("举报") && $0.hasRecords }
            if let key = tips?.key {
                let page = try await test.get("/office/figures/\(key)/records?year=2025", as: .auditor).text
                #expect(!page.contains("/office/cases/\(tip)"))
            }
            let stranger = try await test.get("/office/figures/requests/records?year=2025", as: .stranger).text
            #expect(!stranger.contains(number) && stranger.contains("由 0 条记录得出"))
        }
    }

    @Test(arguments: Engine.available) func whatIsNoFigureIsNotThere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for path in [
                "/office/figures/none", "/office/figures?year=x", "/office/figures/items?quarter=9",
                "/office/figures/items/records?page=9", "/office/figures/items/list", "/office/assessment?year=3000",
            ] {
                #expect(try await test.get(path, as: .editor).status == 404, "\(path)")
            }
            let english = try await test.get("/en/office/figures/items", as: .editor)
            #expect(english.status == 200 && english.text.contains("Definition "))
            let file = try await test.get("/office/figures/items.csv", as: .editor)
            #expect(file.status == 200 && file.headers["cache-control"] == "no-store")
        }
    }

    @Test(arguments: Engine.available) func contributionsAreCountedBySectionAndPerson(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let page = try await test.get("/office/assessment", as: .editor)
            #expect(page.status == 200 && page.text.contains("本期没有公开信息"))
            _ = try await test.publishedItem()
            let name = try #require(test.people[.editor]).name
            let shown = try await test.get("/office/assessment", as: .auditor).text
            #expect(shown.contains("公开最多，1条") && shown.contains("<svg ") && shown.contains(name))
            let file = try await test.get("/office/assessment.csv", as: .editor).text
            #expect(file.contains("科室,人员,公开（条）,按期,逾期,退回（次）") && file.contains(",\(name),1,1,0,0"))
        }
    }
}
