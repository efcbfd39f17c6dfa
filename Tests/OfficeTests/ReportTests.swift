import Civil
import Disclosure
import TestKit
import Testing

/// A report in the office: from its first draft over what moves and what its rules ask for to the frozen one.
@Suite struct ReportTests {
    @Test(arguments: Engine.available) func aReportIsBegunOnce(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let empty = try await test.get("/office/reports", as: .editor)
            #expect(empty.says("还没有年报", "小年报", "2024年第1季度"))
            #expect(try await test.get("/office/reports", as: .auditor).says("起草一份") == false)
            let report = try await test.newReport()
            #expect(try await test.newReport() == report)
            let list = try await test.get("/en/office/reports", as: .auditor)
            #expect(list.says("Small report", "Draft", "href=\"/en\(report)\""))
            let late = try await test.post("/office/reports", as: .editor, form: [("period", "2025")])
            #expect(late.status == 422 && late.says("这个期间还没有开始"))
            let none = try await test.post("/office/reports", as: .editor, form: [("period", "2024"), ("format", "x")])
            #expect(none.status == 303, "the report is there already")
            let unknown = try await test.post(
                "/office/reports",
                as: .editor,
                form: [("period", "2023"), ("format", "x")]
            )
            #expect(unknown.status == 422 && unknown.says("没有这种格式"))
        }
    }

    @Test(arguments: Engine.available) func everyNumberLeadsToItsRecords(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            _ = try await test.publishedItem()
            try await test.runJobs()
            let report = try await test.newReport()
            let page = try await test.get(report, as: .editor)
            #expect(page.says("2024年公开<a href=\"/office/figures/items?year=2024\">1</a>条"))
            #expect(page.says("<a href=\"/office/figures/items:total?year=2024\">1</a>"))
            #expect(page.says("各渠道：", "<svg", "没有记录"))
            let english = try await test.get("/en\(report)", as: .auditor)
            #expect(english.says("1. Overview", "All years", "A draft: its numbers move with the records"))
            #expect(english.says("/sections/") == false)
        }
    }

    @Test(arguments: Engine.available) func aSectionIsWrittenWithFiguresByName(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let report = try await test.newReport()
            let path = "\(report)/sections/overview"
            let form = try await test.get(path, as: .editor)
            #expect(form.says("{{items}}", "{{channel.site}}", "这一节的指标", "{{&gt;table}}"))
            let base = try #require(form.hidden("base"))
            for (text, words) in [
                ("共{{none}}条", "没有「none」这个指标"), ("共{{items条", "第1行"), ("{{>nowhere}}", "没有「nowhere」这个表或图"),
                ("{{#items}}甲", "缺少 {{/items}}"),
            ] {
                let answer = try await test.post(path, as: .editor, form: [("text", text), ("base", base)])
                #expect(answer.status == 422 && answer.says(words), "\(text)")
                #expect(answer.says(text.replacing(">", with: "&gt;")), "what was typed is kept")
            }
            let saved = try await test.post(path, as: .editor, form: [("text", "共**{{items}}**条"), ("base", base)])
            #expect(saved.location == "\(report)?did=changed#section-overview")
            #expect(try await test.get(report, as: .editor).says("共<a href=\"/office/figures/items?year=2024\">0</a>条"))
            let conflict = try await test.post(path, as: .colleague, form: [("text", "另一种写法"), ("base", base)])
            #expect(conflict.status == 409 && conflict.says("别人刚刚改了这一节", "另一种写法"))
            let written = try #require(try await test.get(path, as: .editor).hidden("base"))
            let back = [("do", "shipped"), ("text", ""), ("base", written)]
            #expect(try await test.post(path, as: .editor, form: back).status == 303)
            #expect(try await test.get(report, as: .editor).says("没有公开信息。"))
        }
    }

    @Test(arguments: Engine.available) func whatMovedSinceTheLastLookIsMarked(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let report = try await test.newReport()
            #expect(try await test.get(report, as: .editor).says("还没有人看过这些数字"))
            #expect(try await test.post("\(report)/look", as: .editor).status == 303)
            #expect(try await test.get(report, as: .editor).says("上次看过之后没有变动"))
            _ = try await test.publishedItem()
            let moved = try await test.get(report, as: .editor)
            let table = try #require(moved.text(between: "id=\"moved\"", and: "</table>"))
            #expect(
                table.contains(
                    "<td class=\"number\">0</td><td class=\"number\"><a href=\"/office/figures/items?year=2024\">1</a>"
                )
            )
            #expect(!table.contains("微博"))
        }
    }

    @Test(arguments: Engine.available) func errorsBlockAndWarningsWantASentence(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let report = try await test.newReport()
            let page = try await test.get(report, as: .editor)
            #expect(page.says("问题不为空", "「二、问题」没有内容", "统计期间已经结束", "还有2处需要更正或说明"))
            let early = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2024-03-04")])
            #expect(early.status == 422 && early.says("问题不为空", "请用一句话说明"))
            let finding = [("finding", "B:problems")]
            let empty = try await test.post("\(report)/answers", as: .editor, form: finding + [("sentence", "")])
            #expect(empty.status == 422 && empty.says("请用一句话说明，不超过500字"))
            let none = try await test.post(
                "\(report)/answers",
                as: .editor,
                form: [("finding", "A:items"), ("sentence", "没有")]
            )
            #expect(none.status == 404)
            let answered = finding + [("sentence", "本年没有发现问题。")]
            #expect(try await test.post("\(report)/answers", as: .editor, form: answered).status == 303)
            let period = [("finding", "period:open"), ("sentence", "提前报告。")]
            #expect(try await test.post("\(report)/answers", as: .editor, form: period).status == 303)
            #expect(try await test.get(report, as: .editor).says("已说明：本年没有发现问题。", "冻结数字并提交审查"))
            let undated = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "三月")])
            #expect(undated.status == 422 && undated.says("请填写成文日期"))
            let sent = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2024-03-04")])
            #expect(sent.location?.hasSuffix("?did=submitted") == true)
        }
    }

    @Test(arguments: Engine.available) func whatIsFrozenMovesNoMore(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            _ = try await test.publishedItem()
            let (report, item) = try await test.publishedReport()
            let frozen = try await test.get(report, as: .editor)
            #expect(frozen.says("数字已于2024年3月4日冻结", "公开<a href=\"\(report)/numbers/items\">1</a>条"))
            #expect(!frozen.says("提交审查</h2>"))
            _ = try await test.publishedItem()
            #expect(try await test.get(report, as: .editor).says("公开<a href=\"\(report)/numbers/items\">1</a>条"))
            let section = try await test.post(
                "\(report)/sections/problems",
                as: .editor,
                form: [("text", "后来写的"), ("base", "")]
            )
            #expect(section.status == 409 && section.says("这份年报已经公开，数字已冻结"))
            // A revision of the item opens it again, and a new freeze goes with the new version.
            let ground = [("ground", "correction"), ("reason", "更正数字")]
            let revision = try await test.post("\(item)/revision", as: .editor, form: ground)
            try #require(revision.status == 303, "\(revision.text)")
            // The report itself is an item of the year by now, like the second vessel.
            #expect(
                try await test.get(report, as: .editor).says("公开<a href=\"/office/figures/items?year=2024\">3</a>条")
            )
            let again = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2024-03-04")])
            #expect(again.status == 303, "\(again.text)")
            #expect(try await test.get(report, as: .editor).says("公开<a href=\"\(report)/numbers/items\">3</a>条"))
            let outside = try await test.get("/shiqiao/reports/2024")
            #expect(
                outside.says("公开<a href=\"/shiqiao/reports/2024/numbers/items\">1</a>条"),
                "the old one stays public"
            )
        }
    }

    @Test(arguments: Engine.available) func thePublishedReportIsOnThePortal(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            #expect(try await test.get("/shiqiao/reports").says("还没有公布年报"))
            #expect(try await test.get("/shiqiao/reports/2024").status == 404)
            _ = try await test.publishedItem()
            let (_, item) = try await test.submittedReport()
            #expect(try await test.get("/shiqiao/reports/2024").status == 404, "under review it is not public")
            try await test.publish(item)
            #expect(try await test.get("/shiqiao/reports").says("2024年小年报", "/shiqiao/reports/2024"))
            let page = try await test.get("/en/shiqiao/reports/2024")
            #expect(
                page.says("The numbers were frozen on 4 March 2024", "/en/shiqiao/reports/2024/numbers/items", "<svg")
            )
            for (file, type) in [
                ("md", "text/markdown; charset=utf-8"), ("json", "application/json"),
                ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ] {
                let answer = try await test.get("/shiqiao/reports/2024/files/\(file)")
                #expect(answer.status == 200 && answer.headers["content-type"] == type, "\(file)")
            }
            #expect(try await test.get("/shiqiao/reports/2024/files/exe").status == 404)
            #expect(try await test.get("/shiqiao/reports/2024-q1").status == 404)
            let text = try await test.get("/shiqiao/reports/2024/files/md")
            #expect(text.says("## 一、总体情况", "2024年公开1条", "| 主动公开 |"))
        }
    }

    @Test(arguments: Engine.available) func aReportThatIsSentBackThaws(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let (report, item) = try await test.submittedReport()
            #expect(try await test.get(report, as: .editor).says("冻结"))
            let id = String(item.dropFirst("/office/items/".count))
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            let version = try #require(page.hidden("version"))
            let form = [("version", version), ("verdict", "send-back"), ("reason", "请补充说明")]
            let back = try await test.post("/office/items/\(id)/opinions/secrecy", as: .secrecy, form: form)
            try #require(back.status == 303, "\(back.text)")
            #expect(try await test.get(report, as: .editor).says("草稿：数字随记录变化"))
            _ = try await test.publishedItem()
            let base = try #require(try await test.get("\(report)/sections/problems", as: .editor).hidden("base"))
            let text = [("text", "补充说明。"), ("base", base)]
            #expect(try await test.post("\(report)/sections/problems", as: .editor, form: text).status == 303)
            let again = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2024-03-04")])
            #expect(again.location == "\(item)?did=submitted")
            #expect(try await test.get(report, as: .editor).says("公开<a href=\"\(report)/numbers/items\">1</a>条"))
        }
    }

    @Test(arguments: Engine.available) func theReportOfTheYearIsBegunOnNewYearsDay(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            _ = try await test.publishedItem()
            try await test.night(.reports)
            #expect(try await test.reminders(.report).isEmpty, "the year is not over")
            test.clock.advance(days: 303)
            test.forgetSessions()
            try await test.night(.reports)
            let reminder = try #require(try await test.reminders(.report, as: .auditor).first)
            #expect(reminder.detail == "2024" && reminder.since.date.iso == "2025-01-31")
            try await test.night(.reports)
            #expect(try await test.reminders(.report).count == 1)
            let desk = try await test.get("/office", as: .secrecy)
            #expect(desk.says("/office/reports/\(reminder.subject)", "应于2025年1月31日前公布"))
            #expect(try await test.get("/office/reports", as: .auditor).says("2024年", "草稿"))
        }
    }

    @Test(arguments: Engine.available) func aReportIsDatedAfterItsPeriod(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let report = try await test.newReport("2023")
            let base = try #require(try await test.get("\(report)/sections/problems", as: .editor).hidden("base"))
            let text = [("text", "还有不足。"), ("base", base)]
            #expect(try await test.post("\(report)/sections/problems", as: .editor, form: text).status == 303)
            let early = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2023-12-29")])
            #expect(early.status == 422 && early.says("统计期间到2023年12月31日才结束", "value=\"2023-12-29\""))
            let right = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2024-01-10")])
            #expect(right.status == 303, "\(right.text)")
        }
    }

    @Test(arguments: Engine.available) func theStatisticsOfAQuarterAreFiledAndGoOnByThemselves(engine: Engine)
        async throws
    {
        try await TestApp.runWithReports(on: engine) { test in
            _ = try await test.publishedItem()
            let report = try await test.newReport("2023-q4")
            let page = try await test.get(report, as: .editor)
            #expect(page.says("2023年第4季度政府信息公开情况统计表", "每一项都有数字"))
            // Readings that nobody wrote down are explained one by one.
            for _ in 0..<80 {
                let shown = try await test.get(report, as: .editor)
                guard shown.says("请说明"), let rest = shown.text(between: "<summary>请说明", and: "</form>"),
                    let finding = rest.firstRange(of: "name=\"finding\" value=\"").map({
                        rest[$0.upperBound...].prefix { $0 != "\"" }
                    })
                else { break }
                let form = [("finding", String(finding)), ("sentence", "没有发生。")]
                try #require(try await test.post("\(report)/answers", as: .editor, form: form).status == 303)
            }
            let sent = try await test.post("\(report)/submission", as: .editor, form: [("formed-on", "2024-01-08")])
            try #require(sent.status == 303, "\(sent.text)")
            let path = try #require(sent.location?.split(separator: "?").first.map(String.init))
            try await test.publish(path)
            let id = String(path.dropFirst("/office/items/".count))
            #expect(try await test.item(id).state == .filed)
            #expect(try await test.get("/shiqiao/reports/2023-q4").status == 404)
            test.clock.advance(days: 30)
            test.forgetSessions()
            try await test.night(.reports)
            let due = try await test.reminders(.report).map(\.detail)
            #expect(due == ["2024-q1"])
        }
    }

    @Test(arguments: Engine.available) func aReportOfAnotherAgencyIsNotThere(engine: Engine) async throws {
        try await TestApp.runWithReports(on: engine) { test in
            let report = try await test.newReport()
            for path in ["", "/sections/overview", "/files/md"] {
                #expect(try await test.get(report + path, as: .stranger).status == 404, "\(path)")
            }
            for path in ["/look", "/answers", "/submission", "/sections/overview"] {
                let form = [("finding", "B:problems"), ("sentence", "甲"), ("text", "甲"), ("formed-on", "2024-03-04")]
                #expect(try await test.post(report + path, as: .stranger, form: form).status == 404, "\(path)")
            }
            #expect(try await test.get("\(report)/sections/none", as: .editor).status == 404)
            #expect(try await test.get("\(report)/files/exe", as: .editor).status == 404)
        }
    }
}
