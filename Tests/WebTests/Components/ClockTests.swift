import Civil
import Html
import Testing
import Text
import Web

private let due = CivilDate(year: 2024, month: 3, day: 8) ?? .first
private let other = CivilDate(year: 2024, month: 3, day: 12) ?? .first
private let rule = Phrase(zh: "第三十三条", en: "art. 33")

@Suite struct ClockTests {
    struct Case: Sendable {
        var state: Clock.State
        var unit: Clock.Unit = .workingDays
        var zh: String
        var en: String
        var urgency: Web.Tag.Kind
    }

    static let cases = [
        Case(
            state: .running(left: 6),
            zh: "还剩 6 个工作日，2024年3月8日到期",
            en: "6 working days left, due on 8 March 2024",
            urgency: .onTime
        ),
        Case(
            state: .running(left: 3),
            zh: "还剩 3 个工作日，2024年3月8日到期",
            en: "3 working days left, due on 8 March 2024",
            urgency: .soon
        ),
        Case(
            state: .running(left: 1),
            unit: .calendarDays,
            zh: "还剩 1 天，2024年3月8日到期",
            en: "1 day left, due on 8 March 2024",
            urgency: .soon
        ),
        Case(state: .running(left: 0), zh: "今天到期，2024年3月8日", en: "Due today, 8 March 2024", urgency: .soon),
        Case(
            state: .overdue(by: 1),
            zh: "已逾期 1 个工作日，应于 2024年3月8日办结",
            en: "1 working day late, was due on 8 March 2024",
            urgency: .late
        ),
        Case(
            state: .paused(since: other),
            zh: "计时中止，自 2024年3月12日起；恢复后重新计算到期日",
            en: "The clock is paused since 12 March 2024; the due date moves when it resumes",
            urgency: .plain
        ),
        Case(state: .kept(on: due), zh: "按期办结，2024年3月8日", en: "Done in time, on 8 March 2024", urgency: .onTime),
        Case(
            state: .missed(on: other, by: 2),
            zh: "逾期 2 个工作日办结，2024年3月12日",
            en: "Done 2 working days late, on 12 March 2024",
            urgency: .late
        ),
    ]

    @Test(arguments: cases)
    func theDeadlineStandsInWordsFirst(one: Case) {
        let clock = Clock(state: one.state, due: due, unit: one.unit, rule: rule, lines: [])
        #expect(clock.words.zh == one.zh)
        #expect(clock.words.en == one.en)
        #expect(clock.urgency == one.urgency)
        #expect(Markup(clock.html(in: .zh).text).mistakes == [])
    }

    @Test func everyDayIsSaidAsWellAsShown() {
        let day = ClockDay(
            date: due,
            kind: .extended,
            isToday: true,
            isDue: true,
            note: Phrase(zh: "批准延期", en: "extension granted")
        )
        let first = ClockDay(date: CivilDate(year: 2024, month: 3, day: 1) ?? .first, kind: .off)
        let clock = Clock(state: .running(left: 0), due: due, days: [first, day], rule: rule, lines: [])
        let zh = clock.html(in: .zh).text
        #expect(zh.contains("2024年3月8日，延期，今天，到期日，批准延期"))
        #expect(zh.contains("<span aria-hidden=\"true\">3/1</span>"))
        #expect(clock.html(in: .en).text.contains("8 March 2024, extended, today, due date, extension granted"))
    }

    @Test func theKeyNamesOnlyWhatIsShown() {
        let days = [ClockDay(date: due, kind: .paused), ClockDay(date: other, kind: .paused)]
        let text = Clock(state: .paused(since: due), due: due, days: days, rule: rule, lines: []).html(in: .zh).text
        #expect(text.contains("</span>中止</li>"))
        #expect(!text.contains("</span>休息日</li>"))
    }

    @Test func theCountIsExplainedLineByLineWithItsRule() {
        let line = Clock.Line(date: due, text: Phrase(zh: "第 20 个工作日", en: "Twentieth working day"))
        let text = Clock(state: .running(left: 6), due: due, rule: rule, lines: [line]).html(in: .zh).text
        #expect(text.contains("如何计算"))
        #expect(text.contains("<time datetime=\"2024-03-08\">2024年3月8日</time></span><span>第 20 个工作日"))
        #expect(text.contains("依据：第三十三条"))
    }
}
