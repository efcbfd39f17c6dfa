import Civil
import Text

/// Reads one procedure file; every mistake is reported with its place and what is allowed there.
struct ProcedureReading {
    static let keys = [
        "procedure", "kind", "name", "purpose", "from", "through", "basis", "word", "protects", "applicant", "intake",
        "fields", "states", "clocks", "events", "outcomes", "keeps-years", "public",
    ]

    let map: YamlMap

    func procedure() -> Procedure? {
        let key = map.required("procedure", allowed: Spelling.key)?.spelt(Spelling.isKey, Spelling.key)
        let kind = map.required("kind", allowed: Spelling.key)?.spelt(Spelling.isKey, Spelling.key)
        let name = map.required("name", allowed: YamlValue.bothLanguages)?.phrase()
        let purpose = map.required("purpose", allowed: YamlValue.bothLanguages)?.phrase()
        let from = map.required("from", allowed: Self.aDate)?.day()
        let through = map["through"]?.day()
        let basis = map.required("basis", allowed: Self.aLaw)?.rule()
        let word = map.required("word")?.string(limit: 12)
        let protects = map.required("protects")?.oneOf(Procedure.Protection.allCases.map(\.rawValue))
        let applicant = map.required("applicant")?.oneOf(Procedure.ApplicantRule.allCases.map(\.rawValue))
        let intake = readIntake()
        let fields = FieldReading(assembly: CatalogueAssembly(), origin: "").fields(map.required("fields")).map(\.field)
        let states = readStates()
        let outcomes = readOutcomes()
        guard let key, let kind, let name, let purpose, let from, let basis, let word,
            let protects = protects.flatMap(Procedure.Protection.init(rawValue:)),
            let applicant = applicant.flatMap(Procedure.ApplicantRule.init(rawValue:)), !states.isEmpty
        else { return nil }
        var procedure = Procedure(
            key: key,
            kind: kind,
            name: name,
            purpose: purpose,
            from: from,
            through: through,
            basis: basis,
            word: word,
            protects: protects,
            applicant: applicant,
            intake: intake,
            fields: fields,
            states: states,
            clocks: readClocks(of: key),
            events: [],
            outcomes: outcomes,
            keepsYears: map["keeps-years"]?.int(in: 1...100) ?? 10
        )
        procedure.events = EventReading(procedure: procedure).events(map.required("events"))
        procedure.publicity = readPublicity(procedure)
        check(procedure)
        return procedure
    }

    private func readIntake() -> [Procedure.Intake] {
        let channels = IntakeChannel.allCases.map(\.rawValue)
        let entries = map.required("intake", allowed: KnownFields.list(channels))?.map(keys: channels)?.entries ?? []
        return entries.compactMap { entry in
            guard let channel = IntakeChannel(rawValue: entry.key),
                let when = entry.value.oneOf(["receipt", "confirmation"])
            else { return nil }
            return Procedure.Intake(channel: channel, needsConfirmation: when == "confirmation")
        }
    }

    private func readStates() -> [Procedure.State] {
        let waiting = Procedure.Waiting.allCases.map(\.rawValue)
        return map.required("states")?.list()?.compactMap { value in
            guard let map = value.map(keys: ["key", "zh", "en", "waits"]),
                let key = map.required("key")?.spelt(Spelling.isKey, Spelling.key), let name = map.name(),
                let waits = map.required("waits", allowed: KnownFields.list(waiting))?.oneOf(waiting)
                    .flatMap(Procedure.Waiting.init(rawValue:))
            else { return nil }
            return Procedure.State(key: key, name: name, waits: waits)
        } ?? []
    }

    private func readClocks(of procedure: String) -> [Procedure.Clock] {
        let own = ["working-days", "calendar-days", "same-day"]
        return map["clocks"]?.list()?.enumerated().compactMap { index, value in
            guard let map = value.map(keys: ["key", "limit", "basis", "zh", "en", "extends-to", "main"] + own),
                let key = map.required("key")?.spelt(Spelling.isKey, Spelling.key)
            else { return nil }
            let isMain = index == 0 || map["main"]?.bool() == true
            if let limit = map["limit"] {
                let known = TimeLimit.all.map(\.key)
                return limit.oneOf(known).flatMap(TimeLimit.named).map {
                    Procedure.Clock(key: key, limit: $0, isMain: isMain)
                }
            }
            guard let name = map.name(), let rule = map.required("basis", allowed: Self.aLaw)?.rule(),
                let unit = own.first(where: { map[$0] != nil }) ?? missingLength(in: map),
                let length = length(unit, map)
            else { return nil }
            return Procedure.Clock(
                key: key,
                limit: TimeLimit(
                    key: "\(procedure).\(key)",
                    rule: rule,
                    duty: Words(zh: name.zh, en: name.en),
                    length: length,
                    longestExtension: map["extends-to"]?.int(in: 1...3660)
                ),
                isMain: isMain
            )
        } ?? []
    }

    private func length(_ unit: String, _ map: YamlMap) -> TimeLimit.Length? {
        switch unit {
        case "working-days": map[unit]?.int(in: 1...365).map { .workingDays($0) }
        case "calendar-days": map[unit]?.int(in: 1...3660).map { .calendarDays($0) }
        default: map[unit]?.oneOf(["true"]).map { _ in .sameDay }
        }
    }

    private func missingLength(in map: YamlMap) -> String? {
        _ = map.required(
            "limit",
            allowed: Phrase(zh: "limit 或 working-days、calendar-days", en: "limit, or working-days, calendar-days")
        )
        return nil
    }

    private func readOutcomes() -> [Procedure.Outcome] {
        map["outcomes"]?.list()?.compactMap { value in
            guard
                let map = value.map(keys: [
                    "key", "zh", "en", "article", "cell", "remedy", "reassess", "ground", "partial",
                ]),
                let key = map.required("key", allowed: Spelling.optionCode)?.spelt(
                    Spelling.isOptionCode,
                    Spelling.optionCode
                ),
                let name = map.name()
            else { return nil }
            let remedies = Remedy.allCases.map(\.rawValue)
            return Procedure.Outcome(
                key: key,
                name: name,
                article: map["article"]?.string(limit: 20),
                cell: map["cell"]?.string(limit: 20),
                remedy: map["remedy"]?.oneOf(remedies).flatMap(Remedy.init(rawValue:)) ?? .none,
                isReassessed: map["reassess"]?.bool() ?? false,
                isGround: map["ground"]?.bool() ?? false,
                isPartial: map["partial"]?.bool() ?? false
            )
        } ?? []
    }

    /// Consent is a choice with «agreed»; outcomes are those of the procedure.
    private func readPublicity(_ procedure: Procedure) -> Procedure.Publicity? {
        guard let map = map["public"]?.map(keys: ["duty", "consent", "outcomes"]) else { return nil }
        let consents = procedure.fields.filter { field in
            if case .choice(let options) = field.type {
                options.contains { $0.code == Procedure.Publicity.agreed }
            } else {
                false
            }
        }
        let known = procedure.outcomes.map(\.key)
        return Procedure.Publicity(
            duty: map["duty"]?.string(limit: 40),
            consent: map["consent"]?.oneOf(consents.map(\.key)),
            outcomes: map["outcomes"]?.list()?.compactMap { $0.oneOf(known) } ?? []
        )
    }

    /// What holds of the whole: one beginning, an end, and no state that nothing leads to.
    private func check(_ procedure: Procedure) {
        let beginnings = procedure.events.filter(\.begins)
        if beginnings.isEmpty || beginnings.contains(where: { $0.from != [procedure.arrival.key] || $0.to == nil }) {
            map.refuse(
                "events",
                Phrase(
                    zh: "须有 begins 事件，且只从第一个状态出发",
                    en: "some event must say «begins», and lead out of the first state"
                )
            )
        }
        let reached = Set(procedure.events.compactMap(\.to)).union([procedure.arrival.key])
        for state in procedure.states where !reached.contains(state.key) {
            map.refuse("states", Phrase(zh: "没有事件通向「\(state.key)」", en: "no event leads to «\(state.key)»"))
        }
        for state in procedure.states
        where state.waits != .nobody
            && !procedure.events.contains(where: { $0.from.contains(state.key) && $0.to != nil })
        {
            map.refuse("states", Phrase(zh: "「\(state.key)」没有出路", en: "nothing leads out of «\(state.key)»"))
        }
    }

    static func overlap(with other: Procedure) -> Phrase {
        Phrase(zh: "与「\(other.key)」重复或时间重叠", en: "the same as «\(other.key)», or in force on the same days")
    }

    static func taken(by other: Procedure) -> Phrase {
        Phrase(
            zh: "「\(other.word)」已用于「\(other.kind)」的编号",
            en: "«\(other.word)» stands in the numbers of «\(other.kind)» already"
        )
    }

    static let aDate = Phrase(zh: "日期，例如 2019-05-15", en: "a date, such as 2019-05-15")
    static let aLaw = Phrase(zh: "law 与 article", en: "law and article")
}

extension YamlMap {
    /// The keys `zh` and `en` of this map.
    func name() -> Phrase? {
        guard let zh = required("zh")?.string(limit: 80), let en = required("en")?.string(limit: 160) else {
            return nil
        }
        return Phrase(zh: zh, en: en)
    }
}

extension YamlValue {
    /// A civil date.
    func day() -> CivilDate? {
        guard let text = string(limit: 10) else { return nil }
        guard let date = CivilDate(text) else {
            refuse(Phrase(zh: "«\(text)» 不是日期", en: "«\(text)» is no date"), allowed: ProcedureReading.aDate)
            return nil
        }
        return date
    }

    /// `{ law: reg2019, article: "33" }`: a rule set that the program knows, or a document named in both languages.
    func rule() -> RuleReference? {
        guard let map = map(keys: ["law", "article", "zh", "en"]) else { return nil }
        let article = map["article"]?.string(limit: 20) ?? ""
        if map["law"] == nil, let name = map.name() {
            return RuleReference(law: Words(zh: name.zh, en: name.en), article: article, version: "")
        }
        let known = RuleSet.all.map(\.key)
        return map.required("law", allowed: KnownFields.list(known))?.oneOf(known).flatMap(RuleSet.named).map {
            RuleReference(law: $0.law, article: article, version: $0.key)
        }
    }
}
