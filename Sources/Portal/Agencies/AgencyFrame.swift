import Database
import Disclosure
import Html
import Text
import Web

/// What every page with the agency's navigation reads: the agency, its columns, and how many items stand in each.
struct AgencyFrame: Sendable {
    var agency: Agency
    var columns: [Column]
    /// By column path; a column counts what stands below it as well.
    var counts: [String: Int]

    /// - Throws: `Refusal.notFound` when there is no such agency.
    init(code: String, _ tx: any SQLConnection) throws {
        agency = try tx.agency(code)
        columns = try tx.agencies.columns(of: agency.id)
        let found = try tx.facets.counts(of: agency.id, key: FacetStore.Common.column, limit: 2_000)
        counts = Dictionary(found.map { ($0.value, $0.count) }, uniquingKeysWith: { first, _ in first })
    }

    func count(_ column: Column) -> Int { counts[column.path] ?? 0 }

    func children(of parent: Column?) -> [Column] { columns.filter { $0.parent == parent?.id } }

    /// The columns from the first level down to this one.
    func way(to column: Column) -> [Column] {
        var way = [column]
        while let parent = way.first?.parent, let above = columns.first(where: { $0.id == parent }), way.count < 4 {
            way.insert(above, at: 0)
        }
        return way
    }
}

extension AgencyFrame {
    /// Where in the platform a page stands.
    enum Spot: Hashable {
        case home, guide, catalogue, ask, figures, reports
        /// All columns, or one of them.
        case columns(String?)
    }

    /// The blocks of a disclosure platform under their prescribed names (国办公开办函〔2019〕61号), beside the page.
    func navigation(at spot: Spot, _ visit: Visit) -> HTML {
        let links = visit.links
        let language = visit.language
        var nodes: [ColumnTree.Node] = [
            .init(
                label: Phrase(zh: "政府信息公开指南", en: "Disclosure guide")[language],
                url: links.to("/\(agency.code)/guide"),
                isCurrent: spot == .guide
            )
        ]
        if let rules = rulesColumn { nodes.append(node(rules, at: spot, visit, isOpen: false)) }
        let isOpen = if case .columns = spot { true } else { false }
        nodes.append(
            .init(
                label: Phrase(zh: "法定主动公开内容", en: "What the law makes public")[language],
                url: links.to("/\(agency.code)/columns"),
                isCurrent: spot == .columns(nil),
                children: isOpen ? children(of: nil).map { node($0, at: spot, visit, isOpen: true) } : []
            )
        )
        nodes.append(
            .init(
                label: Phrase(zh: "政府信息公开目录", en: "Catalogue of duties")[language],
                url: links.to("/\(agency.code)/catalogue"),
                isCurrent: spot == .catalogue
            )
        )
        nodes.append(
            .init(
                label: ReportPages.name[language],
                url: links.to("/\(agency.code)/reports"),
                isCurrent: spot == .reports
            )
        )
        nodes.append(
            .init(
                label: Phrase(zh: "依申请公开", en: "Ask for information")[language],
                url: links.to("/\(agency.code)/ask/request")
            )
        )
        nodes.append(
            .init(
                label: Phrase(zh: "提诉求、查进度", en: "Tell us, follow a case")[language],
                url: links.to("/\(agency.code)/ask"),
                isCurrent: spot == .ask
            )
        )
        nodes.append(
            .init(
                label: FigurePages.title[language],
                url: links.to("/\(agency.code)/figures"),
                isCurrent: spot == .figures
            )
        )
        let tree = ColumnTree(title: Phrase(zh: "政府信息公开", en: "Open information"), nodes: nodes)
        return tree.html(in: language)
    }

    /// A column as a branch; what lies below it shows only on the way to the page.
    private func node(_ column: Column, at spot: Spot, _ visit: Visit, isOpen: Bool) -> ColumnTree.Node {
        var isOnTheWay = false
        if case .columns(let path?) = spot { isOnTheWay = path == column.path || path.hasPrefix(column.path + "/") }
        return .init(
            label: column.name[visit.language],
            url: visit.links.column(agency.code, column.path),
            count: count(column),
            isCurrent: spot == .columns(column.path),
            children: isOpen && isOnTheWay ? children(of: column).map { node($0, at: spot, visit, isOpen: true) } : []
        )
    }

    /// 政府信息公开制度, where the agency keeps a column for it.
    private var rulesColumn: Column? { columns.first { $0.name.zh.contains("公开制度") } }

    /// 政府信息公开年报, where the agency keeps a column for it.
    var reportColumn: Column? {
        columns.first { $0.name.zh.contains("公开") && ($0.name.zh.contains("年报") || $0.name.zh.contains("年度报告")) }
    }
}

extension SQLConnection {
    /// The agency of a public address.
    func agency(_ code: String) throws -> Agency {
        guard let agency = try agencies.find(code: code) else { throw Refusal.notFound }
        return agency
    }
}
