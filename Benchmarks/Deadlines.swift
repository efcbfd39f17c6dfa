// Counts a million deadlines and says how long it took; built together with the sources of `Civil` by script/bench.

import Glibc

/// Reproducible choices, so that every run counts the same deadlines.
private struct Dice {
    var state: UInt64 = 20_240_205

    mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}

@main
enum DeadlineBenchmark {
    private static let count = 1_000_000

    static func main() throws {
        guard let reply = TimeLimit.named("reg2019.reply"), let first = CivilDate("2019-05-15") else { return }
        let table = HolidayTable.stateCouncil
        let event = reply.event
        try measure("working-day counts") { dice in
            try WorkingDays.add(20, to: first.adding(days: dice.roll(2_500)), in: table)
        }
        try measure("deadlines, plain") { dice in
            let clock = LegalClock(reply, event: event, on: first.adding(days: dice.roll(2_500)))
            return try clock.deadline(in: table).due
        }
        try measure("deadlines, each with a pause and an extension") { dice in
            let start = first.adding(days: dice.roll(2_400))
            let sent = start.adding(days: 1 + dice.roll(10))
            let pause = LegalClock.Pause(sentOn: sent, answeredOn: sent.adding(days: 1 + dice.roll(15)), reason: event)
            let clock = LegalClock(
                reply,
                event: event,
                on: start,
                pauses: [pause],
                extended: .init(count: 1 + dice.roll(20), approver: "")
            )
            return try clock.deadline(in: table).due
        }
    }

    /// Time of the processor beside that of the wall, which other work on the machine makes longer.
    ///
    /// The sum of the due days is printed, so that nothing can be left out of the work.
    private static func measure(_ what: String, _ body: (inout Dice) throws -> CivilDate) throws {
        var dice = Dice()
        var sum = 0
        let before = clock()
        let time = try ContinuousClock().measure {
            for _ in 0..<count { sum &+= try body(&dice).dayNumber }
        }
        let worked = (clock() - before) / (1_000_000 / 1_000)
        let milliseconds = time.components.seconds * 1_000 + time.components.attoseconds / 1_000_000_000_000_000
        print("\(count) \(what): \(worked) ms of the processor, \(milliseconds) ms in all (sum \(sum))")
    }
}
