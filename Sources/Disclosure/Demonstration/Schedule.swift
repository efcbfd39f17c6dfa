import Civil

/// Spreads a bureau's plan over the working days of its year.
struct Schedule {
    let plan: BureauPlan
    let workdays: WorkdayLine

    /// - Throws: `OutsideHolidayTable` when the year's working days are not known.
    init(_ plan: BureauPlan, holidays: HolidayTable) throws(OutsideHolidayTable) {
        self.plan = plan
        workdays = try WorkdayLine(year: plan.year, holidays: holidays)
    }

    /// Every item of the plan in the order in which it comes out.
    func items() -> [PlannedItem] {
        var items: [PlannedItem] = []
        var numbers: [String: Int] = [:]
        var documents = 0
        let issues = issuePlaces()
        for (place, line) in plan.lines.enumerated() {
            for ordinal in 0..<line.count {
                let seed = "\(plan.code)/\(place)/\(line.duty)/\(ordinal)"
                var random = RepeatableRandom(seed: "\(seed)/day")
                let issue = issues[place]?[ordinal]
                let day = day(of: ordinal, in: line, issue: issue, &random)
                let minute = issue == nil ? random.int(600...1_040) : 1_050
                let second = issue == nil ? random.int(0...59) : ordinal % 60
                items.append(
                    PlannedItem(
                        bureau: plan.code,
                        line: line,
                        ordinal: ordinal,
                        number: 0,
                        documentNumber: 0,
                        formedOn: workdays[day - lag(of: line.duty, &random)],
                        publishedAt: Instant.start(of: workdays[day])
                            .adding(milliseconds: Instant.minutes(Int64(minute)) + Instant.seconds(Int64(second))),
                        channels: channels(of: ordinal, in: line),
                        issue: issue,
                        seed: seed
                    )
                )
            }
        }
        items.sort { ($0.publishedAt, $0.seed) < ($1.publishedAt, $1.seed) }
        for place in items.indices {
            numbers[items[place].line.duty, default: 0] += 1
            items[place].number = numbers[items[place].line.duty] ?? 0
            guard Self.documents.contains(items[place].line.duty) else { continue }
            documents += 1
            items[place].documentNumber = documents
        }
        return items
    }

    /// Duties whose items are documents of the bureau and share one series of numbers.
    private static let documents: Set<String> = [
        "POLICY", "FORWARD", "PLAN", "EPLAN", "INSPLAN", "OPENRULES", "OPENGROUP",
    ]

    private func day(of ordinal: Int, in line: PlanLine, issue: Int?, _ random: inout RepeatableRandom) -> Int {
        let days: Range<Int>
        switch line.spread {
        case .year: days = workdays.days(of: 1...12)
        case .months(let months): days = workdays.days(of: months)
        case .day(let month, let day): return workdays.place(month: month, day: day)
        case .issues(let channel):
            let all = workdays.days(of: 1...12)
            let issues = plan.channel(channel)?.issues ?? 1
            return all.lowerBound + (issue ?? 0) * all.count / max(1, issues)
        }
        // Every item has an equal stretch of the days, and somewhere in it its own.
        let offset = random.int(0...max(0, days.count - 1))
        return days.lowerBound + (ordinal * days.count + offset) / line.count
    }

    /// How many working days lie between forming and publishing; a few licences and penalties come out late.
    private func lag(of duty: String, _ random: inout RepeatableRandom) -> Int {
        switch duty {
        case "LIC", "PEN": random.chance(1, in: 30) ? random.int(8...12) : random.int(1...6)
        case "WARN", "WARNPASS", "RESPONSE": 0
        case "PROCURE": random.int(0...1)
        case "NEWS", "PUBLICITY": random.int(0...2)
        case "BUDGET", "ACCOUNTS": random.int(2...9)
        default: random.int(0...12)
        }
    }

    private func channels(of ordinal: Int, in line: PlanLine) -> [String] {
        let chosen = line.also.sorted { $0.key < $1.key }.filter { code, count in
            (ordinal + code.utf8.count) * count % line.count < count
        }
        return line.channels + chosen.map(\.key)
    }

    /// For each line that comes out in issues, the issue (from 0) of each of its items: the articles of all such lines are
    /// shuffled and cut into issues of nearly the same size.
    private func issuePlaces() -> [Int: [Int]] {
        var places: [Int: [Int]] = [:]
        for channel in plan.channels {
            guard let issues = channel.issues else { continue }
            let lines = plan.lines.indices.filter { plan.lines[$0].spread == .issues(of: channel.code) }
            let owners = lines.flatMap { Array(repeating: $0, count: plan.lines[$0].count) }
            var random = RepeatableRandom(seed: "\(plan.code)/\(channel.code)/issues")
            for (place, owner) in random.shuffled(owners).enumerated() {
                places[owner, default: []].append(place * issues / owners.count)
            }
        }
        return places
    }
}

/// The working days around a year in a row, by place: the year's own and some before it.
struct WorkdayLine {
    private let days: [CivilDate]
    private let year: Int

    init(year: Int, holidays: HolidayTable) throws(OutsideHolidayTable) {
        self.year = year
        var days: [CivilDate] = []
        let first = CivilDate(year: year - 1, month: 11, day: 1)?.dayNumber ?? 0
        let last = CivilDate(year: year, month: 12, day: 31)?.dayNumber ?? 0
        for number in first...max(first, last) {
            let day = CivilDate(dayNumber: number)
            if try holidays.isWorkday(day) { days.append(day) }
        }
        self.days = days
    }

    subscript(place: Int) -> CivilDate { days[min(max(0, place), days.count - 1)] }

    /// The places of the working days of these months of the year.
    func days(of months: ClosedRange<Int>) -> Range<Int> {
        let first = days.firstIndex { $0.year == year && months.contains($0.month) } ?? 0
        let last = days.lastIndex { $0.year == year && months.contains($0.month) } ?? 0
        return first..<(last + 1)
    }

    /// The place of a day of the year, or of the next working day.
    func place(month: Int, day: Int) -> Int {
        days.firstIndex { ($0.year, $0.month, $0.day) >= (year, month, day) } ?? days.count - 1
    }
}
