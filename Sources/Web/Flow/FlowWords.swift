import Civil
package import Disclosure
package import Text

/// What stands in a box of a chart, and in the cells of the table behind it.
package struct FlowWords: Sendable {
    package let procedure: Procedure

    package init(_ procedure: Procedure) { self.procedure = procedure }

    /// For whom a state waits.
    package func waits(_ state: Procedure.State) -> Phrase {
        switch state.waits {
        case .office: Phrase(zh: "本机关办理", en: "The agency acts")
        case .approver: Phrase(zh: "签发领导决定", en: "The approver decides")
        case .applicant: Phrase(zh: "等申请人", en: "The applicant is to act")
        case .others: Phrase(zh: "等其他单位、个人", en: "Others are to act")
        case .nobody: Phrase(zh: "办结", en: "Closed")
        }
    }

    /// Who records an event.
    package func performers(_ event: Procedure.Event) -> Phrase {
        let names = event.by.map(Self.name)
        return Phrase(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    static func name(_ performer: Performer) -> Phrase {
        switch performer {
        case .officer: Phrase(zh: "办件人员", en: "Officer")
        case .approver: Phrase(zh: "签发领导", en: "Approver")
        case .applicant: Phrase(zh: "申请人", en: "Applicant")
        case .program: Phrase(zh: "系统", en: "The program")
        }
    }

    package func article(_ event: Procedure.Event) -> Phrase? {
        let basis = procedure.basis
        return event.article.flatMap { article in
            RuleReference(law: basis.law, article: article, version: basis.version).articleWords.map { Phrase($0) }
        }
    }

    /// What an event does to the clocks.
    package func limits(_ event: Procedure.Event) -> [Phrase] {
        let begun = Set(event.starts)
        var lines =
            event.after.flatMap(limit).map { limit in
                [Phrase(zh: "\(limit.zh)期满后", en: "After the time to \(limit.en) has run out")]
            } ?? []
        lines += event.starts.compactMap(limit).map { Phrase(zh: "起算：\($0.zh)", en: "Starts: \($0.en)") }
        lines += event.restarts.filter { !begun.contains($0) }.compactMap(limit).map {
            Phrase(zh: "重新起算：\($0.zh)", en: "Starts anew: \($0.en)")
        }
        lines += event.extends.compactMap { key in
            procedure.clock(key).map { clock in
                let most = clock.limit.longestExtension.flatMap { clock.limit.length.words(with: $0) }
                return Phrase(
                    zh: "延长：\(clock.limit.duty.zh)\(most.map { "，最多\($0.zh)" } ?? "")",
                    en: "Extends: \(clock.limit.duty.en)\(most.map { ", by \($0.en) at most" } ?? "")"
                )
            }
        }
        let paused = event.pauses.compactMap { procedure.clock($0)?.limit.duty }
        if !paused.isEmpty {
            lines.append(
                Phrase(
                    zh: "期间不计入：\(paused.map(\.zh).joined(separator: "、"))",
                    en: "Not counted meanwhile: \(paused.map(\.en).joined(separator: ", "))"
                )
            )
        }
        return lines
    }

    /// «答复申请，20个工作日».
    private func limit(_ key: String) -> Phrase? {
        procedure.clock(key).map { clock in
            let (duty, length) = (clock.limit.duty, clock.limit.length.words)
            return Phrase(zh: "\(duty.zh)，\(length.zh)", en: "\(duty.en), \(length.en)")
        }
    }

    package func letter(_ event: Procedure.Event) -> Phrase? {
        event.letter.map { LetterKind.named($0)?.name ?? Phrase(zh: $0, en: $0) }
    }

    /// In which states it may happen, where there are several; nil where the place in the chart says it.
    package func when(_ event: Procedure.Event) -> Phrase? {
        guard event.from.count > 1 else { return nil }
        let open = procedure.states.filter { $0.waits != .nobody }.map(\.key)
        guard !Set(open).isSubset(of: event.from) else {
            return Phrase(zh: "办结前随时可以", en: "At any time before it is closed")
        }
        let names = event.from.compactMap { procedure.state($0)?.name }
        return Phrase(
            zh: "可在：\(names.map(\.zh).joined(separator: "、"))",
            en: "While: \(names.map(\.en).joined(separator: "; "))"
        )
    }

    /// All lines of a box below the name of the event.
    func lines(_ event: Procedure.Event) -> [Phrase] {
        let who = performers(event)
        var lines = [
            article(event).map { Phrase(zh: "\(who.zh)　\($0.zh)", en: "\(who.en) · \($0.en)") } ?? who
        ]
        lines += limits(event)
        if let letter = letter(event) { lines.append(Phrase(zh: "发出：\(letter.zh)", en: "Goes out: \(letter.en)")) }
        // An answer comes where the question was asked.
        let isLikeQuestion = event.answers.contains { procedure.event($0)?.from == event.from }
        if !isLikeQuestion, let when = when(event) { lines.append(when) }
        return lines
    }
}

extension TimeLimit.Length {
    /// «20个工作日» for so many of the unit in which it is counted; nil for limits without a unit.
    func words(with count: Int) -> Words? {
        switch self {
        case .workingDays: Self.workingDays(count).words
        case .calendarDays: Self.calendarDays(count).words
        case .months: Self.months(count).words
        case .hours: Self.hours(count).words
        case .sameDay, .periodic, .quarterly: nil
        }
    }
}
