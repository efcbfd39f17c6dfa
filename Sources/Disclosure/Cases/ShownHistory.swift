package import Database
package import Text

/// One thing that happened to a case, as its applicant sees it.
package struct ShownEvent: Sendable {
    /// What was said, under the name of the question that it answers.
    package struct Line: Sendable {
        package var label: Phrase
        package var text: Phrase
    }

    package var event: CaseEvent
    package var name: Phrase
    package var lines: [Line]
    package var files: [CaseAttachment]
    /// The letter that went to the applicant with it.
    package var letter: LetterSheet?
}

/// What of a case is for its applicant: what came in and went out, never notes, nor proposals before they are signed.
extension CaseHistory {
    /// What happened, in order.
    package func shown(_ tx: any SQLConnection, in app: App) throws -> [ShownEvent] {
        let files = try tx.cases.attachments(of: file.id, in: app)
        return try events.filter(isShown).map { event in
            let own = files.filter { $0.place == event.place }
            return ShownEvent(
                event: event,
                name: own.isEmpty ? name(of: event) : Phrase(zh: "您补充的材料", en: "Files that you added"),
                lines: try lines(of: event, tx, app),
                files: own,
                letter: try letter(of: event, tx, app)
            )
        }
    }

    /// The answer that closed the case and the grounds of what it left out; nil while it is open or nothing was said.
    package func answer(_ tx: any SQLConnection, in app: App) throws -> (text: String?, grounds: [String])? {
        guard !file.isOpen else { return nil }
        let closing = events.last { event in
            procedure.isClosed(event.state) && !(before(event).map(procedure.isClosed) ?? false)
        }
        guard let closing else { return nil }
        let places = [closing.place] + (closing.answers.map { [$0] } ?? [])
        var text: String?
        var grounds: [String] = []
        for place in places {
            guard let words = try tx.cases.words(.event(place), of: file.id, in: app) else { continue }
            text = text ?? words[EventQuestion.answer.rawValue]
            grounds += words[EventQuestion.grounds.rawValue]?.split(separator: ",").map(String.init) ?? []
        }
        return (text, grounds)
    }

    /// Where the case stood before an event.
    private func before(_ event: CaseEvent) -> String? {
        event.place >= 2 && event.place <= events.count ? events[event.place - 2].state : nil
    }

    func isShown(_ event: CaseEvent) -> Bool {
        switch CaseEvent.Common(rawValue: event.event) {
        case .filed, .message, .split: return true
        case .assigned, .note, .merged, .parted, .drafted: return false
        case nil: break
        }
        guard let rule = procedure.event(event.event), !isProposal(rule) else { return false }
        if event.performer == .applicant { return true }
        let before = before(event)
        if let before, procedure.isClosed(before) { return true }
        if rule.to == nil { return rule.letter != nil || !rule.extends.isEmpty }
        // Back from the approver to the officer: the office's own affair.
        let wasSigning = before.flatMap(procedure.state)?.waits == .approver
        return !wasSigning || procedure.isClosed(event.state)
    }

    /// Whether an approver has to decide on it.
    private func isProposal(_ rule: Procedure.Event) -> Bool {
        procedure.events.contains { $0.answers.contains(rule.key) && $0.by == [.approver] }
    }

    private func name(of event: CaseEvent) -> Phrase {
        switch CaseEvent.Common(rawValue: event.event) {
        case .filed: return Phrase(zh: "提交", en: "Filed")
        case .message where event.performer == .applicant: return Phrase(zh: "您的留言", en: "Your message")
        case .message: return Phrase(zh: "本机关的留言", en: "Message from the office")
        case .split: return Phrase(zh: "按一事一申请分开办理", en: "Split: one matter to a case")
        default: return procedure.event(event.event)?.name ?? Phrase(zh: event.event, en: event.event)
        }
    }

    /// Letters to third parties and other organs are theirs.
    private func letter(
        of event: CaseEvent,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> LetterSheet? {
        guard procedure.state(event.state)?.waits != .others else { return nil }
        guard let letter = try tx.letters.find(of: file.id, place: event.place),
            let body = try tx.letters.body(of: letter, file.id, in: app),
            let agency = try tx.agencies.find(file.agency)
        else { return nil }
        return LetterSheet(letter, body, of: agency)
    }

    private func lines(of event: CaseEvent, _ tx: any SQLConnection, _ app: App) throws -> [ShownEvent.Line] {
        if event.event == CaseEvent.Common.message.rawValue {
            let text = try tx.cases.words(.event(event.place), of: file.id, in: app)?["message"]
            return text.map { [.init(label: Phrase(zh: "内容", en: "Message"), text: Phrase(zh: $0, en: $0))] } ?? []
        }
        if event.event == CaseEvent.Common.split.rawValue { return try splitLines(event, tx, app) }
        guard let rule = procedure.event(event.event), saysItsWords(event, rule) else { return [] }
        var lines = try lines(of: rule, at: event.place, event, tx, app)
        if let asked = event.answers, rule.by == [.approver],
            let proposal = events.first(where: { $0.place == asked }).flatMap({ procedure.event($0.event) })
        {
            lines = try self.lines(of: proposal, at: asked, event, tx, app) + lines
        }
        return lines
    }

    /// Which cases were made, and what this one goes on with.
    private func splitLines(_ event: CaseEvent, _ tx: any SQLConnection, _ app: App) throws -> [ShownEvent.Line] {
        let words = try tx.cases.words(.event(event.place), of: file.id, in: app)
        let labels = [
            ("case", Phrase(zh: "相关办件", en: "Cases")), ("kept", Phrase(zh: "本件办理的事项", en: "Matter of this case")),
        ]
        return labels.compactMap { key, label in
            words?[key].map { ShownEvent.Line(label: label, text: Phrase(zh: $0, en: $0)) }
        }
    }

    /// What goes to a third party or another organ is theirs; the rest was said to the applicant or by them.
    private func saysItsWords(_ event: CaseEvent, _ rule: Procedure.Event) -> Bool {
        if event.performer == .applicant || procedure.isClosed(event.state) || !rule.extends.isEmpty { return true }
        return procedure.state(event.state)?.waits == .applicant
    }

    private func lines(
        of rule: Procedure.Event,
        at place: Int,
        _ event: CaseEvent,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> [ShownEvent.Line] {
        guard let words = try tx.cases.words(.event(place), of: file.id, in: app) else { return [] }
        let hidden: Set<String> = [EventQuestion.note.rawValue, EventQuestion.party.rawValue]
        return rule.questions.filter { !hidden.contains($0.key) }.compactMap { field in
            words[field.key].map { canonical in
                ShownEvent.Line(
                    label: field.name,
                    text: Phrase(
                        zh: field.displayText(of: canonical, language: .zh),
                        en: field.displayText(of: canonical, language: .en)
                    )
                )
            }
        }
    }
}
