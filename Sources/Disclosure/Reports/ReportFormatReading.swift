import Text

/// Reads one file of a format; every mistake is reported with its place and what is allowed there.
struct ReportFormatReading {
    func format(_ map: YamlMap) -> ReportFormat? {
        guard let key = map.required("key")?.string(limit: 40), let name = map.name(),
            let title = map.required("title", allowed: YamlValue.bothLanguages)?.phrase(), let due = due(map)
        else { return nil }
        let first = map["from"]?.int(in: 2_000...2_199) ?? 2_008
        let last = map["to"]?.int(in: 2_000...2_199) ?? 2_199
        guard first <= last else {
            map.refuse("to", Phrase(zh: "早于 from", en: "is before «from»"))
            return nil
        }
        let format = ReportFormat(
            key: key,
            name: name,
            title: title,
            years: first...last,
            isQuarterly: map["quarterly"]?.bool() ?? false,
            due: due,
            sections: (map.required("sections")?.list() ?? []).compactMap(section),
            tables: (map["tables"]?.list() ?? []).compactMap(table),
            charts: (map["charts"]?.list() ?? []).compactMap(chart),
            rules: (map["rules"]?.list() ?? []).compactMap { ReportRuleReading().rule($0) }
        )
        refuseUnknownParts(of: format, map)
        return format
    }

    private func due(_ map: YamlMap) -> ReportFormat.Due? {
        guard let value = map.required("due")?.map(keys: ["month", "day", "basis"]),
            let month = value.required("month")?.int(in: 1...12), let day = value.required("day")?.int(in: 1...31),
            let basis = value.required("basis", allowed: YamlValue.bothLanguages)?.phrase()
        else { return nil }
        return ReportFormat.Due(month: month, day: day, basis: basis)
    }

    private func section(_ value: YamlValue) -> ReportFormat.Section? {
        guard let map = value.map(keys: ["key", "zh", "en", "text"]), let name = map.name(),
            let key = map.required("key")?.string(limit: 40)
        else { return nil }
        let text = map["text"]?.string(limit: ReportTemplate.longest) ?? ""
        do {
            _ = try ReportTemplate(text)
        } catch {
            if case .invalid(let problems) = error, let problem = problems.first { map.refuse("text", problem.message) }
        }
        return ReportFormat.Section(key: key, name: name, text: text)
    }

    // MARK: Tables

    private func table(_ value: YamlValue) -> ReportFormat.Table? {
        let keys = ["key", "zh", "en", "note", "corner", "units", "columns", "rows"]
        guard let map = value.map(keys: keys), let name = map.name(),
            let key = map.required("key")?.string(limit: 40)
        else { return nil }
        let columns = (map.required("columns")?.list() ?? []).compactMap(column)
        let rows = (map.required("rows")?.list() ?? []).compactMap(row)
        let table = ReportFormat.Table(
            key: key,
            name: name,
            note: map["note"]?.phrase(limit: 600),
            corner: map["corner"]?.phrase() ?? Phrase(zh: "指标名称", en: "Figure"),
            showsUnits: map["units"]?.bool() ?? false,
            columns: columns,
            rows: rows
        )
        for (row, _) in table.labelled where row.figures.count > 1 && row.figures.count != table.leaves.count {
            map.refuse(
                "rows",
                Phrase(
                    zh: "「\(row.name.zh)」有\(row.figures.count)个指标，表有\(table.leaves.count)列",
                    en: "«\(row.name.en)» has \(row.figures.count) figures, and the table \(table.leaves.count) columns"
                )
            )
        }
        return table
    }

    private func column(_ value: YamlValue) -> ReportFormat.Column? {
        guard let map = value.map(keys: ["zh", "en", "scope", "applicant", "columns"]), let name = map.name() else {
            return nil
        }
        let scopes = FigureAsked.Scope.allCases.map(\.rawValue)
        let classes = Applicant.Class.allCases.map(\.rawValue)
        return ReportFormat.Column(
            name: name,
            scope: map["scope"]?.oneOf(scopes).flatMap(FigureAsked.Scope.init(rawValue:)) ?? .period,
            applicant: map["applicant"]?.oneOf(classes).flatMap(Applicant.Class.init(rawValue:)),
            below: (map["columns"]?.list() ?? []).compactMap(column)
        )
    }

    private func row(_ value: YamlValue) -> ReportFormat.Row? {
        guard let map = value.map(keys: ["zh", "en", "figure", "figures", "rows"]), let name = map.name() else {
            return nil
        }
        let one = map["figure"].map { [$0] } ?? map["figures"]?.list() ?? []
        return ReportFormat.Row(
            name: name,
            figures: one.compactMap(figure),
            below: (map["rows"]?.list() ?? []).compactMap(row)
        )
    }

    private func figure(_ value: YamlValue) -> FigureAsked? {
        guard let text = value.string(limit: 80) else { return nil }
        guard let asked = FigureAsked(text: text) else {
            value.refuse(Phrase(zh: "«\(text)» 不是指标", en: "«\(text)» is no figure"))
            return nil
        }
        return asked
    }

    private func chart(_ value: YamlValue) -> ReportFormat.Chart? {
        let kinds = ReportFormat.Chart.Kind.allCases.map(\.rawValue)
        guard let map = value.map(keys: ["key", "zh", "en", "kind", "figures", "back"]), let name = map.name(),
            let key = map.required("key")?.string(limit: 40),
            let kind = map.required("kind")?.oneOf(kinds).flatMap(ReportFormat.Chart.Kind.init(rawValue:))
        else { return nil }
        return ReportFormat.Chart(
            key: key,
            name: name,
            kind: kind,
            figures: (map.required("figures")?.list() ?? []).compactMap(figure),
            back: map["back"]?.int(in: 1...20) ?? 4
        )
    }

    /// Every table and chart that a text names is there, and none is there twice.
    private func refuseUnknownParts(of format: ReportFormat, _ map: YamlMap) {
        let parts = format.tables.map(\.key) + format.charts.map(\.key)
        for part in Set(parts) where parts.count(where: { $0 == part }) > 1 {
            map.refuse("tables", Phrase(zh: "「\(part)」重复", en: "«\(part)» stands twice"))
        }
        for section in format.sections {
            for part in (try? ReportTemplate(section.text))?.parts ?? [] where !parts.contains(part) {
                map.refuse(
                    "sections",
                    Phrase(
                        zh: "「\(section.name.zh)」引用的图表「\(part)」不存在",
                        en: "«\(section.name.en)» names a table or chart «\(part)» that does not exist"
                    )
                )
            }
        }
    }
}

/// Reads the rules of a format.
struct ReportRuleReading {
    private static let keys = [
        "key", "level", "kind", "zh", "en", "left", "right", "each", "table", "figure", "from", "plus", "minus",
        "section", "words", "units", "signed",
    ]
    private static let kinds = [
        "equal", "at-most", "classes", "carried", "continued", "filled", "stated", "quoted", "written", "typed",
    ]

    func rule(_ value: YamlValue) -> ReportRule? {
        let levels = ReportRule.Level.allCases.map(\.rawValue)
        guard let map = value.map(keys: Self.keys), let key = map.required("key")?.string(limit: 20),
            let zh = map.required("zh")?.string(limit: 300), let en = map.required("en")?.string(limit: 600),
            let level = map.required("level", allowed: KnownFields.list(levels))?.oneOf(levels)
                .flatMap(ReportRule.Level.init(rawValue:)),
            let kind = kind(map)
        else { return nil }
        return ReportRule(key: key, level: level, kind: kind, says: Phrase(zh: zh, en: en))
    }

    private func kind(_ map: YamlMap) -> ReportRule.Kind? {
        let allowed = ReportRule.Each.allCases.map(\.rawValue)
        let each = map["each"]?.oneOf(allowed).flatMap(ReportRule.Each.init(rawValue:)) ?? .one
        switch map.required("kind", allowed: KnownFields.list(Self.kinds))?.oneOf(Self.kinds) {
        case "equal": return .equal(texts(map, "left"), texts(map, "right"), each)
        case "at-most": return .atMost(texts(map, "left"), texts(map, "right"), each)
        case "classes": return text(map, "table").map { .classes(table: $0) }
        case "carried":
            guard let figure = text(map, "figure"), let from = text(map, "from") else { return nil }
            return .carried(figure, from: from, each)
        case "continued":
            guard let figure = text(map, "figure"), let plus = text(map, "plus") else { return nil }
            return .continued(figure, plus: plus, minus: map["minus"]?.string(limit: 80))
        case "filled":
            return text(map, "table").map { .filled(table: $0, isSigned: map["signed"]?.bool() ?? false) }
        case "stated":
            guard let figure = text(map, "figure"), let section = text(map, "section") else { return nil }
            return .stated(figure, section: section, words: texts(map, "words"))
        case "quoted": return text(map, "figure").map { .quoted($0, words: texts(map, "words")) }
        case "written": return text(map, "section").map { .written(section: $0) }
        case "typed": return .typed(units: texts(map, "units"))
        default: return nil
        }
    }

    private func text(_ map: YamlMap, _ key: String) -> String? { map.required(key)?.string(limit: 80) }

    private func texts(_ map: YamlMap, _ key: String) -> [String] {
        map.required(key)?.list()?.compactMap { $0.string(limit: 80) } ?? []
    }
}
