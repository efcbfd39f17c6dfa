import Civil

/// So many cases of one kind in a bureau's year, as its report counts them.
package struct CaseLine: Sendable, Hashable {
    /// Kind of the procedure.
    package var kind: String
    package var count: Int
    package var channel: IntakeChannel

    package static func cases(_ kind: String, _ count: Int, by channel: IntakeChannel) -> CaseLine {
        CaseLine(kind: kind, count: count, channel: channel)
    }
}

/// One step of a demonstration case, at its moment in the year.
struct PlannedCase: Sendable, Hashable {
    /// Code of the bureau.
    var bureau: String
    var line: CaseLine
    /// The same for all steps of one case.
    var seed: String
    /// From 0, which is the filing.
    var place: Int
    var at: Instant
}

/// What happens to a demonstration case after it is filed: every one walks its procedure to the end.
struct CaseWay: Sendable {
    struct Step: Sendable {
        var event: String
        var typed: [String: String] = [:]
        var seat: DemonstrationSeat = .cases
        /// Working days after the step before.
        var later: ClosedRange<Int>
    }

    /// By kind of procedure; none of these ways ends late.
    static func steps(of kind: String) -> [Step] {
        switch kind {
        case "request":
            [
                Step(event: "propose", typed: ["outcome": "agreed", "answer": "〔演示〕所申请的信息随本答复附上。"], later: 2...8),
                Step(event: "sign", seat: .approver, later: 1...2),
            ]
        case "petition":
            [
                Step(event: "register", later: 0...1),
                Step(event: "accept", later: 1...4),
                Step(
                    event: "propose",
                    typed: ["outcome": "supported", "answer": "〔演示〕反映的问题已经核实并督促整改。"],
                    later: 4...20
                ),
                Step(event: "sign", seat: .approver, later: 1...2),
            ]
        case "tip":
            [
                Step(event: "accept", later: 0...1),
                Step(event: "verify", typed: ["note": "〔演示〕已到现场核查，并制作书面记录。"], later: 1...5),
                Step(event: "propose", typed: ["outcome": "verified", "answer": "〔演示〕举报属实，已责令改正。"], later: 2...15),
                Step(event: "sign", seat: .approver, later: 1...2),
            ]
        case "hotline":
            [Step(event: "settle", typed: ["outcome": "solved", "answer": "〔演示〕已与来电人联系，问题已经解决。"], later: 1...6)]
        default: []
        }
    }
}

extension Schedule {
    /// Every step of every case of the plan, each case within the year.
    func cases() -> [PlannedCase] {
        var planned: [PlannedCase] = []
        for (place, line) in plan.cases.enumerated() {
            let days = workdays.days(of: 1...10)
            for ordinal in 0..<line.count {
                let seed = "\(plan.code)/case/\(place)/\(ordinal)"
                var random = RepeatableRandom(seed: seed)
                var day = days.lowerBound + (ordinal * days.count + random.int(0...(days.count - 1))) / line.count
                var minute = random.int(540...600)
                for (step, later) in ([0...0] + CaseWay.steps(of: line.kind).map(\.later)).enumerated() {
                    day += random.int(later)
                    minute += random.int(10...90)
                    let at = Instant.start(of: workdays[day]).adding(milliseconds: Instant.minutes(Int64(minute)))
                    planned.append(PlannedCase(bureau: plan.code, line: line, seed: seed, place: step, at: at))
                }
            }
        }
        return planned
    }
}
