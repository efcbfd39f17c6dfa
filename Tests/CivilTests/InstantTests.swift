/// Moments on the official clock of China and their written forms.
import Testing

@testable import Civil

@Suite struct InstantTests {
    @Test func aDayStartsAtMidnightInBeijing() throws {
        let day = try #require(CivilDate("2018-03-08"))
        let start = Instant.start(of: day)
        #expect(start.milliseconds == 1_520_438_400_000)
        #expect(start.date == day)
        #expect(start.adding(milliseconds: -1).date.iso == "2018-03-07")
        #expect(Instant.end(of: day).date == day)
        #expect(Instant.end(of: day).adding(milliseconds: 1).date.iso == "2018-03-09")
    }

    @Test func theClockIsRead() throws {
        let moment = Instant.start(of: try #require(CivilDate("2018-03-08")))
            .adding(milliseconds: Instant.hours(14) + Instant.minutes(5) + Instant.seconds(9) + 7)
        #expect(moment.clock == (14, 5, 9))
        #expect(moment.minuteText == "2018-03-08 14:05")
        #expect(moment.iso8601 == "2018-03-08T14:05:09+08:00")
        #expect(moment.chinese == "2018年3月8日14时05分")
        #expect(moment.english == "14:05 on 8 March 2018")
    }

    @Test func momentsBeforeTheEpochAreRightToo() {
        let moment = Instant(milliseconds: -Instant.hours(9))
        #expect(moment.iso8601 == "1969-12-31T23:00:00+08:00")
        #expect(Instant(milliseconds: .min).date == .first)
        #expect(Instant(milliseconds: .max).date == .last)
        #expect(Instant(milliseconds: .max).adding(milliseconds: 1).milliseconds == .max)
        #expect(Instant(milliseconds: .min).milliseconds(until: Instant(milliseconds: .max)) == .max)
    }

    struct Reading: Sendable {
        let typed: String
        let milliseconds: Int64?
    }

    @Test(arguments: [
        Reading(typed: "2018-03-08T14:05", milliseconds: 1_520_489_100_000),
        Reading(typed: "2018-03-08 14:05", milliseconds: 1_520_489_100_000),
        Reading(typed: "2018-03-08T14:05:00+08:00", milliseconds: 1_520_489_100_000),
        Reading(typed: "2018-03-08T06:05:00Z", milliseconds: 1_520_489_100_000),
        Reading(typed: "2018-03-08T01:05:00-05:00", milliseconds: 1_520_489_100_000),
        Reading(typed: "2018-03-08T14:05:01.5", milliseconds: 1_520_489_101_500),
        Reading(typed: "2018-03-08T14:05:01.123456789Z", milliseconds: 1_520_517_901_123),
        Reading(typed: "2018-03-08T24:00", milliseconds: nil),
        Reading(typed: "2018-03-08T14:60", milliseconds: nil),
        Reading(typed: "2018-03-08T14:05:60", milliseconds: nil),
        Reading(typed: "2018-03-08T14:05:00.", milliseconds: nil),
        Reading(typed: "2018-03-08T14:05:00+8", milliseconds: nil),
        Reading(typed: "2018-03-08T14:05:00+08:00x", milliseconds: nil),
        Reading(typed: "2018-02-30T14:05", milliseconds: nil),
        Reading(typed: "2018-03-08", milliseconds: nil),
        Reading(typed: "", milliseconds: nil),
    ])
    func typedMomentsAreRead(_ reading: Reading) {
        #expect(Instant.read(reading.typed)?.milliseconds == reading.milliseconds)
    }

    @Test func whatIsWrittenIsReadBack() {
        for milliseconds in stride(from: Int64(-5_000_000_000_000), to: 5_000_000_000_000, by: 777_777_777_000) {
            let moment = Instant(milliseconds: milliseconds)
            #expect(Instant.read(moment.iso8601) == moment)
        }
    }
}
