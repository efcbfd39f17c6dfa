import Disclosure
import Html
import Text
import Web

/// Everything that was ever done to an item, from the audit trail; oldest first.
struct ItemHistory: Component {
    var reading: ItemReading

    func html(in language: Language) -> HTML {
        let table = DataTable(
            caption: Phrase(zh: "办理记录", en: "What was done"),
            columns: [
                .init(label: Phrase(zh: "时间", en: "When")), .init(label: Phrase(zh: "人员", en: "Who")),
                .init(label: Phrase(zh: "行为", en: "What")), .init(label: Phrase(zh: "说明", en: "More")),
            ],
            rows: reading.entries.map { entry in
                let detail = AuditWords.detail(entry)[language]
                return [
                    .markup(entry.at.element(in: language)),
                    .text(doer(of: entry, language)),
                    .text(AuditWords.act(entry)[language]),
                    detail.isEmpty ? .blank : .text(detail),
                ]
            },
            id: "history-table"
        ).html(in: language)
        let summary = Phrase(zh: "办理记录（\(reading.entries.count) 条）", en: "What was done (\(reading.entries.count))")
        return "<details><summary>\(summary[language])</summary>\(table)</details>"
    }

    private func doer(of entry: AuditEntry, _ language: Language) -> String {
        let name = reading.name(of: entry.person)
        guard let giver = entry.forPerson.map({ reading.name(of: $0) }) else { return name }
        return language == .zh ? "\(name)（代\(giver)）" : "\(name) (for \(giver))"
    }
}
