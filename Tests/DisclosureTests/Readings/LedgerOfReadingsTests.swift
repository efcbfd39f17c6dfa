import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Numbers that no record can give are written down once, with their proof, and corrected by others that take their place.
@Suite struct LedgerOfReadingsTests {
    static let fans = ReadingForm(
        key: "fans",
        readOn: "2023-12-31",
        relation: "≈",
        value: "40000",
        source: "微博后台",
        evidence: "截图存档 2023-微-01"
    )

    static func run(on engine: Engine, _ body: @Sendable (TestApp, Actor) async throws -> Void) async throws {
        try await TestApp.run(on: engine, ownFigures: [.readFigures]) { try await body($0, $0.actor(.officer)) }
    }

    static func value(_ test: TestApp, _ key: String, _ year: Int) async throws -> String {
        let period = try #require(FigurePeriod.year(year))
        return try await test.app.database.read { tx in
            try FigureCount(of: test.agency, over: period, tx, in: test.app).value(of: key).text(in: .zh)
        }
    }

    @Test(arguments: Engine.available) func aReadingIsWrittenDown(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            let reading = try await RecordReading(Self.fans, actor: actor).run(in: test.app)
            #expect(reading.value == 40_000 && reading.relation == .about && reading.kind == .reading)
            #expect(try await Self.value(test, "fans", 2023) == "≈40000")
            #expect(try await Self.value(test, "fans", 2022) == "—")
            let (found, none, acts) = try await test.app.database.read { tx in
                (
                    try tx.readings.standing(of: test.agency.id, key: "fans", until: reading.readOn),
                    try tx.readings.standing(of: test.agency.id, key: "fans", until: reading.readOn.adding(days: -1)),
                    try tx.audit.about(reading.id.text)
                )
            }
            #expect(found == reading && none == nil)
            #expect(acts.map(\.act) == ["reading.record"] && acts.first?.detail == "fans 2023-12-31")
            // Money is kept in fen, whatever unit it is typed in.
            let fees = ReadingForm(key: "fees", readOn: "2023-12-31", value: "１，234.5", source: "账", evidence: "凭证")
            let funds = ReadingForm(key: "funds", readOn: "2023-12-31", value: "3.5", source: "账", evidence: "凭证")
            #expect(try await RecordReading(fees, actor: actor).run(in: test.app).value == 123_450)
            #expect(try await RecordReading(funds, actor: actor).run(in: test.app).value == 3_500_000)
            #expect(try await Self.value(test, "fees", 2023) == "1234.50")
        }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var field: String
        var says: String
        var form: ReadingForm
        var testDescription: String { says }

        init(_ field: String, _ says: String, _ change: (inout ReadingForm) -> Void) {
            self.field = field
            self.says = says
            form = LedgerOfReadingsTests.fans
            change(&form)
        }
    }

    static let wrong: [Wrong] = [
        Wrong("read_on", "still to come") { $0.readOn = "2024-03-05" },
        Wrong("read_on", "Write the day") { $0.readOn = "2023-02-30" },
        Wrong("value", "cannot be negative") { $0.value = "-5" },
        Wrong("value", "cannot be negative") { $0.value = "－５" },
        Wrong("value", "whole number") { $0.value = "12.5" },
        Wrong("value", "whole number") { $0.value = "四万" },
        Wrong("value", "whole number") { $0.value = "99999999999999999999999" },
        Wrong("value", "whole number") { $0.value = "" },
        Wrong("value", "at most 2 decimals") { ($0.key, $0.value) = ("fees", "1.234") },
        Wrong("value", "at most 2 decimals") { ($0.key, $0.value) = ("fees", "1.") },
        Wrong("key", "counted from records") { $0.key = "items" },
        Wrong("key", "Choose a figure") { $0.key = "bananas" },
        Wrong("key", "Choose a figure") { ($0.key, $0.kind, $0.relation) = ("bananas", "opening", "=") },
        Wrong("key", "a share is made of other figures") {
            ($0.key, $0.kind, $0.relation) = ("requests.in-time-rate", "opening", "=")
        },
        Wrong("relation", "exact number") { ($0.key, $0.kind) = ("items", "opening") },
        Wrong("relation", "is exact") { $0.relation = "<" },
        Wrong("kind", "opening balance") { $0.kind = "guess" },
        Wrong("source", "where it was read") { $0.source = "" },
        Wrong("evidence", "what proves it") { $0.evidence = "" },
        Wrong("note", "at most 300") { $0.note = String(repeating: "字", count: 301) },
    ]

    @Test(arguments: wrong) func whatIsWrongIsSaidBesideItsField(wrong: Wrong) async throws {
        try await Self.run(on: .sqlite) { test, actor in
            do {
                _ = try await RecordReading(wrong.form, actor: actor).run(in: test.app)
                Issue.record("it was taken")
            } catch Refusal.invalid(let problems) {
                #expect(problems.count == 1)
                let problem = try #require(problems.first { $0.key == wrong.field })
                #expect(problem.message.en.contains(wrong.says) && !problem.message.zh.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available) func everyProblemIsSaidAtOnce(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            let empty = ReadingForm(key: "", readOn: "", relation: "", value: "", source: "", evidence: "")
            do {
                _ = try await RecordReading(empty, actor: actor).run(in: test.app)
                Issue.record("it was taken")
            } catch Refusal.invalid(let problems) {
                #expect(problems.map(\.key) == ["key", "read_on", "relation", "value", "source", "evidence"])
            }
            await #expect(throws: Refusal.notAllowed(.recordReadings)) {
                try await RecordReading(Self.fans, actor: test.actor(.editor)).run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available) func aFigureHasOneReadingADayAndOneOpeningBalance(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            _ = try await RecordReading(Self.fans, actor: actor).run(in: test.app)
            await #expect(throws: Refusal.self) { try await RecordReading(Self.fans, actor: actor).run(in: test.app) }
            let items = ReadingForm(
                key: "items",
                kind: .opening,
                readOn: "2017-12-31",
                value: "779",
                source: "2017年年度报告",
                evidence: "报告附表"
            )
            let opening = try await RecordReading(items, actor: actor).run(in: test.app)
            var second = items
            second.readOn = "2016-12-31"
            await #expect(throws: Refusal.self) { try await RecordReading(second, actor: actor).run(in: test.app) }
            second.value = "780"
            let right = try await CorrectReading(opening.id, to: second, reason: "漏计1条", actor: actor)
                .run(in: test.app)
            let (found, theirs) = try await test.app.database.read { tx in
                (
                    try tx.readings.opening(of: test.agency.id, key: "items"),
                    try tx.readings.opening(of: test.neighbour.id, key: "items")
                )
            }
            #expect(found == right && found?.value == 780 && theirs == nil)
            // Once more after the correction: the balance that counts is in the way.
            await #expect(throws: Refusal.self) { try await RecordReading(items, actor: actor).run(in: test.app) }
            // What the program forgets, the database knows.
            await #expect(throws: DatabaseError.self) {
                try await test.app.database.write { tx in
                    _ = try tx.execute(
                        """
                        INSERT INTO reading (id, agency, key, kind, read_on, relation, value, source, evidence, note,
                            recorded_by, recorded_at)
                        SELECT 'x', agency, key, kind, read_on, relation, value, source, evidence, note, recorded_by,
                            recorded_at FROM reading WHERE id = \(opening.id)
                        """
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.available) func aCorrectionTakesThePlaceAndTheOldOneStays(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            let old = try await RecordReading(Self.fans, actor: actor).run(in: test.app)
            var form = Self.fans
            form.value = "40143"
            form.relation = "="
            // A correction cannot move a number to another figure.
            form.key = "fees"
            let new = try await CorrectReading(old.id, to: form, reason: "后台核对", actor: test.actor(.administrator))
                .run(in: test.app)
            #expect(new.key == "fans" && new.replaces == old.id && new.reason == "后台核对")
            #expect(try await Self.value(test, "fans", 2023) == "40143")
            let (list, history, acts) = try await test.app.database.read { tx in
                let list = try tx.readings.list(of: test.agency.id, limit: 9)
                return (list, try tx.readings.history(of: list[1]), try tx.audit.about(new.id.text))
            }
            #expect(list.map(\.id) == [new.id, old.id] && list.map(\.stands) == [true, false])
            #expect(history.map(\.id) == [old.id, new.id])
            #expect(acts.map(\.act) == ["reading.correct"])
            for reason in ["", String(repeating: "字", count: 301)] {
                await #expect(throws: Refusal.self) {
                    try await CorrectReading(new.id, to: form, reason: reason, actor: actor).run(in: test.app)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await CorrectReading(ID("none"), to: form, reason: "x", actor: actor).run(in: test.app)
            }
            await #expect(throws: Refusal.notAllowed(.recordReadings)) {
                try await CorrectReading(new.id, to: form, reason: "x", actor: test.actor(.auditor)).run(in: test.app)
            }
        }
    }

    /// Two corrections of one reading at the same time: one wins, the other is told.
    @Test(arguments: Engine.available) func ofTwoCorrectionsOneIsTold(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            let old = try await RecordReading(Self.fans, actor: actor).run(in: test.app)
            let app = test.app
            let outcomes = await withTaskGroup(of: Bool?.self) { group in
                for value in ["1", "2"] {
                    var form = Self.fans
                    form.value = value
                    let correct = CorrectReading(old.id, to: form, reason: "核对", actor: actor)
                    group.addTask {
                        do {
                            _ = try await correct.run(in: app)
                            return true
                        } catch Refusal.conflict {
                            return false
                        } catch {
                            return nil
                        }
                    }
                }
                return await group.reduce(into: [Bool?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == true } == 1 && outcomes.count { $0 == false } == 1)
            let rows = try await app.database.read { try $0.integer("SELECT count(*) FROM reading") }
            #expect(rows == 2)
        }
    }

    @Test(arguments: Engine.available) func theLedgerIsWalkedPageByPage(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            for year in 2015...2023 {
                var form = Self.fans
                form.readOn = "\(year)-12-31"
                _ = try await RecordReading(form, actor: actor).run(in: test.app)
            }
            let fees = ReadingForm(key: "fees", readOn: "2020-12-31", value: "0", source: "账", evidence: "凭证")
            _ = try await RecordReading(fees, actor: actor).run(in: test.app)
            try await test.app.database.read { tx in
                let agency = test.agency.id
                let all = try tx.readings.list(of: agency, limit: 99)
                #expect(all.count == 10 && all.map(\.readOn) == all.map(\.readOn).sorted(by: >))
                var walked: [Reading] = []
                var direction = ListDirection.first
                while true {
                    let page = try tx.readings.list(of: agency, ReadingFilter(), direction, limit: 3)
                    guard let last = page.last else { break }
                    walked += page
                    direction = .olderThan(last.place)
                }
                #expect(walked == all)
                let back = try tx.readings.list(of: agency, ReadingFilter(), .newerThan(all[5].place), limit: 3)
                #expect(back == Array(all[2..<5]))
                let filter = ReadingFilter(key: "fees", year: 2020)
                #expect(try tx.readings.list(of: agency, filter, limit: 9).map(\.key) == ["fees"])
                #expect(try tx.readings.list(of: agency, ReadingFilter(year: 2020), limit: 9).count == 2)
                #expect(try tx.readings.list(of: test.neighbour.id, limit: 9).isEmpty)
                #expect(try tx.readings.years(of: agency) == Array((2015...2023).reversed()))
            }
        }
    }

    /// From 1 January on, until it is written down.
    @Test(arguments: Engine.available) func aMissingReadingIsTold(engine: Engine) async throws {
        try await Self.run(on: engine) { test, actor in
            var form = Self.fans
            form.readOn = "2021-12-31"
            _ = try await RecordReading(form, actor: actor).run(in: test.app)
            for _ in 1...2 { try await test.night(.missingReadings) }
            let told = try await test.reminders(.missingReading, as: .officer)
            #expect(told.map(\.subject) == ["fans", "fees", "funds"])
            #expect(told.map(\.since.date.iso) == ["2023-01-01", "2024-01-01", "2024-01-01"])
            let theirs = try test.actor(.editor).reminderKinds
            #expect(!theirs.contains(.missingReading))
            // Gone at once, not with the night.
            let new = try await RecordReading(Self.fans, actor: actor).run(in: test.app)
            #expect(try await test.reminders(.missingReading).map(\.subject) == ["fees", "funds"])
            // A reading that turns out to be of another year leaves the gap open again.
            form.readOn = "2022-12-31"
            _ = try await CorrectReading(new.id, to: form, reason: "年份有误", actor: actor).run(in: test.app)
            #expect(try await test.reminders(.missingReading).map(\.subject) == ["fans", "fees", "funds"])
            try await test.night(.missingReadings)
            #expect(try await test.reminders(.missingReading).map(\.subject) == ["fans", "fees", "funds"])
        }
    }
}
