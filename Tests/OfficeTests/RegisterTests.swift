import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text
import Web

/// The registers in the office: what is typed is kept on a mistake, what is corrected stays to be seen, both languages.
@Suite struct RegisterTests {
    static let fans: [(String, String)] = [
        ("kind", "reading"), ("key", "fans"), ("read_on", "2023-12-31"), ("relation", "≈"), ("value", "40,000"),
        ("source", "微博后台<b>"), ("evidence", "截图存档 2023-微-01"), ("note", ""),
    ]

    static func run(on engine: Engine, _ body: @Sendable (TestApp) async throws -> Void) async throws {
        try await TestApp.run(on: engine, ownFigures: [.readFigures]) { try await body($0) }
    }

    private func id(_ answer: Answer) throws -> String {
        let location = try #require(answer.location)
        return String(try #require(location.split(separator: "?").first?.split(separator: "/").last))
    }

    @Test(arguments: Engine.available) func aReadingIsRecordedAndCorrected(engine: Engine) async throws {
        try await Self.run(on: engine) { test in
            let empty = try await test.get("/office/readings", as: .officer)
            #expect(empty.says("还没有符合条件的读数", "href=\"/office/readings/new\"", "aria-current=\"page\""))
            #expect(try await !test.get("/office/readings", as: .editor).says("/office/readings/new"))
            let blank = try await test.get("/office/readings/new?key=fans", as: .officer)
            #expect(blank.says("<option value=\"fans\" selected>", "微博粉丝（人）", "——只填期初累计数"))
            let recorded = try await test.post("/office/readings", as: .officer, form: Self.fans)
            let first = try id(recorded)
            #expect(recorded.status == 303 && recorded.location?.hasSuffix("?did=recorded") == true)
            let list = try await test.get("/office/readings?key=fans&year=2023", as: .auditor)
            #expect(list.says("约 \(40_000.grouped(in: .zh)) 人"))
            #expect(list.says("微博后台&lt;b&gt;", "截图存档 2023-微-01", "ledger.csv?key=fans&amp;year=2023"))
            #expect(try await !test.get("/office/readings?year=2022", as: .auditor).says("微博后台"))
            let english = try await test.get("/en/office/readings/\(first)", as: .officer)
            #expect(english.says("Followers on Weibo", "about ", "What proves it") || english.says("Evidence"))

            let form = try await test.get("/office/readings/\(first)/correction", as: .officer)
            #expect(form.says("value=\"40000\"", "value=\"2023-12-31\"", "更正的原因"))
            let right = Self.fans.with("value", "40143").with("relation", "=") + [("reason", "后台核对<i>")]
            let corrected = try await test.post("/office/readings/\(first)/correction", as: .officer, form: right)
            let second = try id(corrected)
            #expect(corrected.status == 303 && second != first)
            let after = try await test.get("/office/readings", as: .officer)
            #expect(after.says("<s>约 ", "后台核对&lt;i&gt;", "/office/readings/\(second)"))
            let old = try await test.get("/office/readings/\(first)", as: .officer)
            #expect(old.says("不再计入统计", "看代替它的一条") && !old.says("\(first)/correction"))
            #expect(try await test.get("/office/readings/\(second)", as: .officer).says("更正历史", "后台核对"))

            // Who had the old one open is told, keeps what was typed, and goes on with the one that stands.
            let late = try await test.post("/office/readings/\(first)/correction", as: .administrator, form: right)
            #expect(late.status == 409)
            #expect(late.says("已经被更正过", "后台核对&lt;i&gt;", "action=\"/office/readings/\(second)/correction\""))
        }
    }

    @Test(arguments: Engine.available) func mistakesKeepWhatWasTyped(engine: Engine) async throws {
        try await Self.run(on: engine) { test in
            let wrong = Self.fans.with("value", "-5").with("read_on", "2024-03-05").with("source", "")
            let answer = try await test.post("/office/readings", as: .officer, form: wrong)
            #expect(answer.status == 422)
            #expect(answer.says("id=\"field-value-error\"", "数值不能是负数", "这一天还没有到", "id=\"field-source-error\""))
            #expect(answer.says("value=\"-5\"", "value=\"2024-03-05\"", "截图存档 2023-微-01"))
            #expect(answer.says("<option value=\"fans\" selected>"))
            let counted = try await test.post("/en/office/readings", as: .officer, form: Self.fans.with("key", "items"))
            #expect(counted.status == 422 && counted.says("is counted from records"))
            let nothing = try await test.post("/office/readings", as: .officer)
            #expect(nothing.status == 422)
            let recorded = try await test.post("/office/readings", as: .officer, form: Self.fans)
            let unfounded = try await test.post(
                "/office/readings/\(try id(recorded))/correction",
                as: .officer,
                form: Self.fans.with("value", "7")
            )
            #expect(unfounded.status == 422 && unfounded.says("请写明更正的原因", "value=\"7\""))
        }
    }

    @Test(arguments: Engine.available) func theLedgerIsAFileForSpreadsheets(engine: Engine) async throws {
        try await Self.run(on: engine) { test in
            let formula = Self.fans.with("source", "=1+1").with("evidence", "甲,乙")
            _ = try await test.post("/office/readings", as: .officer, form: formula)
            let fees = Self.fans.with("key", "fees").with("value", "12.5").with("relation", "=")
            _ = try await test.post("/office/readings", as: .officer, form: fees)
            let file = try await test.get("/office/readings/ledger.csv", as: .editor)
            #expect(file.status == 200 && file.headers["content-disposition"]?.contains("readings-shiqiao-") == true)
            #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
            let lines = file.text.split(separator: "\r\n")
            #expect(lines.count == 3)
            #expect(file.says("约,40000,人", "'=1+1", "\"甲,乙\"", "等于,12.50,元"))
            let narrowed = try await test.get("/office/readings/ledger.csv?key=fees", as: .editor)
            #expect(narrowed.text.split(separator: "\r\n").count == 2)
        }
    }

    /// A missing reading stands on the desk with the last value, and its line leads to the form.
    @Test(arguments: Engine.available) func whatIsMissingStandsOnTheDesk(engine: Engine) async throws {
        try await Self.run(on: engine) { test in
            let earlier = Self.fans.with("read_on", "2022-12-31")
            _ = try await test.post("/office/readings", as: .officer, form: earlier)
            try await test.night(.missingReadings)
            let due = try await test.get("/office/due?kind=missing-reading", as: .officer)
            #expect(due.says("请登记2023年的读数", "上次 ≈40000人（2022年12月31日）", "/office/readings/new?key=fans"))
            #expect(due.says("以前没有登记过"))
            let english = try await test.get("/en/office/due?kind=missing-reading", as: .officer)
            #expect(english.says("write down that of 2023"))
            #expect(try await !test.get("/office/due", as: .editor).says("微博粉丝"))
            _ = try await test.post("/office/readings", as: .officer, form: Self.fans)
            let after = try await test.get("/office/due?kind=missing-reading", as: .officer)
            #expect(!after.says("/office/readings/new?key=fans"))
        }
    }

    static let review: [(String, String)] = [
        ("kind", "review"), ("number", "演府复〔2024〕1号"), ("about", "不予公开答复"), ("case_number", ""),
        ("filed_on", "2024-03-01"),
    ]

    @Test(arguments: Engine.available) func aRemedyIsRecordedEndsAndIsCorrected(engine: Engine) async throws {
        try await Self.run(on: engine) { test in
            let request = CaseForm.request.with("received-on", "2024-03-01")
            let file = try await test.caseFile(test.newCase(request))
            #expect(try await test.get("/office/remedies", as: .editor).says("登记簿中还没有这样的事项"))
            let wrong = try await test.post(
                "/office/remedies",
                as: .officer,
                form: Self.review.with("case_number", "无此件").with("filed_on", "2024-03-09")
            )
            #expect(wrong.status == 422)
            #expect(wrong.says("没有这个编号的办件", "value=\"无此件\"", "value=\"演府复〔2024〕1号\"", "这一天还没有到"))
            let typed = Self.review.with("case_number", file.number)
            let remedy = try id(try await test.post("/office/remedies", as: .officer, form: typed))
            let path = "/office/remedies/\(remedy)"
            let page = try await test.get(path, as: .officer)
            #expect(page.says("行政复议 演府复〔2024〕1号", "/office/cases/\(file.id)", "尚未审结", "name=\"edition\" value=\"1\""))
            // Who sees no cases sees the number alone.
            let plain = try await test.get(path, as: .editor)
            #expect(plain.says(file.number) && !plain.says("/office/cases/\(file.id)") && !plain.says("登记结果"))
            let caseAddress = "/office/cases/\(file.id)"
            #expect(try await test.get(caseAddress, as: .officer).says(path, "演府复〔2024〕1号"))

            let end = [("edition", "1"), ("result", "upheld"), ("ended_on", "2024-02-01")]
            let early = try await test.post(path + "/end", as: .officer, form: end)
            #expect(early.status == 422 && early.says("审结日期早于收到日期", "value=\"2024-02-01\""))
            let done = try await test.post(path + "/end", as: .officer, form: end.with("ended_on", "2024-03-04"))
            #expect(done.location == path + "?did=ended")
            let form = try await test.get(path + "/correction", as: .administrator)
            #expect(form.says("name=\"edition\" value=\"2\"", "value=\"2024-03-04\"", "value=\"\(file.number)\""))
            let correction = typed + [("edition", "2"), ("result", ""), ("ended_on", ""), ("reason", "尚未审结")]
            let corrected = try await test.post(path + "/correction", as: .administrator, form: correction)
            #expect(corrected.location == path + "?did=corrected")
            // An old page of it is told, with everything typed.
            let late = try await test.post(path + "/correction", as: .officer, form: correction)
            #expect(late.status == 409 && late.says("有人改动过这条登记", "尚未审结", "name=\"edition\" value=\"3\""))
            let english = try await test.get("/en" + path, as: .officer)
            #expect(english.says("Administrative review", "Corrected", "History", "尚未审结"))
            let year = try await test.get("/office/remedies?kind=review&year=2024", as: .auditor)
            #expect(year.says("2024年的统计", "演府复〔2024〕1号"))
            #expect(try await !test.get("/office/remedies?kind=lawsuit", as: .auditor).says("演府复〔2024〕1号"))
        }
    }

}
