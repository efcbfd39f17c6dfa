import Civil
import Database
import Disclosure
import Documents
import Hummingbird
import Text
import Web

/// The newest items of an agency, or of one of its columns, as a feed.
enum FeedPage {
    static let entryLimit = 50
    private static let summaryLimit = 200

    /// Answers `/{agency}/feed`, or `?column=` with the path of a column.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let path = visit.query.text("column")
        let (agency, column, items, versions) = try await visit.app.database.read { tx in
            let agency = try tx.agency(code)
            let column = path.isEmpty ? nil : try tx.agencies.column(of: agency.id, path: path)
            guard path.isEmpty || column != nil else { throw Refusal.notFound }
            let choices = column.map { [FacetStore.Choice(key: FacetStore.Common.column, value: $0.path)] } ?? []
            let items = try tx.facets.stretch(of: agency.id, having: choices, before: nil, limit: entryLimit).items
            return (agency, column, items, try tx.items.versions(items.compactMap(\.publicVersion)))
        }
        let settings = visit.app.settings
        let catalogue = visit.app.catalogue
        let feed = AtomFeed(
            publicURL: settings.publicURL,
            domain: SiteDomain.of(settings.publicURL),
            title: [agency.name.zh, column?.name.zh ?? "政府信息公开"].joined(separator: " "),
            author: agency.name.zh,
            path: column.map { "/\(code)/columns/\($0.path)" } ?? "/\(code)",
            ownPath: column.map { "/\(code)/feed?column=\(queryEncoded($0.path))" } ?? "/\(code)/feed",
            since: agency.createdAt.date,
            updated: items.compactMap(\.publishedAt).max() ?? agency.createdAt,
            entries: items.compactMap { item in
                guard let leafID = item.leafID, let published = item.publishedAt else { return nil }
                let duty = catalogue.duty(item.duty)
                let version = item.publicVersion.flatMap { versions[$0] }
                let content = version.map { duty?.publicContent(of: $0.content) ?? ItemContent() }
                let files = version.flatMap { version in duty.map { version.publicAttachments(of: $0) } } ?? []
                return AtomFeed.Entry(
                    path: "/\(code)/items/\(leafID)",
                    title: item.title,
                    published: published,
                    category: (item.duty, duty?.name.zh ?? item.duty),
                    summary: summary(of: content),
                    files: files.map { file in
                        AtomFeed.File(
                            path: visit.links.file(code, leafID, file.name),
                            mediaType: DocumentKind(fileName: file.name)?.mediaType ?? "application/octet-stream",
                            size: file.size,
                            name: file.name
                        )
                    }
                )
            }
        )
        return .bytes(feed.xml, type: "application/atom+xml; charset=utf-8").hiddenFromSearch(agency.isDemonstration)
    }

    /// 内容概述, or the beginning of the text.
    private static func summary(of content: ItemContent?) -> String {
        let text = content?[CommonFields.summary] ?? content?[CommonFields.text] ?? ""
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= summaryLimit ? line : line.prefix(summaryLimit) + "…"
    }
}
