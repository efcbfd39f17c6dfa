/// The fixed lines of an explanation: the rule, where the count starts, how it ends.
extension Deadline {
    var ruleLine: ExplanationLine {
        let length = limit.length.words
        return ExplanationLine(
            .rule,
            zh: "期限：\(limit.duty.zh)，\(length.zh)（\(rule.text(chinese: true))，规则版本\(rule.version)）。",
            en: "Limit: \(limit.duty.en), \(length.en) (\(rule.text(chinese: false)); rule version \(rule.version))."
        )
    }

    var startLine: ExplanationLine {
        let date = clock.start.date
        switch limit.length {
        case .workingDays, .calendarDays, .months:
            return ExplanationLine(
                .start,
                date...date,
                zh: "\(date.withWeekday.zh)\(startEvent.zh)，当日不计，自次日起算。",
                en: "\(date.withWeekday.en): \(startEvent.en). This day is not counted; the count starts the next day."
            )
        case .hours:
            return ExplanationLine(
                .start,
                date...date,
                zh: "\(clock.start.chinese)\(startEvent.zh)，即时起算，夜间和节假日不扣除。",
                en: "\(clock.start.english): \(startEvent.en). The hours run at once, nights and days off included."
            )
        case .sameDay, .periodic, .quarterly:
            return ExplanationLine(
                .start,
                date...date,
                zh: "\(date.withWeekday.zh)\(startEvent.zh)。",
                en: "\(date.withWeekday.en): \(startEvent.en)."
            )
        }
    }

    /// A restart drops what was before it; where there were several, only the latest counts.
    var restartLines: [ExplanationLine] {
        guard start > clock.start.date else { return [] }
        let reason = restartReason
        let restart = ExplanationLine(
            .restart,
            start...start,
            zh: "\(start.withWeekday.zh)\(reason.zh)，期限重新起算，当日不计。",
            en: "\(start.withWeekday.en): \(reason.en). The time starts anew; this day is not counted."
        )
        let dropped = clock.pauses.filter { $0.sentOn < start && $0.answeredOn.map { $0 <= start } ?? false }
        return [restart]
            + dropped.sorted { ($0.sentOn, $0.reason.zh) < ($1.sentOn, $1.reason.zh) }.map { pause in
                ExplanationLine(
                    .droppedPause,
                    pause.sentOn...max(pause.sentOn, pause.answeredOn ?? pause.sentOn),
                    zh: "\(pause.sentOn.chinese)开始的中止（\(pause.reason.zh)）在重新起算之前，不再扣除。",
                    en: """
                        The pause of \(pause.sentOn.english) (\(pause.reason.en)) was before the restart \
                        and no longer matters.
                        """
                )
            }
    }

    /// Why the time began anew on day 0; empty where it did not.
    var restartReason: Words {
        let reasons = clock.restarts.filter { $0.on == start }.map(\.reason)
        return Words(
            zh: reasons.map(\.zh).joined(separator: "、"),
            en: reasons.map(\.en).joined(separator: ", ")
        )
    }

    var endLines: [ExplanationLine] {
        var lines: [ExplanationLine] = []
        let total = counted
        switch limit.length {
        case .workingDays:
            lines.append(
                end(
                    zh: "第\(total)个工作日为\(due.withWeekday.zh)，当日24时届满。",
                    en: "Working day \(total) is \(due.withWeekday.en); the time ends at 24:00."
                )
            )
        case .calendarDays:
            lines.append(
                end(
                    zh: "第\(total)日为\(raw.withWeekday.zh)，节假日计算在内。",
                    en: "Day \(total) is \(raw.withWeekday.en), days off included."
                )
            )
        case .months:
            lines.append(
                end(
                    zh: "期限的最后一日为\(raw.withWeekday.zh)，节假日计算在内。",
                    en: "The last day is \(raw.withWeekday.en), days off included."
                )
            )
        case .hours:
            lines.append(end(zh: "\(dueInstant.chinese)届满。", en: "The time ends at \(dueInstant.english)."))
        case .sameDay, .periodic, .quarterly:
            lines.append(
                end(
                    zh: "\(due.withWeekday.zh)24时届满，遇节假日不顺延。",
                    en: "The time ends on \(due.withWeekday.en) at 24:00 and does not roll over days off."
                )
            )
        }
        if due > raw { lines.append(rollLine) }
        return lines
    }

    private func end(zh: String, en: String) -> ExplanationLine {
        ExplanationLine(.end, raw...raw, zh: zh, en: en)
    }

    private var rollLine: ExplanationLine {
        let cause = table.holiday(on: raw) ?? Words(zh: "周末", en: "the weekend")
        return ExplanationLine(
            .roll,
            raw...due,
            zh: "最后一日逢\(cause.zh)休息，顺延至\(due.withWeekday.zh)24时届满。",
            en: "The last day is off (\(cause.en)), so the time ends on \(due.withWeekday.en) at 24:00."
        )
    }

    /// The limit with its extension, in its own unit.
    private var counted: Int {
        switch limit.length {
        case .workingDays(let count), .calendarDays(let count): count + (extended?.count ?? 0)
        default: 0
        }
    }
}
