import Database
import Disclosure
import TestKit
import Testing

/// Every read of personal data is in the audit trail, and nothing else is.
@Suite struct ReadPersonalDataTests {
    @Test(arguments: Engine.available) func readingANameIsWrittenDown(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let penalty = try await test.draft(Samples.penalty, under: "PEN")
            let news = try await test.draft(Samples.news, under: "NEWS")
            for item in [penalty, news] {
                let version = try #require(await test.version(of: item))
                let duty = try #require(test.app.catalogue.duty(item.duty))
                try await ReadPersonalData(of: item.id, version: version, duty: duty, actor: test.actor(.secrecy))
                    .run(in: test.app)
            }
            let read = try await test.app.database.read { try $0.audit.about(penalty.id.text).last }
            #expect(read?.act == "item.read-personal")
            #expect(read?.detail == "legal-representative")
            #expect(read?.person == (try test.actor(.secrecy).person))
            let newsTrail = try await test.app.database.read { try $0.audit.about(news.id.text).map(\.act) }
            #expect(newsTrail == ["item.draft"])
        }
    }
}
