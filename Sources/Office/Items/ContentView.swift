import Disclosure
import Html
import Text
import Web

/// What a version says: what the public gets, and beside it what stays inside.
struct ContentView: Component {
    var content: ItemContent
    var duty: Duty
    var standing = Standing.toCome

    /// Whether the public sees it, as the heading says.
    enum Standing: Sendable, Hashable {
        /// Not signed yet.
        case toCome
        case isPublic
        /// It came down, or a newer version took its place.
        case wasPublic
        /// It is signed and for nobody outside.
        case filed

        /// Of a version of an item.
        init(of version: ID<Version>, in item: Item) {
            self =
                switch item.state {
                case .filed: .filed
                case .published where version == item.publicVersion: .isPublic
                case .withdrawn, .expired: version == item.publicVersion ? .wasPublic : .toCome
                default: .toCome
                }
        }

        var heading: Phrase {
            switch self {
            case .toCome, .filed: Phrase(zh: "公众将看到", en: "What the public will see")
            case .isPublic: Phrase(zh: "公众看到的内容", en: "What the public sees")
            case .wasPublic: Phrase(zh: "公众曾看到的内容", en: "What the public saw")
            }
        }
    }

    func html(in language: Language) -> HTML {
        let isProactive = content[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue
        let hidden = hiddenRows(language)
        let shown = PagePart(
            isProactive
                ? standing.heading
                : Phrase(zh: "内容（不主动公开）", en: "Content (not proactive)"),
            SummaryList(rows: shownRows(language)).html(in: language)
        ).html(in: language)
        let kept = PagePart(
            Phrase(zh: "不对外公开的内容", en: "What stays inside"),
            hidden.isEmpty ? .empty : SummaryList(rows: hidden).html(in: language)
        ).html(in: language)
        let heads = kept.isEmpty ? shown : "<div class=\"beside\">\(shown)\(kept)</div>"
        return "\(notice(isProactive, language))\(heads)\(tables(language))\(text(language))"
    }

    private func notice(_ isProactive: Bool, _ language: Language) -> HTML {
        guard !isProactive else { return .empty }
        return Notice(
            kind: .note,
            title: standing == .filed
                ? Phrase(zh: "已归档，不出现在网站上", en: "Filed; it does not appear on the site")
                : Phrase(zh: "签发后归档，不出现在网站上", en: "Signed, this is filed and does not appear on the site"),
            text: Phrase(zh: "公文属性不是“主动公开”。", en: "Its disclosure attribute is not “proactive”.")
        ).html(in: language)
    }

    private func shownRows(_ language: Language) -> [SummaryList.Row] {
        duty.allFields.compactMap { field in
            guard field.key != CommonFields.text, !field.isTable else { return nil }
            guard let shown = content[field.key].flatMap(field.publicText) else { return nil }
            return SummaryList.Row(label: field.name, value: value(shown, field, language))
        }
    }

    /// Fields that are never published, and what a mask hides.
    private func hiddenRows(_ language: Language) -> [SummaryList.Row] {
        duty.allFields.compactMap { field in
            guard let canonical = content[field.key], field.publicText(of: canonical) != canonical else { return nil }
            let isNever = field.publicText(of: canonical) == nil
            let tag = Tag(
                kind: .void,
                word: isNever ? Phrase(zh: "不公开", en: "not published") : Phrase(zh: "公开时遮盖", en: "masked in public")
            )
            return SummaryList.Row(
                label: field.name,
                value:
                    "<div class=\"tags\"><span>\(value(canonical, field, language))</span>\(tag.html(in: language))</div>"
            )
        }
    }

    private func value(_ canonical: String, _ field: Field, _ language: Language) -> HTML {
        HTML.lines(field.displayText(of: canonical, language: language), in: language)
    }

    private func tables(_ language: Language) -> HTML {
        duty.allFields.compactMap { field -> HTML? in
            guard case .table(let columns) = field.type else { return nil }
            guard let shown = content[field.key].flatMap(field.publicText) else { return nil }
            return DataTable(
                caption: field.name,
                columns: columns.map { .init(label: $0.name) },
                rows: TableInput.rows(shown).map { cells in
                    zip(columns, cells).map { column, cell in
                        cell.isEmpty ? .blank : .text(column.type.displayText(of: cell, language: language))
                    }
                },
                id: "table-\(field.key)"
            ).html(in: language)
        }.joined()
    }

    private func text(_ language: Language) -> HTML {
        guard let text = content[CommonFields.text] else { return .empty }
        let paragraphs = text.split(separator: "\n").map { Prose.Block.paragraph(String($0)) }
        return PagePart(
            Phrase(zh: "正文", en: "Text"),
            Prose(title: .none, blocks: paragraphs).html(in: language)
        ).html(in: language)
    }
}

extension Field {
    /// Whether the value has rows and columns.
    var isTable: Bool { if case .table = type { true } else { false } }
}
