import Civil
import Disclosure
import Html
import Text
import Web

/// The content elements (要素) of an item besides its text: short ones as a list, long ones and tables on their own.
struct ItemElements: Sendable {
    var reading: ItemReading

    init(_ reading: ItemReading) { self.reading = reading }

    /// What stands in the header, in the text or in a notice already.
    private static let shownElsewhere: Set<String> = [
        CommonFields.title, CommonFields.formedOn, CommonFields.documentNumber, CommonFields.issuer,
        CommonFields.origin,
        CommonFields.source, CommonFields.publisher, CommonFields.publisherLink, CommonFields.disclosure,
        CommonFields.text, "validity",
    ]

    private var shown: [(field: Field, value: String)] {
        let hasText = reading.content[CommonFields.text] != nil
        return reading.fields.compactMap { field in
            guard !Self.shownElsewhere.contains(field.key), let value = reading.content[field.key] else { return nil }
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

    /// Items that fields refer to.
    func related(_ visit: Visit) -> RelatedItems {
        RelatedItems(
            relations: shown.compactMap { field, value in
                guard case .item = field.type, let item = reading.related[value], let leafID = item.leafID else {
                    return nil
                }
                return RelatedItems.Relation(
                    kind: field.name,
                    title: item.title,
                    url: visit.links.item(reading.agency.code, leafID),
                    date: item.publishedAt?.date
                )
            }
        )
    }

    private var heading: Phrase { Phrase(zh: "要素", en: "Particulars") }
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
