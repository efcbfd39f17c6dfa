import Civil
import Text

/// What must hold before an event can happen, in words that say what to do instead.
extension CaseHistory {
    /// - Throws: what is in the way of the event on that day.
    func require(_ rule: Procedure.Event, on day: CivilDate, by person: ID<Person>?, in app: App) throws {
        try requireState(for: rule)
        if rule.isOnce, events.contains(where: { $0.event == rule.key }) {
            throw Self.refusal("「\(rule.name.zh)」每件只能一次，已经办过", "«\(rule.name.en)» can happen only once, and has")
        }
        try requireDay(day, today: app.now().date)
        try requireAnswered(rule, on: day, by: person)
        try requireElapsed(rule, on: day, in: app)
        for key in rule.extends { try requireTimeLeft(key, on: day, in: app) }
    }

    private func requireState(for rule: Procedure.Event) throws {
        guard !rule.from.contains(file.state) else { return }
        let state = procedure.state(file.state)?.name ?? Phrase(zh: file.state, en: file.state)
        let next = possible.map(\.name)
        let zh = next.isEmpty ? "" : "；现在可以：\(next.map(\.zh).joined(separator: "、"))"
        let en = next.isEmpty ? "" : "; possible now: \(next.map(\.en).joined(separator: ", "))"
        throw Self.refusal(
            "办件现在是「\(state.zh)」，不能「\(rule.name.zh)」\(zh)",
            "The case is «\(state.en)», where «\(rule.name.en)» cannot happen\(en)"
        )
    }

    private func requireDay(_ day: CivilDate, today: CivilDate) throws {
        if day > today {
            throw Refusal.invalid([FieldProblem("on", zh: "日期不能晚于今天", en: "The day cannot be later than today")])
        }
        guard let first = events.first?.on, day < first else { return }
        throw Refusal.invalid([
            FieldProblem(
                "on",
                zh: "日期不能早于收到日期\(first.chinese)",
                en: "The day cannot be before \(first.english), when the case arrived"
            )
        ])
    }

    private func requireAnswered(_ rule: Procedure.Event, on day: CivilDate, by person: ID<Person>?) throws {
        guard !rule.answers.isEmpty else { return }
        guard let asked = asked(by: rule) else {
            let names = rule.answers.compactMap { procedure.event($0)?.name }
            throw Self.refusal(
                "要先「\(names.map(\.zh).joined(separator: "」或「"))」，才能「\(rule.name.zh)」",
                "«\(rule.name.en)» needs «\(names.map(\.en).joined(separator: "» or «"))» first"
            )
        }
        if day < asked.on {
            throw Refusal.invalid([
                FieldProblem(
                    "on",
                    zh: "日期不能早于\(asked.on.chinese)",
                    en: "The day cannot be before \(asked.on.english)"
                )
            ])
        }
        if rule.by == [.approver], let person, asked.person == person {
            throw Self.refusal("提出的人不能自己批准，请由另一位签发领导办理", "Who asks cannot approve; another approver must")
        }
    }

    /// What follows from silence needs the term to be over.
    private func requireElapsed(_ rule: Procedure.Event, on day: CivilDate, in app: App) throws {
        guard let key = rule.after, let running = clocks()[key] else { return }
        guard let due = running.dueOn(in: app.holidays, asOf: day) else { return }
        guard day <= due else { return }
        throw Self.refusal(
            "期限到\(due.chinese)为止，过了这一天才能「\(rule.name.zh)」",
            "The term lasts until \(due.english); «\(rule.name.en)» is possible after it"
        )
    }

    /// An extension that is granted when the time has run out is none.
    private func requireTimeLeft(_ key: String, on day: CivilDate, in app: App) throws {
        guard let due = clocks()[key]?.dueOn(in: app.holidays, asOf: day), day > due else { return }
        throw Self.refusal(
            "期限已于\(due.chinese)届满，不能再延期；请尽快答复",
            "The time ran out on \(due.english) and cannot be extended; please reply as soon as possible"
        )
    }

    // MARK: What was typed

    /// Answers to the event's questions and what is wrong with them.
    func check(
        _ rule: Procedure.Event,
        _ typed: [String: String],
        on day: CivilDate,
        in app: App
    ) -> (content: ItemContent, problems: [FieldProblem]) {
        var (content, problems) = rule.questions.checked(typed, in: FieldContext(today: app.now().date))
        problems += extensionProblems(rule, content) + groundProblems(content)
        return (content, problems)
    }

    /// No more days than the law allows.
    private func extensionProblems(_ rule: Procedure.Event, _ content: ItemContent) -> [FieldProblem] {
        guard let days = content["days"].flatMap({ Int($0) }) else { return [] }
        let granting = procedure.events.filter { $0.answers.contains(rule.key) || $0.key == rule.key }
        let running = clocks()
        guard let clock = granting.flatMap(\.extends).filter({ running[$0] != nil }).compactMap(procedure.clock).first,
            let longest = clock.limit.longestExtension, !(1...longest).contains(days)
        else { return [] }
        return [
            FieldProblem(
                "days",
                zh: "可以延长1至\(longest)日（\(clock.limit.rule.text(chinese: true))）",
                en: "1 to \(longest) days are allowed (\(clock.limit.rule.text(chinese: false)))"
            )
        ]
    }

    /// A release in part says why the rest stays closed; other outcomes have their reason in themselves.
    private func groundProblems(_ content: ItemContent) -> [FieldProblem] {
        guard let outcome = content["outcome"].flatMap({ procedure.outcome($0) }) else { return [] }
        switch (outcome.isPartial, content["grounds"] == nil) {
        case (true, true):
            return [
                FieldProblem(
                    "grounds",
                    zh: "部分公开要写明其余部分不公开的理由，请勾选",
                    en: "Say why the rest is not released"
                )
            ]
        case (false, false):
            return [
                FieldProblem(
                    "grounds",
                    zh: "只有部分公开才填写，请取消勾选或者把结果改为部分公开",
                    en: "Only for a release in part; clear it, or choose that outcome"
                )
            ]
        default: return []
        }
    }

    private static func refusal(_ zh: String, _ en: String) -> Refusal { .wrongState(Phrase(zh: zh, en: en)) }
}
