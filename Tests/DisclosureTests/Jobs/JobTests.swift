import Database
import Disclosure
import TestKit
import Testing

/// Jobs: written with what causes them, done once, tried again after a failure.
@Suite struct JobTests {
    @Test(arguments: Engine.available) func deliveringTwiceRecordsOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.publishedNews()
            try await test.runJobs()
            try await test.app.database.write { tx in
                try tx.jobs.enqueue(.deliverItem(item.id), at: test.clock.now, in: test.app)
            }
            try await test.runJobs()
            let deliveries = try await test.app.database.read { try $0.channels.deliveries(of: item.id) }
            #expect(deliveries.count == 1)
        }
    }

    @Test(arguments: Engine.available) func aJobThatFailsIsTriedAgainLater(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.app.database.write { tx in
                try tx.execute(
                    """
                    INSERT INTO job (id, kind, payload, due_at, attempts) VALUES ('j', 'no-such-kind', '', 0, 0)
                    """
                )
            }
            #expect(try await test.app.runDueJobs() == 1)
            #expect(test.log.errors.count == 1)
            #expect(try await test.app.runDueJobs() == 0)
            test.clock.advance(milliseconds: 60_000)
            #expect(try await test.app.runDueJobs() == 1)
            test.clock.advance(milliseconds: 60_000)
            #expect(try await test.app.runDueJobs() == 0)
            _ = try await test.app.database.write {
                try $0.execute("UPDATE job SET kind = 'end-stale-sessions', due_at = 0")
            }
            #expect(try await test.app.runDueJobs() == 1)
            test.log.forget()
        }
    }

    @Test(arguments: Engine.available) func anHourIsScheduledOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            test.clock.advance(milliseconds: 13 * 3_600_000)
            try await test.app.scheduleHourlyJobs()
            try await test.app.scheduleHourlyJobs()
            let waiting = try await test.app.database.read { try $0.jobs.count() }
            #expect(waiting == 1)
            try await test.runJobs()
            let editor = try test.actor(.editor).person
            let sessions = try await test.app.database.read { try $0.sessions.count(of: editor) }
            #expect(sessions == 0)
        }
    }

    /// Two workers at once: each job is claimed by one of them.
    @Test(arguments: Engine.available) func twoWorkersShareTheJobs(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.app.database.write { tx in
                for number in 1...40 {
                    try tx.jobs.enqueue(
                        .endStaleSessions,
                        at: test.clock.now,
                        key: "job \(number)",
                        in: test.app
                    )
                }
            }
            let done = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 { group.addTask { try await test.app.runDueJobs(limit: 10) } }
                return try await group.reduce(0, +)
            }
            #expect(done == 40)
        }
    }
}
