import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 政府信息公开目录: every duty in the columns of the national standard table, with the way to what was published.
enum CataloguePage {
    /// Answers `/{agency}/catalogue`.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let (frame, counts) = try await visit.app.database.read { tx in
            let frame = try AgencyFrame(code: code, tx)
            return (frame, try tx.facets.counts(of: frame.agency.id, key: FacetStore.Common.duty, limit: 1_000))
        }
        let language = visit.language
        let title = Phrase(zh: "政府信息公开目录", en: "Catalogue of duties")[language]
        let count = visit.app.catalogue.duties.count
        let lead = Phrase(
            zh: "本机关应当公开的 \(count) 个事项，按《安全生产领域基层政务公开标准目录》的栏次列出；标“自设”的是标准目录以外的事项。",
            en:
                "The \(count) things that must be public, in the columns of the national standard catalogue (标准目录) for work safety; “own” marks those that it does not have."
        )
        var layout = PortalLayout(
            visit: visit,
            agency: frame.agency,
            title: title,
            heading: .withLead(title, lead[language]),
            entrance: .catalogue,
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: frame.agency.name[language], url: visit.links.agency(frame.agency.code))],
                current: title
            )
        )
        layout.column = PortalLayout.ColumnTags(
            name: "政府信息公开目录",
            description: "\(frame.agency.name.zh)应当公开的全部事项",
            keywords: visit.app.catalogue.matters.map(\.name.zh)
        )
        let published = Dictionary(counts.map { ($0.value, $0.count) }, uniquingKeysWith: { first, _ in first })
        let tables = CatalogueTables(frame: frame, published: published).html(visit)
        return layout.page("<div class=\"catalogue life\">\(tables)</div>")
    }
}

/// A table for each matter.
struct CatalogueTables: Sendable {
    var frame: AgencyFrame
    /// How many items are public under each duty.
    var published: [String: Int]

    func html(_ visit: Visit) -> HTML {
        let catalogue = visit.app.catalogue
        let listing = CatalogueListing(catalogue, language: visit.language)
        let rows = Dictionary(listing.rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let matters = catalogue.matters.map { matter in
            (matter, catalogue.duties(of: matter))
        }.filter { !$0.1.isEmpty }
        let entries = matters.map { matter, duties -> HTML in
            """
            <li><a class="reach" href="#\(matter.code)">\(matter.name[visit.language])</a>\
            <span class="quiet number"> \(duties.count)</span></li>
            """
        }
        let tables = matters.map { matter, duties -> HTML in
            "<section id=\"\(matter.code)\">\(table(matter, duties, rows, visit).html(in: visit.language))</section>"
        }
        return """
            <nav aria-label="\(Phrase(zh: "事项类别", en: "Matters")[visit.language])"><ul class="meta">\(entries)</ul></nav>\(tables)
            """
    }

    private func table(
        _ matter: Duty.Matter,
        _ duties: [Duty],
        _ rows: [String: CatalogueListing.Row],
        _ visit: Visit
    ) -> DataTable {
        // The matter is the caption, so its column would say the same on every line.
        let shown = CatalogueListing.columns.indices.filter { $0 != 1 }
        let columns = shown.map { index in
            DataTable.Column(label: CatalogueListing.columns[index], isNumber: index == 0)
        }
        return DataTable(
            caption: matter.name,
            columns: columns + [.init(label: Phrase(zh: "已公开", en: "Published"), isNumber: true)],
            rows: duties.compactMap { duty in
                guard let row = rows[duty.code] else { return nil }
                let cells = shown.map { index -> DataTable.Cell in
                    index == 2 ? .markup(name(duty, visit)) : .text(row.cells[index])
                }
                return cells + [count(duty, visit)]
            },
            id: "matter-\(matter.code)"
        )
    }

    private func name(_ duty: Duty, _ visit: Visit) -> HTML {
        let language = visit.language
        let mark: Phrase? =
            if !duty.isStandard {
                Phrase(zh: "自设", en: "own")
            } else if !duty.isVerified {
                Phrase(zh: "未核对原文", en: "not checked against the original")
            } else {
                nil
            }
        return """
            \(HTML.record(duty.name[language], in: language))\
            \(optional: mark.map { "<br><span class=\"small quiet\">\($0[language])</span>" })
            """
    }

    private func count(_ duty: Duty, _ visit: Visit) -> DataTable.Cell {
        guard let count = published[duty.code], count > 0 else { return .blank }
        let url = visit.links.to("/\(frame.agency.code)/columns?facet.duty=\(queryEncoded(duty.code))")
        return .link(count.grouped(in: visit.language), url: url)
    }
}
