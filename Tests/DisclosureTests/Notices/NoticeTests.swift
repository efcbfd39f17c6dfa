import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Notices by e-mail: for those who asked, once for each event, with nothing in them; and what happens when mail fails.
@Suite struct NoticeTests {
    static func settings() throws -> Settings {
        let from = try #require(MailAddress("gongkai@example.gov.cn"))
        return Settings(
            publicURL: "https://gk.example.gov.cn",
            database: .sqlite(path: ""),
            dataDirectory: "",
            attachmentMegabytes: 1,
            mail: MailSettings(way: .program("/usr/sbin/sendmail"), from: from)
        )
    }

    /// A request over the internet whose applicant wants notices, confirmed by the office.
    static func request(_ test: TestApp, wants: Bool = true, kind: String = "request") async throws -> CaseWalk {
        test.clock.set(Instant.start(of: try #require(CivilDate("2024-03-04"))).adding(milliseconds: Instant.hours(9)))
        let typed =
            kind == "request"
            ? CaseWalk.asked : ["subject": "某厂", "region": "石桥", "sort": "hazard", "description": "无报警"]
        let filed = try await FileCase(
            agency: test.agency.id,
            kind: kind,
            applicant: CaseWalk.applicant,
            typed: typed,
            wantsNotices: wants
        ).run(in: test.app)
        return CaseWalk(test: test, file: filed.file, code: filed.code)
    }

    private static func states(_ test: TestApp) async throws -> [String] {
        try await test.app.database.read { tx in
            try tx.rows("SELECT state FROM case_notice ORDER BY place, occasion").map { try $0.text("state") }
        }
    }

    @Test(arguments: Engine.available) func newsIsToldOnceAndSaysNothing(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await test.runJobs()
            #expect(mail.taken.isEmpty, "who has just filed needs no notice")
            try await walk.record("confirm", on: "2024-03-04")
            try await walk.record("clarify", on: "2024-03-05", ["reason": "请写明秘密年份"])
            for _ in 1...2 { try await test.runJobs() }
            #expect(mail.taken.count == 2)
            let message = try #require(mail.taken.last)
            #expect(message.to.text == "test@example.com" && message.sender == test.agency.name.zh)
            #expect(message.subject == "石桥县应急管理局：您的办件〔2024〕依申请1号有新进展")
            #expect(message.text.contains("https://gk.example.gov.cn/shiqiao/cases\n"))
            #expect(message.text.contains("https://gk.example.gov.cn/en/shiqiao/cases\n"))
            #expect(message.text.contains("停止邮件提醒") && message.text.contains("Stop the notices"))
            for secret in ["张测试", "999999", "1234567", "检查计划", "年份", walk.code, "补正"] {
                #expect(!message.text.contains(secret) && !message.subject.contains(secret), "\(secret)")
            }
            // What the applicant does, notes and assignments are no news to them; messages and the end are.
            try await walk.record("corrected", on: "2024-03-06", ["answer": "2023年"], as: nil)
            try await SendMessage("备注", to: walk.file.id, isNote: true, by: .staff(test.actor(.cases))).run(
                in: test.app
            )
            try await test.runJobs()
            #expect(mail.taken.count == 2)
            try await SendMessage("正在查找", to: walk.file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            try await walk.record("propose", on: "2024-03-07", ["outcome": "open-given", "answer": "附后"])
            try await walk.record("sign", on: "2024-03-08", as: .approver)
            try await walk.record("review-filed", on: "2024-03-09", ["organ": "某政府"])
            try await walk.record("archive", on: "2024-03-10")
            try await test.runJobs()
            #expect(mail.taken.count == 4, "a message and the reply")
            #expect(Set(mail.taken.map(\.id)).count == 4)
            #expect(try await Self.states(test) == ["sent", "sent", "sent", "sent"])
            let jobs = try await test.app.database.read { try $0.integer("SELECT count(*) FROM job") }
            #expect(jobs == 0)
        }
    }

    /// One for the case that was split, and one for the receipt of each matter that is a case of its own now.
    @Test(arguments: Engine.available) func aSplitIsTold(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await walk.record("confirm", on: "2024-03-04")
            try await test.runJobs()
            #expect(mail.taken.count == 1)
            let parts = try await SplitCase(
                walk.file.id,
                keeping: "检查计划",
                into: ["处罚决定清单"],
                actor: test.actor(.cases)
            ).run(in: test.app)
            try await test.runJobs()
            let told = mail.taken.dropFirst().map(\.subject)
            #expect(told.count == 2)
            for file in [walk.file] + parts {
                #expect(told.contains { $0.contains(file.number) }, "\(file.number)")
            }
        }
    }

    /// Nobody who did not ask gets one, no informant does, and without e-mail in the settings there is no job.
    @Test(arguments: Engine.available) func whoDidNotAskGetsNone(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var silent = try await Self.request(test, wants: false)
            try await silent.record("confirm", on: "2024-03-04")
            var tip = try await Self.request(test, kind: "tip")
            try await SendMessage("请补充", to: tip.file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            tip.file.number = ""
            var stopped = try await Self.request(test)
            try await ChooseNotices(stopped.file.id, wants: false).run(in: test.app)
            try await stopped.record("confirm", on: "2024-03-04")
            try await test.runJobs()
            #expect(mail.taken.isEmpty)
            #expect(try await Self.states(test) == [])
            try await ChooseNotices(stopped.file.id, wants: true).run(in: test.app)
            try await stopped.record("ask-reasons", on: "2024-03-04", ["reason": "频次高"])
            // Stopped after it was written and before it was sent.
            try await ChooseNotices(stopped.file.id, wants: false).run(in: test.app)
            try await test.runJobs()
            #expect(mail.taken.isEmpty)
            #expect(try await Self.states(test) == ["stopped"])
            await #expect(throws: Refusal.self) { try await ChooseNotices(tip.file.id, wants: true).run(in: test.app) }
        }
        try await TestApp.run(on: engine) { test in
            var walk = try await Self.request(test)
            try await walk.record("confirm", on: "2024-03-04")
            #expect(try await Self.states(test) == [])
            #expect(
                try await test.app.database.read {
                    try $0.integer("SELECT count(*) FROM job WHERE kind = 'send-notice'")
                } == 0
            )
        }
    }

    /// An address that mail cannot be sent to is told before anything is filed.
    @Test(arguments: Engine.available) func anAddressThatCannotBeUsedIsTold(engine: Engine) async throws {
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: TestMail()) { test in
            for (email, key) in [("", "email"), ("用户@例子.cn", "email"), ("a,b@example.com", "email")] {
                var applicant = CaseWalk.applicant
                applicant.email = email
                let filing = FileCase(
                    agency: test.agency.id,
                    kind: "request",
                    applicant: applicant,
                    typed: CaseWalk.asked,
                    wantsNotices: true
                )
                let problems = try filing.problems(in: test.app)
                #expect(problems.map(\.key) == [key], "\(email)")
            }
        }
    }

    /// What can be tried again is tried with growing pauses, and given up after a day; the officer hears of it.
    @Test(arguments: Engine.available) func aServerThatIsAwayIsTriedForADay(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await walk.record("confirm", on: "2024-03-04")
            mail.fail(.notSent(451), .notSent(0))
            try await test.runJobs()
            #expect(try await Self.states(test) == ["waiting"])
            test.clock.advance(milliseconds: 60_000)
            try await test.runJobs()
            #expect(mail.taken.isEmpty)
            test.clock.advance(milliseconds: 120_000)
            try await test.runJobs()
            #expect(mail.taken.count == 1 && test.log.errors.count == 2)
            #expect(test.log.errors.allSatisfy { !$0.contains("test@") && !$0.contains("example.com") })
            test.log.forget()

            try await walk.record("ask-reasons", on: "2024-03-04", ["reason": "频次高"])
            for _ in 1...12 { mail.fail(.notSent(0)) }
            for _ in 1...12 {
                try await test.runJobs()
                test.clock.advance(milliseconds: 360 * 60_000)
            }
            #expect(try await Self.states(test) == ["sent", "given-up"])
            #expect(test.log.errors.count == 11)
            test.log.forget()
            let found = try await test.reminders(.lostNotice)
            #expect(found.map(\.caseFile) == [walk.file.id] && found.map(\.detail) == ["unreachable"])
            #expect(try await test.reminders(.lostNotice, as: .cases).count == 1)
            // The next one that arrives ends it.
            try await SendMessage("正在查找", to: walk.file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            try await test.runJobs()
            #expect(mail.taken.count == 2)
            #expect(try await test.reminders(.lostNotice).isEmpty)
            try await test.night(.caseClocks)
            let rows = try await test.app.database.read { tx in
                try tx.integer("SELECT count(*) FROM reminder WHERE kind = 'lost-notice'")
            }
            #expect(rows == 0)
        }
    }

    @Test(arguments: Engine.available) func aMailboxThatRefusesIsGivenUpAtOnce(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await walk.record("confirm", on: "2024-03-04")
            mail.fail(.refused(550))
            try await test.runJobs()
            #expect(try await Self.states(test) == ["given-up"])
            #expect(try await test.reminders(.lostNotice).map(\.detail) == ["refused"])
            #expect(mail.taken.isEmpty)
            test.clock.advance(days: 31)
            #expect(try await test.reminders(.lostNotice).isEmpty, "after a month it is no news")
        }
    }

    /// A program that is killed while it sends, or a server that falls silent after the message: once more, never twice.
    @Test(arguments: Engine.available) func whatMayHaveBeenSentIsSentOnceMore(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await walk.record("confirm", on: "2024-03-04")
            mail.fail(.unknown, .unknown)
            for _ in 1...4 {
                try await test.runJobs()
                test.clock.advance(milliseconds: 10 * 60_000)
            }
            #expect(mail.taken.count == 2 && Set(mail.taken.map(\.id)).count == 1)
            #expect(try await Self.states(test) == ["given-up"])
            #expect(try await test.reminders(.lostNotice).map(\.detail) == ["unknown"])
            test.log.forget()

            // Killed between the message and the transaction that would have said so.
            try await walk.record("ask-reasons", on: "2024-03-04", ["reason": "频次高"])
            let cut = CutDatabase(test.app.database, writes: 2)
            var dying = test.app
            dying.database = cut
            await #expect(throws: DatabaseError.self) { try await dying.runDueJobs() }
            #expect(mail.taken.count == 3)
            try await test.runJobs()
            #expect(mail.taken.count == 3, "its claim still holds")
            test.clock.advance(milliseconds: 6 * 60_000)
            try await test.runJobs()
            #expect(mail.taken.count == 4)
            #expect(try await Self.states(test) == ["given-up", "sent"])
        }
    }

    /// Five days before a term of theirs ends, and their request with it, applicants are told, once.
    @Test(arguments: Engine.available) func aLapseIsToldBefore(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await walk.record("confirm", on: "2024-03-04")
            try await walk.record("clarify", on: "2024-03-05", ["reason": "请写明年份"])
            try await test.runJobs()
            #expect(try await walk.due("correction") == "2024-03-26")
            for (day, count) in [("2024-03-20", 2), ("2024-03-21", 3), ("2024-03-22", 3), ("2024-03-27", 3)] {
                let date = try #require(CivilDate(day))
                test.clock.set(Instant.start(of: date).adding(milliseconds: Instant.hours(3)))
                for _ in 1...2 { try await test.night(.caseClocks) }
                #expect(mail.taken.count == count, "\(day)")
            }
            #expect(mail.taken.last?.text.contains("期限即将届满") == true)
            #expect(mail.taken.last?.text.contains("Your time to answer ends soon") == true)
        }
    }

    /// Erased with the case, whatever waits.
    @Test(arguments: Engine.available) func erasedWithTheCase(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            var walk = try await Self.request(test)
            try await walk.record("withdraw", on: "2024-03-05", as: .cases)
            _ = try await test.app.database.write { try $0.execute("UPDATE case_file SET erase_on = '2024-03-04'") }
            _ = try await test.app.database.write { try $0.execute("UPDATE job SET due_at = due_at + 86400000") }
            try await test.night(.caseErasure)
            #expect(try await Self.states(test) == [])
            test.clock.advance(days: 2)
            try await test.runJobs()
            #expect(mail.taken.isEmpty)
        }
    }
}
