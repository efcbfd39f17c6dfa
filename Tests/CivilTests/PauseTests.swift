/// Pauses: counted once where they overlap, in any order, dropped by a restart, without effect when too late.
import Testing

@testable import Civil

@Suite struct PauseTests {
    @Test func theCountAgreesWithTheFormulaAndTheOrderNeverMatters() throws {
        let oracle = Oracle(.stateCouncil)
        var dice = Dice(state: 4)
        let first = try date("2019-05-15")
        for round in 0..<1500 {
            let base = first.adding(days: Int.random(in: 0..<2200, using: &dice))
            var clock = try clock("reg2019.reply", from: base.iso)
            let extra = Int.random(in: 0...20, using: &dice)
            if extra > 0 { clock.extended = .init(count: extra, approver: "甲") }
            let spans = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
                // Sent between ten days before day 0 and two weeks after it: always before the time runs out.
                let sent = base.adding(days: Int.random(in: -10...14, using: &dice))
                return (sent: sent, answered: sent.adding(days: Int.random(in: 0...25, using: &dice)))
            }
            clock.pauses = spans.enumerated().map { index, span in
                .init(sentOn: span.sent, answeredOn: span.answered, reason: Words(zh: "\(index)", en: "\(index)"))
            }
            let deadline = try clock.deadline()
            #expect(deadline.due == oracle.replyDue(base, 20 + extra, pauses: spans), "round \(round)")
            #expect(try HolidayTable.stateCouncil.isWorkday(deadline.due))
            #expect(deadline.latePauses.isEmpty)
            let cells = deadline.cells
            #expect(cells.count { $0.kind == .worked } == 20)
            #expect(cells.count { $0.kind == .extended } == extra)
            #expect(cells.count { $0.kind == .paused } == deadline.pauses.reduce(0) { $0 + $1.days })
            #expect(cells.last?.date == deadline.due)
            var shuffled = clock
            shuffled.pauses.shuffle(using: &dice)
            let other = try shuffled.deadline()
            #expect(other.due == deadline.due && other.pauses == deadline.pauses && other.lines == deadline.lines)
        }
    }

    @Test func overlappingPausesCountOnce() throws {
        var clock = try clock("reg2019.reply", from: "2024-02-05")
        clock.pauses = [try pause("2024-02-20", "2024-02-28"), try pause("2024-02-22", "2024-02-26")]
        let deadline = try clock.deadline()
        #expect(deadline.due.iso == "2024-03-18")
        #expect(deadline.pauses.count == 1)
        #expect(deadline.pauses.first?.days == 6)
        clock.pauses.append(try pause("2024-02-26", "2024-03-01"))
        #expect(try clock.deadline().due.iso == "2024-03-20")
    }

    @Test func aRestartDropsThePausesBeforeIt() throws {
        var clock = try clock("reg2019.reply", from: "2025-09-08")
        clock.pauses = [try pause("2025-09-10", "2025-09-17")]
        clock.restarts = [
            .init(on: try date("2025-09-12"), reason: Words(zh: "缴费", en: "paid")),
            .init(on: try date("2025-09-22"), reason: Words(zh: "收到补正", en: "corrected")),
        ]
        let deadline = try clock.deadline()
        #expect(deadline.start.iso == "2025-09-22")
        #expect(deadline.due.iso == "2025-10-24")
        #expect(deadline.pauses.isEmpty)
        #expect(deadline.lines.map(\.kind).starts(with: [.rule, .start, .restart, .droppedPause]))
        #expect(deadline.lines[2].words.zh.contains("收到补正"))
        #expect(!deadline.lines[2].words.zh.contains("缴费"))
    }

    @Test func aPaymentRestartsTheDayAfterAndKeepsLaterPauses() throws {
        let pay = try clock("fee2021.pay", from: "2025-03-03").deadline()
        #expect(pay.due.iso == "2025-03-31")
        var reply = try clock("reg2019.reply", from: "2025-02-24")
        reply.pauses = [try pause("2025-02-26", "2025-03-05"), try pause("2025-03-18", "2025-03-25")]
        reply.restarts = [.init(on: try date("2025-03-12"), reason: Words(zh: "收到信息处理费", en: "fee received"))]
        let deadline = try reply.deadline()
        let oracle = Oracle(.stateCouncil)
        #expect(deadline.due == oracle.addWorkdays(try date("2025-03-12"), 20 + 5))
        #expect(deadline.pauses.map(\.days) == [5])
        #expect(deadline.lines.filter { $0.kind == .droppedPause }.count == 1)
    }

    @Test func aRestartBeforeTheEventIsNone() throws {
        var clock = try clock("reg2019.reply", from: "2024-02-05")
        clock.restarts = [.init(on: try date("2024-01-05"), reason: Words(zh: "缴费", en: "paid"))]
        #expect(try clock.deadline().due.iso == "2024-03-08")
    }

    @Test func aPauseOrExtensionAfterTheEndChangesNothingAndSaysSo() throws {
        var clock = try clock("reg2019.reply", from: "2024-02-05")
        clock.pauses = [try pause("2024-03-09", "2024-03-20")]
        clock.extended = .init(count: 20, approver: "甲", grantedOn: try date("2024-03-11"))
        let deadline = try clock.deadline()
        #expect(deadline.due.iso == "2024-03-08")
        #expect(deadline.pauses.isEmpty)
        #expect(deadline.latePauses.count == 1)
        #expect(deadline.extended == nil)
        #expect(deadline.lateExtension?.count == 20)
        #expect(deadline.lines.contains { $0.kind == .latePause })
        #expect(deadline.lines.contains { $0.kind == .lateExtension })
        clock.pauses = [try pause("2024-03-08", "2024-03-20")]
        clock.extended = .init(count: 20, approver: "甲", grantedOn: try date("2024-03-08"))
        #expect(try clock.deadline().due.iso == "2024-04-18")
    }

    @Test func aRunningPauseIsCountedUpToToday() throws {
        var clock = try clock("reg2019.reply", from: "2024-02-05")
        clock.pauses = [try pause("2024-02-20", nil)]
        #expect(try clock.deadline().due.iso == "2024-03-08")
        #expect(try clock.deadline().isPaused)
        let deadline = try clock.deadline(asOf: date("2024-02-28"))
        #expect(deadline.due.iso == "2024-03-18")
        #expect(deadline.lines.contains { $0.words.zh.contains("尚未答复，截至2024年2月28日已有6个工作日不计") })
    }

    @Test func aPauseDuringTheRollOfACalendarLimitRunsFromItsSending() throws {
        var clock = try clock("petition2022.accept", from: "2025-09-20")
        clock.pauses = [try pause("2025-10-09", "2025-10-15")]
        let deadline = try clock.deadline()
        #expect(deadline.due.iso == "2025-10-15")
        #expect(deadline.cells.last?.date.iso == "2025-10-15")
        #expect(deadline.cells.compactMap(\.number).last == 15)
    }
    @Test func anotherHolidayNeverShortensADeadline() throws {
        var dice = Dice(state: 5)
        let first = try date("2024-01-01")
        let name = Words(zh: "测试", en: "test")
        for _ in 0..<400 {
            let base = first.adding(days: Int.random(in: 0..<400, using: &dice))
            var clock = try clock("reg2019.reply", from: base.iso)
            clock.pauses = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                let sent = base.adding(days: Int.random(in: 0...12, using: &dice))
                return .init(
                    sentOn: sent,
                    answeredOn: sent.adding(days: Int.random(in: 0...20, using: &dice)),
                    reason: name
                )
            }
            let day = base.adding(days: Int.random(in: 0...60, using: &dice))
            let extra = HolidayYear(
                year: 2024,
                notice: "测试",
                days: [.init(date: day, isOff: true, name: name)]
            )
            let before = try clock.deadline()
            let after = try clock.deadline(in: HolidayTable.stateCouncil.adding(extra))
            #expect(after.due >= before.due, "\(base) with \(day) off")
        }
    }
}
