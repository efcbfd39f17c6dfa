/// The calendar arithmetic against a day-by-day walk, and the written forms of a date.
import Testing

@testable import Civil

@Suite struct CivilDateTests {
    @Test func everyDayOfEightHundredYearsFollowsTheOneBefore() throws {
        var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
        var weekday = Weekday.saturday
        var number = date.dayNumber
        while date.year < 2400 {
            guard
                date.dayNumber == number, date.weekday == weekday, CivilDate(dayNumber: number) == date,
                CivilDate(date.iso) == date
            else {
                Issue.record("\(date) breaks the row")
                return
            }
            date = try #require(Self.next(after: date))
            weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
            number += 1
        }
    }

    /// The day after, found only by asking which days exist.
    static func next(after date: CivilDate) -> CivilDate? {
        CivilDate(year: date.year, month: date.month, day: date.day + 1)
            ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
            ?? CivilDate(year: date.year + 1, month: 1, day: 1)
    }

    @Test func knownDays() throws {
        let epoch = try #require(CivilDate("1970-01-01"))
        #expect(epoch.dayNumber == 0)
        #expect(epoch.weekday == .thursday)
        let day = try #require(CivilDate("2024-02-29"))
        #expect(day.dayNumber == 19_782)
        #expect(day.adding(days: 1).iso == "2024-03-01")
        #expect(day.adding(days: -60).iso == "2023-12-31")
        #expect(day.days(until: epoch) == -19_782)
        #expect(day.adding(months: 12).iso == "2025-02-28")
        #expect(day.adding(months: -2).iso == "2023-12-29")
    }

    @Test func theCalendarEndsInsteadOfOverflowing() {
        #expect(CivilDate.first.iso == "0001-01-01")
        #expect(CivilDate.first.adding(days: -1) == .first)
        #expect(CivilDate.last.adding(days: 1) == .last)
        #expect(CivilDate.last.adding(days: .max) == .last)
        #expect(CivilDate.last.adding(days: .min) == .first)
        #expect(CivilDate.last.adding(months: .max) == .last)
        #expect(CivilDate.first.adding(months: .min) == .first)
        #expect(CivilDate(dayNumber: CivilDate.last.dayNumber) == .last)
        #expect(CivilDate(dayNumber: CivilDate.first.dayNumber) == .first)
        #expect(CivilDate(dayNumber: .max) == .last)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2018-00-10", "2018-13-10", "2018-04-31", "0000-01-01", "2018-3-8", "2018-03-8",
        "2018/03/08", " 2018-03-08", "2018-03-08 ", "20180308", "2018-03-081", "", "２０１８-03-08", "+018-03-08",
    ])
    func otherTextIsNoIsoDate(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func writtenForms() throws {
        let date = try #require(CivilDate("2018-03-08"))
        #expect(date.iso == "2018-03-08")
        #expect("\(date)" == "2018-03-08")
        #expect(date.chinese == "2018年3月8日")
        #expect(date.english == "8 March 2018")
        #expect(date.weekday.chinese == "星期四")
        #expect(date.weekday.english == "Thursday")
    }

    @Test(arguments: [
        "2018-03-08", "2018-3-8", "2018/3/8", "2018/03/08", "2018.3.8", "20180308", "2018年3月8日", "2018年03月08日",
        " 2018 年 3 月 8 日 ", "２０１８年３月８日", "2018．3．8", "2018年3月8号", "2018—03—08",
    ])
    func typedDatesAreRead(_ typed: String) {
        #expect(CivilDate.read(typed)?.iso == "2018-03-08")
    }

    @Test(arguments: [
        "", "2018", "18-3-8", "8/3/2018", "2018-3/8", "2018-3", "2018年3月", "2018-13-1", "2018年2月30日", "201803081",
        "2018-3-8 14:05", "2018--3-8", "明天", "2018-3-8日", "2018018", "2018003008", "2018-003-08",
    ])
    func whatIsNoDateIsRefused(_ typed: String) {
        #expect(CivilDate.read(typed) == nil)
    }
}
