/// The explanation word for word, in both languages, and the day cells behind the bar.
import Testing

@testable import Civil

@Suite struct ExplanationTests {
    private func full() throws -> Deadline {
        var clock = try clock("reg2019.reply", from: "2024-02-05")
        clock.pauses = [try pause("2024-02-20", "2024-02-28")]
        clock.extended = .init(count: 20, approver: "张某（办公室主任）", grantedOn: try date("2024-03-06"))
        return try clock.deadline()
    }

    @Test func theWholeCountInChinese() throws {
        #expect(
            try full().explanation(chinese: true) == [
                "期限：答复政府信息公开申请，20个工作日（《中华人民共和国政府信息公开条例》第三十三条，规则版本reg2019）。",
                "2024年2月5日（星期一）收到申请，当日不计，自次日起算。",
                "跳过春节：2024年2月10日至17日，共8天，不计。",
                "2024年2月18日（星期日）为春节调休上班日，按工作日计。",
                "中止：征求第三方意见，2024年2月20日发出，2024年2月28日答复，其间6个工作日不计。",
                "跳过清明节：2024年4月4日至6日，共3天，不计。",
                "2024年4月7日（星期日）为清明节调休上班日，按工作日计。",
                "其间其他周末休息日14天，不计。",
                "延长20个工作日：由张某（办公室主任）于2024年3月6日批准（《中华人民共和国政府信息公开条例》第三十三条）。",
                "第40个工作日为2024年4月16日（星期二），当日24时届满。",
            ]
        )
    }

    @Test func theWholeCountInEnglish() throws {
        let law = "Regulations on Open Government Information, art 33"
        #expect(
            try full().explanation(chinese: false) == [
                "Limit: reply to the request, 20 working days (\(law); rule version reg2019).",
                "Monday 5 February 2024: application received. This day is not counted; the count starts the next day.",
                "Skipped Spring Festival: 10–17 February 2024, 8 days, not counted.",
                "Sunday 18 February 2024 is a make-up working day for Spring Festival and counts as one.",
                "Paused: third party consulted, sent on 20 February 2024, answered on 28 February 2024: "
                    + "6 working days left out.",
                "Skipped Qingming Festival: 4–6 April 2024, 3 days, not counted.",
                "Sunday 7 April 2024 is a make-up working day for Qingming Festival and counts as one.",
                "14 other weekend days in between: not counted.",
                "Extended by 20 working days: approved by 张某（办公室主任） on 6 March 2024 (\(law)).",
                "Working day 40 is Tuesday 16 April 2024; the time ends at 24:00.",
            ]
        )
    }

    @Test func aCalendarLimitShowsBothDays() throws {
        let lines = try clock("petition2022.accept", from: "2025-09-20").deadline().explanation(chinese: true)
        #expect(
            lines == [
                "期限：告知是否受理，15日（《信访工作条例》第二十三条，规则版本petition2022）。",
                "2025年9月20日（星期六）收到申请，当日不计，自次日起算。",
                "第15日为2025年10月5日（星期日），节假日计算在内。",
                "最后一日逢国庆节、中秋节休息，顺延至2025年10月9日（星期四）24时届满。",
            ]
        )
    }

    @Test func hoursAndFixedDates() throws {
        let limit = try #require(TimeLimit.named("accident2007.report"))
        let moment = try #require(Instant.read("2024-02-10T23:15"))
        let hours = LegalClock(limit, event: Words(zh: "接到事故报告", en: "accident reported"), start: moment)
        #expect(try hours.deadline().explanation(chinese: true).last == "2024年2月11日0时15分届满。")
        let report = try clock("reg2019.annualReport", from: "2025-12-31").deadline()
        #expect(report.explanation(chinese: true).last == "2026年1月31日（星期六）24时届满，遇节假日不顺延。")
        #expect(report.lines.map(\.kind) == [.rule, .start, .end])
    }

    /// The lines account for every day: skipped holidays, other weekend days, pauses and counted days add up.
    @Test func everyDayIsAccountedFor() throws {
        var start = try date("2023-01-01")
        for _ in 0..<700 {
            let deadline = try clock("reg2019.reply", from: start.iso).deadline()
            let named = deadline.lines.filter { $0.kind == .holiday }.compactMap(\.days)
                .reduce(0) { $0 + $1.lowerBound.days(until: $1.upperBound) + 1 }
            let weekend = deadline.lines.filter { $0.kind == .weekends }.compactMap { line in
                line.words.en.split(separator: " ").first.flatMap { Int($0) }
            }
            #expect(20 + named + weekend.reduce(0, +) == start.days(until: deadline.due), "\(start)")
            start = start.adding(days: 1)
        }
    }

    @Test func cellsTellEachDay() throws {
        let cells = try full().cells
        #expect(cells.count == 71)
        #expect(cells.first?.words.zh == "2024年2月6日星期二，计入，第1日")
        #expect(cells[4].kind == .off)
        #expect(cells[4].words.en == "Saturday 10 February 2024, not counted, Spring Festival")
        #expect(cells[12].kind == .worked)
        #expect(cells[12].words.zh == "2024年2月18日星期日，计入，第5日，春节调休上班")
        #expect(cells[15].words.zh == "2024年2月21日星期三，中止，征求第三方意见")
        #expect(cells.last?.words.en == "Tuesday 16 April 2024, counted in the extension, day 40")
        #expect(cells.compactMap(\.number) == Array(1...40))
    }

    @Test func cellsOfACalendarLimitCountEveryDayAndShowTheRoll() throws {
        let cells = try clock("petition2022.accept", from: "2025-09-20").deadline().cells
        #expect(cells.count == 19)
        #expect(cells.compactMap(\.number) == Array(1...15))
        #expect(cells.suffix(4).map(\.kind) == [.off, .off, .off, .worked])
    }

    struct Span: Sendable {
        let first: String
        let last: String
        let zh: String
        let en: String
    }

    @Test(arguments: [
        Span(first: "2024-02-10", last: "2024-02-10", zh: "2024年2月10日", en: "10 February 2024"),
        Span(first: "2024-02-10", last: "2024-02-17", zh: "2024年2月10日至17日", en: "10–17 February 2024"),
        Span(first: "2024-04-29", last: "2024-05-03", zh: "2024年4月29日至5月3日", en: "29 April – 3 May 2024"),
        Span(
            first: "2023-12-30",
            last: "2024-01-01",
            zh: "2023年12月30日至2024年1月1日",
            en: "30 December 2023 – 1 January 2024"
        ),
    ])
    func spansInWords(_ span: Span) throws {
        let words = try (date(span.first)...date(span.last)).words
        #expect(words == Words(zh: span.zh, en: span.en))
    }
}
