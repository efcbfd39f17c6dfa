import Civil
import Database
import Disclosure
import TestKit
import Testing

/// What is shown for a time comes down by the clock.
@Suite struct DisplayTests {
    /// The last day of display still counts; the nightly job may run twice.
    @Test(arguments: Engine.available) func theDisplayEndsByTheClock(engine: Engine) async throws {
        try await TestApp.runAtHarbour(on: engine) { test in
            let id = try await test.publishedOrder(Samples.order)
            #expect(try await test.item(id).displayUntil?.iso == "2024-06-04")
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-06-04"))))
            try await test.endDisplays()
            #expect(try await test.item(id).state == .published)
            test.clock.advance(days: 1)
            try await test.endDisplays()
            try await test.endDisplays()
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-HARBOUR-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .withdraw] && leaves.last?.value("basis") == "display")
        }
    }
}
