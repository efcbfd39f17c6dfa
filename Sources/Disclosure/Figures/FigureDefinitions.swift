import Text

/// Reads the figures of one file; every mistake is reported with its place and what is allowed there.
struct FigureDefinitions {
    private static let keys = [
        "key", "zh", "en", "unit", "group", "counts", "how", "duties", "without", "on", "stage", "class", "facets",
        "kinds",
        "intake", "cells", "in-time", "level", "share", "among", "sum",
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
            let counting = counting(map)
        else { return nil }
        return Figure(key: key, name: name, unit: unit, group: group, counting: counting, how: how)
    }

    private func counting(_ map: YamlMap) -> Figure.Counting? {
        let own = ["share", "sum", "readings", "nothing"]
        let kinds = RecordFilter.Kind.allCases.map(\.rawValue)
        guard let kind = map.required("counts", allowed: KnownFields.list(kinds + own))?.oneOf(kinds + own) else {
            return nil
        }
        switch kind {
        case "share": return .share(of: names(map.required("share")), among: names(map.required("among")))
        case "sum": return .sum(names(map.required("sum")))
        case "readings": return .readings
        case "nothing": return .notApplicable
        default: return RecordFilter.Kind(rawValue: kind).map { .records(filter($0, map)) }
        }
    }

    private func filter(_ kind: RecordFilter.Kind, _ map: YamlMap) -> RecordFilter {
        let stages = Delivery.Stage.allCases.map(\.rawValue)
        let ways = IntakeChannel.allCases.map(\.rawValue)
        return RecordFilter(
            kind: kind,
            duties: names(map["duties"]),
            withoutDuties: names(map["without"]),
            channels: names(map["on"]),
            stage: map["stage"]?.oneOf(stages).flatMap(Delivery.Stage.init(rawValue:)) ?? .delivered,
            itemClass: map["class"]?.string(limit: 40),
            facets: facets(map["facets"]),
            kinds: names(map["kinds"]),
            intake: (map["intake"]?.list() ?? []).compactMap { $0.oneOf(ways).flatMap(IntakeChannel.init(rawValue:)) },
            cells: names(map["cells"]),
            isOnTime: map["in-time"]?.bool() ?? false,
            level: map["level"]?.int(in: 1...3)
        )
    }

    private func facets(_ value: YamlValue?) -> [String: [String]] {
        let entries = value?.map()?.entries ?? []
        return Dictionary(entries.map { ($0.key, names($0.value)) }) { first, _ in first }
    }

    /// A list of names.
    private func names(_ value: YamlValue?) -> [String] { value?.list()?.compactMap { $0.string(limit: 60) } ?? [] }
}
