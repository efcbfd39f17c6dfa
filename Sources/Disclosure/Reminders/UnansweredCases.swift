import Civil
import Database

/// What the public wrote and nobody answered.
///
/// Messages within a case are answered like those to a government website:
/// within 7 working days, at most 15 (政府网站发展指引); whatever came through the site and was unanswered for more than
/// three months within the last year fails the whole site (国办秘函〔2019〕19号, 单项否决: 互动回应差).
struct UnansweredCases {
    static let vetoMonths = 3
    /// How long a notice that did not arrive is shown.
    static let noticeShown = Instant.days(30)

    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let messages = try await app.database.read { tx in
            try tx.rows(
                """
                SELECT m.agency, m.case_file, m.at FROM agency a JOIN case_message_waiting m ON m.agency = a.id
                """
            ).map { row in
                Waiting(agency: try row.id("agency"), file: try row.id("case_file"), on: try row.instant("at").date)
            }
        }
        let horizon = DueCases.horizon(from: night, in: app)
        let due = messages.compactMap { $0.reminder(on: night, horizon: horizon, in: app) }
        let last = night.adding(months: -Self.vetoMonths)
        let silent = messages.filter { $0.on < last }.map { $0.veto(detail: "message") }
        let cases = try await app.database.read { tx in try Self.unanswered(since: last, tx, in: app) }
        let known = Set(silent.map(\.subject))
        let all = silent + cases.map { $0.veto(detail: "case") }.filter { !known.contains($0.subject) }
        return { tx in
            try tx.reminders.replace(.caseMessage, with: due)
            try tx.reminders.replace(.silentCase, with: all)
        }
    }

    /// Open cases from the site in which the office has not said a word.
    private static func unanswered(since last: CivilDate, _ tx: any SQLConnection, in app: App) throws -> [Waiting] {
        let files = try tx.rows(
            """
            SELECT f.* FROM agency a JOIN case_file f ON f.agency = a.id AND f.is_open = 1
            WHERE f.channel = \(IntakeChannel.portal.rawValue) AND f.received_on < \(last)
            """
        ).map(CaseFile.init)
        let events = try tx.cases.events(of: files.map(\.id))
        return try files.compactMap { file in
            let history = CaseHistory(file, events: events[file.id] ?? [], procedure: try app.procedure(of: file))
            // That it has arrived is no answer.
            let isAnswered = history.events.contains { event in
                event.performer != .program && history.procedure.event(event.event)?.begins != true
                    && history.isNews(event)
            }
            return isAnswered ? nil : Waiting(agency: file.agency, file: file.id, on: file.receivedOn)
        }
    }

    private struct Waiting: Sendable {
        var agency: ID<Agency>
        var file: ID<CaseFile>
        /// The day on which it came.
        var on: CivilDate

        /// Nil while there is time, and where the holidays of the year are not known.
        func reminder(on night: CivilDate, horizon: CivilDate, in app: App) -> Reminder? {
            guard let due = last("website2017.message", in: app), due <= horizon else { return nil }
            let isGrave = last("website2017.complexMessage", in: app).map { $0 < night } ?? false
            return Reminder(
                agency: agency,
                kind: .caseMessage,
                subject: file.text,
                caseFile: file,
                since: Instant.end(of: due),
                detail: isGrave ? "grave" : ""
            )
        }

        func veto(detail: String) -> Reminder {
            Reminder(
                agency: agency,
                kind: .silentCase,
                subject: file.text,
                caseFile: file,
                since: Instant.start(of: on.adding(months: UnansweredCases.vetoMonths)),
                detail: detail
            )
        }

        private func last(_ limit: String, in app: App) -> CivilDate? {
            guard let limit = TimeLimit.named(limit) else { return nil }
            let clock = LegalClock(limit, event: Words(zh: "收到留言", en: "a message came"), on: on)
            return try? clock.deadline(in: app.holidays).due
        }
    }
}
