/// Deadlines against worked examples: replies, clarification, third parties, rolling, hours, fixed dates.
import Testing

@testable import Civil

func clock(_ key: String, from iso: String) throws -> LegalClock {
    let limit = try #require(TimeLimit.named(key), "\(key)")
    return LegalClock(limit, event: Words(zh: "收到申请", en: "application received"), on: try date(iso))
}

func pause(_ sent: String, _ answered: String?) throws -> LegalClock.Pause {
    LegalClock.Pause(
        sentOn: try date(sent),
        answeredOn: try answered.map { try date($0) },
        reason: Words(zh: "征求第三方意见", en: "third party consulted")
    )
}

@Suite struct DeadlineTests {
    struct Vector: Sendable {
        let key: String
        let from: String
        let due: String
        var extra = 0
        var pauses: [[String]] = []
        var restart: String?
        var raw: String?
    }

    static let vectors = [
        Vector(key: "reg2019.reply", from: "2024-02-05", due: "2024-03-08"),
        Vector(key: "reg2019.reply", from: "2025-01-20", due: "2025-02-21"),
        Vector(key: "reg2019.reply", from: "2025-09-25", due: "2025-10-29"),
        Vector(key: "reg2019.reply", from: "2026-02-10", due: "2026-03-16"),
        Vector(key: "reg2019.reply", from: "2020-01-20", due: "2020-02-25"),
        Vector(key: "reg2007.reply", from: "2018-09-20", due: "2018-10-17"),
        Vector(key: "reg2007.reply", from: "2019-01-31", due: "2019-02-26"),
        Vector(key: "reg2019.clarify", from: "2024-09-27", due: "2024-10-12"),
        Vector(key: "reg2019.clarify", from: "2025-09-28", due: "2025-10-14"),
        Vector(key: "reg2019.clarify", from: "2026-02-12", due: "2026-02-28"),
        Vector(key: "reg2019.reply", from: "2024-02-05", due: "2024-04-08", extra: 20),
        Vector(
            key: "reg2019.reply",
            from: "2024-02-05",
            due: "2024-03-18",
            pauses: [["2024-02-20", "2024-02-28"]]
        ),
        Vector(
            key: "reg2019.reply",
            from: "2024-02-05",
            due: "2024-04-16",
            extra: 20,
            pauses: [["2024-02-20", "2024-02-28"]]
        ),
        Vector(key: "reg2019.clarify", from: "2025-09-08", due: "2025-09-17"),
        Vector(key: "reg2019.reply", from: "2025-09-08", due: "2025-10-24", restart: "2025-09-22"),
        Vector(key: "reg2019.reply", from: "2025-09-08", due: "2025-11-21", extra: 20, restart: "2025-09-22"),
        Vector(key: "reg2019.reply", from: "2025-03-03", due: "2025-03-31"),
        Vector(key: "reg2019.thirdParty", from: "2025-03-10", due: "2025-03-31"),
        Vector(
            key: "reg2019.reply",
            from: "2025-03-03",
            due: "2025-04-14",
            pauses: [["2025-03-10", "2025-03-21"]]
        ),
        Vector(key: "petition2022.accept", from: "2025-09-20", due: "2025-10-09", raw: "2025-10-05"),
        Vector(key: "petition2022.finish", from: "2025-08-06", due: "2025-10-09", raw: "2025-10-05"),
        Vector(key: "petition2022.finish", from: "2025-08-06", due: "2025-11-04", extra: 30),
        Vector(key: "accident2007.investigate", from: "2025-08-02", due: "2025-10-09", raw: "2025-10-01"),
        Vector(
            key: "petition2022.finish",
            from: "2025-08-06",
            due: "2025-10-15",
            pauses: [["2025-09-01", "2025-09-11"]]
        ),
        Vector(key: "litigation2015.sue", from: "2024-08-31", due: "2025-02-28"),
        Vector(key: "litigation2015.sue", from: "2025-04-03", due: "2025-10-09", raw: "2025-10-03"),
        Vector(key: "safety2021.evaluation", from: "2024-02-29", due: "2025-02-28"),
        Vector(key: "reg2019.annualReport", from: "2025-12-31", due: "2026-01-31"),
        Vector(key: "reg2019.annualReport", from: "2026-01-31", due: "2026-01-31"),
        Vector(key: "reg2007.annualReport", from: "2018-12-31", due: "2019-03-31"),
        Vector(key: "hazard2008.quarterly", from: "2025-03-31", due: "2025-04-15"),
        Vector(key: "hazard2008.quarterly", from: "2025-10-01", due: "2026-01-15"),
    ]

    @Test(arguments: vectors)
    func workedExamples(_ vector: Vector) throws {
        var clock = try clock(vector.key, from: vector.from)
        clock.pauses = try vector.pauses.map { try pause($0[0], $0[1]) }
        if vector.extra > 0 { clock.extended = LegalClock.Extension(count: vector.extra, approver: "甲") }
        if let restart = vector.restart {
            clock.restarts = [.init(on: try date(restart), reason: Words(zh: "收到补正", en: "corrected"))]
        }
        let deadline = try clock.deadline()
        #expect(deadline.due.iso == vector.due)
        #expect(deadline.raw.iso == vector.raw ?? vector.due)
        #expect(deadline.dueInstant == .end(of: deadline.due))
        #expect(deadline.limit.key == vector.key)
    }

    @Test func theApplicationsOfTheLastDayOfTheOldRegulationKeepItsLimit() throws {
        let old = try #require(try TimeLimit.inForce("reply", .disclosure, on: date("2019-05-14")))
        let clock = LegalClock(old, event: Words(zh: "收到申请", en: "received"), on: try date("2019-05-14"))
        #expect(try clock.deadline().due.iso == "2019-06-04")
        #expect(try self.clock2019().deadline().due.iso == "2019-06-13")
    }

    private func clock2019() throws -> LegalClock {
        let new = try #require(try TimeLimit.inForce("reply", .disclosure, on: date("2019-05-15")))
        return LegalClock(new, event: Words(zh: "收到申请", en: "received"), on: try date("2019-05-15"))
    }

    @Test func hoursRunFromTheMoment() throws {
        let limit = try #require(TimeLimit.named("accident2007.reportUp"))
        let moment = try #require(Instant.read("2024-02-10T23:15"))
        let deadline = try LegalClock(limit, event: Words(zh: "接到报告", en: "report"), start: moment).deadline()
        #expect(deadline.dueInstant.minuteText == "2024-02-11 01:15")
        #expect(deadline.due.iso == "2024-02-11")
        #expect(!deadline.isLate(at: deadline.dueInstant))
        #expect(deadline.isLate(at: deadline.dueInstant.adding(milliseconds: 1)))
        #expect(deadline.cells.isEmpty)
    }

    @Test func sameDayIsTheDay() throws {
        let rule = RuleReference(law: Words(zh: "办法", en: "Measures"), article: "", version: "test")
        let limit = TimeLimit(
            key: "test.urgent",
            rule: rule,
            duty: Words(zh: "答复", en: "answer"),
            length: .sameDay
        )
        let day = try date("2024-02-10")
        #expect(try LegalClock(limit, event: Words(zh: "来电", en: "call"), on: day).deadline().due == day)
    }

    @Test func whatIsLeftIsCountedInWorkingDays() throws {
        let deadline = try clock("reg2019.reply", from: "2024-02-05").deadline()
        #expect(try deadline.remaining(from: date("2024-02-05")) == 20)
        #expect(try deadline.remaining(from: date("2024-03-01")) == 5)
        #expect(try deadline.remaining(from: date("2024-03-08")) == 0)
        #expect(try deadline.remaining(from: date("2024-03-09")) == -1)
        #expect(try deadline.remaining(from: date("2024-03-11")) == -1)
        #expect(try deadline.remaining(from: date("2024-03-12")) == -2)
        #expect(try deadline.remainingDays(from: date("2024-03-01")) == 7)
        #expect(try deadline.summary(on: date("2024-02-29")).zh == "还剩6个工作日，3月8日到期")
        #expect(try deadline.summary(on: date("2024-03-07")).en == "1 working day left, due on 8 March")
        #expect(try deadline.summary(on: date("2024-03-08")).zh == "今天到期")
        #expect(try deadline.summary(on: date("2025-01-02")).en.hasSuffix("late, was due on 8 March 2024"))
        #expect(throws: OutsideHolidayTable.self) { try deadline.remaining(from: date("2027-01-01")) }
    }

    @Test func wrongExtensionsAreRefused() throws {
        var clock = try clock("reg2019.reply", from: "2024-02-05")
        for count in [0, -1, 21, .max] {
            clock.extended = .init(count: count, approver: "甲")
            let refusal = #expect(throws: NoDeadline.self) { try clock.deadline() }
            #expect(refusal == .extensionOutOfRange(asked: count, longest: 20, rule: clock.limit.rule))
            #expect(refusal?.words.zh.contains("1至20日") == true)
        }
        var clarify = try self.clarify()
        clarify.extended = .init(count: 1, approver: "甲")
        #expect(throws: NoDeadline.noExtensionAllowed(rule: clarify.limit.rule)) { try clarify.deadline() }
        var hours = try CivilTests.clock("accident2007.report", from: "2024-02-05")
        hours.pauses = [try pause("2024-02-05", "2024-02-06")]
        #expect(throws: NoDeadline.cannotBeMoved(rule: hours.limit.rule)) { try hours.deadline() }
    }

    private func clarify() throws -> LegalClock { try clock("reg2019.clarify", from: "2024-02-05") }

    @Test func aDeadlineBeyondTheTableIsRefusedAndHoldsAfterTheImport() throws {
        let clock = try clock("reg2019.reply", from: "2026-12-10")
        let refusal = #expect(throws: NoDeadline.self) { try clock.deadline() }
        guard case .outsideHolidayTable(let outside) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(outside.year == 2027)
        #expect(refusal?.words.zh.contains("2027年") == true)
        let next = try HolidayYear.read(HolidayFileTests.text, year: 2027, notice: "测试第1号")
        #expect(try clock.deadline(in: HolidayTable.stateCouncil.adding(next)).due.iso == "2027-01-08")
    }
}
