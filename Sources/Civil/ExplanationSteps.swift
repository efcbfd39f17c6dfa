/// The lines of an explanation that tell what moved the count: days off, make-up days, pauses, the extension.
extension Deadline {
    /// Holidays skipped by name and make-up days counted by name, in order of date.
    var skippedLines: [ExplanationLine] { holidayRuns.map(line(of:)) + makeUpLines }

    var weekendLines: [ExplanationLine] {
        guard isInWorkingDays, let range = countedRange else { return [] }
        let named = holidayRuns.reduce(0) { $0 + $1.daysOff }
        let off = days(of: range).filter(table.isOff).count
        guard off > named else { return [] }
        return [
            ExplanationLine(
                .weekends,
                range,
                zh: "其间其他周末休息日\(off - named)天，不计。",
                en: "\(counted(off - named, "other weekend day")) in between: not counted."
            )
        ]
    }

    var pauseLines: [ExplanationLine] {
        let unit = isInWorkingDays ? Words(zh: "个工作日", en: "working day") : Words(zh: "日", en: "calendar day")
        return pauses.map { pause in
            let sent = Words(
                zh: "中止：\(pause.reason.zh)，\(pause.sentOn.chinese)发出，",
                en: "Paused: \(pause.reason.en), sent on \(pause.sentOn.english), "
            )
            guard !pause.isRunning else {
                return ExplanationLine(
                    .pause,
                    pause.sentOn...pause.through,
                    zh: "\(sent.zh)尚未答复，截至\(pause.through.chinese)已有\(pause.days)\(unit.zh)不计；到期日随答复日继续顺延。",
                    en: """
                        \(sent.en)not answered yet; \(counted(pause.days, unit.en)) left out so far \
                        (to \(pause.through.english)), and the due date moves on until the answer comes.
                        """
                )
            }
            return ExplanationLine(
                .pause,
                pause.sentOn...pause.through,
                zh: "\(sent.zh)\(pause.through.chinese)答复，其间\(pause.days)\(unit.zh)不计。",
                en: "\(sent.en)answered on \(pause.through.english): \(counted(pause.days, unit.en)) left out."
            )
        }
    }

    var latePauseLines: [ExplanationLine] {
        latePauses.map { pause in
            ExplanationLine(
                .latePause,
                pause.sentOn...pause.through,
                zh: "\(pause.sentOn.chinese)开始的中止（\(pause.reason.zh)）在期限届满之后，不影响到期日。",
                en: """
                    The pause of \(pause.sentOn.english) (\(pause.reason.en)) began after the time had ended \
                    and changes nothing.
                    """
            )
        }
    }

    var extensionLines: [ExplanationLine] {
        let unit = isInWorkingDays ? Words(zh: "个工作日", en: "working day") : Words(zh: "日", en: "calendar day")
        if let extended {
            let rule = extended.rule ?? rule
            let day = extended.grantedOn.map { Words(zh: "于\($0.chinese)", en: " on \($0.english)") }
            let approval = Words(
                zh: "由\(extended.approver)\(day?.zh ?? "")批准",
                en: "approved by \(extended.approver)\(day?.en ?? "")"
            )
            return [
                ExplanationLine(
                    .extended,
                    extended.grantedOn.map { $0...$0 },
                    zh: "延长\(extended.count)\(unit.zh)：\(approval.zh)（\(rule.text(chinese: true))）。",
                    en: """
                        Extended by \(counted(extended.count, unit.en)): \(approval.en) (\(rule.text(chinese: false))).
                        """
                )
            ]
        }
        if let lateExtension, let granted = lateExtension.grantedOn {
            return [
                ExplanationLine(
                    .lateExtension,
                    granted...granted,
                    zh: "\(granted.chinese)批准的延期在期限届满之后，不影响到期日。",
                    en: "The extension granted on \(granted.english) came after the time had ended and changes nothing."
                )
            ]
        }
        return []
    }

    private func line(of run: HolidayRun) -> ExplanationLine {
        let span = run.range.words
        return ExplanationLine(
            .holiday,
            run.range,
            zh: "跳过\(run.name.zh)：\(span.zh)，共\(run.daysOff)天，不计。",
            en: "Skipped \(run.name.en): \(span.en), \(counted(run.daysOff, "day")), not counted."
        )
    }

    private var makeUpLines: [ExplanationLine] {
        guard let range = countedRange else { return [] }
        return days(of: range).compactMap { date in
            table.makeUp(on: date).map { name in
                ExplanationLine(
                    .makeUp,
                    date...date,
                    zh: "\(date.withWeekday.zh)为\(name.zh)调休上班日，按工作日计。",
                    en: "\(date.withWeekday.en) is a make-up working day for \(name.en) and counts as one."
                )
            }
        }
    }

    /// Days off of one holiday with nothing but days off between them.
    private struct HolidayRun {
        let name: Words
        var range: ClosedRange<CivilDate>
        var daysOff: Int { range.lowerBound.days(until: range.upperBound) + 1 }
    }

    private var holidayRuns: [HolidayRun] {
        guard let range = countedRange else { return [] }
        var runs: [HolidayRun] = []
        var isUnbroken = false
        for date in days(of: range) {
            guard table.isOff(date) else {
                isUnbroken = false
                continue
            }
            guard let name = table.holiday(on: date) else { continue }
            if isUnbroken, let last = runs.last, last.name == name {
                runs[runs.count - 1].range = last.range.lowerBound...date
            } else {
                runs.append(HolidayRun(name: name, range: date...date))
            }
            isUnbroken = true
        }
        return runs
    }

    private func days(of range: ClosedRange<CivilDate>) -> [CivilDate] {
        (0...range.lowerBound.days(until: range.upperBound)).map(range.lowerBound.adding(days:))
    }
}
