package import Civil
package import Text

/// A deadline that somebody asks about in words: rule, day, and what happened since, as the command line and the API take it.
package struct ClockQuestion: Sendable, Hashable {
    /// Key of a limit, such as `reg2019.reply`; `disclosure.reply` takes the version in force on the day.
    package var rule: String
    /// Day or moment of the event that starts the clock.
    package var from: String
    /// So many days of the rule's unit more.
    package var extend: String?
    package var approver: String?
    /// `sent..answered`, perhaps with `=reason`; `sent..` while no answer has come.
    package var pauses: [String]
    /// Days of restarts, each perhaps with `=reason`.
    package var restarts: [String]

    package init(
        rule: String,
        from: String,
        extend: String? = nil,
        approver: String? = nil,
        pauses: [String] = [],
        restarts: [String] = []
    ) {
        self.rule = rule
        self.from = from
        self.extend = extend
        self.approver = approver
        self.pauses = pauses
        self.restarts = restarts
    }

    /// Counts it.
    ///
    /// - Parameter today: up to which an open pause counts.
    /// - Throws: `Refusal.wrongState` with what cannot be read or counted.
    package func deadline(in table: HolidayTable, asOf today: CivilDate, _ language: Language) throws(Refusal)
        -> Deadline
    {
        let start = try instant()
        let limit = try Self.limit(rule, on: start.date)
        var clock = LegalClock(limit, event: limit.event, start: start, restarts: [], pauses: [], extended: nil)
        for text in restarts { clock.restarts.append(try restart(text)) }
        for text in pauses { clock.pauses.append(try pause(text)) }
        if let extend { clock.extended = try Self.extended(extend, by: approver, language) }
        if let early = clock.restarts.first(where: { $0.on < start.date }) {
            throw .wrongState(
                Phrase(
                    zh: "重新起算日 \(early.on.iso) 早于起算日 \(start.date.iso)",
                    en: "the restart on \(early.on.iso) is before the event on \(start.date.iso)"
                )
            )
        }
        do {
            return try clock.deadline(in: table, asOf: today)
        } catch {
            throw .wrongState(Phrase(zh: error.words.zh, en: error.words.en))
        }
    }

    private func instant() throws(Refusal) -> Instant {
        if let date = CivilDate.read(from) { return .start(of: date) }
        if let moment = Instant.read(from) { return moment }
        return .start(of: try Self.date(from))
    }

    /// - Throws: `Refusal.wrongState` for what is no date.
    package static func date(_ text: String) throws(Refusal) -> CivilDate {
        guard let date = CivilDate.read(text) else {
            throw .wrongState(
                Phrase(zh: "“\(text)”不是日期，请写成 2024-02-05", en: "\"\(text)\" is no date; write it like 2024-02-05")
            )
        }
        return date
    }

    private static func extended(_ text: String, by approver: String?, _ language: Language) throws(Refusal)
        -> LegalClock.Extension
    {
        guard let count = Int(text) else {
            throw .wrongState(
                Phrase(
                    zh: "延长“\(text)”不是天数，请写数字，如 20",
                    en: "an extension of \"\(text)\" is no number of days; write it like 20"
                )
            )
        }
        return .init(count: count, approver: approver ?? Phrase(zh: "本机关负责人", en: "the head of the office")[language])
    }

    private func restart(_ text: String) throws(Refusal) -> LegalClock.Restart {
        let (day, reason) = Self.parts(text)
        return .init(
            on: try Self.date(day),
            reason: reason ?? Words(zh: "收到补正材料或者费用", en: "correction or payment received")
        )
    }

    private func pause(_ text: String) throws(Refusal) -> LegalClock.Pause {
        let (days, reason) = Self.parts(text)
        guard let points = days.firstRange(of: "..") else {
            throw .wrongState(
                Phrase(
                    zh: "中止“\(text)”应写成 发出日..答复日，如 2024-02-20..2024-02-28",
                    en: "write the pause \"\(text)\" as sent..answered, like 2024-02-20..2024-02-28"
                )
            )
        }
        let sent = try Self.date(String(days[..<points.lowerBound]))
        let rest = String(days[points.upperBound...])
        let answered = rest.isEmpty ? nil : try Self.date(rest)
        if let answered, answered < sent {
            throw .wrongState(
                Phrase(
                    zh: "中止“\(text)”的答复日早于发出日",
                    en: "the answer of the pause \"\(text)\" is before its sending"
                )
            )
        }
        return .init(sentOn: sent, answeredOn: answered, reason: reason ?? Words(zh: "征求意见", en: "consultation"))
    }

    /// What stands before and behind the first `=`.
    private static func parts(_ text: String) -> (days: String, reason: Words?) {
        guard let mark = text.firstIndex(of: "=") else { return (text, nil) }
        let reason = String(text[text.index(after: mark)...])
        return (String(text[..<mark]), reason.isEmpty ? nil : Words(zh: reason, en: reason))
    }

    /// A rule by its key, or the one of a family (`disclosure.reply`) that was in force on the day.
    private static func limit(_ key: String, on date: CivilDate) throws(Refusal) -> TimeLimit {
        if let limit = TimeLimit.named(key) { return limit }
        let parts = key.split(separator: ".").map(String.init)
        if parts.count == 2, let family = RuleSet.Family(rawValue: parts[0]) {
            guard let limit = TimeLimit.inForce(parts[1], family, on: date) else {
                throw .wrongState(
                    Phrase(
                        zh: "\(date.chinese)没有有效的规则 \(key)；规则见 gongkai clock rules --on \(date.iso)",
                        en:
                            "no rule \(key) was in force on \(date.english); gongkai clock rules --on \(date.iso) lists what was"
                    )
                )
            }
            return limit
        }
        let like = TimeLimit.all.map(\.key).filter { known in
            known.hasPrefix("\(parts.first ?? "").") || known.hasSuffix(".\(parts.last ?? "")")
        }
        let hint = like.prefix(6).joined(separator: ", ")
        throw .wrongState(
            Phrase(
                zh: "没有规则“\(key)”。\(hint.isEmpty ? "" : "相近的有：\(hint)。")全部规则见 gongkai clock rules 或者 /api/clock",
                en:
                    "there is no rule \"\(key)\". \(hint.isEmpty ? "" : "Similar: \(hint). ")All rules: gongkai clock rules, or /api/clock"
            )
        )
    }
}
