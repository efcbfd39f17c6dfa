import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

/// What procedure files say, and how mistakes in them are told.
@Suite struct ProcedureTests {
    private static let kinds = [
        "request", "petition", "hotline", "radio-line", "mailbox", "consultation", "tip", "record-correction",
        "penalty-objection", "credit-repair", "site-error", "visit",
    ]

    @Test func everyKindIsThere() throws {
        let today = try #require(CivilDate("2026-11-21"))
        #expect(try Procedures.builtIn().kinds(on: today).map(\.kind).sorted() == Self.kinds.sorted())
    }

    /// The outcomes of a request fill every row of table 3 and no other.
    @Test func requestsFillTheTableOfTheReport() throws {
        let procedure = try #require(try Procedures.builtIn().named("request-2019"))
        #expect(Set(procedure.outcomes.compactMap(\.cell)) == Set(RequestTable.cells))
        #expect(procedure.outcomes.allSatisfy { $0.cell != nil })
        #expect(procedure.clocks.map(\.limit.key).prefix(2) == ["reg2019.reply", "reg2019.clarify"])
    }

    /// 复议前置 follows from arts 14–16, since 2024, and of a partial release from its grounds.
    @Test func remedies() throws {
        let procedure = try #require(try Procedures.builtIn().named("request-2019"))
        let now = try #require(CivilDate("2024-03-04"))
        let before = try #require(CivilDate("2023-12-29"))
        let first = [
            "refuse-secret", "refuse-law", "refuse-stability", "refuse-third", "refuse-internal", "refuse-process",
            "refuse-casefile",
        ]
        for outcome in procedure.outcomes where outcome.key != "other" {
            let expected: Remedy = first.contains(outcome.key) ? .reviewFirst : .choice
            #expect(procedure.remedy(of: outcome.key, grounds: [], on: now) == expected, "\(outcome.key)")
            #expect(procedure.remedy(of: outcome.key, grounds: [], on: before) == .choice)
        }
        #expect(procedure.remedy(of: "partial", grounds: ["refuse-third"], on: now) == .reviewFirst)
        #expect(procedure.remedy(of: "partial", grounds: [], on: now) == .choice)
        #expect(procedure.remedy(of: "other", grounds: [], on: now) == .none)
    }

    @Test(arguments: [
        ("kind: request", "kind: Request", "kind"),
        ("from: 2019-05-15", "from: soon", "from"),
        ("limit: reg2019.reply", "limit: reg2019.answer", "limit"),
        ("protects: applicant", "protects: nobody", "protects"),
        ("from: received, to: in-hand", "from: received, to: in-hands", "to"),
        ("begins: true", "begins: yes", "begins"),
        ("answers: clarify, asks", "answers: clarified, asks", "answers"),
        ("remedy: choice", "remedy: court", "remedy"),
        ("asks: [days, reason]", "asks: [day, reason]", "asks"),
        ("waits: approver", "waits: boss", "waits"),
        ("portal: confirmation", "pigeon: confirmation", "pigeon"),
        ("law: reg2019, article: \"27\"", "law: reg2091, article: \"27\"", "law"),
    ])
    func mistakesAreToldWithTheirPlace(right: String, wrong: String, key: String) throws {
        let file = try #require(CatalogueFile.builtInProcedures.first { $0.name == "request-2019.yaml" })
        let range = try #require(file.text.range(of: right))
        let line = file.text[..<range.lowerBound].count { $0 == "\n" } + 1
        let broken = file.text.replacingCharacters(in: range, with: wrong)
        do {
            _ = try Procedures.load(overlay: [CatalogueFile(name: "broken.yaml", text: broken)])
            Issue.record("was accepted: \(wrong)")
        } catch {
            let problem = error.problems.first { $0.key == key && $0.line == line }
            #expect(problem?.allowed != nil, "\(error)")
        }
    }

    @Test func twoOfOneTimeAreRefused() throws {
        let file = try #require(CatalogueFile.builtInProcedures.first { $0.name == "request-2019.yaml" })
        let other = CatalogueFile(
            name: "other.yaml",
            text: file.text.replacing("procedure: request-2019", with: "procedure: request-2020")
        )
        #expect(throws: CatalogueError.self) { try Procedures.load(overlay: [other]) }
    }

    /// A city's own terms take the place of the sample, and a kind of its own stands beside the others.
    @Test func aPlaceHasProceduresOfItsOwn() throws {
        let shipped = try #require(CatalogueFile.builtInProcedures.first { $0.name == "hotline.yaml" })
        let own = CatalogueFile(
            name: "hotline.yaml",
            text: shipped.text.replacing("working-days: 13", with: "working-days: 8")
        )
        let new = CatalogueFile(
            name: "port.yaml",
            text: shipped.text.replacing("procedure: hotline", with: "procedure: port")
                .replacing("kind: hotline", with: "kind: port")
        )
        // Two kinds with one word would give the same number twice.
        #expect(throws: CatalogueError.self) { try Procedures.load(overlay: [new]) }
        let named = CatalogueFile(name: "port.yaml", text: new.text.replacing("word: 热线", with: "word: 港口"))
        let procedures = try Procedures.load(overlay: [own, named])
        #expect(procedures.named("hotline")?.clock("settle")?.limit.length == .workingDays(8))
        #expect(procedures.named("port")?.clock("settle")?.limit.length == .workingDays(13))
        #expect(try procedures.all.count == Procedures.builtIn().all.count + 1)
    }
}
