/// The rule sets and named limits: complete, without overlap, chosen by the day of the triggering event.
import Testing

@testable import Civil

@Suite struct RuleTests {
    @Test func noRowWasLost() {
        #expect(RuleSet.all.count == 28)
        #expect(Set(RuleSet.all.map(\.key)).count == RuleSet.all.count)
        #expect(TimeLimit.all.count == 63)
        #expect(Set(TimeLimit.all.map(\.key)).count == TimeLimit.all.count)
        for limit in TimeLimit.all {
            #expect(limit.key.hasPrefix(limit.rule.version + "."))
            #expect(TimeLimit.named(limit.key) == limit)
        }
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
