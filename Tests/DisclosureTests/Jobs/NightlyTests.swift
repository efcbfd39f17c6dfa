import Civil
import Database
import Disclosure
import TestKit
import Testing

/// The nights: each task once a night, the next night in the same transaction, and a failure that harms no other task.
@Suite struct NightlyTests {
    private static func nights(_ test: TestApp) async throws -> [String] {
        try await test.app.database.read { tx in
            try tx.rows("SELECT unique_key FROM job WHERE kind LIKE 'nightly-%' ORDER BY unique_key").map {
                try $0.text("unique_key")
            }
        }
    }

    @Test(arguments: Engine.available) func everyTaskHasItsNextNightAndOnlyThat(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.app.scheduleNightlyJobs()
            try await test.app.scheduleNightlyJobs()
            let tomorrow = NightlyTask.allCases.map { "nightly-\($0.rawValue)/2024-03-05" }.sorted()
            #expect(try await Self.nights(test) == tomorrow)
            // At two in the morning, +08:00, and not before.
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-03-05"))).adding(milliseconds: 7_199_999))
            try await test.runJobs()
            #expect(try await Self.nights(test) == tomorrow)
            test.clock.advance(milliseconds: 1)
            try await test.runJobs()
            #expect(try await Self.nights(test) == tomorrow.map { $0.replacing("03-05", with: "03-06") })
        }
    }

    /// A machine that was switched off for a week runs each task once and goes on from today.
    @Test(arguments: Engine.available) func nightsThatWereSleptThroughAreOneRun(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.app.scheduleNightlyJobs()
            test.clock.advance(days: 7)
            #expect(try await test.app.runDueJobs() == NightlyTask.allCases.count)
            // The check of addresses goes on by itself, stretch by stretch; here there is nothing to ask.
            #expect(try await test.app.runDueJobs() == 1)
            #expect(try await test.app.runDueJobs() == 0)
            #expect(try await Self.nights(test).allSatisfy { $0.hasSuffix("/2024-03-12") })
        }
    }

    /// Done before its hour, because somebody asked for it or the clock was set back: the chain goes on all the same.
    @Test(arguments: Engine.available) func aNightThatIsDoneEarlyIsFollowedByTheNext(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-03-05"))).adding(milliseconds: 60_000))
            try await test.app.scheduleNightlyJobs()
            try await test.app.database.write { _ = try $0.execute("UPDATE job SET due_at = 0") }
            try await test.runJobs()
            #expect(try await Self.nights(test).count == NightlyTask.allCases.count)
            #expect(try await Self.nights(test).allSatisfy { $0.hasSuffix("/2024-03-06") })
        }
    }

    /// Fails, then works: nothing is doubled, the chain goes on.
    @Test(arguments: Engine.available) func aNightThatFailsIsTriedAgain(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.draft(Samples.news.with("formed-on", "2024-01-15"), under: "NEWS")
            try await test.app.scheduleNightlyJobs()
            try await test.app.database.write { _ = try $0.execute("ALTER TABLE reminder RENAME TO hidden") }
            test.clock.advance(days: 1)
            try await test.runJobs()
            #expect(test.log.errors.contains { $0.contains("nightly-late-items") })
            try await test.app.database.write { _ = try $0.execute("ALTER TABLE hidden RENAME TO reminder") }
            test.clock.advance(milliseconds: 60_000)
            try await test.runJobs()
            test.log.forget()
            #expect(try await Self.nights(test).count == NightlyTask.allCases.count)
            #expect(try await test.reminders(.lateItem).count == 1)
        }
    }

    @Test(arguments: Engine.available) func aLateItemIsRemindedOfUntilItIsPublic(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.draft(Samples.news.with("formed-on", "2024-01-15"), under: "NEWS")
            _ = try await test.draft(Samples.news, under: "NEWS")
            for _ in 1...2 { try await test.night(.lateItems) }
            let found = try await test.reminders(.lateItem)
            #expect(found.map(\.item) == [item.id])
            #expect(found.first?.since == item.dueAt)
            let submitted = try await test.submit(item)
            _ = try await test.opine(.secrecy, submitted, by: .secrecy)
            _ = try await test.opine(.signOff, submitted, by: .approver)
            // Gone at once from what people see, and from the table in the next night.
            #expect(try await test.reminders(.lateItem).isEmpty)
            try await test.night(.lateItems)
            let rows = try await test.app.database.read { try $0.integer("SELECT count(*) FROM reminder") }
            #expect(rows == 0)
        }
    }

    /// The built-in holidays end with 2026: from 16 November 2026 on the administrators are told.
    @Test(arguments: Engine.available) func missingHolidaysAreNoticed(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for (day, count) in [("2025-12-01", 0), ("2026-11-15", 0), ("2026-11-16", 1), ("2026-12-31", 1)] {
                test.clock.set(Instant.start(of: try #require(CivilDate(day))).adding(milliseconds: 10_800_000))
                try await test.night(.holidayTable)
                let found = try await test.reminders(.holidayTable)
                #expect(found.map(\.detail) == Array(repeating: "2027", count: count), "\(day)")
            }
            let officer = try test.actor(.officer)
            #expect(officer.reminderKinds.contains(.holidayTable) == false)
            #expect(try test.actor(.administrator).reminderKinds.contains(.holidayTable))
        }
    }
}
