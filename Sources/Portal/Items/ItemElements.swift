import Civil
import Disclosure
import Html
import Text
import Web

/// The content elements (要素) of an item besides its text: short ones as a list, long ones and tables on their own.
struct ItemElements: Sendable {
    let reading: ItemReading
    private let shown: [(field: Field, value: String)]

    init(_ reading: ItemReading) {
        self.reading = reading
        shown = Self.shown(of: reading)
    }

    /// What stands in the header, in the text or in a notice already.
    private static let shownElsewhere: Set<String> = [
        CommonFields.title, CommonFields.formedOn, CommonFields.documentNumber, CommonFields.issuer,
        CommonFields.origin,
        CommonFields.source, CommonFields.publisher, CommonFields.publisherLink, CommonFields.disclosure,
        CommonFields.text, "validity",
    ]

    private static func shown(of reading: ItemReading) -> [(field: Field, value: String)] {
        let hasText = reading.content[CommonFields.text] != nil
        return reading.fields.compactMap { field in
            guard let value = reading.content[field.key], !shownElsewhere.contains(field.key) else { return nil }
            // The summary repeats the beginning of a text.
            if field.key == CommonFields.summary, hasText { return nil }
            // Files stand in their own list.
            if field.type == .attachment { return nil }
            return (field, value)
        }
    }

    func html(_ visit: Visit) -> HTML {
        let language = visit.language
        var facts: [SummaryList.Row] = []
        var blocks: [HTML] = []
        for (field, value) in shown {
            switch field.type {
            case .longText:
                let prose = Prose(title: .none, blocks: DocumentText.paragraphs(of: value))
                blocks.append(
                    "<section class=\"block\"><h2>\(field.name[language])</h2>\(prose.html(in: language))</section>"
                )
            case .table(let columns):
                blocks.append(table(field, columns, value).html(in: language))
            case .item where reading.related[value] != nil: continue
            default:
                facts.append(SummaryList.Row(label: field.name, value: markup(of: value, field, language)))
            }
        }
        let list: HTML =
            facts.isEmpty
            ? .empty
            : """
            <section class="block"><h2>\(heading[language])</h2>\(SummaryList(rows: facts).html(in: language))</section>
            """
        return ([list] + blocks).filter { !$0.isEmpty }.joined(by: "\n")
    }

    private func markup(of value: String, _ field: Field, _ language: Language) -> HTML {
        switch field.type {
        case .link: "<a href=\"\(url: value)\" rel=\"external\">\(value)</a>"
        case .integer, .money, .creditCode:
            "<span class=\"number\">\(field.displayText(of: value, language: language))</span>"
        default: HTML.record(field.displayText(of: value, language: language), in: language)
        }
    }

    private func table(_ field: Field, _ columns: [FieldType.Column], _ value: String) -> FieldTableView {
        FieldTableView(field: field, columns: columns, rows: TableInput.rows(value))
    }

    /// Items that fields refer to, and items that speak of this one.
    func related(_ visit: Visit) -> RelatedItems {
        let named = shown.compactMap { field, value -> RelatedItems.Relation? in
            guard case .item = field.type, let item = reading.related[value] else { return nil }
            return Self.relation(field.name, item, reading.agency, visit)
        }
        let back = Self.relations(reading.bonds, reading.agency, visit).relations
        return RelatedItems(relations: changes(visit) + named + back)
    }

    /// The ways back: from a document to its interpretation, from a draft to its outcome.
    static func relations(_ bonds: [Bond], _ agency: Agency, _ visit: Visit) -> RelatedItems {
        RelatedItems(relations: bonds.compactMap { relation($0.kind.name, $0.item, agency, visit) })
    }

    private static func relation(
        _ kind: Phrase,
        _ item: Item,
        _ agency: Agency,
        _ visit: Visit
    ) -> RelatedItems.Relation? {
        item.leafID.map { leafID in
            RelatedItems.Relation(
                kind: kind,
                title: item.title,
                url: visit.links.item(agency.code, leafID),
                date: item.publishedAt?.date
            )
        }
    }

    /// What amends or repeals this item, and what it amends or repeals itself (有效性 with links both ways).
    private func changes(_ visit: Visit) -> [RelatedItems.Relation] {
        reading.relations.compactMap { relation, other in
            guard let leafID = other.leafID else { return nil }
            return RelatedItems.Relation(
                kind: relation.kind.words(isTarget: relation.target == reading.item.id),
                title: other.title,
                url: visit.links.item(reading.agency.code, leafID),
                date: relation.since
            )
        }
    }

    private var heading: Phrase { Phrase(zh: "要素", en: "Particulars") }
}

extension Bond.Kind {
    var name: Phrase {
        switch self {
        case .interpretation: Phrase(zh: "政策解读", en: "Interpretation")
        case .outcome: Phrase(zh: "意见征集结果", en: "Outcome of comments")
        }
    }
}

/// A table field as a table.
private struct FieldTableView: Component {
    var field: Field
    var columns: [FieldType.Column]
    var rows: [[String]]

    func html(in language: Language) -> HTML {
        DataTable(
            caption: field.name,
            columns: columns.map { DataTable.Column(label: $0.name, isNumber: isNumber($0)) },
            rows: rows.map { cells in
                zip(columns, cells).map { column, cell in
                    cell.isEmpty ? .blank : .text(column.type.displayText(of: cell, language: language))
                }
            },
            id: "table-\(field.key)"
        ).html(in: language)
    }

    private func isNumber(_ column: FieldType.Column) -> Bool {
        switch column.type {
        case .integer, .money: true
        default: false
        }
    }
}

extension ItemRelation.Kind {
    /// What an item does to another, from the side of either.
    fileprivate func words(isTarget: Bool) -> Phrase {
        switch (self, isTarget) {
        case (.amends, true): Phrase(zh: "被修改", en: "Amended by")
        case (.amends, false): Phrase(zh: "修改", en: "Amends")
        case (.repeals, true): Phrase(zh: "被废止", en: "Repealed by")
        case (.repeals, false): Phrase(zh: "废止", en: "Repeals")
        case (.supersedes, true): Phrase(zh: "被代替", en: "Superseded by")
        case (.supersedes, false): Phrase(zh: "代替", en: "Supersedes")
        }
    }
}
