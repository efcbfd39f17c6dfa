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
                ("/office/items/\(id)", .cases), ("/office/items/\(id)/edit", .colleague),
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

    /// Who runs the system and who audits it see what the public sees, on every page that they may open; the trail
    /// therefore says nothing of a reading.
    @Test(arguments: Engine.available) func administratorAndAuditorSeeTheMask(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let changed =
                Samples.vessel.with("owner", "欧阳另一").with("item_do", "submit")
                + [("item_base", try await test.item(id).currentVersion.text)]
            _ = try await test.post("/office/items/\(id)/edit", as: .editor, form: changed)
            for seat in [Seat.administrator, .auditor] {
                for path in ["/office/items/\(id)", "/office/items/\(id)/versions/1", "/office/items/\(id)/versions/2"]
                {
                    let answer = try await test.get(path, as: seat)
                    #expect(answer.status == 200 && answer.says("欧阳"), "\(path) as \(seat)")
                    for hidden in ["欧阳某人", "欧阳另一", "不对外的号码", "王五"] {
                        #expect(!answer.says(hidden), "\(path) as \(seat): \(hidden)")
                    }
                }
            }
            let acts = try await test.app.database.read { try $0.audit.about(id).map(\.act) }
            #expect(!acts.contains("item.read-personal"))
        }
    }
}
