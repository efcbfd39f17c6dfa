import Civil
import Database

/// What the newest event of a case brings beside itself: a notice to the applicant, an answer to their message, the day on
/// which a refusal is assessed again.
extension CaseHistory {
    /// Called once after each event, in its transaction.
    func follow(_ tx: any SQLConnection, in app: App) throws {
        guard let event = events.last else { return }
        try followMessage(event, tx)
        try followRefusal(tx)
        if procedure.allowsNotices, isNews(event) {
            try tx.notices.insert(CaseNotice(file.id, place: event.place, .event), in: app)
        }
    }

    /// Whether the applicant is told: letters, messages, extensions, what they are asked for, and the end.
    func isNews(_ event: CaseEvent) -> Bool {
        guard event.performer != .applicant, isShown(event) else { return false }
        if [CaseEvent.Common.message, .split].contains(where: { $0.rawValue == event.event }) { return true }
        guard let rule = procedure.event(event.event) else { return false }
        let wasClosed = events.dropLast().last.map { procedure.isClosed($0.state) } ?? false
        return rule.letter != nil || !rule.extends.isEmpty || procedure.state(event.state)?.waits == .applicant
            || (procedure.isClosed(event.state) && !wasClosed)
    }

    /// A message waits until the office has said something that its writer sees, or the case is closed.
    private func followMessage(_ event: CaseEvent, _ tx: any SQLConnection) throws {
        let isMessage = event.event == CaseEvent.Common.message.rawValue
        switch event.performer {
        case .applicant where isMessage: try tx.cases.waitForAnswer(to: event, of: file)
        case .officer, .approver: if isShown(event) { try tx.cases.endWaiting(file.id) }
        case .applicant, .program: if !file.isOpen { try tx.cases.endWaiting(file.id) }
        }
    }

    /// A refusal is looked at again a year after it was given (条例 art 18); one that was taken back is none.
    private func followRefusal(_ tx: any SQLConnection) throws {
        guard let outcome = file.outcome.flatMap({ procedure.outcome($0) }), let closed = file.closedOn,
            outcome.isReassessed || outcome.isPartial
        else { return try tx.caseReviews.remove(file.id) }
        try tx.caseReviews.insert(file.id, due: closed.adding(months: RefusalReview.months))
    }
}

extension CaseStore {
    fileprivate func waitForAnswer(to event: CaseEvent, of file: CaseFile) throws {
        try tx.send(
            """
            INSERT INTO case_message_waiting (case_file, agency, place, at)
            VALUES (\(file.id), \(file.agency), \(event.place), \(event.at)) ON CONFLICT (case_file) DO NOTHING
            """
        )
    }

    func endWaiting(_ file: ID<CaseFile>) throws {
        try tx.send("DELETE FROM case_message_waiting WHERE case_file = \(file)")
    }
}
