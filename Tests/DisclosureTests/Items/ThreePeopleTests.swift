import Database
import Disclosure
import TestKit
import Testing

/// Author, reviewer and approver of one version are three people: the application says so, and the database sees to it.
@Suite struct ThreePeopleTests {
    @Test(arguments: Engine.available) func oneWhoHasEveryRoleStillNeedsTwoMore(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var item = try await test.submit(test.draft(Samples.news, under: "NEWS", by: .everybody), by: .everybody)
            let own = item
            await #expect(throws: Refusal.self) { try await test.opine(.secrecy, own, by: .everybody) }
            item = try await test.opine(.secrecy, item, by: .secrecy)
            let reviewed = item
            await #expect(throws: Refusal.self) { try await test.opine(.signOff, reviewed, by: .everybody) }
            item = try await test.opine(.signOff, item, by: .approver)
            #expect(item.state == .published)
        }
    }

    @Test(arguments: Engine.available) func theReviewerCannotSign(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.submit(test.draft(Samples.news, under: "NEWS"))
            _ = try await test.opine(.secrecy, item, by: .everybody)
            await #expect(throws: Refusal.self) { try await test.opine(.signOff, item, by: .everybody) }
        }
    }

    /// Writing past the application, straight into the tables, is refused by the constraints.
    @Test(arguments: Engine.available) func theDatabaseRefusesASecondPart(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.draft(Samples.news, under: "NEWS")
            let version = item.currentVersion
            let author = try test.actor(.editor).person
            await #expect(throws: DatabaseError.self) {
                try await test.app.database.write { tx in
                    try tx.execute(
                        "INSERT INTO hand (version, person, part) VALUES (\(version), \(author), 'approver')"
                    )
                }
            }
            await #expect(throws: DatabaseError.self) {
                try await test.app.database.write { tx in
                    try tx.execute(
                        """
                        INSERT INTO opinion (id, version, person, part, kind, verdict, reason, version_hash, cleared, at)
                        VALUES ('x', \(version), \(author), 'reviewer', 'secrecy', 'pass', '', '', '', 0)
                        """
                    )
                }
            }
            // A signature is never a reviewer's part.
            let other = try test.actor(.approver).person
            await #expect(throws: DatabaseError.self) {
                try await test.app.database.write { tx in
                    try tx.execute(
                        "INSERT INTO hand (version, person, part) VALUES (\(version), \(other), 'reviewer')"
                    )
                    try tx.execute(
                        """
                        INSERT INTO opinion (id, version, person, part, kind, verdict, reason, version_hash, cleared, at)
                        VALUES ('x', \(version), \(other), 'reviewer', 'sign-off', 'pass', '', '', '', 0)
                        """
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.available, ["version", "hand", "opinion", "audit", "ledger_leaf"])
    func whatWasWrittenStays(engine: Engine, table: String) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.publishedNews()
            for statement: SQL in [
                "DELETE FROM \(identifier: table)",
                "UPDATE \(identifier: table) SET \(identifier: Self.someColumn(of: table)) = NULL",
            ] {
                await #expect {
                    try await test.app.database.write { tx in _ = try tx.execute(statement) }
                } throws: {
                    if case DatabaseError.refused = $0 { true } else { false }
                }
            }
        }
    }

    private static func someColumn(of table: String) -> String {
        switch table {
        case "hand": "part"
        case "audit": "detail"
        case "opinion": "reason"
        default: "hash"
        }
    }
}
