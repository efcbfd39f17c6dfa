import Text

/// Reads the figures of one file; every mistake is reported with its place and what is allowed there.
struct FigureDefinitions {
    private static let keys = [
        "key", "zh", "en", "unit", "group", "counts", "how", "duties", "without", "on", "off", "stage", "class",
        "facets",
        "filled", "field", "takes", "kinds", "intake", "cells", "outcomes", "events", "without-events", "in-time",
        "at", "level", "reminds", "month", "share", "among", "sum", "less", "called",
    ]

    func figures(_ value: YamlValue?) -> [Figure] {
        let maps = value?.list()?.compactMap { $0.map(keys: Self.keys) } ?? []
        var figures: [Figure] = []
        for map in maps {
            guard let figure = figure(map) else { continue }
            if figures.contains(where: { $0.key == figure.key }) {
                map.refuse("key", Phrase(zh: "指标「\(figure.key)」重复", en: "the figure «\(figure.key)» stands twice"))
            }
            figures.append(figure)
        }
        return figures
    }

    private func figure(_ map: YamlMap) -> Figure? {
        let groups = Figure.Group.allCases.map(\.rawValue)
        guard let key = map.required("key")?.string(limit: 60), let name = map.name(),
            let unit = map.required("unit", allowed: YamlValue.bothLanguages)?.phrase(),
            let how = map.required("how", allowed: YamlValue.bothLanguages)?.phrase(),
            let group = map.required("group", allowed: KnownFields.list(groups))?.oneOf(groups)
                .flatMap(Figure.Group.init(rawValue:)),
            let counting = counting(map, unit)
        else { return nil }
        return Figure(
            key: key,
            name: name,
            unit: unit,
            group: group,
            counting: counting,
            how: how,
            otherNames: names(map["called"])
        )
    }

    private func counting(_ map: YamlMap, _ unit: Phrase) -> Figure.Counting? {
        let own = ["share", "sum", "difference", "nothing"]
        let kinds = RecordFilter.Kind.allCases.map(\.rawValue)
        guard let kind = map.required("counts", allowed: KnownFields.list(kinds + own))?.oneOf(kinds + own) else {
            return nil
        }
        switch kind {
        case "share": return .share(of: names(map.required("share")), among: names(map.required("among")))
        case "sum": return .sum(names(map.required("sum")))
        case "difference":
            return .difference(names(map.required("sum")), less: names(map.required("less")))
        case "nothing": return .notApplicable
        default:
            return RecordFilter.Kind(rawValue: kind).flatMap { kind in
                filter(kind, map, isMoney: Figure.moneyUnits.contains(unit.zh))
            }.map(Figure.Counting.records)
        }
    }

    private func filter(_ kind: RecordFilter.Kind, _ map: YamlMap, isMoney: Bool) -> RecordFilter? {
        var filter = RecordFilter(kind: kind)
        items(map, &filter)
        cases(map, &filter)
        filter.level = map["level"]?.int(in: 1...3)
        filter.reading = kind == .readings ? map["key"]?.string(limit: 60) ?? "" : ""
        filter.isReminded = map["reminds"]?.bool() ?? true
        filter.isMoney = isMoney
        filter.isMonth = map["month"]?.bool() ?? false
        let takings = (kind == .readings ? [.last, .sum, .most] : [RecordFilter.Taking.sum, .distinct]).map(\.rawValue)
        if kind == .values || kind == .readings {
            filter.takes = map["takes"]?.oneOf(takings).flatMap(RecordFilter.Taking.init(rawValue:)) ?? kind.usualTaking
        }
        if kind == .values, map.required("field") == nil { return nil }
        if kind == .open, map.required("at", allowed: KnownFields.list(["start", "end"])) == nil { return nil }
        return filter
    }

    /// What narrows items and deliveries.
    private func items(_ map: YamlMap, _ filter: inout RecordFilter) {
        let stages = Delivery.Stage.allCases.map(\.rawValue)
        filter.duties = names(map["duties"])
        filter.withoutDuties = names(map["without"])
        filter.channels = names(map["on"])
        filter.withoutChannels = names(map["off"])
        filter.stage = map["stage"]?.oneOf(stages).flatMap(Delivery.Stage.init(rawValue:)) ?? .delivered
        filter.itemClass = map["class"]?.string(limit: 40)
        filter.facets = lists(map["facets"])
        filter.filled = names(map["filled"])
        filter.field = map["field"]?.string(limit: 60)
    }

    /// What narrows cases, leaves and remedies.
    private func cases(_ map: YamlMap, _ filter: inout RecordFilter) {
        let ways = IntakeChannel.allCases.map(\.rawValue)
        filter.kinds = names(map["kinds"])
        filter.intake = (map["intake"]?.list() ?? []).compactMap {
            $0.oneOf(ways).flatMap(IntakeChannel.init(rawValue:))
        }
        filter.cells = names(map["cells"])
        filter.outcomes = names(map["outcomes"])
        filter.events = names(map["events"])
        filter.withoutEvents = names(map["without-events"])
        filter.isOnTime = map["in-time"]?.bool() ?? false
        filter.moment = map["at"]?.oneOf(["start", "end"]).flatMap(RecordFilter.Moment.init(rawValue:))
    }

    private func lists(_ value: YamlValue?) -> [String: [String]] {
        let entries = value?.map()?.entries ?? []
        return Dictionary(entries.map { ($0.key, names($0.value)) }) { first, _ in first }
    }

    /// A list of names.
    private func names(_ value: YamlValue?) -> [String] { value?.list()?.compactMap { $0.string(limit: 60) } ?? [] }
}
