import Civil
import Text

/// What one invented item is about: the facts that its title, its text and its fields tell alike.
struct Story: Sendable {
    let plan: BureauPlan
    let duty: String
    /// 1, 2, 3… among the items of the duty in the year.
    let number: Int
    let documentNumber: Int
    let formedOn: CivilDate
    let publishedAt: Instant
    let party: InventedParty
    let topic: String
    let hazard: String
    let violation: Violation
    /// Code and name of the kind of accident.
    let category: (code: String, zh: String)
    /// The day of the accident that it speaks of.
    let accidentDay: CivilDate
    let fine: Int
    private var random: RepeatableRandom
    private var slots: [String: String]

    private static let categories = [
        ("machine", "机械伤害"), ("fall", "高处坠落"), ("electric", "触电"), ("struck", "物体打击"), ("lifting", "起重伤害"),
        ("vehicle", "车辆伤害"), ("collapse", "坍塌"),
    ]

    init(_ planned: PlannedItem, in plan: BureauPlan, parties: [InventedParty]) {
        var random = RepeatableRandom(seed: planned.seed)
        let violations = planned.needsAccident ? Violation.all : Violation.all.dropLast()
        self.plan = plan
        duty = planned.line.duty
        number = planned.number
        documentNumber = planned.documentNumber
        formedOn = planned.formedOn
        publishedAt = planned.publishedAt
        party = parties[planned.partyNumber(of: parties.count, &random)]
        topic = random.word(WordLists.topics)
        hazard = random.word(WordLists.hazards)
        violation = random.pick(Array(violations)) ?? Violation.all[0]
        category = random.pick(Self.categories) ?? Self.categories[0]
        // A report comes some two months after its accident, a bulletin the day after.
        accidentDay = formedOn.adding(days: duty == "ACCREP" ? -random.int(50...75) : -random.int(0...1))
        fine = random.int(violation.fine.lowerBound / 500...violation.fine.upperBound / 500) * 500
        slots = [
            "short": plan.shortName, "bureau": plan.name.zh, "year": String(plan.year), "n": String(number),
            "month": String(formedOn.month), "day": String(formedOn.day), "date": formedOn.chinese,
            "topic": topic, "hazard": hazard, "party": party.name, "trade": party.trade.name, "town": party.town,
            "code": party.code, "person": party.representative, "violation": violation.name,
            "article": violation.article, "fine": String(fine), "category": category.zh,
            "accident": "\(accidentDay.month)·\(accidentDay.day)", "accident-date": accidentDay.chinese,
            "quarter": String((formedOn.month + 2) / 3), "last-year": String(plan.year - 1),
            "word": plan.documentWord, "document": String(planned.documentNumber),
        ]
        slots["loss"] = String(random.int(80...160))
        slots["service"] = random.word(WordLists.services)
        slots["measure"] = random.word(WordLists.measures)
        slots["organ"] = random.word(WordLists.organs)
        slots["activity"] = random.word(WordLists.activities)
        slots["weather"] = random.word(WordLists.weathers)
        slots["audience"] = random.word(WordLists.audiences)
        slots["other-town"] = random.word(WordLists.towns)
        slots["other-topic"] = random.word(WordLists.topics)
        self.random = random
    }

    /// The template with `{slot}` filled from the story and `{3-9}` with a number of the range.
    mutating func tell(_ template: String) -> String {
        var told = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            told += rest[..<open]
            told += fill(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
        told += rest
        // A slot may hold slots itself, as the facts of a violation do.
        return told.contains("{") && told != template ? tell(told) : told
    }

    private mutating func fill(_ name: Substring) -> String {
        if name == "facts" { return violation.facts }
        if let value = slots[String(name)] { return value }
        let bounds = name.split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] <= bounds[1] else { return "" }
        return String(random.int(bounds[0]...bounds[1]))
    }

    mutating func pick<Value>(_ values: [Value]) -> Value? { random.pick(values) }

    mutating func int(_ range: ClosedRange<Int>) -> Int { random.int(range) }

    mutating func chance(_ share: Int, in whole: Int) -> Bool { random.chance(share, in: whole) }

    /// Some of the sentences in their order, each told.
    mutating func tellSome(_ count: ClosedRange<Int>, of sentences: [String]) -> String {
        let wanted = min(random.int(count), sentences.count)
        let chosen = random.shuffled(Array(sentences.indices)).prefix(wanted).sorted()
        return chosen.map { tell(sentences[$0]) }.joined()
    }
}
