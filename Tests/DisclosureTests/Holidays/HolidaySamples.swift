import Civil
import Disclosure
import TestKit
import Testing

/// Arrangements as somebody types them.
enum HolidaySamples {
    /// An invented arrangement: no notice for 2027 is known.
    static let next = HolidayForm(
        year: "2027",
        notice: "测试第1号",
        text: """
            2027-01-01..2027-01-03 off 元旦
            2027-02-05..2027-02-11 off 春节
            2027-04-05 off 清明节
            2027-05-01 off 劳动节
            2027-06-09 off 端午节
            2027-09-15 off 中秋节
            2027-10-01..2027-10-07 off 国庆节
            """
    )

    /// The arrangement of 2024 with one more day off, by a later notice.
    static func corrected(with day: CivilDate) throws -> HolidayForm {
        let known = try #require(HolidayTable.stateCouncil.arrangements.first { $0.year == 2024 })
        let lines = known.days.map { "\($0.date.iso),\($0.isOff ? 1 : 0),\($0.name.zh),2024" }
        return HolidayForm(
            notice: "测试第2号",
            text: (lines + ["\(day.iso),1,纪念日,2024"]).joined(separator: "\n")
        )
    }
}
