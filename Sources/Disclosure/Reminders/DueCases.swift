import Civil
import Database

/// Clocks of open cases that end within three working days or have ended: of the office, whose officer is to act, and of
/// others, after whose silence the officer can go on (条例 arts 30, 32–34).
///
/// A clock that is paused has no day and is not among them.
///
/// Applicants whose own term ends soon, and their request with it, are told by e-mail where they asked for that.
struct DueCases {
    /// Working days ahead.
    private static let ahead = 3
    /// Calendar days ahead for applicants, who may need to find something.
    private static let applicantsAhead = 5

    /// The last day that is looked at; calendar days where holidays are not known.
    static func horizon(from day: CivilDate, in app: App) -> CivilDate {
        let limit = (try? WorkingDays.add(ahead, to: day, in: app.holidays)) ?? day.adding(days: ahead + 2)
        return limit
    }

    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let horizon = Self.horizon(from: night, in: app)
        let found = try await app.database.read { tx in
            try tx.rows(
                """
                SELECT c.agency, c.case_file, c.clock, c.due_on FROM agency a
                JOIN case_clock c ON c.agency = a.id AND c.is_running = 1 AND c.due_on <= \(horizon)
                JOIN case_file f ON f.id = c.case_file WHERE f.is_open = 1
                """
            ).map { row in
                let file: ID<CaseFile> = try row.id("case_file")
                let clock = try row.text("clock")
                return Reminder(
                    agency: try row.id("agency"),
                    kind: .caseClock,
                    subject: "\(file)/\(clock)",
                    caseFile: file,
                    since: Instant.end(of: try row.date("due_on")),
                    detail: clock
                )
            }
        }
        let lapses = try await lapses(on: night, in: app)
        return { tx in
            try tx.reminders.replace(.caseClock, with: found)
            try tx.reminders.drop(.lostNotice, in: app)
            for notice in lapses { try tx.notices.insert(notice, in: app) }
        }
    }

    /// Applicants whose term is about to end.
    private func lapses(on night: CivilDate, in app: App) async throws -> [CaseNotice] {
        guard app.settings.mail != nil else { return [] }
        let clocks = Set(app.procedures.all.filter(\.allowsNotices).flatMap(\.lapsingClocks))
        guard !clocks.isEmpty else { return [] }
        let last = night.adding(days: Self.applicantsAhead)
        return try await app.database.read { tx in
            let files = try tx.rows(
                """
                SELECT DISTINCT f.* FROM agency a
                JOIN case_clock c ON c.agency = a.id AND c.is_running = 1 AND c.due_on BETWEEN \(night) AND \(last)
                JOIN case_file f ON f.id = c.case_file
                JOIN case_subscription s ON s.case_file = f.id AND s.ended_at IS NULL
                WHERE f.is_open = 1 AND c.clock IN \(list: clocks.sorted())
                """
            ).map(CaseFile.init)
            return try files.compactMap { file in
                let history = try CaseHistory(file, tx, in: app)
                guard history.procedure.allowsNotices,
                    history.procedure.state(file.state)?.waits == .applicant, let asked = history.open.last
                else { return nil }
                return CaseNotice(file.id, place: asked.place, .lapse)
            }
        }
    }
}

extension Procedure {
    /// Clocks after which a request that waits for its applicant ends.
    var lapsingClocks: [String] {
        events.compactMap { event in
            guard let clock = event.after, event.to.map(isClosed) ?? false,
                event.from.contains(where: { state($0)?.waits == .applicant })
            else { return nil }
            return clock
        }
    }
}
