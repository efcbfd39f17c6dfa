import Civil
import Text

/// Deadlines in working days need the State Council's notice of the year, which appears in October or November.
extension FindingGroup {
    /// From this day on the notice for the next year should be in the table.
    private static let noticeIsOut = (month: 11, day: 15)

    static func calendar(_ table: HolidayTable, today: CivilDate) -> FindingGroup {
        let years = "\(table.years.lowerBound)–\(table.years.upperBound)"
        var finding = Finding(
            mark: .fine,
            subject: Phrase(zh: "节假日安排", en: "holiday notices"),
            detail: Phrase(zh: "\(years) 年齐全", en: "known for \(years)")
        )
        let isLate = (today.month, today.day) > noticeIsOut
        if !table.years.contains(today.year) {
            finding.mark = .wrong
            finding.detail = Phrase(
                zh: "只有 \(years) 年；\(today.year) 年的工作日无法计算，请导入：gongkai holidays import",
                en: "known for \(years) only; working days of \(today.year) cannot be counted: gongkai holidays import"
            )
        } else if isLate, !table.years.contains(today.year + 1) {
            finding.mark = .warning
            finding.detail = Phrase(
                zh: "缺 \(today.year + 1) 年，跨年期限无法计算；国务院办公厅通知一般已发布，请导入：gongkai holidays import",
                en: "\(today.year + 1) is missing, so deadlines beyond New Year cannot be counted; "
                    + "the notice is usually out by now: gongkai holidays import"
            )
        }
        return FindingGroup(name: Phrase(zh: "日历", en: "Calendar"), findings: [finding], advice: nil)
    }

    /// The machine's clock against the newest record: time that stands before it has been set back.
    static func time(_ now: Instant, newestRecord: Instant?) -> FindingGroup {
        let subject = Phrase(zh: "北京时间", en: "time (+08:00)")
        var finding = Finding(mark: .fine, subject: subject, detail: Phrase(zh: now.iso8601, en: now.iso8601))
        if let newestRecord, newestRecord > now {
            finding.mark = .wrong
            finding.detail = Phrase(
                zh: "\(now.iso8601)，早于最新记录 \(newestRecord.iso8601)：请校准系统时钟",
                en: "\(now.iso8601) is before the newest record of \(newestRecord.iso8601): set the machine's clock"
            )
        }
        return FindingGroup(name: Phrase(zh: "时间", en: "Time"), findings: [finding], advice: nil)
    }
}
