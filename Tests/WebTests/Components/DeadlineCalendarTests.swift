import Civil
import Html
import TestKit
import Testing
import Text
import Web

@Suite struct DeadlineCalendarTests {
    private func date(_ month: Int, _ day: Int) -> CivilDate { CivilDate(year: 2024, month: month, day: day) ?? .first }

    private func deadline(_ key: String = "reg2019.reply") throws -> Deadline {
        let limit = try #require(TimeLimit.named(key))
        var clock = LegalClock(limit, event: limit.event, on: date(2, 5))
        if limit.longestExtension == 20 {
            let reason = Words(zh: "征求第三方意见", en: "third party consulted")
            clock.pauses = [.init(sentOn: date(2, 20), answeredOn: date(2, 28), reason: reason)]
            clock.extended = .init(count: 20, approver: "甲")
        }
        return try clock.deadline()
    }

    @Test(arguments: Language.allCases)
    func everyMonthIsAPictureWithNameAndDescription(language: Language) throws {
        let html = DeadlineCalendar(try deadline()).html(in: language).text
        let markup = Markup(html)
        #expect(markup.mistakes == [])
        let pictures = markup.all("svg").filter { $0.attributes["role"] == "img" }
        #expect(pictures.count == 3)
        #expect(markup.all("desc").count == 3)
        // By night and on paper alike: no colour of its own, no style that the page's policy forbids.
        #expect(!html.contains("#") && !html.contains("style"))
        #expect(markup.all("li").count == 8)
    }

    @Test func daysAreToldInWords() throws {
        let html = DeadlineCalendar(try deadline()).html(in: .zh).text
        #expect(html.contains("<title>2024年2月18日星期日，计入，第5日，春节调休上班</title>"))
        #expect(html.contains("<title>2024年2月21日星期三，中止，不计，征求第三方意见</title>"))
        #expect(html.contains("<title>2024年4月16日星期二，延期内计入，第40日，到期日</title>"))
        #expect(html.contains("2024年2月5日起算，2024年4月16日到期：计入20天，延期内计入20天，周末不计"))
    }

    @Test func aLongLimitLeavesOutItsMiddle() throws {
        let html = DeadlineCalendar(try deadline("safety2021.evaluation")).html(in: .en).text
        #expect(Markup(html).all("svg").filter { $0.attributes["role"] == "img" }.count == 4)
        #expect(html.contains("9 months in between are left out"))
    }

    @Test func theFileIsOnePictureOfItsOwn() throws {
        let file = DeadlineCalendar(try deadline()).file(in: .zh)
        #expect(Markup(file).mistakes == [])
        #expect(Markup(file).all("svg").count == 1)
        expectGolden(file, "deadline-calendar.svg")
    }
}
