import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// The register of what was brought over disclosure: recorded, ended, put right, and counted as the annual report asks.
@Suite struct RemedyTests {
    static func form(_ kind: RemedyEntry.Kind, _ number: String, on day: String) -> RemedyForm {
        RemedyForm(kind: kind.rawValue, number: number, about: "不予公开答复", filedOn: day)
    }

    @Test(arguments: Engine.available) func aRemedyIsRecordedAndEnds(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let actor = try test.actor(.officer)
            let file = try await CaseWalk.request(test, on: "2024-03-04").file
            var form = Self.form(.review, "演府复〔2024〕1号", on: "2024-03-01")
            form.caseNumber = file.number
            let remedy = try await RecordRemedy(form, actor: actor).run(in: test.app)
            #expect(remedy.caseFile == file.id && remedy.isOpen && remedy.edition == 1)
            let end = RemedyEnd(result: "upheld", endedOn: "2024-03-04")
            let ended = try await CloseRemedy(remedy.id, edition: 1, end, actor: actor).run(in: test.app)
            #expect(ended.result == .upheld && ended.endedOn?.iso == "2024-03-04" && ended.edition == 2)
            let (found, changes, about, acts) = try await test.app.database.read { tx in
                (
                    try tx.remedies.require(remedy.id, of: test.agency.id), try tx.remedies.changes(of: remedy.id),
                    try tx.remedies.about(file.id), try tx.audit.about(remedy.id.text)
                )
            }
            #expect(found == ended && about == [ended])
            #expect(changes.map(\.act) == [.recorded, .closed] && changes.map(\.result) == [nil, .upheld])
            #expect(acts.map(\.act) == ["remedy.record", "remedy.close"])
            // No audit line says what it is about.
            let isQuiet = acts.allSatisfy { !$0.detail.contains("答复") && !$0.detail.contains("演府复") }
            #expect(isQuiet)
            await #expect(throws: Refusal.self) {
                try await CloseRemedy(remedy.id, edition: 2, end, actor: actor).run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available) func whatIsWrongIsSaid(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let actor = try test.actor(.officer)
            let empty = RemedyForm(kind: "", number: "", about: "", caseNumber: "无此办件", filedOn: "")
            let keys = try await test.problems(RecordRemedy(empty, actor: actor)).compactMap {
                $0.split(separator: ":").first
            }
            #expect(keys == ["kind", "number", "about", "case_number", "filed_on"])
            let future = Self.form(.lawsuit, "1号", on: "2024-03-05")
            #expect(
                try await test.problems(RecordRemedy(future, actor: actor)).first?.contains("still to come") == true
            )
            let right = Self.form(.lawsuit, "1号", on: "2024-03-01")
            let remedy = try await RecordRemedy(right, actor: actor).run(in: test.app)
            #expect(
                try await test.problems(RecordRemedy(right, actor: actor)).first?.contains("in the register") == true
            )
            let early = RemedyEnd(result: "upheld", endedOn: "2024-02-29")
            let close = CloseRemedy(remedy.id, edition: 1, early, actor: actor)
            #expect(try await test.problems(close).first?.contains("ended before it was brought") == true)
            let nothing = CloseRemedy(remedy.id, edition: 1, RemedyEnd(result: "", endedOn: ""), actor: actor)
            #expect(try await test.problems(nothing).count == 2)
            let unfounded = CorrectRemedy(remedy.id, edition: 1, to: right, reason: "", actor: actor)
            #expect(try await test.problems(unfounded).map { $0.prefix(7) } == ["reason:"])
            await #expect(throws: Refusal.notAllowed(.recordRemedies)) {
                try await RecordRemedy(right, actor: test.actor(.cases)).run(in: test.app)
            }
            await #expect(throws: Refusal.notFound) {
                try await CloseRemedy(ID("none"), edition: 1, early, actor: actor).run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available) func aMistakeIsPutRightAndStaysInTheHistory(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let actor = try test.actor(.administrator)
            let form = Self.form(.lawsuit, "1号", on: "2024-03-01")
            let remedy = try await RecordRemedy(form, actor: actor).run(in: test.app)
            let end = RemedyEnd(result: "corrected", endedOn: "2024-03-04")
            var right = form
            right.kind = RemedyEntry.Kind.lawsuitAfterReview.rawValue
            let correct = CorrectRemedy(remedy.id, edition: 1, to: right, end, reason: "先经复议", actor: actor)
            let corrected = try await correct.run(in: test.app)
            #expect(corrected.kind == .lawsuitAfterReview && corrected.result == .corrected && corrected.edition == 2)
            // Whoever looks at the page of before is told.
            await #expect(throws: Refusal.self) { try await correct.run(in: test.app) }
            // An end that was recorded by mistake is taken back.
            let back = CorrectRemedy(remedy.id, edition: 2, to: right, reason: "尚未审结", actor: actor)
            #expect(try await back.run(in: test.app).isOpen)
            let changes = try await test.app.database.read { try $0.remedies.changes(of: remedy.id) }
            #expect(changes.map(\.kind) == [.lawsuit, .lawsuitAfterReview, .lawsuitAfterReview])
            #expect(changes.map(\.reason) == [nil, "先经复议", "尚未审结"])
        }
    }

    @Test(arguments: Engine.available) func ofTwoChangesOneIsTold(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (app, actor) = (test.app, try test.actor(.officer))
            let form = Self.form(.complaint, "1号", on: "2024-03-01")
            let remedy = try await RecordRemedy(form, actor: actor).run(in: app)
            let told = await withTaskGroup(of: Int.self) { group in
                for result in RemedyEntry.Result.allCases {
                    let end = RemedyEnd(result: result.rawValue, endedOn: "2024-03-04")
                    let close = CloseRemedy(remedy.id, edition: 1, end, actor: actor)
                    group.addTask {
                        do {
                            _ = try await close.run(in: app)
                            return 0
                        } catch Refusal.conflict {
                            return 1
                        } catch {
                            return 99
                        }
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(told == 2)
        }
    }

    /// Those that were brought in the year, and those that were open when it began (国办公开办函〔2021〕30号, table 四).
    @Test(arguments: Engine.available) func theYearIsCounted(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let actor = try test.actor(.officer)
            let lines: [(RemedyEntry.Kind, String, RemedyEntry.Result?, String)] = [
                (.review, "2021-11-01", .upheld, "2021-12-31"), (.review, "2021-12-01", .upheld, "2022-01-01"),
                (.review, "2022-05-01", .corrected, "2022-06-01"), (.review, "2022-12-31", .other, "2023-01-01"),
                (.review, "2023-01-01", nil, ""), (.lawsuit, "2020-01-01", nil, ""),
                (.complaint, "2022-01-01", .other, "2022-01-02"),
            ]
            for (number, line) in lines.enumerated() {
                let remedy = try await RecordRemedy(Self.form(line.0, "\(number)号", on: line.1), actor: actor)
                    .run(in: test.app)
                guard let result = line.2 else { continue }
                let end = RemedyEnd(result: result.rawValue, endedOn: line.3)
                _ = try await CloseRemedy(remedy.id, edition: 1, end, actor: actor).run(in: test.app)
            }
            let period = try #require(FigurePeriod.year(2022))
            try await test.app.database.read { tx in
                let counts = try tx.remedies.counts(of: test.agency.id, over: period)
                #expect(counts[.review] == RemedyCounts(filed: 2, upheld: 1, corrected: 1, other: 0, open: 1))
                #expect(counts[.review]?.total == 3)
                #expect(counts[.lawsuit] == RemedyCounts(open: 1))
                #expect(counts[.lawsuitAfterReview] == RemedyCounts())
                #expect(counts[.complaint] == RemedyCounts(filed: 1, other: 1))
                let theirs = try tx.remedies.counts(of: test.neighbour.id, over: period)
                #expect(theirs.count == 4 && theirs.values.allSatisfy { $0 == RemedyCounts() })
                let first = try tx.remedies.list(of: test.agency.id, limit: 3)
                #expect(first.map(\.filedOn.iso) == ["2023-01-01", "2022-12-31", "2022-05-01"])
                let rest = try tx.remedies.list(of: test.agency.id, nil, .olderThan(first[2].place), limit: 9)
                #expect(rest.count == 4 && rest.last?.kind == .lawsuit)
                #expect(try tx.remedies.list(of: test.agency.id, .review, limit: 9).count == 5)
                #expect(try tx.remedies.list(of: test.agency.id, nil, .newerThan(first[2].place), limit: 9).count == 2)
            }
        }
    }
}

extension TestApp {
    /// What an act says is wrong with what was typed: `field: words`.
    fileprivate func problems<Act: UseCase>(_ act: Act) async throws -> [String] {
        do {
            _ = try await act.run(in: app)
        } catch let refusal as Refusal {
            guard case .invalid(let problems) = refusal else { throw refusal }
            return problems.map { "\($0.key): \($0.message.en)" }
        }
        return []
    }
}
