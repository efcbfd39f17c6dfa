import Text

/// Reads the events of a procedure whose states, clocks and outcomes are known.
struct EventReading {
    private static let keys = [
        "key", "zh", "en", "from", "to", "by", "asks", "results", "starts", "restarts", "pauses", "extends", "stops",
        "answers", "after", "once", "begins", "when", "is", "replaces", "outcome", "decides", "letter", "article",
    ]

    let procedure: Procedure

    func events(_ value: YamlValue?) -> [Procedure.Event] {
        let maps = value?.list()?.compactMap { $0.map(keys: Self.keys) } ?? []
        let known = maps.compactMap { $0["key"]?.string(limit: 40) }
        var events: [Procedure.Event] = []
        for map in maps {
            guard let event = event(map, known) else { continue }
            if events.contains(where: { $0.key == event.key }) {
                map.refuse("key", Phrase(zh: "事件「\(event.key)」重复", en: "the event «\(event.key)» stands twice"))
            }
            events.append(event)
        }
        return events
    }

    private func event(_ map: YamlMap, _ known: [String]) -> Procedure.Event? {
        let states = procedure.states.map(\.key)
        let clocks = procedure.clocks.map(\.key)
        guard let key = map.required("key", allowed: Spelling.key)?.spelt(Spelling.isKey, Spelling.key),
            let name = map.name()
        else { return nil }
        let performers = Performer.allCases.map(\.rawValue)
        return Procedure.Event(
            key: key,
            name: name,
            from: names(map.required("from", allowed: KnownFields.list(states)), states),
            to: map["to"]?.oneOf(states),
            by: names(map.required("by", allowed: KnownFields.list(performers)), performers)
                .compactMap(Performer.init(rawValue:)),
            questions: questions(map),
            starts: names(map["starts"], clocks),
            restarts: names(map["restarts"], clocks),
            pauses: names(map["pauses"], clocks),
            extends: names(map["extends"], clocks),
            stops: names(map["stops"], clocks),
            answers: names(map["answers"], known),
            after: map["after"]?.oneOf(clocks),
            isOnce: map["once"]?.bool() ?? false,
            replaces: map["replaces"]?.oneOf(clocks),
            begins: map["begins"]?.bool() ?? false,
            condition: map["when"] == nil ? nil : map.condition(in: KnownFields(fields: procedure.fields)),
            outcome: map["outcome"]?.oneOf(procedure.outcomes.map(\.key)),
            decides: map["decides"]?.bool() ?? false,
            letter: map["letter"]?.spelt(Spelling.isKey, Spelling.key),
            article: map["article"]?.string(limit: 20)
        )
    }

    /// One name or a list of names.
    private func names(_ value: YamlValue?, _ allowed: [String]) -> [String] {
        guard let value else { return [] }
        guard value.isList else { return value.oneOf(allowed).map { [$0] } ?? [] }
        return value.list()?.compactMap { $0.oneOf(allowed) } ?? []
    }

    private func questions(_ map: YamlMap) -> [Field] {
        let names = EventQuestion.allCases.flatMap { [$0.rawValue, $0.rawValue + "?"] }
        return map["asks"]?.list()?.compactMap { value in
            guard let name = value.oneOf(names),
                let question = EventQuestion(rawValue: name.hasSuffix("?") ? String(name.dropLast()) : name)
            else { return nil }
            return question.field(isRequired: !name.hasSuffix("?"), options: options(of: question, map))
        } ?? []
    }

    private func options(of question: EventQuestion, _ map: YamlMap) -> [FieldType.Option] {
        switch question {
        case .outcome: procedure.outcomes.map { FieldType.Option(code: $0.key, name: $0.name) }
        case .grounds: procedure.outcomes.filter(\.isGround).map { FieldType.Option(code: $0.key, name: $0.name) }
        case .result: results(map)
        default: []
        }
    }

    private func results(_ map: YamlMap) -> [FieldType.Option] {
        map.required("results")?.map()?.entries.compactMap { entry in
            guard Spelling.isOptionCode(entry.key) else {
                entry.value.refuse(
                    Phrase(zh: "«\(entry.key)» 写法不对", en: "«\(entry.key)» is misspelt"),
                    allowed: Spelling.optionCode
                )
                return nil
            }
            return entry.value.phrase().map { FieldType.Option(code: entry.key, name: $0) }
        } ?? []
    }
}
