import Civil

/// Fills the form of a duty for one story, field by field after its type: what a clerk would have typed.
struct FieldWriter {
    let duty: Duty
    let agency: Agency
    let fixed: [String: String]
    var story: Story

    /// By field key, as `SaveDraft` takes it.
    mutating func typed() -> [String: String] {
        var typed: [String: String] = [:]
        for (key, template) in fixed.sorted(by: { $0.key < $1.key }) { typed[key] = story.tell(template) }
        var content = ItemContent(typed.map { ($0.key, $0.value) })
        // Choices first: what else is required hangs on them.
        for field in duty.fields where field.type.options != nil && isWanted(field, in: content) {
            typed[field.key] = typed[field.key] ?? choice(for: field)
            content[field.key] = typed[field.key]
        }
        for field in duty.fields where typed[field.key] == nil && isWanted(field, in: content) {
            typed[field.key] = value(for: field.key, type: field.type)
        }
        return typed
    }

    private func isWanted(_ field: Field, in content: ItemContent) -> Bool {
        // Where nothing was found, nothing follows.
        if content["result"] == "none", field.key == "problems" || field.key == "follow-up" { return false }
        return field.required.holds(for: content) || FieldHints.extras[duty.code]?.contains(field.key) == true
    }

    private mutating func choice(for field: Field) -> String {
        if field.key == "category", let codes = field.type.options?.map(\.code), codes.contains(story.category.code) {
            return story.category.code
        }
        switch "\(duty.code).\(field.key)" {
        case "LIC.party-kind", "PEN.party-kind": return story.party.kind == .company ? "legal" : "individual"
        case "PEN.major": return story.fine >= 50_000 ? "yes" : "no"
        case let name:
            return story.pick(FieldHints.options[name] ?? field.type.options?.map(\.code) ?? []) ?? ""
        }
    }

    private mutating func value(for key: String, type: FieldType) -> String? {
        switch type {
        case .text, .longText, .personName: story.tell(template(key))
        case .date: date(key)?.iso
        case .time: time(key).minuteText
        case .integer: String(integer(key))
        case .money(let unit): money(key, unit)
        case .choice(let options), .choices(let options): story.pick(options.map(\.code))
        case .creditCode:
            key.hasPrefix("authority") || key.hasPrefix("data-source") ? agency.creditCode : story.party.code
        case .region: agency.regionCode
        case .industry: story.party.trade.industry
        case .documentNumber: "\(story.plan.documentWord)〔\(story.plan.year)〕\(story.documentNumber)号"
        case .table(let columns): table(key, columns)
        case .link, .attachment, .item: nil
        }
    }

    private mutating func template(_ key: String) -> String {
        let usual = "按照规定办理{topic}有关事项，情况已经核实。"
        return story.pick(FieldTexts.templates(duty.code, key) ?? [usual]) ?? usual
    }

    private mutating func date(_ key: String) -> CivilDate? {
        let day = story.formedOn
        switch key {
        case "valid-until": return day.adding(months: 36).adding(days: -1)
        case "effective-until": return day.adding(months: 36)
        case "due-on": return day.adding(days: story.int(60...150))
        case "shown-until": return day.adding(days: story.int(7...15))
        case "ends-on": return day.adding(days: story.int(1...3))
        case "started-on": return day.adding(days: -story.int(1...4))
        case "original-date": return day.adding(days: -story.int(3...12))
        case "tasks.due": return CivilDate(year: story.plan.year, month: 12, day: story.int(1...25))
        case "from" where duty.code == "ACCSTATS": return day.adding(months: -3)
        case "to" where duty.code == "ACCSTATS": return day.adding(days: -1)
        case "from": return CivilDate(year: story.plan.year, month: 1, day: 1)
        case "to", "period-end": return CivilDate(year: story.plan.year, month: 12, day: 31)
        default: return day
        }
    }

    private mutating func time(_ key: String) -> Instant {
        switch key {
        case "happened-at": clock(story.accidentDay, minute: story.int(420...600))
        case "known-at" where duty.code == "ACCIDENT": clock(story.accidentDay, minute: story.int(610...660))
        case "issued-at", "starts-at", "known-at", "arose-at": clock(story.formedOn, minute: 490)
        default: clock(story.formedOn, minute: story.int(540...660))
        }
    }

    private func clock(_ day: CivilDate, minute: Int) -> Instant {
        Instant.start(of: day).adding(milliseconds: Instant.minutes(Int64(minute)))
    }

    private mutating func integer(_ key: String) -> Int {
        switch key {
        case "year": duty.code == "ACCOUNTS" ? story.plan.year - 1 : story.plan.year
        case "deaths": duty.code == "RESPONSE" ? 0 : 1
        case "injured": story.chance(1, in: 4) ? 1 : 0
        case "units": story.int(40...90)
        case "hazards": story.int(30...60)
        case "corrected": story.int(10...29)
        case "participants": story.int(40...180)
        case "materials": story.int(1_800...2_400)
        case "legal-days": 20
        case "promised-days": story.int(3...10)
        case "figures.deaths", "figures.injured": story.int(0...6)
        default: story.int(2...24)
        }
    }

    /// In the unit of the field, as it is typed.
    private mutating func money(_ key: String, _ unit: FieldType.Money) -> String {
        guard unit == .tenThousandYuan else { return String(story.int(500...20_000)) }
        return switch key {
        case "fine": Self.tenThousands(story.fine)
        case "loss": story.tell("{loss}")
        case "income", "spending": String(story.int(1_800...2_400))
        case "public-spending": String(story.int(1_500...1_790))
        case "running": String(story.int(120...260))
        case "official": String(story.int(18...30))
        case "abroad": "0"
        case "cars", "receptions": String(story.int(3...9))
        default: String(story.int(5...60))
        }
    }

    /// An amount in 元 as 万元 without rounding.
    private static func tenThousands(_ yuan: Int) -> String {
        let rest = String(yuan % 10_000 + 10_000).dropFirst()
        return "\(yuan / 10_000).\(rest)"
    }

    /// At most three rows, no more than there are words for; cells separated by tabs.
    private mutating func table(_ key: String, _ columns: [FieldType.Column]) -> String {
        var rows: [String] = []
        let known = columns.first.flatMap { FieldTexts.templates(duty.code, "\(key).\($0.key)")?.count } ?? 3
        for row in 0..<min(known, story.int(2...3)) {
            var cells: [String] = []
            for column in columns {
                let name = "\(key).\(column.key)"
                let templates = FieldTexts.templates(duty.code, name) ?? []
                if templates.isEmpty {
                    cells.append(value(for: name, type: column.type) ?? "")
                } else {
                    cells.append(story.tell(templates[row % templates.count]))
                }
            }
            rows.append(cells.joined(separator: "\t"))
        }
        return rows.joined(separator: "\n")
    }
}
