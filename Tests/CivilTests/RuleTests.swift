/// The rule sets and named limits: complete, without overlap, chosen by the day of the triggering event.
import Testing

@testable import Civil

@Suite struct RuleTests {
    @Test func noRowWasLost() {
        #expect(RuleSet.all.count == 32)
        #expect(Set(RuleSet.all.map(\.key)).count == RuleSet.all.count)
        #expect(TimeLimit.all.count == 86)
        #expect(Set(TimeLimit.all.map(\.key)).count == TimeLimit.all.count)
        for limit in TimeLimit.all {
            #expect(limit.key.hasPrefix(limit.rule.version + "."))
            #expect(TimeLimit.named(limit.key) == limit)
            #expect(!limit.event.zh.isEmpty && !limit.event.en.isEmpty)
        }
    }

    struct Row: Sendable {
        let key: String
        let length: TimeLimit.Length
        var longest: Int?
    }

    /// What a case needs, each with the number of its law.
    @Test(arguments: [
        Row(key: "reg2007.reply", length: .workingDays(15), longest: 15),
        Row(key: "reg2019.reply", length: .workingDays(20), longest: 20),
        Row(key: "reg2019.clarify", length: .workingDays(7)), Row(key: "reg2019.thirdParty", length: .workingDays(15)),
        Row(key: "reg2019.coMaker", length: .workingDays(15)), Row(key: "fee2021.pay", length: .workingDays(20)),
        Row(key: "petition2005.accept", length: .calendarDays(15)),
        Row(key: "petition2005.finish", length: .calendarDays(60), longest: 30),
        Row(key: "petition2022.accept", length: .calendarDays(15)),
        Row(key: "petition2022.object", length: .workingDays(5)),
        Row(key: "petition2022.finish", length: .calendarDays(60), longest: 30),
        Row(key: "petition2022.review", length: .calendarDays(30)),
        Row(key: "petition2022.finalReview", length: .calendarDays(30)),
        Row(key: "simplePetition2016.accept", length: .workingDays(3)),
        Row(key: "simplePetition2016.finish", length: .workingDays(10)), Row(key: "hotline.urgent", length: .sameDay),
        Row(key: "hotline.inquiry", length: .workingDays(3), longest: 3),
        Row(key: "hotline.order", length: .workingDays(13), longest: 13),
        Row(key: "website2017.message", length: .workingDays(7)),
        Row(key: "website2017.complexMessage", length: .workingDays(15)),
        Row(key: "website2017.siteError", length: .workingDays(3)),
        Row(key: "review1999.apply", length: .calendarDays(60)),
        Row(key: "review2024.apply", length: .calendarDays(60)),
        Row(key: "review2024.answerSummary", length: .workingDays(5)),
        Row(key: "review2024.decideSummary", length: .calendarDays(30)),
        Row(key: "litigation2015.sue", length: .months(6)),
        Row(key: "litigation2015.sueAfterReview", length: .calendarDays(15)),
        Row(key: "litigation1990.sue", length: .months(3)), Row(key: "penalty2021.withdraw", length: .workingDays(3)),
        Row(key: "repair2023.safety", length: .months(12)), Row(key: "repair2026.seriousEnd", length: .months(36)),
    ])
    func theLimitsOfCases(_ row: Row) throws {
        let limit = try #require(TimeLimit.named(row.key))
        #expect(limit.length == row.length)
        #expect(limit.longestExtension == row.longest)
        #expect(limit.event != Words(zh: "起算事由发生", en: "the event of the rule"))
        #expect(!limit.rule.law.zh.isEmpty)
    }

    @Test func anAgencySetsItsOwnServiceLevels() throws {
        let own = RuleReference(law: Words(zh: "本局热线办理办法", en: "Our hotline rules"), article: "5", version: "own")
        let limit = try #require(TimeLimit.named("hotline.order")).set(to: .workingDays(10), by: own)
        let clock = LegalClock(limit, event: limit.event, on: try date("2024-02-05"))
        let deadline = try clock.deadline()
        #expect(deadline.due.iso == "2024-02-23")
        #expect(deadline.explanation(chinese: true)[0].contains("10个工作日（《本局热线办理办法》第五条"))
    }

    @Test func theSetsOfAFamilyNeverOverlap() {
        for family in RuleSet.Family.allCases {
            let sets = RuleSet.all.filter { $0.family == family }
            #expect(!sets.isEmpty, "\(family)")
            for (older, newer) in zip(sets, sets.dropFirst()) {
                #expect(older.through == newer.from.adding(days: -1), "\(older.key) and \(newer.key)")
            }
            #expect(sets.last?.through == nil)
        }
    }

    struct Choice: Sendable {
        let family: RuleSet.Family
        let date: String
        let key: String?
    }

    @Test(arguments: [
        Choice(family: .disclosure, date: "2008-04-30", key: nil),
        Choice(family: .disclosure, date: "2008-05-01", key: "reg2007"),
        Choice(family: .disclosure, date: "2019-05-14", key: "reg2007"),
        Choice(family: .disclosure, date: "2019-05-15", key: "reg2019"),
        Choice(family: .annualReport, date: "2018-12-31", key: "stat2014"),
        Choice(family: .annualReport, date: "2020-12-31", key: "nb2019"),
        Choice(family: .annualReport, date: "2021-12-31", key: "nb2021"),
        Choice(family: .petition, date: "2022-04-30", key: "petition2005"),
        Choice(family: .petition, date: "2022-05-01", key: "petition2022"),
        Choice(family: .review, date: "2023-12-31", key: "review1999"),
        Choice(family: .review, date: "2024-01-01", key: "review2024"),
        Choice(family: .litigation, date: "2015-04-30", key: "litigation1990"),
        Choice(family: .repair, date: "2019-06-30", key: nil),
        Choice(family: .repair, date: "2023-05-01", key: "repair2023"),
        Choice(family: .repair, date: "2026-04-01", key: "repair2026"),
        Choice(family: .blacklist, date: "2023-09-30", key: "bl2017"),
        Choice(family: .court, date: "2025-06-01", key: "court2025"),
        Choice(family: .penalty, date: "2021-07-15", key: "penalty2021"),
    ])
    func theSetInForceOnTheDay(_ choice: Choice) throws {
        #expect(try RuleSet.inForce(choice.family, on: date(choice.date))?.key == choice.key)
    }

    @Test func theLimitInForceOnTheDay() throws {
        #expect(try TimeLimit.inForce("reply", .disclosure, on: date("2018-09-20"))?.length == .workingDays(15))
        #expect(try TimeLimit.inForce("reply", .disclosure, on: date("2019-05-15"))?.length == .workingDays(20))
        #expect(try TimeLimit.inForce("clarify", .disclosure, on: date("2018-09-20")) == nil)
        #expect(try TimeLimit.inForce("reply", .disclosure, on: date("2008-01-01")) == nil)
        #expect(TimeLimit.named("reg2019.nothing") == nil)
    }

    struct Citation: Sendable {
        let article: String
        let zh: String
    }

    @Test(arguments: [
        Citation(article: "33", zh: "《法》第三十三条"), Citation(article: "10", zh: "《法》第十条"),
        Citation(article: "9", zh: "《法》第九条"), Citation(article: "105", zh: "《法》第一百零五条"),
        Citation(article: "110", zh: "《法》第一百一十条"), Citation(article: "78.2", zh: "《法》第七十八条第二款"),
        Citation(article: "21(4)", zh: "《法》第二十一条第（四）项"), Citation(article: "", zh: "《法》"),
        Citation(article: "36.1(7)", zh: "《法》第三十六条第一款第（七）项"), Citation(article: "14–16", zh: "《法》第14–16条"),
    ])
    func articlesAreCitedAsALawIs(_ citation: Citation) {
        let reference = RuleReference(
            law: Words(zh: "法", en: "Law"),
            article: citation.article,
            version: "test2000"
        )
        #expect(reference.words.zh == citation.zh)
        #expect(reference.words.en == (citation.article.isEmpty ? "Law" : "Law, art \(citation.article)"))
    }
}
