import Database
import Disclosure
import TestKit
import Testing

/// Every page that shows a name or number in full says in the audit trail who saw it.
@Suite struct PersonalDataTests {
    @Test(arguments: Engine.available) func everyPageThatShowsANameWritesItDown(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            let pages: [(String, Seat)] = [
                ("/office/items/\(id)", .auditor), ("/office/items/\(id)/edit", .colleague),
                ("/office/items/\(id)/opinions/secrecy", .secrecy), ("/office/items/\(id)/versions/1", .approver),
            ]
            for (path, seat) in pages {
                let answer = try await test.get(path, as: seat)
                #expect(answer.text.contains("欧阳某人"), "\(path)")
                let last = try await test.app.database.read { try $0.audit.about(id).last }
                #expect(last?.act == "item.read-personal", "\(path)")
                #expect(last?.person == (try test.actor(seat).person), "\(path)")
            }
        }
    }
}
