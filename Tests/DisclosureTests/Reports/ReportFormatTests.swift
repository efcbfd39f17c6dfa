import Civil
import Disclosure
import Testing
import Text

@Suite struct ReportFormatTests {
    private let formats = Result { try ReportFormats.builtIn() }

    @Test(arguments: [
        (2_008, "stat2014"), (2_018, "stat2014"), (2_019, "nb2019"), (2_020, "nb2019"), (2_021, "nb2021"),
        (2_030, "nb2021"),
    ])
    func eachYearHasItsFormat(_ year: Int, _ key: String) throws {
        #expect(try formats.get().all(of: "x", year: year, isQuarterly: false).first?.key == key)
        #expect(try formats.get().all(of: "x", year: year, isQuarterly: true).map(\.key) == ["quarterly"])
    }

    @Test(arguments: ["nanhai", "dongguan", "jinjiang", "tongxiang", "shaxian"])
    func theBureausOfTheDemonstrationPrintTheirOwn(_ code: String) throws {
        let mine = try formats.get().all(of: code, isDemonstration: true, year: 2_018, isQuarterly: false)
        #expect(mine.first?.key == code)
        #expect(try formats.get().all(of: code, year: 2_018, isQuarterly: false).first?.key == "stat2014")
    }

    /// Every figure that a format names is one that the agencies for which it is have.
    @Test(arguments: [
        "stat2014", "fujian", "nb2019", "nb2021", "quarterly", "nanhai", "dongguan", "jinjiang", "tongxiang", "shaxian",
    ])
    func everyFigureOfAFormatIsDefined(_ key: String) throws {
        let isOwn = BureauPlan.all.contains { $0.code == key }
        let code = isOwn ? key : "x"
        let format = try #require(try formats.get().format(key, of: code, isDemonstration: isOwn))
        let known = Set(try Figures.builtIn().all(of: code, isDemonstration: isOwn).map(\.key))
        let unknown = Set(format.numbers(in: [:]).map(\.asked.key)).subtracting(known)
        #expect(unknown.sorted() == [])
    }

    @Test func tableThreeHasEveryRowAndColumn() throws {
        let table = try #require(try formats.get().format("nb2021", of: "x")?.table("t3"))
        #expect(table.leaves.map(\.name.zh) == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"])
        let rows = table.labelled.filter { !$0.row.figures.isEmpty }.map { $0.row.figures[0].key }
        let cells = RequestTable.cells.map { "requests.\($0)" }
        #expect(rows == ["requests.new", "requests.carried-over"] + cells + ["requests.3.7", "requests.carried-on"])
        #expect(table.numbers.count == rows.count * 7)
    }

    @Test func theSixSectionsAreThoseOfTheOrder() throws {
        let format = try #require(try formats.get().format("nb2021", of: "x"))
        #expect(
            format.sections.map(\.name.zh) == [
                "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
                "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
            ]
        )
    }

    @Test func dueDaysFollowTheLawOfTheYear() throws {
        func due(_ key: String, _ year: Int, quarter: Int? = nil) throws -> String? {
            let period = try #require(quarter.map { FigurePeriod.quarter($0, of: year) } ?? FigurePeriod.year(year))
            return try formats.get().format(key, of: "x")?.due.day(after: period).iso
        }
        #expect(try due("nb2021", 2_023) == "2024-01-31")
        #expect(try due("stat2014", 2_016) == "2017-03-31")
        #expect(try due("quarterly", 2_023, quarter: 1) == "2023-04-08")
        #expect(try due("quarterly", 2_023, quarter: 4) == "2024-01-08")
    }

    @Test func mistakesOfAFileAreReportedWithTheirPlace() {
        let text = """
            key: own
            zh: 自己的
            en: Own
            title: { zh: "{agency}", en: "{agency}" }
            due: { month: 13, day: 31, basis: { zh: 甲, en: A } }
            sections:
              - { key: a, zh: 一, en: 1, text: "{{>missing}}" }
            tables:
              - key: t
                zh: 表
                en: Table
                columns: [{ zh: 数, en: N }]
                rows: [{ zh: 行, en: Row, figures: [a, b] }]
            """
        let file = CatalogueFile(name: "own.yaml", text: text)
        #expect {
            _ = try ReportFormats.load(overlay: [file])
        } throws: { error in
            guard let problems = (error as? CatalogueError)?.problems else { return false }
            return problems.contains { $0.key == "month" && $0.line == 5 }
        }
        let mended = CatalogueFile(name: "own.yaml", text: text.replacing("month: 13", with: "month: 1"))
        #expect {
            _ = try ReportFormats.load(overlay: [mended])
        } throws: { error in
            let said = (error as? CatalogueError)?.problems.map(\.what.en) ?? []
            return said.contains { $0.contains("«missing»") } && said.contains { $0.contains("2 figures") }
        }
    }

    @Test func anAgencysOwnFormatComesFirst() throws {
        let text = """
            agency: x
            key: own
            zh: 自己的
            en: Own
            title: { zh: "{agency}", en: "{agency}" }
            due: { month: 1, day: 31, basis: { zh: 甲, en: A } }
            sections: [{ key: a, zh: 一, en: 1, text: "{{items}}" }]
            """
        let loaded = try ReportFormats.load(overlay: [CatalogueFile(name: "own.yaml", text: text)])
        #expect(loaded.all(of: "x", year: 2_024, isQuarterly: false).map(\.key) == ["own", "nb2021"])
        #expect(loaded.all(of: "y", year: 2_024, isQuarterly: false).map(\.key) == ["nb2021"])
    }
}
