import Civil
import Database

/// Figures that ask for a reading and have none of the year that is over: from 1 January on, until somebody writes it down,
/// because the annual report of the agency is due on 31 January (条例 art 49).
struct MissingReadings {
    /// The year of which readings are asked for.
    static func year(on day: CivilDate) -> Int { day.year - 1 }

    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let year = Self.year(on: night)
        let found = try await app.database.read { tx in
            try tx.agencies.all().flatMap { agency in
                try app.figures.all(of: agency).filter(\.isReminded).compactMap { figure -> Reminder? in
                    let last = try tx.readings.standing(of: agency.id, key: figure.key)?.readOn.year
                    guard last ?? year - 1 < year else { return nil }
                    // Since the first year that has none.
                    let first = CivilDate(year: (last ?? year - 1) + 2, month: 1, day: 1)
                    return Reminder(
                        agency: agency.id,
                        kind: .missingReading,
                        subject: figure.key,
                        since: first.map(Instant.start(of:)) ?? app.now(),
                        detail: figure.key
                    )
                }
            }
        }
        return { tx in try tx.reminders.replace(.missingReading, with: found) }
    }
}
