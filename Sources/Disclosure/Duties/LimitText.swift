package import Text

/// Says a time limit in words (公开时限): 自「处罚决定日期」起7个工作日内.
extension DutyLimit {
    /// The limit with the name of the field that it counts from; its condition is not part of it.
    package func words(in duty: Duty) -> Phrase {
        let start = duty.field(from)?.name ?? Phrase(zh: from, en: from)
        let length = lengthWords
        return switch self.length {
        case .yearly, .quarterly: length
        case .sameDay: Phrase(zh: "「\(start.zh)」当日", en: "on the day of «\(start.en)»")
        case .workingDays, .calendarDays, .hours:
            Phrase(zh: "自「\(start.zh)」起\(length.zh)内", en: "within \(length.en) of «\(start.en)»")
        }
    }

    /// The length alone: 7个工作日, 48小时, 每年1月31日前.
    package var lengthWords: Phrase {
        switch length {
        case .workingDays(let days): Phrase(zh: "\(days)个工作日", en: Self.counted(days, "working day"))
        case .calendarDays(let days): Phrase(zh: "\(days)日", en: Self.counted(days, "calendar day"))
        case .hours(let hours): Phrase(zh: "\(hours)小时", en: Self.counted(hours, "hour"))
        case .sameDay: Phrase(zh: "当日", en: "the same day")
        case .yearly(let month, let day):
            Phrase(zh: "每年\(month)月\(day)日前", en: "every year by \(day) \(Self.month(month))")
        case .quarterly(let day):
            Phrase(zh: "每季度后首月\(day)日前", en: "every quarter by day \(day) of the month after it")
        }
    }

    private static func counted(_ count: Int, _ unit: String) -> String {
        count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }

    private static func month(_ month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
    }
}
