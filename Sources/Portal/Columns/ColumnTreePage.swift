import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 法定主动公开内容: every column with its count; an empty one says what would be here and when.
enum ColumnTreePage {
    static let title = Phrase(zh: "法定主动公开内容", en: "What the law makes public")

    /// Answers `/{agency}/columns`; with a facet or `list=all`, the list of everything.
    static func show(_ visit: Visit) async throws -> Response {
        if visit.query["list"] == "all" || visit.query.fields.contains(where: { $0.name.hasPrefix(FacetQuery.prefix) })
        {
            return try await ColumnPage.showAll(visit)
        }
        let code = try visit.parameter("agency")
        let frame = try await visit.app.database.read { try AgencyFrame(code: code, $0) }
        let language = visit.language
        let agency = frame.agency
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title[language],
            heading: .withLead(title[language], lead(frame)[language]),
            entrance: .columns,
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: agency.name[language], url: visit.links.agency(agency.code))],
                current: title[language]
            )
        )
        layout.column = PortalLayout.ColumnTags(
            name: title.zh,
            description: "\(agency.name.zh)依法主动公开的全部栏目",
            keywords: frame.children(of: nil).map(\.name.zh)
        )
        layout.beside = frame.navigation(at: .columns(nil), visit)
        return layout.page(view(frame, visit))
    }

    private static func lead(_ frame: AgencyFrame) -> Phrase {
        let filled = frame.columns.filter { frame.count($0) > 0 }.count
        return Phrase(
            zh: "共 \(frame.columns.count) 个栏目，其中 \(filled) 个已有信息。栏目旁的数字是其中的信息条数，含下级栏目。",
            en:
                "\(frame.columns.count) columns, \(filled) of them with items. The number beside a column counts its items, those below it included."
        )
    }

    private static func view(_ frame: AgencyFrame, _ visit: Visit) -> HTML {
        let sections = frame.children(of: nil).map { top -> HTML in
            let children = frame.children(of: top)
            let rows = ColumnRows(columns: children.isEmpty ? [top] : children, frame: frame)
            return """
                <section><h2><a href="\(url: visit.links.column(frame.agency.code, top.path))">\
                \(HTML.record(top.name[visit.language], in: visit.language))</a></h2>\(rows.html(visit))</section>
                """
        }
        guard !sections.isEmpty else {
            return EmptyState(
                whatWouldBeHere: Phrase(zh: "这里会列出本机关的公开栏目", en: "The agency's columns would be here"),
                howItGetsHere: Phrase(zh: "机关管理员设置栏目后显示。", en: "They appear once its administrator has set them up.")
            ).html(in: visit.language)
        }
        return "<div class=\"halves\">\(sections)</div>"
    }
}

/// Columns as rows: how many items, the name, and what is below or what would be here.
struct ColumnRows: Sendable {
    var columns: [Column]
    var frame: AgencyFrame

    func html(_ visit: Visit) -> HTML {
        "<ul class=\"entries ruled\">\(columns.map { row($0, visit) })</ul>"
    }

    private func row(_ column: Column, _ visit: Visit) -> HTML {
        let language = visit.language
        let count = frame.count(column)
        return """
            <li><a href="\(url: visit.links.column(frame.agency.code, column.path))">\
            \(HTML.record(column.name[language], in: language))</a>\
            <span class="quiet small number">\(ColumnCount.words(count)[language])</span>\(note(column, count, visit))</li>
            """
    }

    private func note(_ column: Column, _ count: Int, _ visit: Visit) -> HTML {
        let language = visit.language
        let below = frame.children(of: column)
        if !below.isEmpty {
            let separator = language == .zh ? "、" : ", "
            return "<div class=\"meta\">\(below.map { $0.name[language] }.joined(separator: separator))</div>"
        }
        guard count == 0 else { return .empty }
        let promise = ColumnPromise(frame.duties(in: column, visit.app.catalogue))
        guard let what = promise.what else { return .empty }
        let when = promise.when.map { Phrase(zh: "，\($0.zh)公开", en: ", \($0.en)") }
        return """
            <div class="meta"><span>\(wouldBe[language])\(what[language])\(when?[language] ?? "")</span></div>
            """
    }

    private var wouldBe: Phrase { Phrase(zh: "这里会公开", en: "Published here: ") }
}

/// How many items a column has, in words.
enum ColumnCount {
    static func words(_ count: Int) -> Phrase {
        if count == 0 { return Phrase(zh: "还没有信息", en: "Nothing so far") }
        return Phrase(
            zh: "\(count.grouped(in: .zh)) 条",
            en: count == 1 ? "1 item" : "\(count.grouped(in: .en)) items"
        )
    }
}
