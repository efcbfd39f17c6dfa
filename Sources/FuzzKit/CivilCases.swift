import Civil

let civilCases: [FuzzCase] = [
    FuzzCase("day: every form of it is read") { chance in
        let day = CivilDate(dayNumber: chance.number(below: 3_652_059) - 719_162)
        try promise(CivilDate(day.iso) == day, "\(day.iso) is read as another")
        try promise(CivilDate.read(day.iso) == day, "\(day.iso) as typed is read as another")
        if day.year >= 1000 { try promise(CivilDate.read(day.chinese) == day, "\(day.chinese) is read as another") }
        try promise(CivilDate(dayNumber: day.dayNumber) == day, "\(day) has another number")
        let count = chance.number(below: 100_000) - 50_000
        let later = day.adding(days: count)
        let isWithin = later != .first && later != .last
        try promise(!isWithin || later.adding(days: -count) == day, "\(day) and \(count) days and back is another")
        try promise(!isWithin || day.days(until: later) == count, "\(count) days after \(day) is at another distance")
    },
    FuzzCase("day: whatever is read is a day") { chance in
        let typed = days.input(&chance).text
        for day in [CivilDate(typed), CivilDate.read(typed)].compactMap({ $0 }) {
            try promise(CivilDate(day.iso) == day, "\(typed.debugDescription) is read as \(day)")
        }
        if let iso = CivilDate(typed) { try promise(iso.iso.utf8.elementsEqual(typed.utf8), "two texts of \(iso)") }
    },
    FuzzCase("instant: what is written is read") { chance in
        // It is written to the second.
        let instant = Instant(milliseconds: Int64(truncatingIfNeeded: chance.next()) % 200_000_000_000 * 1000)
        guard (1...9999).contains(instant.date.year), instant.date != .first, instant.date != .last else { return }
        try promise(Instant.read(instant.iso8601) == instant, "\(instant.iso8601) is read as another")
    },
    FuzzCase("instant: anything is read or refused") { chance in
        let typed = instants.input(&chance).text
        guard let instant = Instant.read(typed) else { return }
        _ = (instant.chinese, instant.english, instant.minuteText, instant.clock)
    },
]

private let days = Mutation(
    corpus: ["2024-02-29", "2018年3月8日", "2018/3/8", "20180308", "２０１８．３．８", "0001-01-01", "9999-12-31"].map {
        Array($0.utf8)
    },
    words: ["-", "年", "月", "日", "号", "/", ".", "0", "9", "　", "−", "\u{301}", "13", "00"]
)

private let instants = Mutation(
    corpus: ["2024-02-29T14:05:09.045+08:00", "2024-03-01 14:05", "2024-03-01T00:00:00Z", "9999-12-31T23:59:59-14:00"]
        .map {
            Array($0.utf8)
        },
    words: ["T", ":", ".", "Z", "+", "-", "99", "60", "+23:59", ".123456789"]
)
