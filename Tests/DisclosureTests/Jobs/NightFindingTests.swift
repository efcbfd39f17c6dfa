import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// What each night finds: run twice it says the same, and what it says goes when its cause does.
@Suite struct NightFindingTests {
    private static let link = "https://example.org/list"

    private static func day(_ test: TestApp, _ day: String) throws {
        test.clock.set(Instant.start(of: try #require(CivilDate(day))).adding(milliseconds: Instant.hours(3)))
    }

    private static func publishedElsewhere(_ test: TestApp) async throws -> Item {
        let item = try await test.publishedNews(
            Samples.news.with("publisher", "石桥县机构编制委员会办公室").with("publisher-link", link)
        )
        try await test.runJobs()
        return item
    }

    // MARK: Addresses of other organs

    /// One bad night says nothing; the second in a row does, and a good one ends it.
    @Test(arguments: Engine.available) func aDeadLinkIsToldAfterTwoNights(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await Self.publishedElsewhere(test)
            test.links.answer(.answers(404), at: Self.link)
            for _ in 1...2 { try await test.night(.links) }
            #expect(test.links.asked == [Self.link], "one night asks once")
            #expect(try await test.reminders(.deadLink).isEmpty)
            test.clock.advance(days: 1)
            try await test.night(.links)
            let found = try await test.reminders(.deadLink)
            #expect(found.map(\.item) == [item.id] && found.map(\.detail) == ["status-404"])
            #expect(found.first?.since == test.clock.now.adding(milliseconds: -Instant.days(1)))
            test.clock.advance(days: 1)
            test.links.answer(.opens, at: Self.link)
            try await test.night(.links)
            #expect(try await test.reminders(.deadLink).isEmpty)
            let check = try await test.app.database.read { try $0.links.find(item.id) }
            #expect(check?.failures == 0 && check?.outcome == .opens && check?.checkedOn == test.clock.now.date)
        }
    }

    /// Where nothing can be asked nothing is held against an address; more addresses than a stretch are all asked.
    @Test(arguments: Engine.available) func everyAddressIsAskedAndSilenceIsNoFailure(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...17 {
                _ = try await test.publishedNews(Samples.news.with("publisher-link", "https://example.org/\(number)"))
            }
            test.links.answer(.notChecked, at: "https://example.org/5")
            for _ in 1...3 {
                try await test.night(.links)
                test.clock.advance(days: 1)
            }
            #expect(Set(test.links.asked).count == 17 && test.links.asked.count == 51)
            #expect(try await test.reminders(.deadLink).isEmpty)
        }
    }

    /// A machine without a way out holds nothing against the others.
    @Test(arguments: Engine.available) func aMachineThatIsCutOffAccusesNobody(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...4 {
                let address = "https://example.org/\(number)"
                _ = try await test.publishedNews(Samples.news.with("publisher-link", address))
                test.links.answer(.unreachable, at: address)
            }
            for _ in 1...2 {
                try await test.night(.links)
                test.clock.advance(days: 1)
            }
            #expect(try await test.reminders(.deadLink).isEmpty)
            test.links.answer(.opens, at: "https://example.org/1")
            for _ in 1...2 {
                try await test.night(.links)
                test.clock.advance(days: 1)
            }
            #expect(try await test.reminders(.deadLink).count == 3)
        }
    }

    @Test(arguments: Engine.available) func aCheckThatFailsIsMadeAgain(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await Self.publishedElsewhere(test)
            test.links.answer(.unreachable, at: Self.link)
            try await test.app.database.write { _ = try $0.execute("ALTER TABLE link_check RENAME TO hidden") }
            try await test.night(.links)
            #expect(test.log.errors.contains { $0.contains("check-links") })
            try await test.app.database.write { _ = try $0.execute("ALTER TABLE hidden RENAME TO link_check") }
            test.clock.advance(milliseconds: 60_000)
            try await test.runJobs()
            test.log.forget()
            let failures = try await test.app.database.read { try $0.integer("SELECT sum(failures) FROM link_check") }
            #expect(failures == 1)
        }
    }

    struct Address: Sendable {
        var bytes: [UInt8]
        var isPublic: Bool
    }

    @Test(arguments: [
        Address(bytes: [8, 8, 8, 8], isPublic: true), Address(bytes: [127, 0, 0, 1], isPublic: false),
        Address(bytes: [10, 1, 2, 3], isPublic: false), Address(bytes: [172, 15, 0, 1], isPublic: true),
        Address(bytes: [172, 16, 0, 1], isPublic: false), Address(bytes: [172, 31, 255, 1], isPublic: false),
        Address(bytes: [172, 32, 0, 1], isPublic: true), Address(bytes: [192, 168, 1, 1], isPublic: false),
        Address(bytes: [169, 254, 169, 254], isPublic: false), Address(bytes: [100, 64, 0, 1], isPublic: false),
        Address(bytes: [100, 128, 0, 1], isPublic: true), Address(bytes: [0, 0, 0, 0], isPublic: false),
        Address(bytes: [224, 0, 0, 1], isPublic: false), Address(bytes: [255, 255, 255, 255], isPublic: false),
        Address(bytes: Array(repeating: 0, count: 15) + [1], isPublic: false),
        Address(bytes: Array(repeating: 0, count: 10) + [0xFF, 0xFF, 127, 0, 0, 1], isPublic: false),
        Address(bytes: Array(repeating: 0, count: 10) + [0xFF, 0xFF, 8, 8, 8, 8], isPublic: true),
        Address(bytes: [0xFE, 0x80] + Array(repeating: 0, count: 13) + [1], isPublic: false),
        Address(bytes: [0xFD] + Array(repeating: 0, count: 14) + [1], isPublic: false),
        Address(bytes: [0x24, 0x08] + Array(repeating: 0, count: 13) + [1], isPublic: true),
        Address(bytes: [0x20, 0x01, 0x0D, 0xB8] + Array(repeating: 0, count: 12), isPublic: false),
        Address(bytes: [0x20, 0x02, 10, 0, 0, 1] + Array(repeating: 0, count: 10), isPublic: false),
        Address(bytes: [0, 0x64, 0xFF, 0x9B] + Array(repeating: 0, count: 8) + [192, 168, 0, 1], isPublic: false),
        Address(bytes: [], isPublic: false),
    ])
    func onlyTheOpenInternetIsAsked(_ address: Address) {
        #expect(PublicAddress.isPublic(address.bytes) == address.isPublic, "\(address.bytes)")
    }

    // MARK: Refusals

    /// 条例 art 18: a year after it was filed a refusal comes up, and again a year after each assessment.
    @Test(arguments: Engine.available) func aRefusalIsAssessedEveryYear(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let closed = Samples.news.with("disclosure", "not-open").with("disclosure-reason", "内部工作流程")
            var item = try await test.submit(test.draft(closed, under: "NEWS"))
            item = try await test.opine(.secrecy, item, by: .secrecy)
            item = try await test.opine(.signOff, item, by: .approver)
            let onRequest = closed.with("disclosure", "on-request")
            var other = try await test.submit(test.draft(onRequest, under: "NEWS"))
            other = try await test.opine(.secrecy, other, by: .secrecy)
            _ = try await test.opine(.signOff, other, by: .approver)

            for _ in 1...2 { try await test.night(.refusals) }
            #expect(try await test.reminders(.refusalReview).isEmpty)
            try Self.day(test, "2025-03-03")
            try await test.night(.refusals)
            #expect(try await test.reminders(.refusalReview).isEmpty)
            try Self.day(test, "2025-03-04")
            for _ in 1...2 { try await test.night(.refusals) }
            #expect(try await test.reminders(.refusalReview).map(\.item) == [item.id])

            let bare = AssessRefusal(item: item.id, outcome: nil, reason: "", actor: try test.actor(.officer))
            await #expect(throws: Refusal.self) { try await bare.run(in: test.app) }
            _ = try await AssessRefusal(
                item: item.id,
                outcome: .stillClosed,
                reason: "仍属内部事务信息",
                actor: try test.actor(.officer)
            ).run(in: test.app)
            #expect(try await test.reminders(.refusalReview).isEmpty)
            try Self.day(test, "2026-03-04")
            try await test.night(.refusals)
            #expect(try await test.reminders(.refusalReview).count == 1)
            _ = try await AssessRefusal(
                item: item.id,
                outcome: .open,
                reason: "情况已变化",
                actor: try test.actor(.officer)
            ).run(in: test.app)
            try Self.day(test, "2027-03-04")
            try await test.night(.refusals)
            #expect(try await test.reminders(.refusalReview).isEmpty)
        }
    }

    // MARK: Archives and library

    @Test(arguments: Engine.available) func theBacklogIsToldByQuarter(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await AddAgencyPart(
                .channel(code: "archive", kind: .readingPoint, name: Phrase(zh: "县档案馆", en: "County archives")),
                to: test.agency.id,
                actor: nil
            ).run(in: test.app)
            let channels = try await test.app.database.read { try $0.channels.all(of: test.agency.id) }
            let channel = try #require(channels.first { $0.code == "archive" })
            let item = try await test.publishedNews()
            for _ in 1...2 { try await test.night(.handOvers) }
            #expect(try await test.reminders(.handOver).isEmpty, "the quarter is not over")
            try Self.day(test, "2024-04-01")
            for _ in 1...2 { try await test.night(.handOvers) }
            let found = try await test.reminders(.handOver)
            #expect(found.map(\.subject) == [channel.id.text] && found.map(\.detail) == ["1"])
            _ = try await RecordDelivery(
                item: item.id,
                channel: channel.id,
                deliveredOn: CivilDate("2024-04-01"),
                receipt: "移送清单 2024-1，县档案馆签收",
                actor: try test.actor(.officer)
            ).run(in: test.app)
            #expect(try await test.reminders(.handOver).isEmpty)
            let handed = try await test.app.database.read { tx in
                let first = try #require(CivilDate("2024-04-01"))
                return try tx.channels.handedOver(on: channel.id, from: first, to: first, limit: 10)
            }
            #expect(handed.map(\.item.id) == [item.id])
        }
    }

    // MARK: Accident reports

    /// 安全生产法 art 86: a report whose page does not open, or whose bytes are not those of its leaf, is told at once.
    @Test(arguments: Engine.available) func anAccidentReportMustStayReachable(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.publishedReport()
            for _ in 1...2 { try await test.night(.accidentReports) }
            #expect(try await test.reminders(.accidentReport).isEmpty)

            let broken = test.app.withClosedPages()
            try await broken.database.write { tx in
                try tx.jobs.enqueue(.nightly(.accidentReports, test.clock.now.date), at: test.clock.now, in: broken)
            }
            _ = try await broken.runDueJobs()
            #expect(try await test.reminders(.accidentReport).map(\.detail) == ["page"])
            let since = try await test.reminders(.accidentReport).first?.since

            test.clock.advance(days: 1)
            try await test.app.database.write { tx in
                _ = try tx.execute("UPDATE publication SET bytes = \(Array("disclosure-version/v1\n".utf8))")
            }
            try await test.night(.accidentReports)
            let found = try await test.reminders(.accidentReport)
            #expect(found.map(\.item) == [item.id] && found.map(\.detail) == ["leaf"])
            #expect(found.first?.since == since, "the first day stays")
        }
    }
}

/// A site on which no page opens.
private struct ClosedPages: PublicPages {
    func shows(_ leafID: String, of agency: String, in app: App) async -> Bool { false }
}

extension App {
    fileprivate func withClosedPages() -> App {
        var app = self
        app.pages = ClosedPages()
        return app
    }
}

extension TestApp {
    /// A published accident report.
    fileprivate func publishedReport() async throws -> Item {
        let typed = [
            "title": "石桥县虚构化工有限公司“3·1”一般中毒事故调查报告", "formed-on": "2024-03-01", "origin": "own",
            "disclosure": "proactive", "text": "一、事故经过……", "happened-at": "2024-01-01 09:00", "place": "石桥县",
            "unit": "石桥县虚构化工有限公司", "grade": "ordinary", "nature": "liability", "deaths": "1", "injured": "0",
            "loss": "120", "course": "作业人员进入污水池后中毒。", "direct-cause": "未通风、未检测。",
            "prevention": "落实有限空间作业审批。", "approved-on": "2024-03-01",
            "approved-by": "石桥县人民政府", "region": "999999",
        ]
        let reports = app.catalogue.duties.filter(\.isAccidentReport)
        let duty = try #require(reports.first)
        var item = try await submit(draft(typed, under: duty.code))
        let seats: [OpinionKind: Seat] = [
            .secrecy: .secrecy, .legal: .legal, .consequence: .officer, .signOff: .approver,
        ]
        let version = try #require(try await version(of: item))
        for kind in duty.neededOpinions(for: version.content) {
            item = try await opine(kind, item, by: try #require(seats[kind]))
        }
        return item
    }
}
