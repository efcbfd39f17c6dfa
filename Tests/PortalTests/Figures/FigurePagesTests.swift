import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text
import Web

@testable import Portal

/// Figures for everybody: every number leads to exactly what it counts, and nothing of a case is told but its number.
@Suite struct FigurePagesTests {
    @Test(arguments: Engine.available) func aNumberLeadsToExactlyItsRecords(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...3 {
                try await test.publish("NOTICE", Samples.notice.with(["title": "第\(number)号通知"]))
            }
            try await test.publish("PEN", Samples.penalty)
            try await test.runJobs()
            let list = try await test.get("/shiqiao/figures?year=2024").text
            #expect(list.contains("<a href=\"/shiqiao/figures/items/records?year=2024\">4</a>"))
            let records = try await test.get("/shiqiao/figures/items/records?year=2024").text
            #expect(occurrences(of: "href=\"/shiqiao/items/", in: records) == 4 && records.contains("第2号通知"))
            #expect(records.contains("由 4 条记录得出"))
            let site = try await test.get("/shiqiao/figures/channel.site/records?year=2024").text
            #expect(occurrences(of: "href=\"/shiqiao/items/", in: site) == 4)
            let csv = try await test.get("/shiqiao/figures/items/records.csv?year=2024")
            #expect(csv.text.split(separator: "\r\n").count == 5)
            #expect(csv.headers["content-type"]?.hasPrefix("text/csv") == true)
            let json = try await test.get("/shiqiao/figures/items/records.json?year=2024").text
            #expect(json.contains("\"count\":4") && json.contains("\"unlisted\":0") && json.contains("\"number\":4"))
            let quarter = try await test.get("/shiqiao/figures/items?year=2024&quarter=2").text
            #expect(
                quarter.contains("2024年第二季度")
                    && !quarter.contains("/shiqiao/figures/items/records?year=2024&amp;quarter=2\">列出这")
            )
            let none = try await test.get("/shiqiao/figures/items/records?year=2023").text
            #expect(occurrences(of: "href=\"/shiqiao/items/", in: none) == 0)
        }
    }

    @Test(arguments: Engine.available) func aSheetSaysHowItIsCountedAndTakesTheNumberApart(engine: Engine) async throws
    {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            test.clock.advance(days: 330)
            try await test.publish("PEN", Samples.penalty)
            try await test.publish("NOTICE", Samples.notice.with(["title": "第二号通知"]))
            let year = test.app.now().date.year
            let page = try await test.get("/shiqiao/figures/items?year=\(year)").text
            let figure = try #require(test.app.figures.all(of: test.agency).first { $0.key == "items" })
            #expect(page.contains(figure.how.zh) && page.contains("统计口径版本 \(figure.version)"))
            #expect(page.contains("<svg ") && page.contains("role=\"img\"") && page.contains("按公开事项"))
            #expect(page.contains("href=\"/shiqiao/figures/items?year=2024\""))
            #expect(!page.contains(" style="))
            let english = try await test.get("/en/shiqiao/figures/items?year=\(year)").text
            #expect(english.contains("By duty") && english.contains("/en/shiqiao/figures/items/records"))
            let file = try await test.get("/shiqiao/figures/items.csv?year=\(year)").text
            #expect(file.contains("合计,\(year)年,\(year == 2024 ? 3 : 2),条"))
            let json = try await test.get("/shiqiao/figures/items.json?year=\(year)").text
            #expect(json.contains("\"by\":\"duty\"") && json.contains("\"definition\":\"\(figure.version)\""))
        }
    }

    @Test(arguments: Engine.available) func whatIsNoFigureIsNotThere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for path in [
                "/nowhere/figures", "/shiqiao/figures/none", "/shiqiao/figures/items:all", "/shiqiao/figures?year=abc",
                "/shiqiao/figures?year=1900", "/shiqiao/figures?year=2999",
                "/shiqiao/figures/items?year=2024&quarter=5",
                "/shiqiao/figures/items/records?page=2", "/shiqiao/figures/items/records?page=0",
                "/shiqiao/figures/items/records?page=x", "/shiqiao/figures/items/list", "/shiqiao/figures/none.csv",
                "/shiqiao/figures/items/records.xlsx", "/shiqiao/figures/none/records.json",
            ] {
                let answer = try await test.get(path)
                #expect(answer.status == 404 && answer.text.contains("这里没有您要找的页面"), "\(path)")
                #expect(try await test.get("/en\(path)").text.contains("There is no such page here"), "\(path)")
            }
        }
    }

    @Test(arguments: Engine.available) func ofCasesOnlyTheNumberIsTold(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let first = try await test.fileCase("request", Applicants.request + Applicants.person).file
            let tip = try await test.fileCase("tip", Applicants.tip).file
            let year = test.app.now().date.year
            for key in test.app.figures.all(of: test.agency).map(\.key) {
                for path in [
                    "/shiqiao/figures/\(key)?year=\(year)", "/shiqiao/figures/\(key)/records?year=\(year)",
                    "/shiqiao/figures/\(key).csv?year=\(year)", "/shiqiao/figures/\(key)/records.csv?year=\(year)",
                    "/shiqiao/figures/\(key)/records.json?year=\(year)",
                ] {
                    let answer = try await test.get(path)
                    #expect([200, 404].contains(answer.status), "\(path)")
                    for secret in [first.number, tip.number, first.id.text, tip.id.text] {
                        #expect(!answer.text.contains(secret), "\(path)")
                    }
                }
            }
            let requests = try await test.get("/shiqiao/figures/requests/records?year=\(year)").text
            #expect(requests.contains("依法不公开清单") && requests.contains("由 1 条记录得出"))
            let json = try await test.get("/shiqiao/figures/requests/records.json?year=\(year)").text
            #expect(json.contains("\"count\":1") && json.contains("\"unlisted\":1") && json.contains("\"records\":[]"))
        }
    }

    struct Parts: Sendable {
        var values: [Int]
        var shown: [Int]?
    }

    /// Small parts are together at least five, and never alone beside a total that gives them away.
    @Test(arguments: [
        Parts(values: [20, 9, 5], shown: [20, 9, 5]), Parts(values: [20, 9, 3, 1, 1], shown: [20, 9, 5]),
        Parts(values: [20, 9, 3], shown: [20, 12]), Parts(values: [20, 9, 1, 1], shown: [20, 11]),
        Parts(values: [9, 3], shown: nil), Parts(values: [2], shown: nil), Parts(values: [8, 0], shown: [8, 0]),
    ])
    func smallPartsOfCasesAreOnePart(_ parts: Parts) async throws {
        try await TestApp.run(on: .sqlite) { test in
            let time = try FigureTime(FormFields(), today: test.app.now().date)
            var reading = try await test.app.database.read { [app = test.app, agency = test.agency] tx in
                try FigureReading.sheet("requests", of: agency, time, tx, in: app)
            }
            let all = parts.values.enumerated().map { index, value in
                FigurePart(key: "\(index)", name: Phrase(zh: "\(index)", en: "\(index)"), value: value)
            }
            reading.sides = [.init(dimension: .channel, parts: all)]
            let published = FigurePublicity(of: test.agency, in: test.app).published(reading)
            #expect(published.sides.first?.parts.map(\.value) == parts.shown)
        }
    }

    @Test(arguments: Engine.available) func pagesHaveEveryRecordOnceInAFixedOrder(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let file = CatalogueFile(name: "own.yaml", text: Self.columns)
            let figures = try Figures.load(overlay: [file])
            let time = try FigureTime(FormFields(), today: test.app.now().date)
            let found = try await test.app.database.read { [app = test.app, agency = test.agency] tx in
                let count = FigureCount(figures.all(of: agency), of: agency.id, over: time.period, tx, in: app)
                let records = try count.records(of: FigureAsked("ways"))
                let lines = try stride(from: 0, to: records?.count ?? 0, by: 7).flatMap { offset in
                    try records?.lines(offset, limit: 7, tx) ?? []
                }
                return (records?.count, lines)
            }
            #expect(found.0 == found.1.count && found.1.count > 14)
            #expect(Set(found.1.map(\.id)).count == found.1.count && found.1.map(\.id) == found.1.map(\.id).sorted())
        }
    }

    static let columns = """
        figures:
          - key: ways
            zh: 栏目数
            en: Columns
            unit: { zh: 个, en: columns }
            group: site
            counts: columns
            how: { zh: 现有栏目。, en: Columns as they are. }
        """ + "\n"
}
