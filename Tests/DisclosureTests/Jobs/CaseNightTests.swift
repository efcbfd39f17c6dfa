import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// What the nights find about cases: run twice it says the same, after a failure it is made good, and it goes with its cause.
@Suite struct CaseNightTests {
    private static func go(_ test: TestApp, to day: String) throws {
        test.clock.set(Instant.start(of: try #require(CivilDate(day))).adding(milliseconds: Instant.hours(3)))
    }

    private static func details(_ test: TestApp, _ kind: Reminder.Kind, as seat: Seat? = nil) async throws -> [String] {
        try await test.reminders(kind, as: seat).map(\.detail).sorted()
    }

    /// 条例 arts 30, 33: seven working days to ask for clarification, twenty to reply; a pause stops the reminding.
    @Test(arguments: Engine.available) func clocksAreTold(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04")
            #expect(try await walk.due("clarify") == "2024-03-13" && walk.due == "2024-04-01")
            for (day, told) in [("2024-03-07", []), ("2024-03-08", ["clarify"]), ("2024-03-14", ["clarify"])] {
                try Self.go(test, to: day)
                for _ in 1...2 { try await test.night(.caseClocks) }
                #expect(try await Self.details(test, .caseClock) == told, "\(day)")
            }
            // Asked: gone at once, the reply is paused, and the applicant's own term is watched.
            try await walk.record("clarify", on: "2024-03-14", ["reason": "请写明年份"])
            #expect(try await Self.details(test, .caseClock).isEmpty)
            try Self.go(test, to: "2024-04-02")
            try await test.night(.caseClocks)
            #expect(try await Self.details(test, .caseClock) == ["correction"])
            let since = try await test.reminders(.caseClock).first?.since
            #expect(since == Instant.end(of: try #require(CivilDate("2024-04-07"))))
            try await walk.record("corrected", on: "2024-04-02", ["answer": "2023年"], as: nil)
            try Self.go(test, to: "2024-05-10")
            try await test.night(.caseClocks)
            #expect(try await Self.details(test, .caseClock) == ["reply"])
            try await walk.record("propose", on: "2024-05-10", ["outcome": "open-given", "answer": "附后"])
            try await walk.record("sign", on: "2024-05-10", as: .approver)
            #expect(try await Self.details(test, .caseClock).isEmpty)
            try await test.night(.caseClocks)
            let rows = try await test.app.database.read { try $0.integer("SELECT count(*) FROM reminder") }
            #expect(rows == 0)
        }
    }

    /// An officer hears of the own cases and of those that nobody has; whoever leads the office of all.
    @Test(arguments: Engine.available) func whoHearsOfIt(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let walk = try await CaseWalk.request(test, on: "2024-03-04")
            try Self.go(test, to: "2024-03-12")
            try await test.night(.caseClocks)
            for seat in [Seat.cases, .officer, .approver] {
                #expect(try await Self.details(test, .caseClock, as: seat) == ["clarify"], "\(seat)")
            }
            let other = try #require(test.people[.everybody]).id
            try await AssignCase(walk.file.id, section: nil, officer: other, reason: "专办", actor: test.actor(.officer))
                .run(in: test.app)
            #expect(try await Self.details(test, .caseClock, as: .cases).isEmpty)
            for seat in [Seat.everybody, .officer, .approver] {
                #expect(try await Self.details(test, .caseClock, as: seat) == ["clarify"], "\(seat)")
            }
            #expect(try !test.actor(.editor).reminderKinds.contains(.caseClock))
            #expect(try !test.actor(.auditor).reminderKinds.contains(.caseMessage))
        }
    }

    /// A clock that another took over is none any more.
    @Test(arguments: Engine.available) func aReplacedClockIsForgotten(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try Self.go(test, to: "2024-03-04")
            let file = try await FileCase(
                agency: test.agency.id,
                kind: "mailbox",
                applicant: CaseWalk.applicant,
                typed: ["subject": "建议", "description": "加强检查", "publish": "agreed"]
            ).run(in: test.app).file
            let officer = try test.actor(.cases)
            try await RecordEvent("call-complex", to: file.id, typed: ["reason": "复杂"], by: .staff(officer)).run(
                in: test.app
            )
            let clocks = try await test.app.database.read { tx in
                try tx.rows("SELECT clock FROM case_clock WHERE case_file = \(file.id)").map { try $0.text("clock") }
            }
            #expect(clocks == ["complex"])
            try Self.go(test, to: "2024-03-26")
            try await test.night(.caseClocks)
            #expect(try await Self.details(test, .caseClock) == ["complex"])
        }
    }

    /// 7 and 15 working days, then three months, which fails the site; what the office says ends it.
    @Test(arguments: Engine.available) func messagesWantAnAnswer(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04", by: .portal)
            try await walk.record("confirm", on: "2024-03-04")
            try await SendMessage("办到哪里了", to: walk.file.id, by: .applicant).run(in: test.app)
            try Self.go(test, to: "2024-03-05")
            try await SendMessage("还在等", to: walk.file.id, by: .applicant).run(in: test.app)
            try await SendMessage("备注", to: walk.file.id, isNote: true, by: .staff(test.actor(.cases))).run(
                in: test.app
            )
            let nights: [(String, [String], [String])] = [
                ("2024-03-07", [], []), ("2024-03-08", [""], []), ("2024-03-25", [""], []),
                ("2024-03-26", ["grave"], []), ("2024-06-04", ["grave"], []),
                ("2024-06-05", ["grave"], ["message"]),
            ]
            for (day, due, silent) in nights {
                try Self.go(test, to: day)
                for _ in 1...2 { try await test.night(.caseMessages) }
                #expect(try await Self.details(test, .caseMessage) == due, "\(day)")
                #expect(try await Self.details(test, .silentCase) == silent, "\(day)")
            }
            try await SendMessage("正在办理", to: walk.file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            #expect(try await Self.details(test, .caseMessage).isEmpty)
            #expect(try await Self.details(test, .silentCase).isEmpty)
            try await test.night(.caseMessages)
            let rows = try await test.app.database.read { try $0.integer("SELECT count(*) FROM reminder") }
            #expect(rows == 0)
        }
    }

    /// A case from the site to which nobody said a word for three months; that it has arrived is no word.
    @Test(arguments: Engine.available) func silenceFailsTheSite(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var silent = try await CaseWalk.request(test, on: "2024-03-04", by: .portal)
            try await silent.record("confirm", on: "2024-03-04")
            var asked = try await CaseWalk.request(test, on: "2024-03-04", by: .portal)
            try await asked.record("confirm", on: "2024-03-04")
            try await asked.record("ask-reasons", on: "2024-03-05", ["reason": "频次高"])
            _ = try await CaseWalk.request(test, on: "2024-03-04")
            try Self.go(test, to: "2024-06-04")
            try await test.night(.caseMessages)
            #expect(try await test.reminders(.silentCase).isEmpty)
            try Self.go(test, to: "2024-06-05")
            for _ in 1...2 { try await test.night(.caseMessages) }
            #expect(try await test.reminders(.silentCase).map(\.caseFile) == [silent.file.id])
            #expect(try test.actor(.administrator).reminderKinds.contains(.silentCase))
        }
    }

    /// 条例 art 18: a refused request comes up after a year, and again a year after each assessment.
    @Test(arguments: Engine.available) func aRefusedRequestIsAssessedEveryYear(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            func close(_ outcome: [String: String]) async throws -> CaseWalk {
                var walk = try await CaseWalk.request(test, on: "2024-02-26")
                try await walk.record("propose", on: "2024-02-27", outcome.merging(["answer": "见告知书"]) { $1 })
                try await walk.record("sign", on: "2024-02-29", as: .approver)
                return walk
            }
            var refused = try await close(["outcome": "refuse-process"])
            let partial = try await close(["outcome": "partial", "grounds": "refuse-third"])
            _ = try await close(["outcome": "open-given"])
            try await refused.record("archive", on: "2024-03-04")
            try Self.go(test, to: "2025-02-27")
            try await test.night(.caseReviews)
            #expect(try await test.reminders(.caseReview).isEmpty)
            try Self.go(test, to: "2025-02-28")
            for _ in 1...2 { try await test.night(.caseReviews) }
            #expect(try await Set(test.reminders(.caseReview).map(\.caseFile)) == [refused.file.id, partial.file.id])

            let officer = try test.actor(.officer)
            let bare = AssessCase(refused.file.id, outcome: nil, reason: "", actor: officer)
            await #expect(throws: Refusal.self) { try await bare.run(in: test.app) }
            let cases = try test.actor(.cases)
            await #expect(throws: Refusal.notAllowed(.giveOpinion(.disclosureOffice))) {
                try await AssessCase(refused.file.id, outcome: .open, reason: "a", actor: cases).run(in: test.app)
            }
            try await AssessCase(refused.file.id, outcome: .stillClosed, reason: "仍为过程性信息", actor: officer).run(
                in: test.app
            )
            try await AssessCase(partial.file.id, outcome: .open, reason: "第三方已同意", actor: officer).run(in: test.app)
            #expect(try await test.reminders(.caseReview).isEmpty)
            try Self.go(test, to: "2026-02-28")
            try await test.night(.caseReviews)
            #expect(try await test.reminders(.caseReview).map(\.caseFile) == [refused.file.id])
            let id = refused.file.id
            let past = try await test.app.database.read { try $0.caseReviews.assessments(of: id) }
            #expect(past.map(\.outcome) == [.stillClosed] && past.map(\.person) == [officer.person])
            await #expect(throws: Refusal.self) {
                try await AssessCase(partial.file.id, outcome: .open, reason: "a", actor: officer).run(in: test.app)
            }
        }
    }

    /// Each fails in the middle, then works.
    @Test(arguments: Engine.available) func aNightThatFailsIsMadeGood(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-03-04", by: .portal)
            try await walk.record("confirm", on: "2024-03-04")
            try await SendMessage("办到哪里了", to: walk.file.id, by: .applicant).run(in: test.app)
            try Self.go(test, to: "2024-03-29")
            for task in [NightlyTask.caseClocks, .caseMessages, .caseReviews] {
                try await test.app.database.write { _ = try $0.execute("ALTER TABLE reminder RENAME TO hidden") }
                try await test.night(task)
                #expect(test.log.errors.contains { $0.contains("nightly-\(task.rawValue)") }, "\(task)")
                try await test.app.database.write { _ = try $0.execute("ALTER TABLE hidden RENAME TO reminder") }
                test.clock.advance(milliseconds: 60_000)
                try await test.runJobs()
                test.log.forget()
            }
            #expect(try await Self.details(test, .caseClock) == ["clarify", "reply"])
            #expect(try await Self.details(test, .caseMessage) == ["grave"])
        }
    }
}
