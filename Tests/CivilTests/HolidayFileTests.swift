/// What an administrator may type for a new year, and every mistake that is told apart.
import Testing

@testable import Civil

@Suite struct HolidayFileTests {
    /// An invented arrangement: no notice for 2027 is known.
    static let text = """
        # 测试用，不是真实安排
        2026-12-31 off 元旦
        2027-01-01..2027-01-02 off 元旦
        2027-01-03 work 元旦

        2027年2月5日 放假 春节
        2027.2.6..2027.2.11 休 春节
        2027/2/14 上班 春节
        2027-04-05 off 清明节
        2027-05-01 off 劳动节
        2027-06-09 off 端午节
        2027-09-15 off 中秋节
        20271001..20271007 off 国庆节
        """

    @Test func aYearIsRead() throws {
        let year = try HolidayYear.read(Self.text, year: 2027, notice: "测试第1号")
        #expect(year.year == 2027)
        #expect(year.notice == "测试第1号")
        #expect(year.days.count == 23)
        #expect(year.days.first?.date.iso == "2026-12-31")
        #expect(year.days.filter { !$0.isOff }.map(\.date.iso) == ["2027-01-03", "2027-02-14"])
        #expect(year.days.filter { $0.name.zh == "春节" && $0.isOff }.count == 7)
    }

    /// The lines of the table of codes, with commas or tabs, as Windows and Linux end them.
    @Test(arguments: ["\n", "\r\n"], [",", "\t"])
    func theTableOfCodesIsRead(end: String, comma: String) throws {
        let known = try #require(HolidayTable.stateCouncil.arrangements.first { $0.year == 2024 })
        let heading = ["date", "off", "name", "year_file"].joined(separator: comma)
        let lines = known.days.map { day in
            [day.date.iso, day.isOff ? "1" : "0", day.name.zh, "2024"].joined(separator: comma)
        }
        let text = "\u{FEFF}" + ([heading] + lines).joined(separator: end) + end
        #expect(HolidayYear.year(of: text) == 2024)
        let year = try HolidayYear.read(text, year: 2024, notice: known.notice)
        #expect(year == known)
        #expect(throws: HolidayFileMistake(line: 2, problem: .ofAnotherYear(2024, expected: 2025))) {
            try HolidayYear.read(text, year: 2025, notice: "")
        }
    }

    @Test func anArrangementOfAKnownYearTakesItsPlace() throws {
        let table = HolidayTable.stateCouncil
        let known = try #require(table.arrangements.first { $0.year == 2024 })
        let day = try date("2024-03-08")
        let name = Words(zh: "测试", en: "test")
        let more = HolidayYear(year: 2024, notice: "新", days: known.days + [.init(date: day, isOff: true, name: name)])
        let changed = try table.replacing(more)
        #expect(changed.arrangements.count == table.arrangements.count)
        #expect(table.changes(to: changed).map(\.date) == [day])
        #expect(try changed.replacing(known).changes(to: table).isEmpty)
        let part = HolidayYear(year: 2024, notice: "补", days: [.init(date: day, isOff: true, name: name)])
        #expect(throws: MissingHolidayYear.self) { try table.replacing(part) }
        let next = try HolidayYear.read(Self.text, year: 2027, notice: "测试第1号")
        #expect(try table.replacing(next).years == 2007...2027)
    }

    struct Mistake: Sendable {
        let line: String
        let problem: HolidayFileMistake.Problem
    }

    static func mistakes() throws -> [Mistake] {
        [
            Mistake(line: "2027-01-32 off 元旦", problem: .unreadableDate("2027-01-32")),
            Mistake(line: "一月一日 off 元旦", problem: .unreadableDate("一月一日")),
            Mistake(line: "2027-01-01 元旦", problem: .incomplete),
            Mistake(line: "2027-01-01 off", problem: .incomplete),
            Mistake(line: "2027-01-01 free 元旦", problem: .unknownWord("free")),
            Mistake(line: "2028-01-01 off 元旦", problem: .otherYear(try date("2028-01-01"), expected: 2027)),
            Mistake(line: "2026-11-30 off 元旦", problem: .otherYear(try date("2026-11-30"), expected: 2027)),
            Mistake(line: "2027-01-04 work 元旦", problem: .weekdayWorked(try date("2027-01-04"))),
            Mistake(line: "2027-01-02 work 元旦", problem: .repeated(try date("2027-01-02"), line: 3)),
            Mistake(line: "2027-10-07..2027-10-01 off 国庆节", problem: .impossibleRange("2027-10-07..2027-10-01")),
            Mistake(line: "2027-03-01..2027-05-01 off 国庆节", problem: .impossibleRange("2027-03-01..2027-05-01")),
        ]
    }

    @Test(arguments: try mistakes())
    func aMistakeIsToldWithItsLine(_ mistake: Mistake) {
        let found = #expect(throws: HolidayFileMistake.self) {
            try HolidayYear.read(Self.text + "\n" + mistake.line, year: 2027, notice: "")
        }
        #expect(found == HolidayFileMistake(line: 14, problem: mistake.problem))
        #expect(found?.words.zh.hasPrefix("第14行：") == true)
        #expect(found?.words.en.hasPrefix("Line 14: ") == true)
    }

    @Test func aForgottenHolidayIsToldByName() {
        let incomplete = Self.text.split(separator: "\n").filter { !$0.contains("中秋") }.joined(separator: "\n")
        let found = #expect(throws: HolidayFileMistake.self) {
            try HolidayYear.read(incomplete, year: 2027, notice: "")
        }
        #expect(found?.problem == .missing(["中秋节"]))
        #expect(found?.words.zh.contains("中秋节") == true)
    }

    @Test func aJoinedHolidayCountsForBoth() throws {
        let joined = Self.text.replacing("2027-09-15 off 中秋节\n", with: "").replacing("国庆节", with: "国庆节、中秋节")
        #expect(try HolidayYear.read(joined, year: 2027, notice: "").days.count == 22)
    }

    @Test func whatCannotBeAYearIsRefused() {
        #expect(throws: HolidayFileMistake(line: 0, problem: .yearOutOfRange(0))) {
            try HolidayYear.read("", year: 0, notice: "")
        }
        let long = String(repeating: "#\n", count: 1000) + "2027-01-01 off 元旦"
        #expect(throws: HolidayFileMistake(line: 1001, problem: .tooLong)) {
            try HolidayYear.read(long, year: 2027, notice: "")
        }
    }
}
