import Civil
import Database

/// From 16 November on, a notice to administrators while the program does not know the holidays of the coming year:
/// without them no deadline that reaches into January can be counted, and the program does not guess.
struct HolidayNotice {
    /// The State Council's office announces the coming year's holidays in late October or early November.
    static func isDue(on day: CivilDate) -> Bool { day.month == 12 || (day.month == 11 && day.day > 15) }

    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let coming = night.year + 1
        try await app.database.read { try app.holidayBook.look($0) }
        guard Self.isDue(on: night), coming > app.holidays.years.upperBound else {
            return { tx in try tx.reminders.replace(.holidayTable, with: []) }
        }
        let since = CivilDate(year: night.year, month: 11, day: 16).map(Instant.start(of:)) ?? app.now()
        let found = try await app.database.read { tx in
            try tx.rows("SELECT id FROM agency").map { row in
                Reminder(
                    agency: try row.id("id"),
                    kind: .holidayTable,
                    subject: String(coming),
                    since: since,
                    detail: String(coming)
                )
            }
        }
        return { tx in try tx.reminders.replace(.holidayTable, with: found) }
    }
}
