import Civil
import Disclosure
import TestKit
import Testing

/// The page on which an administrator imports a year: a preview first, then the confirmation of exactly that.
@Suite struct HolidayTests {
    private func form(with day: String) throws -> [(String, String)] {
        let known = try #require(HolidayTable.stateCouncil.arrangements.first { $0.year == 2024 })
        let lines = known.days.map { "\($0.date.iso),\($0.isOff ? 1 : 0),\($0.name.zh),2024" }
        return [
            ("year", "2024"), ("notice", "测试第2号"),
            ("days", (lines + ["\(day),1,纪念日,2024"]).joined(separator: "\r\n")),
        ]
    }

    @Test(arguments: Engine.available) func aYearIsPreviewedAndConfirmed(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let empty = try await test.get("/office/settings/holidays", as: .administrator)
            #expect(empty.says("aria-current=\"page\"", "<td>国办发明电〔2025〕7号</td>", "程序内置"))
            let id = try await test.itemInReview()
            let due = try #require(try await test.item(id).dueAt)
            let typed = try form(with: due.date.iso)
            let preview = try await test.post("/office/settings/holidays", as: .administrator, form: typed)
            #expect(preview.status == 200)
            #expect(preview.says("1 个未办结时限的到期日会变化", "1 个工作日改为休息", "/office/items/\(id)", "name=\"seal\""))
            #expect(try await test.item(id).dueAt == due)
            let english = try await test.post("/en/office/settings/holidays", as: .administrator, form: typed)
            #expect(english.says("1 open deadlines move", "1 working days become days off"))

            let seal = try #require(preview.text.firstMatch(of: /name="seal" value="([0-9a-f]{64})"/)?.output.1)
            let done = try await test.post(
                "/office/settings/holidays",
                as: .administrator,
                form: typed + [("seal", String(seal))]
            )
            #expect(done.location == "/office/settings/holidays?did=holidays")
            #expect(try #require(try await test.item(id).dueAt) > due)
            let after = try await test.get("/office/settings/holidays?did=holidays", as: .administrator)
            #expect(after.says("放假安排已导入", "测试第2号", "导入于2024年3月4日"))
            // The same preview does not hold twice.
            let again = try await test.post(
                "/office/settings/holidays",
                as: .administrator,
                form: typed + [("seal", String(seal))]
            )
            #expect(again.status == 409 && again.says("预览之后有时限或节假日发生了变化", "value=\"测试第2号\""))
        }
    }

    @Test(arguments: Engine.available) func mistakesKeepWhatWasTyped(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let wrong = [("year", "2027"), ("notice", ""), ("days", "2027-01-01 off 元旦\r\n2027-01-40 off 元旦")]
            let answer = try await test.post("/office/settings/holidays", as: .administrator, form: wrong)
            #expect(answer.status == 422)
            #expect(answer.says("id=\"field-notice-error\"", "第2行", "2027-01-40 off 元旦", "value=\"2027\""))
        }
    }
}
