import Civil
import Text

/// Reads one time limit: exactly one length, the date field that starts it, and its legal basis.
struct LimitReading {
    static let lengths = ["working-days", "calendar-days", "hours", "same-day", "yearly", "quarterly"]
    static let keys = lengths + ["from", "law", "article", "when", "is"]
    static let allowed = Phrase(
        zh: "时限的列表，各写 \(lengths.joined(separator: "、")) 之一",
        en: "a list of limits, each with one of \(lengths.joined(separator: ", "))"
    )

    let map: YamlMap
    let known: KnownFields

    func limit(basis: (YamlMap) -> Duty.LegalBasis?) -> DutyLimit? {
        let given = Self.lengths.filter { map[$0] != nil }
        guard given.count == 1, let key = given.first, let value = map[key] else {
            let allowed = Phrase(
                zh: Self.lengths.joined(separator: "、") + " 之一",
                en: "one of " + Self.lengths.joined(separator: ", ")
            )
            let what = Phrase(zh: "时限须写且只写一种", en: "a limit has exactly one length")
            map.refuse(given.dropFirst().first ?? "limits", what, allowed: allowed)
            return nil
        }
        guard let length = length(of: key, value), let law = basis(map) else { return nil }
        let isPeriodic = key == "yearly" || key == "quarterly"
        if isPeriodic, map["from"] != nil {
            let what = Phrase(zh: "定期时限没有起算字段", en: "a periodic limit starts from no field")
            map.refuse("from", what, allowed: Phrase(zh: "不写", en: "left out"))
            return nil
        }
        var from = ""
        if !isPeriodic {
            guard let field = map.required("from", allowed: known.momentNames)?.moment(in: known) else { return nil }
            from = field
        }
        guard map["when"] != nil || map["is"] != nil else { return DutyLimit(length: length, from: from, basis: law) }
        guard let condition = map.condition(in: known) else { return nil }
        return DutyLimit(length: length, from: from, basis: law, condition: condition)
    }

    private func length(of key: String, _ value: YamlValue) -> DutyLimit.Length? {
        switch key {
        case "working-days": value.int(in: 1...365).map { .workingDays($0) }
        case "calendar-days": value.int(in: 1...3660).map { .calendarDays($0) }
        case "hours": value.int(in: 1...720).map { .hours($0) }
        case "quarterly": value.int(in: 1...28).map { .quarterly(day: $0) }
        case "same-day": sameDay(value)
        default: yearly(value)
        }
    }

    private func sameDay(_ value: YamlValue) -> DutyLimit.Length? {
        value.oneOf(["true"]).map { _ in .sameDay }
    }

    private func yearly(_ value: YamlValue) -> DutyLimit.Length? {
        guard let text = value.string(limit: 5) else { return nil }
        guard let date = CivilDate("2000-" + text), text.utf8.count == 5, text != "02-29" else {
            let what = Phrase(zh: "«\(text)» 不是每年都有的月日", en: "«\(text)» is no month and day of every year")
            value.refuse(what, allowed: Phrase(zh: "例如 \"01-31\"", en: "such as \"01-31\""))
            return nil
        }
        return .yearly(month: date.month, day: date.day)
    }
}
