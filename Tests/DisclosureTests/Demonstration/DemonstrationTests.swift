import Civil
import Codes
import Database
import Disclosure
import Synchronization
import TestKit
import Testing

/// What the demonstration is made of: invented, marked, walked the real way, the same every time.
@Suite struct DemonstrationTests {
    private func published(_ app: App) async throws -> [(Item, Version)] {
        try await app.database.read { tx in
            let items = try tx.rows("SELECT * FROM item WHERE state = 'published'").map(Item.init)
            let versions = try tx.items.versions(items.map(\.currentVersion))
            return items.compactMap { item in versions[item.currentVersion].map { (item, $0) } }
        }
    }

    @Test func everythingIsMarkedAndInvented() async throws {
        let app = try await DemoDatabase.app()
        let all = try await published(app)
        // Each bureau has its annual report besides.
        #expect(all.count == BureauPlan.all.flatMap(\.lines).map(\.count).reduce(0, +) + BureauPlan.all.count)
        for (item, version) in all {
            #expect(item.title.hasPrefix("〔演示〕"))
            let duty = try #require(app.catalogue.duty(item.duty))
            #expect(version.findings(under: duty).isEmpty, "\(item.title)")
            for entry in version.content.entries {
                #expect(
                    !entry.text.contains("{") && !entry.text.contains("}"),
                    "\(item.duty).\(entry.key): \(entry.text)"
                )
            }
            for field in duty.fields where field.type == .creditCode {
                guard let code = version.content[field.key] else { continue }
                let read = try CreditCode(code)
                #expect(read.regionDigits == "999999")
            }
            if let party = version.content["party"] ?? version.content["unit"] { #expect(party.contains("演示")) }
        }
        let agencies = try await app.database.read { try $0.agencies.all() }
        #expect(agencies.count == 5)
        #expect(agencies.allSatisfy { $0.isDemonstration && $0.creditCode.dropFirst(2).hasPrefix("999999") })
    }

    @Test func theRecordsAreWhole() async throws {
        let app = try await DemoDatabase.app()
        try await app.runDueJobs(limit: 100_000)
        let report = try await CheckDatabase(app.database).run()
        #expect(report.isSound, "\(report.results.flatMap(\.flaws).prefix(5))")
    }

    @Test func titlesAndTextsAreNotAllAlike() async throws {
        let all = try await published(try await DemoDatabase.app())
        #expect(Set(all.map { $0.1.content[CommonFields.text] ?? "" }).count * 100 > all.count * 97)
        #expect(Set(all.map(\.0.title)).count * 100 > all.count * 90)
    }

    @Test func noTwoDocumentsOfABureauBearTheSameNumber() async throws {
        let all = try await published(try await DemoDatabase.app())
        for (agency, pairs) in Dictionary(grouping: all, by: \.0.agency) {
            let numbers = pairs.compactMap { $0.1.content[CommonFields.documentNumber] }
            #expect(Set(numbers).count == numbers.count, "\(agency)")
        }
    }

    @Test func everyItemHasPassedThreePairsOfHands() async throws {
        let app = try await DemoDatabase.app()
        let missing = try await app.database.read { tx in
            try tx.integer(
                """
                SELECT count(*) FROM item i WHERE i.state = 'published' AND (
                    (SELECT count(DISTINCT h.person) FROM hand h WHERE h.version = i.public_version) < 3
                    OR NOT EXISTS (SELECT 1 FROM opinion o WHERE o.version = i.public_version AND o.kind = 'secrecy')
                    OR NOT EXISTS (SELECT 1 FROM opinion o WHERE o.version = i.public_version AND o.kind = 'sign-off'
                        AND o.at = i.published_at))
                """
            )
        }
        #expect(missing == 0)
        let sentBack = try await app.database.read {
            try $0.integer("SELECT count(*) FROM opinion WHERE verdict = 'send-back'")
        }
        #expect(sentBack > 50)
    }

    @Test func itemsComeOutOnWorkingDaysInTheOrderOfTheLedger() async throws {
        let app = try await DemoDatabase.app()
        let rows = try await app.database.read { tx in
            try tx.rows("SELECT * FROM item WHERE state = 'published' ORDER BY leaf_index").map(Item.init)
        }
        var last = Instant(milliseconds: 0)
        var lastLeaf: Int64 = -1
        for item in rows {
            let at = try #require(item.publishedAt)
            let leaf = try #require(item.leafIndex)
            // Letters have leaves between those of the items.
            #expect(leaf > lastLeaf)
            lastLeaf = leaf
            #expect(at >= last)
            let isWorkday = try HolidayTable.stateCouncil.isWorkday(at.date)
            #expect(isWorkday)
            #expect(item.formedOn <= at.date)
            last = at
        }
    }

    @Test func nearlyAllPenaltiesAndLicencesAreInTimeAndAFewAreLate() async throws {
        let app = try await DemoDatabase.app()
        let (all, late) = try await app.database.read { tx in
            (
                try tx.integer("SELECT count(*) FROM item WHERE state = 'published' AND duty IN ('PEN', 'LIC')"),
                try tx.integer(
                    "SELECT count(*) FROM item WHERE state = 'published' AND duty IN ('PEN', 'LIC') AND published_at > due_at"
                )
            )
        }
        #expect(late > 0)
        #expect(late * 12 < all)
    }

    @Test func everyDeskHasSomethingOnItAndNothingOfItIsPublished() async throws {
        let app = try await DemoDatabase.app()
        for plan in BureauPlan.all {
            for seat in [DemonstrationSeat.editor, .secrecy, .legal, .officer, .approver] {
                let desk = try await app.database.read { tx in
                    let person = try #require(try tx.people.find(login: seat.login(at: plan.code)))
                    return try Desk(of: person.actor, in: app, tx)
                }
                #expect(!desk.waitsForMe.isEmpty, "\(plan.code) \(seat)")
            }
        }
        let years = try await app.database.read { tx in
            try tx.rows("SELECT * FROM item WHERE state = 'published'").map { try Item($0).publishedAt?.date.year }
        }
        #expect(Set(years) == [2016, 2017, 2018, 2019], "a report comes out in the January after its year")
        let jobs = try await app.database.read { try $0.jobs.count() }
        #expect(jobs == 0)
    }

    @Test func everybodyCanSignIn() async throws {
        let app = try await DemoDatabase.app()
        for seat in DemonstrationSeat.allCases {
            let token = try await SignIn(login: seat.login(at: "shaxian"), password: DemoDatabase.password).run(in: app)
            let session = try #require(try await app.session(token))
            #expect(session.actor.roles == seat.roles)
        }
    }

    @Test(arguments: Engine.available) func madeTwiceItIsTheSame(_ engine: Engine) async throws {
        var hashes: [[String]] = []
        for _ in 1...2 {
            try await engine.withDatabase(migrations: Migration.all) { database in
                let app = try DemoDatabase.application(database)
                let steps = Mutex(0)
                let demonstration = Demonstration(plans: [.shaxian])
                #expect(try await demonstration.presence(in: app) == .none)
                let accounts = try await demonstration.make(in: app) { progress in
                    steps.withLock { $0 = progress.done }
                }
                // 259 items, two orders of the hotline that arrive and are settled, and the report.
                #expect(steps.withLock { $0 } == 259 + 4 + 1)
                #expect(try await demonstration.presence(in: app) == .whole)
                #expect(try await Demonstration().presence(in: app) == .part)
                #expect(Set(accounts.map(\.password)).count == DemonstrationSeat.allCases.count)
                hashes.append(
                    try await database.read { tx in
                        try tx.rows("SELECT hash FROM ledger_leaf ORDER BY leaf_index").map { try $0.text("hash") }
                    }
                )
                await #expect(throws: Demonstration.Failure.isThere("shaxian")) {
                    try await Demonstration(plans: [.shaxian]).make(in: app)
                }
            }
        }
        #expect(hashes[0] == hashes[1])
        // 259 items, the report, and the letters of the cases that are in hand now.
        #expect(hashes[0].count == 259 + 1 + 5)
    }

    @Test func inventedRecordsAreNotMixedWithRealOnes() async throws {
        try await TestApp.run(on: .sqlite) { test in
            await #expect(throws: Demonstration.Failure.holdsOthers("qingshan")) {
                try await Demonstration(plans: [.shaxian]).make(in: test.app)
            }
        }
    }

    @Test func aPlanThatTheCatalogueCannotServeMakesNothing() async throws {
        try await Engine.sqlite.withDatabase(migrations: Migration.all) { database in
            var plan = BureauPlan.shaxian
            plan.lines.append(.items("NOSUCH", 1, on: ["portal"]))
            let app = try DemoDatabase.application(database)
            await #expect(throws: Demonstration.Failure.noSuchDuty("NOSUCH", bureau: "shaxian")) {
                try await Demonstration(plans: [plan]).make(in: app)
            }
            let agencies = try await database.read { try $0.agencies.all() }
            #expect(agencies.isEmpty)
        }
    }

    @Test(arguments: ["91", "92", "11", "12"]) func inventedCodesAreRightAndNobodys(_ kind: String) throws {
        var random = RepeatableRandom(seed: kind)
        for _ in 1...50 {
            let code = try #require(InventedCode.credit(kind: kind, body: random.int(0...99_999_999)))
            #expect(code.kind == kind)
            #expect(code.regionDigits == "999999")
            #expect(CreditCode.problem(in: code.text) == nil)
        }
        #expect(InventedCode.credit(kind: "ZZ", body: 1) == nil)
    }

    @Test func theRandomNumbersAreThoseOfSplitMix64() {
        var one = RepeatableRandom(seed: "nanhai")
        var two = RepeatableRandom(seed: "nanhai")
        var other = RepeatableRandom(seed: "dongguan")
        let numbers = (0..<20).map { _ in one.next() }
        #expect(numbers == (0..<20).map { _ in two.next() })
        #expect(numbers != (0..<20).map { _ in other.next() })
        #expect((0..<2_000).allSatisfy { _ in (3...9).contains(one.int(3...9)) })
        #expect(one.shuffled(Array(0..<100)).sorted() == Array(0..<100))
        #expect(one.bytes(13).count == 13)
    }
}
