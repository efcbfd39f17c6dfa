/// The built-in working days against an independent reading of the notices, and what the table refuses.
import Testing

@testable import Civil

@Suite struct HolidayTableTests {
    let table = HolidayTable.stateCouncil

    struct Year: Sendable {
        let year: Int
        let off: String
        let work: String
    }

    /// Days off and make-up days by calendar year, MMDD, read from the notices a second time.
    static let years = [
        Year(
            year: 2016,
            off: "0101 0207-0213 0404 0501-0502 0609-0611 0915-0917 1001-1007",
            work: "0206 0214 0612 0918 1008 1009"
        ),
        Year(
            year: 2017,
            off: "0101-0102 0127-0202 0402-0404 0501 0528-0530 1001-1008",
            work: "0122 0204 0401 0527 0930"
        ),
        Year(
            year: 2018,
            off: "0101 0215-0221 0405-0407 0429-0501 0618 0924 1001-1007 1230-1231",
            work: "0211 0224 0408 0428 0929 0930 1229"
        ),
        Year(
            year: 2019,
            off: "0101 0204-0210 0405 0501-0504 0607 0913 1001-1007",
            work: "0202 0203 0428 0505 0929 1012"
        ),
        Year(
            year: 2020,
            off: "0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008",
            work: "0119 0426 0509 0628 0927 1010"
        ),
        Year(
            year: 2021,
            off: "0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007",
            work: "0207 0220 0425 0508 0918 0926 1009"
        ),
        Year(
            year: 2022,
            off: "0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231",
            work: "0129 0130 0402 0424 0507 1008 1009"
        ),
        Year(
            year: 2023,
            off: "0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006",
            work: "0128 0129 0423 0506 0625 1007 1008"
        ),
        Year(
            year: 2024,
            off: "0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007",
            work: "0204 0218 0407 0428 0511 0914 0929 1012"
        ),
        Year(
            year: 2025,
            off: "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
            work: "0126 0208 0427 0928 1011"
        ),
        Year(
            year: 2026,
            off: "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
            work: "0104 0214 0228 0509 0920 1010"
        ),
    ]

    @Test(arguments: years)
    func theYearAgreesWithTheSecondReading(_ year: Year) throws {
        let off = try Self.dates(year.off, of: year.year)
        let work = try Self.dates(year.work, of: year.year)
        var day = try date("\(year.year)-01-01")
        while day.year == year.year {
            let expected = work.contains(day) || (!off.contains(day) && !day.weekday.isWeekend)
            #expect(try table.isWorkday(day) == expected, "\(day)")
            #expect((table.makeUp(on: day) != nil) == work.contains(day), "\(day)")
            day = day.adding(days: 1)
        }
        #expect(off.allSatisfy { table.holiday(on: $0) != nil })
    }

    static func dates(_ text: String, of year: Int) throws -> Set<CivilDate> {
        var dates: Set<CivilDate> = []
        for part in text.split(separator: " ") {
            let ends = try part.split(separator: "-").map { try date("\(year)-\($0.prefix(2))-\($0.suffix(2))") }
            let first = try #require(ends.first)
            let last = try #require(ends.last)
            for offset in 0...first.days(until: last) { dates.insert(first.adding(days: offset)) }
        }
        return dates
    }

    struct Count: Sendable {
        let year: Int
        let days: Int
    }

    @Test(arguments: [
        Count(year: 2018, days: 250), Count(year: 2019, days: 250), Count(year: 2020, days: 249),
        Count(year: 2021, days: 250), Count(year: 2022, days: 249), Count(year: 2023, days: 249),
        Count(year: 2024, days: 251), Count(year: 2025, days: 248), Count(year: 2026, days: 248),
    ])
    func workingDaysOfTheYear(_ count: Count) throws {
        let before = try date("\(count.year - 1)-12-31")
        #expect(try WorkingDays.count(after: before, through: date("\(count.year)-12-31")) == count.days)
    }

    @Test func everyYearHasItsNoticeAndNoDayWasLost() {
        #expect(table.years == 2007...2026)
        #expect(table.arrangements.map(\.year) == Array(2007...2026))
        #expect(table.arrangements.allSatisfy { $0.notice.hasPrefix("国办发明电〔\($0.year - 1)〕") })
        #expect(table.arrangements.reduce(0) { $0 + $1.days.count } == 677)
        #expect(table.arrangements.flatMap(\.days).filter { !$0.isOff }.allSatisfy { $0.date.weekday.isWeekend })
        #expect(Set(table.arrangements.flatMap(\.days).map(\.date)).count == 677)
    }

    @Test func holidaysAreNamed() throws {
        #expect(try table.holiday(on: date("2024-02-12"))?.zh == "春节")
        #expect(try table.holiday(on: date("2024-02-12"))?.en == "Spring Festival")
        #expect(try table.holiday(on: date("2025-10-03"))?.en == "National Day and Mid-Autumn Festival")
        #expect(try table.makeUp(on: date("2024-02-18"))?.zh == "春节")
        #expect(try table.holiday(on: date("2024-02-18")) == nil)
        #expect(try table.holiday(on: date("2024-03-02")) == nil)
        #expect(try table.makeUp(on: date("2024-03-04")) == nil)
        let untranslated = table.arrangements.flatMap(\.days).filter { $0.name.en.utf8.contains { $0 > 127 } }
        #expect(untranslated.isEmpty)
    }

    @Test(arguments: ["2006-12-30", "2006-12-31", "2027-01-01", "1999-01-01", "9999-12-31"])
    func aYearOutsideIsRefusedByName(_ iso: String) throws {
        let day = try date(iso)
        let refusal = #expect(throws: OutsideHolidayTable.self) { try table.isWorkday(day) }
        #expect(refusal?.year == day.year)
        #expect(refusal?.words.zh.contains("\(day.year)年") == true)
        #expect(refusal?.words.zh.contains("导入") == true)
        #expect(refusal?.words.en.contains("Import the holidays of \(day.year)") == true)
        #expect(table.holiday(on: day) == nil)
        #expect(table.makeUp(on: day) == nil)
    }

    @Test func aNewYearWidensTheTableAndMayReachBack() throws {
        let next = try HolidayYear.read(HolidayFileTests.text, year: 2027, notice: "测试第1号")
        let wider = try table.adding(next)
        #expect(wider.years == 2007...2027)
        #expect(try !wider.isWorkday(date("2026-12-31")))
        #expect(try table.isWorkday(date("2026-12-31")))
        #expect(try wider.isWorkday(date("2027-01-03")))
        #expect(try WorkingDays.add(1, to: date("2026-12-30"), in: wider) == date("2027-01-03"))
        #expect(throws: OutsideHolidayTable.self) { try WorkingDays.add(1, to: date("2026-12-31"), in: table) }
    }

    @Test func aCorrectionReplacesAndALaterNoticeOverlays() throws {
        let name = Words(zh: "壮族三月三", en: "Sanyuesan")
        let monday = try date("2026-04-20")
        let tuesday = try date("2026-04-21")
        let first = HolidayYear(year: 2026, notice: "甲", days: [.init(date: monday, isOff: true, name: name)])
        let corrected = HolidayYear(year: 2026, notice: "甲", days: [.init(date: tuesday, isOff: true, name: name)])
        let once = try table.adding(first)
        #expect(try !once.isWorkday(monday))
        #expect(try !once.isWorkday(date("2026-10-01")))
        let twice = try once.adding(corrected)
        #expect(try twice.isWorkday(monday))
        #expect(try !twice.isWorkday(tuesday))
        #expect(twice.arrangements.count == 21)
        #expect(try once != table && once == table.adding(first))
    }

    @Test func aGapIsRefused() throws {
        let later = HolidayYear(year: 2028, notice: "乙", days: [])
        let refusal = #expect(throws: MissingHolidayYear.self) { try table.adding(later) }
        #expect(refusal?.missing == 2027)
        #expect(refusal?.words.en.contains("Import 2027 first") == true)
        let earlier = HolidayYear(year: 2005, notice: "丙", days: [])
        #expect(#expect(throws: MissingHolidayYear.self) { try table.adding(earlier) }?.missing == 2006)
    }
    @Test func aSupplementNeverStandsForTheYear() throws {
        let text = "2027-04-09 off 壮族三月三"
        let supplement = try HolidayYear.read(text, year: 2027, notice: "丁", supplement: true)
        let refusal = #expect(throws: MissingHolidayYear.self) { try table.adding(supplement) }
        #expect(refusal?.words.en.contains("State Council's arrangement first") == true)
        let whole = try HolidayYear.read(HolidayFileTests.text, year: 2027, notice: "测试第1号")
        let both = try table.adding(whole).adding(supplement)
        #expect(try !both.isWorkday(date("2027-04-09")))
        #expect(try !both.isWorkday(date("2027-10-01")))
        #expect(try both.holiday(on: date("2027-04-09"))?.en == "壮族三月三")
        #expect(table.arrangements.allSatisfy { $0.missingHolidays.isEmpty })
    }
}
