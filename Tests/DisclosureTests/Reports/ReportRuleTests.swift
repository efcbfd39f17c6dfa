import Civil
import Disclosure
import Testing
import Text

/// The rules E1–E10 (rules of the annual report) and those of the older tables: the large sound fixture passes every one,
/// and each has a smallest case that breaks it.
@Suite struct ReportRuleTests {
    @Test func theLargeFixturePassesEveryRule() throws {
        let sheet = try AnnualFixture.sheet()
        #expect(sheet.value(of: FigureAsked("requests.new")) == .number(14_069))
        #expect(sheet.value(of: FigureAsked("requests.3.7", applicant: .natural)) == .number(13_364))
        #expect(ReportFindings(sheet, before: AnnualFixture.before).all.map(\.id) == [])
    }

    /// One number changed, and the rule that must notice it; others may notice it too.
    @Test(arguments: [
        Broken("E1", "requests.new:natural", to: 13_613, level: .error),
        Broken("E1", "requests.carried-on:other", to: 3, level: .error),
        Broken("E2", "requests.3.3.4:natural", to: 0, level: .error),
        Broken("E2", "requests.3.7", to: 13_811, level: .error),
        Broken("E3", "requests.3.1", to: 1, level: .error),
        Broken("E4", "requests.carried-over:natural", to: 536, level: .error),
        Broken("E5", "reviews.corrected", to: 99, level: .error),
        Broken("E5", "lawsuits.direct.all", to: 55, level: .error),
        Broken("E5", "lawsuits.after-review.open", to: 9, level: .error),
        Broken("E6", "normative.in-force", to: 43, level: .warning),
        Broken("E6", "rules.repealed", to: 1, level: .warning),
        Broken("E8", "penalties", to: nil, level: .error),
        Broken("E8", "requests.3.6.2:welfare", to: -1, level: .error),
        Broken("E9", "fees", to: 12_000, level: .error),
    ]) func eachRuleHasASmallestCaseThatBreaksIt(_ broken: Broken) throws {
        var sheet = try AnnualFixture.sheet()
        let number = try #require(ReportNumber(text: broken.number))
        sheet.values[number] = broken.value.map { .number($0) } ?? .missing
        sheet.texts["other"] = "没有其他事项。"
        let findings = ReportFindings(sheet, before: AnnualFixture.before).all
        let found = findings.filter { $0.id.hasPrefix(broken.rule + ":") }
        #expect(!found.isEmpty, "\(findings.map(\.id))")
        #expect(found.allSatisfy { $0.level == broken.level })
    }

    @Test(arguments: [
        ("overview", "本年度新收政府信息公开申请14,068件", "E7"), ("overview", "本年新收申请14068件。", "E7"),
        ("remedies", "{{>t4}}\n本年发生行政复议3件", "E7"), ("problems", "无。", "E10"), ("problems", "", "E10"),
        ("overview", "公开了178条", "T"),
    ]) func whatIsWrittenIsHeldAgainstTheTables(_ section: String, _ text: String, _ rule: String) throws {
        var sheet = try AnnualFixture.sheet()
        sheet.texts[section] = text
        let findings = ReportFindings(sheet, before: AnnualFixture.before).all
        #expect(findings.contains { $0.id.hasPrefix(rule + ":") && $0.level == .warning && $0.section == section })
    }

    @Test func aRightNumberMayBeWrittenInGroups() throws {
        var sheet = try AnnualFixture.sheet()
        sheet.texts["overview"] = "本年度新收政府信息公开申请14,069件。"
        let findings = ReportFindings(sheet, before: AnnualFixture.before).all
        #expect(!findings.contains { $0.id.hasPrefix("E7") })
    }

    @Test func aFeeThatIsStatedIsInOrder() throws {
        var sheet = try AnnualFixture.sheet()
        sheet.values[ReportNumber(FigureAsked("fees"))] = .money(1_234_500)
        sheet.texts["other"] = "本年度收取信息处理费{{fees}}元。"
        #expect(ReportFindings(sheet, before: AnnualFixture.before).all.map(\.id) == [])
        #expect(sheet.markdown().contains("信息处理费12345元"))
    }

    @Test func withoutTheReportBeforeNothingIsHeldAgainstIt() throws {
        var sheet = try AnnualFixture.sheet()
        sheet.values[ReportNumber(FigureAsked("normative.in-force"))] = .number(1)
        #expect(ReportFindings(sheet, before: nil).all.map(\.id) == [])
    }

    /// The older tables: sums, totals over all years, and no more closed than received.
    @Test(arguments: [
        OlderBroken("stat2014", ["requests": 2], "S1"), OlderBroken("stat2014", ["requests.closed": 1], "S2"),
        OlderBroken("stat2014", ["replies": 1], "S3"),
        OlderBroken("stat2014", ["replies.4": 1], "S4"),
        OlderBroken("stat2014", ["reviews.ended": 1], "S5"), OlderBroken("stat2014", ["lawsuits.upheld": 1], "S6"),
        OlderBroken("stat2014", ["staff.part": 1], "S7"),
        OlderBroken("stat2014", ["requests.closed": 1, "requests.not-extended": 1], "S8"),
        OlderBroken("fujian", ["requests.granted": 1], "F1"),
        OlderBroken("fujian", ["requests.counter:total": 1], "F2"),
        OlderBroken("fujian", ["items:total": 7], "F3"), OlderBroken("fujian", ["items": 1_000_000], "F4"),
    ]) func theOlderTablesHaveTheirRules(_ broken: OlderBroken) throws {
        var sheet = try AnnualFixture.zeros(of: broken.format)
        let before = sheet.values
        #expect(ReportFindings(sheet, before: before).all.map(\.id) == [])
        for (text, value) in broken.values { sheet.values[try #require(ReportNumber(text: text))] = .number(value) }
        let found = ReportFindings(sheet, before: before).all
        #expect(found.contains { $0.id.hasPrefix(broken.rule + ":") && $0.level == .error }, "\(found.map(\.id))")
    }

    struct Broken: Sendable {
        var rule: String
        var number: String
        var value: Int?
        var level: ReportRule.Level

        init(_ rule: String, _ number: String, to value: Int?, level: ReportRule.Level) {
            (self.rule, self.number, self.value, self.level) = (rule, number, value, level)
        }
    }

    struct OlderBroken: Sendable {
        var format: String
        var values: [String: Int]
        var rule: String

        init(_ format: String, _ values: [String: Int], _ rule: String) {
            (self.format, self.values, self.rule) = (format, values, rule)
        }
    }
}

/// A report as large as that of a big city, which adds up: 14069 + 560 = 13810 + 819.
enum AnnualFixture {
    static let natural = ["requests.new": 13_612, "requests.carried-over": 535, "requests.carried-on": 783]
    static let business = ["requests.new": 400, "requests.carried-over": 20, "requests.carried-on": 31]
    static let others: [(Applicant.Class, Int)] = [(.research, 12), (.welfare, 9), (.legalService, 24), (.other, 12)]

    static func sheet() throws -> ReportSheet {
        var sheet = try zeros(of: "nb2021")
        func put(_ figure: String, _ kind: Applicant.Class, _ value: Int) {
            sheet.values[ReportNumber(FigureAsked(figure, applicant: kind))] = .number(value)
        }
        for (figure, value) in natural { put(figure, .natural, value) }
        for (figure, value) in business { put(figure, .business, value) }
        // Of natural persons 13364 were finished, of businesses 389; each in some cells.
        let results: [(Applicant.Class, [(String, Int)])] = [
            (
                .natural,
                [("3.1", 8_200), ("3.2", 1_100), ("3.3.4", 64), ("3.4.1", 3_000), ("3.5.1", 600), ("3.6.3", 400)]
            ),
            (.business, [("3.1", 300), ("3.4.1", 89)]),
            (.research, [("3.1", 12)]), (.welfare, [("3.1", 9)]), (.legalService, [("3.1", 24)]),
            (.other, [("3.1", 12)]),
        ]
        for (kind, cells) in results {
            for (cell, value) in cells { put("requests.\(cell)", kind, value) }
            put("requests.3.7", kind, cells.reduce(0) { $0 + $1.1 })
        }
        for (kind, value) in others { put("requests.new", kind, value) }
        // The rest of 560 and 819 is that of businesses and others.
        put("requests.carried-over", .other, 5)
        put("requests.carried-on", .other, 5)
        sumUp(&sheet)
        for (figure, value) in remedies { sheet.values[ReportNumber(FigureAsked(figure))] = .number(value) }
        for (figure, value) in documents { sheet.values[ReportNumber(FigureAsked(figure))] = .number(value) }
        sheet.texts["problems"] = "公开的主动性还不够，将加强培训。"
        return sheet
    }

    /// The report of the year before, as far as rules ask for it.
    static var before: [ReportNumber: FigureValue] {
        var before: [ReportNumber: FigureValue] = [
            ReportNumber(FigureAsked("requests.carried-on")): .number(560),
            ReportNumber(FigureAsked("normative.in-force")): .number(40),
            ReportNumber(FigureAsked("rules.in-force")): .number(3),
        ]
        for (kind, value) in [(Applicant.Class.natural, 535), (.business, 20), (.other, 5), (.research, 0)] {
            before[ReportNumber(FigureAsked("requests.carried-on", applicant: kind))] = .number(value)
        }
        return before
    }

    private static let remedies = [
        "reviews.upheld": 500, "reviews.corrected": 100, "reviews.other": 150, "reviews.open": 40, "reviews.all": 790,
        "lawsuits.direct.upheld": 40, "lawsuits.direct.corrected": 6, "lawsuits.direct.open": 10,
        "lawsuits.direct.all": 56,
        "lawsuits.after-review.upheld": 120, "lawsuits.after-review.other": 28, "lawsuits.after-review.open": 8,
        "lawsuits.after-review.all": 156,
    ]

    private static let documents = [
        "normative.made": 5, "normative.repealed": 3, "normative.in-force": 42, "rules.in-force": 3, "penalties": 812,
        "licences": 2_301,
    ]

    private static func sumUp(_ sheet: inout ReportSheet) {
        for number in sheet.values.keys where number.asked.applicant == nil && number.asked.key.hasPrefix("requests.") {
            let parts = Applicant.Class.allCases.compactMap { kind in
                sheet.values[ReportNumber(FigureAsked(number.asked.key, applicant: kind))]?.exact
            }
            if !parts.isEmpty { sheet.values[number] = .number(parts.reduce(0, +)) }
        }
    }

    /// A report of a format with nothing in it.
    static func zeros(of key: String) throws -> ReportSheet {
        let format = try #require(try ReportFormats.builtIn().format(key, of: "x"))
        let report = Report(
            id: ID("R"),
            agency: ID("A"),
            year: format.years.lowerBound,
            quarter: nil,
            format: key,
            item: nil,
            createdBy: nil,
            createdAt: Instant(milliseconds: 0),
            changedAt: Instant(milliseconds: 0)
        )
        let values = format.numbers(in: [:]).map { ($0, FigureValue.number(0)) }
        return ReportSheet(
            report: report,
            format: format,
            agencyName: Phrase(zh: "某局", en: "A bureau"),
            texts: ["problems": "还有不足，将改进。"],
            values: Dictionary(values) { first, _ in first },
            definitions: [:],
            frozenAt: nil
        )
    }
}
