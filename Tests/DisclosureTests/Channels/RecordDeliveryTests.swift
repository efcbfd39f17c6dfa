import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// A clerk records by hand what went out on any channel; what cannot be is refused beside its field.
@Suite struct RecordDeliveryTests {
    private func channels(_ test: TestApp) async throws -> (board: Channel, site: Channel) {
        for part: AgencyPart in [
            .channel(code: "board", kind: .noticeBoard, name: .init(zh: "政务公开栏", en: "Notice board")),
            .channel(code: "county-site", kind: .otherSite, name: .init(zh: "县政府网站", en: "County site")),
        ] {
            try await AddAgencyPart(part, to: test.agency.id, actor: test.actor(.administrator)).run(in: test.app)
        }
        let id = test.agency.id
        let all = try await test.app.database.read { try $0.channels.all(of: id) }
        return (try #require(all.first { $0.code == "board" }), try #require(all.first { $0.code == "county-site" }))
    }

    @Test(arguments: Engine.available) func aContributionIsSubmittedThenAccepted(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (_, site) = try await channels(test)
            let item = try await test.publishedNews()
            for stage in [Delivery.Stage.submitted, .accepted] {
                _ = try await RecordDelivery(
                    item: item.id,
                    channel: site.id,
                    stage: stage,
                    deliveredOn: test.clock.now.date,
                    receipt: "稿件 12",
                    actor: test.actor(.editor)
                ).run(in: test.app)
            }
            let recorded = try await test.app.database.read { try $0.channels.deliveries(of: item.id) }
            #expect(recorded.map(\.stage) == [.submitted, .accepted])
        }
    }

    struct Wrong: Sendable {
        var key: String
        var change: @Sendable (inout RecordDelivery, CivilDate) -> Void
    }

    static let wrong: [Wrong] = [
        Wrong(key: "channel") { delivery, _ in delivery.channel = nil },
        Wrong(key: "channel") { delivery, _ in delivery.channel = ID("nowhere") },
        Wrong(key: "stage") { delivery, _ in delivery.stage = .submitted },
        Wrong(key: "delivered-on") { delivery, _ in delivery.deliveredOn = nil },
        Wrong(key: "delivered-on") { delivery, today in delivery.deliveredOn = today.adding(days: 1) },
        Wrong(key: "delivered-on") { delivery, today in delivery.deliveredOn = today.adding(days: -1) },
        Wrong(key: "receipt") { delivery, _ in delivery.receipt = "" },
        Wrong(key: "receipt") { delivery, _ in delivery.receipt = String(repeating: "长", count: 501) },
    ]

    @Test(arguments: Engine.available) func whatCannotBeIsRefusedBesideItsField(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (board, _) = try await channels(test)
            let item = try await test.publishedNews()
            let today = test.clock.now.date
            for wrong in Self.wrong {
                var delivery = RecordDelivery(
                    item: item.id,
                    channel: board.id,
                    deliveredOn: today,
                    receipt: "照片 1",
                    actor: try test.actor(.editor)
                )
                wrong.change(&delivery, today)
                let refused = delivery
                await #expect {
                    try await refused.run(in: test.app)
                } throws: {
                    if case Refusal.invalid(let problems) = $0 { problems.map(\.key) == [wrong.key] } else { false }
                }
            }
            let draft = try await test.draft(Samples.news, under: "NEWS")
            await #expect(throws: Refusal.self) {
                try await RecordDelivery(
                    item: draft.id,
                    channel: board.id,
                    deliveredOn: today,
                    receipt: "照片 1",
                    actor: test.actor(.editor)
                ).run(in: test.app)
            }
        }
    }
}
