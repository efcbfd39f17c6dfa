import Civil
import Database
import Disclosure
import TestKit
import Testing

/// An outage is told once a minute, with how often it happened since, and nothing else is taken for one.
@Suite struct OutageLogTests {
    @Test func anOutageIsToldOnceAMinute() {
        let outages = OutageLog()
        let log = TestLog()
        let start = Instant(milliseconds: 1_000_000)
        for second in 0..<150 {
            let now = start.adding(milliseconds: Int64(second) * 1000)
            #expect(outages.note(DatabaseError.full("x"), log.logger, at: now))
        }
        #expect(log.errors.count == 3)
        #expect(log.errors[0].contains("\"untold\": 0"))
        #expect(log.errors[1].contains("\"untold\": 59"))
        // Another trouble is another line.
        #expect(outages.note(DatabaseError.unavailable("x"), log.logger, at: start))
        #expect(log.errors.count == 4)
    }

    @Test func aMistakeIsNoOutage() {
        let log = TestLog()
        #expect(!OutageLog().note(DatabaseError.other("x"), log.logger, at: Instant(milliseconds: 0)))
        #expect(!OutageLog().note(Refusal.notFound, log.logger, at: Instant(milliseconds: 0)))
        #expect(log.errors.isEmpty)
    }

    /// A job that met an outage is not blamed for it: it is tried again when its claim runs out, not hours later.
    @Test func aJobIsNotBlamed() async throws {
        try await TestApp.run(on: .sqlite) { test in
            _ = try await test.publishedNews()
            var app = test.app
            // The claim is written, the job's own transaction is not.
            app.database = CutDatabase(app.database, writes: 1)
            let cut = app
            await #expect(throws: DatabaseError.unavailable("cut off")) { try await cut.runDueJobs() }
            test.clock.advance(milliseconds: 300_000)
            #expect(try await test.app.runDueJobs() == 1)
        }
    }
}
