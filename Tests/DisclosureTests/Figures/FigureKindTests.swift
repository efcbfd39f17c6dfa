import Civil
import Database
import TestKit
import Testing
import Text

@testable import Disclosure

/// Each way of counting, from records that people made.
@Suite struct FigureKindTests {
    @Test(arguments: Engine.available) func itemsAreCountedByWhatTheySay(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            _ = try await test.published(FigureSamples.training, under: "TRAINING")
            let second = FigureSamples.training.with("title", "石桥县安全考试").with("kind", "exam").with("sessions", "4")
            let exam = try await test.published(second, under: "TRAINING")
            _ = try await test.publishedNews()
            #expect(try await test.figure("sessions") == "7")
            #expect(try await test.figure("places") == "1")
            #expect(try await test.figure("talks") == "1")
            #expect(try await test.figure("placed") == "2")
            #expect(try await test.figure("talk-share") == "33.3%")
            #expect(try await test.figure("first") == "2024-03-04")
            #expect(try await test.figure("first-month") == "2024-03")
            #expect(try await test.figure("first", in: 2023) == "—")
            #expect(try await test.figure("leaves") == "3")
            let asked = try await AskWithdrawal(
                id: exam.id,
                ground: .error,
                reason: "发布有误",
                evidence: "",
                actor: test.actor(.editor)
            ).run(in: test.app)
            let moved = try await test.moved {
                _ = try await DecideWithdrawal(id: asked.id, verdict: .pass, actor: test.actor(.approver)).run(
                    in: test.app
                )
            }
            #expect(
                moved == ["items", "sessions", "placed", "shown", "talk-share", "leaves", "leaves.withdrawn"],
                "and not «both», of which a part is a gap"
            )
            #expect(try await test.figure("sessions") == "3")
            let kept = try await test.app.database.read { try $0.integer("SELECT count(*) FROM item_value") }
            #expect(kept == 3, "kind, place and sessions of the one that is left")
        }
    }

    @Test(arguments: Engine.available) func whatCeasesToHoldIsCounted(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            let news = try await test.publishedNews()
            let since = try #require(CivilDate("2024-05-01"))
            let moved = try await test.moved {
                _ = try await ChangeValidity(id: news.id, change: .lapses, since: since, actor: test.actor(.officer))
                    .run(in: test.app)
            }
            #expect(moved == ["ceased", "holding"])
            #expect(try await test.figure("made") == "1")
            #expect(try await test.figure("ceased") == "1")
            #expect(try await test.figure("holding") == "0")
            #expect(try await test.figure("holding", to: "2024-04-30") == "1", "until that day it held")
            #expect(try await test.figure("made", in: 2023) == "0")
            #expect(try await test.figure("shown", to: "2024-03-03") == "0")
        }
    }

    @Test(arguments: Engine.available) func readingsAndOpeningBalancesCount(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            let actor = try test.actor(.officer)
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-12-31"))))
            func read(
                _ key: String,
                _ day: String,
                _ value: String,
                _ relation: FigureRelation = .equal,
                _ kind: Reading.Kind = .reading
            ) async throws {
                let form = ReadingForm(
                    key: key,
                    kind: kind,
                    readOn: day,
                    relation: relation.rawValue,
                    value: value,
                    source: "后台",
                    evidence: "截图"
                )
                _ = try await RecordReading(form, actor: actor).run(in: test.app)
            }
            #expect(try await test.figure("fans") == "—")
            #expect(try await test.figure("both") == "—")
            for key in ["fans", "posts", "peak"] {
                try await read(key, "2024-01-31", "50")
                try await read(key, "2024-06-30", "20", .about)
            }
            #expect(try await test.figure("fans") == "≈20")
            #expect(try await test.figure("posts") == "≈70")
            #expect(try await test.figure("peak") == "50")
            #expect(try await test.figure("fans", to: "2024-03-31") == "50")
            #expect(try await test.figure("both") == "≈70", "no sessions and about 70 posts")
            try await read("items", "2023-12-31", "878", .equal, .opening)
            _ = try await test.publishedNews(Samples.news.with("formed-on", "2024-12-30"))
            #expect(try await test.figure("items") == "1")
            #expect(try await test.figure("items:total") == "879")
            #expect(try await test.figure("items:total", in: 2022) == "0", "before the balance there is nothing")
            #expect(try await test.figure("channel.site:total") == "0", "no opening balance and no delivery yet")
        }
    }

    @Test(arguments: Engine.available) func remediesAreCountedByTheirResult(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            let actor = try test.actor(.officer)
            let moved = try await test.moved {
                let form = RemedyForm(kind: "review", number: "1号", about: "不予公开", filedOn: "2024-03-01")
                let remedy = try await RecordRemedy(form, actor: actor).run(in: test.app)
                let end = RemedyEnd(result: "upheld", endedOn: "2024-03-04")
                _ = try await CloseRemedy(remedy.id, edition: 1, end, actor: actor).run(in: test.app)
                let suit = RemedyForm(kind: "lawsuit", number: "2号", about: "不予公开", filedOn: "2024-03-01")
                _ = try await RecordRemedy(suit, actor: actor).run(in: test.app)
            }
            #expect(
                moved == [
                    "reviews", "reviews.upheld", "reviews.ended", "reviews.all", "lawsuits", "lawsuits.open",
                    "lawsuits.all",
                    "lawsuits.direct", "lawsuits.direct.open", "lawsuits.direct.all",
                ]
            )
        }
    }

    @Test(arguments: Engine.available) func feesAreCountedWhenTheyArePaid(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("notice-fee", on: "2025-03-10", ["items": "31", "amount": "2200"])
            #expect(try await test.figure("fees", in: 2025) == "0")
            try await walk.record("paid", on: "2025-03-12")
            #expect(try await test.figure("fees", in: 2025) == "2200")
            #expect(try await test.figure("fees.waived", in: 2025) == "0")
        }
    }

    /// One thing of each kind is there, and both the list and the parts are of the same records as the number.
    @Test(arguments: Engine.available) func listAndPartsAddUp(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            _ = try await test.published(FigureSamples.training, under: "TRAINING")
            _ = try await test.publishedNews()
            try await test.runJobs()
            _ = try await CaseWalk.request(test, on: "2024-03-05")
            let (agency, app) = (test.agency, test.app)
            try await app.database.read { tx in
                let period = try #require(FigurePeriod.year(2024))
                let count = FigureCount(of: agency, over: period, tx, in: app)
                for figure in app.figures.all(of: agency) {
                    let records = try count.records(of: FigureAsked(figure.key))
                    let ids = try records?.page(0, limit: 50, tx)
                    #expect(ids?.count == records?.count && Set(ids ?? []).count == ids?.count, "\(figure.key)")
                    for dimension in FigureDimension.allCases {
                        let parts = try count.breakdown(of: FigureAsked(figure.key), by: dimension)
                        let sum = parts.map(\.value).reduce(0, +)
                        guard case .number(let number) = try count.value(of: figure.key), !parts.isEmpty,
                            figure.key != "places"
                        else { continue }
                        #expect(sum == number, "\(figure.key) by \(dimension)")
                    }
                }
                let items = try count.breakdown(of: FigureAsked("items"), by: .duty)
                #expect(items.map(\.key) == ["NEWS", "TRAINING"] && items.map(\.value) == [1, 1])
                #expect(try count.breakdown(of: FigureAsked("items"), by: .month).map(\.key) == ["2024-03"])
                #expect(try count.breakdown(of: FigureAsked("requests"), by: .applicant).map(\.key) == ["natural"])
                #expect(try count.breakdown(of: FigureAsked("requests"), by: .channel).map(\.key) == ["post"])
                let series = try count.series(of: FigureAsked("items"), years: 2023...2024)
                #expect(series.map(\.value) == [.number(0), .number(2)])
                let assessed = try count.assessment()
                #expect(assessed.sections.map(\.contributed) == [2] && assessed.authors.map(\.contributed) == [2])
                #expect(assessed.authors.first?.onTime == 2 && assessed.authors.first?.returned == 0)
            }
        }
    }

    /// Rows that the catalogue asks for since yesterday are made for what was published before.
    @Test(arguments: Engine.available) func whatIsPublishedAlreadyIsFilled(engine: Engine) async throws {
        try await FigureSamples.run(on: engine) { test in
            _ = try await test.published(FigureSamples.training, under: "TRAINING")
            try await test.app.database.write { try $0.send("DELETE FROM item_value") }
            #expect(try await test.figure("sessions") == "0")
            #expect(try await FillValues().run(in: test.app) == 1)
            #expect(try await FillValues().run(in: test.app) == 1, "again changes nothing")
            #expect(try await test.figure("sessions") == "3")
            #expect(try await test.figure("talks") == "1")
        }
    }
}
