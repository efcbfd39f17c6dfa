import Civil
import Database
import Disclosure
import Html
import Text
import Web

/// What the audit trail is asked for, as typed and as understood.
struct AuditSearch: Sendable {
    var filter: AuditFilter
    /// Something was asked for that is not there: no line can fit.
    var isHopeless = false

    /// - Parameter form: the fields `person`, `item`, `act`, `from` and `to`; an item by its number of any kind.
    init(_ form: FormFields, _ agency: ID<Agency>, _ tx: any SQLConnection) throws {
        filter = AuditFilter()
        let person = form.text("person")
        if !person.isEmpty { filter.person = ID(person) }
        let act = form.text("act")
        if !act.isEmpty { filter.act = act }
        filter.from = CivilDate(form.text("from")).map(Instant.start)
        filter.to = CivilDate(form.text("to")).map(Instant.end)
        let item = form.text("item")
        guard !item.isEmpty else { return }
        if let found = try tx.items.known(as: item, in: agency) {
            filter.subject = found.text
        } else {
            isHopeless = true
        }
    }
}

/// The ways to narrow the audit trail; a form by address, so that a search can be kept and sent.
struct AuditSearchForm {
    var visit: Visit
    var search: AuditSearch
    var people: [Person]

    private static let keys = ["person", "item", "act", "from", "to"]

    func html(in language: Language) -> HTML {
        let fields = fields.map { field in
            field.html(in: language, value: .text(visit.query.text(field.key)))
        }.joined()
        return """
            <form class="filter" action="\(url: visit.links.office("/audit"))" method="get">\(fields)\
            <div class="buttons">\
            \(Button(act: Phrase(zh: "查找", en: "Search"), weight: .second).html(in: language))</div></form>\
            \(export(language))
            """
    }

    private var fields: [FormField] {
        [
            FormField(
                key: "person",
                label: Phrase(zh: "人员", en: "Person"),
                control: .select(people.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) })
            ),
            FormField(
                key: "item",
                label: Phrase(zh: "信息的编号", en: "Number of an item"),
                hint: Phrase(zh: "索引号、公开日志编号或网址中的编号", en: "Index number, number in the log, or the id in its address"),
                control: .text(TextEntry(longest: 100))
            ),
            FormField(
                key: "act",
                label: Phrase(zh: "行为", en: "Act"),
                control: .select(AuditWords.known.map { FieldChoice(value: $0.act, label: $0.words) })
            ),
            FormField(key: "from", label: Phrase(zh: "从", en: "From"), control: .date),
            FormField(key: "to", label: Phrase(zh: "到", en: "To"), control: .date),
        ]
    }

    /// The same search as a file for the inspector.
    private func export(_ language: Language) -> HTML {
        let hidden = Self.keys.map { HiddenField(name: $0, value: visit.query.text($0)) }
        let hint = Phrase(zh: "导出本身也记入审计记录。", en: "The export itself is recorded in the trail.")
        return """
            <form action="\(url: visit.links.office("/audit/export"))" method="post">\
            \(visit.formToken.html(in: language))\(hidden.html(in: language))<div class="buttons">\
            \(Button(act: Phrase(zh: "导出查到的记录（CSV）", en: "Export what was found (CSV)"), weight: .second).html(in: language))\
            <span class="quiet">\(hint[language])</span></div></form>
            """
    }

    func nothing(in language: Language) -> HTML {
        EmptyState(
            whatWouldBeHere: Phrase(zh: "没有符合条件的记录", en: "Nothing fits"),
            howItGetsHere: Phrase(zh: "放宽条件再找。", en: "Take a condition away and look again.")
        ).html(in: language)
    }
}
