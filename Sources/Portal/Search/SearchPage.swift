import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Full-text search, newest first: every word and every character that was typed must stand in title or text.
enum SearchPage {
    static let pageSize = 20

    struct Content: Sendable {
        /// Nil for the search over all agencies.
        var agency: Agency?
        var agencies: [ID<Agency>: Agency]
        var host: Agency?
        var isDemonstration: Bool
        /// Nil when nothing was typed that can be searched for.
        var query: SearchQuery?
        var stretch: ItemStretch
        var versions: [ID<Version>: Version]
        /// Up to the cap of `SearchStore` and one more.
        var count: Int
    }

    /// Answers `/{agency}/search?q=`.
    static func showAgency(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        return try await show(visit, agency: code)
    }

    /// `/search?q=`: over all agencies.
    static func showAll(_ visit: Visit) async throws -> Response { try await show(visit, agency: nil) }

    private static func show(_ visit: Visit, agency code: String?) async throws -> Response {
        let query = SearchQuery(visit.query.text("q"))
        let before = visit.query["before"].flatMap { Int64($0) }
        let content = try await visit.app.database.read { tx in
            let agency = try code.map { try tx.agency($0) }
            let all = try agency.map { [$0] } ?? tx.agencies.all()
            var content = Content(
                agency: agency,
                agencies: Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
                host: agency ?? all.siteHost,
                isDemonstration: all.areDemonstrations,
                query: query,
                stretch: ItemStretch(items: [], newer: .none, older: nil),
                versions: [:],
                count: 0
            )
            guard let query else { return content }
            content.stretch = try tx.search.stretch(matching: query, in: agency, before: before, limit: pageSize)
            content.versions = try tx.items.versions(content.stretch.items.compactMap(\.publicVersion))
            content.count = try tx.search.count(of: query, in: agency)
            return content
        }
        return view(content, visit)
    }

    private static func view(_ content: Content, _ visit: Visit) -> Response {
        let language = visit.language
        let typed = visit.query.text("q")
        let title =
            content.query == nil
            ? Phrase(zh: "搜索", en: "Search")
            : Phrase(zh: "搜索：\(typed)", en: "Search: \(typed)")
        var layout = PortalLayout(visit: visit, agency: content.agency, title: title[language])
        layout.host = content.host
        layout.query = typed
        layout.isHiddenFromSearch = true
        layout.isDemonstration = content.isDemonstration
        if let agency = content.agency {
            layout.breadcrumbs = Breadcrumbs(
                steps: [.init(label: agency.name[language], url: visit.links.agency(agency.code))],
                current: Phrase(zh: "搜索", en: "Search")[language]
            )
        }
        return layout.page(SearchResults(content: content, typed: typed).html(visit))
    }
}

/// What a search found, or what to try when it found nothing.
struct SearchResults: Sendable {
    var content: SearchPage.Content
    var typed: String

    func html(_ visit: Visit) -> HTML {
        let language = visit.language
        guard let query = content.query else { return nothingTyped.html(in: language) }
        let cut: HTML = query.isCut ? cutNotice.html(in: language) : .empty
        guard content.count > 0 else { return "\(cut)\(nothingFound(visit).html(in: language))" }
        return """
            \(cut)<section><h2 class="unseen">\(Phrase(zh: "搜索结果", en: "What was found")[language])</h2>\
            <p class="found" role="status">\(count[language])</p>\
            \(SearchHits(hits: content.stretch.items.compactMap { hit($0, query, visit) }).html(in: language))\
            \(pager(visit).html(in: language))</section>
            """
    }

    private func hit(_ item: Item, _ query: SearchQuery, _ visit: Visit) -> SearchHit? {
        guard let agency = content.agencies[item.agency], let leafID = item.leafID, let published = item.publishedAt,
            let version = item.publicVersion.flatMap({ content.versions[$0] })
        else { return nil }
        let language = visit.language
        let duty = visit.app.catalogue.duty(item.duty)
        let body = duty.map { version.searchText(of: $0).body } ?? ""
        // Over all agencies a hit says whose it is.
        let owner =
            content.agency == nil
            ? agency.name[language] + (agency.isDemonstration ? demonstration[language] : "") : nil
        let dutyName = visit.app.catalogue.dutyName(item.duty, language)
        return SearchHit(
            title: parts(item.title, query, limit: 200),
            url: visit.links.item(agency.code, leafID),
            snippet: parts(body, query, limit: 120),
            date: published.date,
            number: version.content[CommonFields.documentNumber],
            duty: [owner, dutyName].compactMap { $0 }.joined(separator: " · ")
        )
    }

    private func parts(_ text: String, _ query: SearchQuery, limit: Int) -> [SearchHit.Part] {
        Snippet.pieces(of: text, for: query, characters: limit).map { SearchHit.Part($0.text, isMarked: $0.isHit) }
    }

    private func pager(_ visit: Visit) -> Pager {
        let base = content.agency.map { visit.links.search($0.code) } ?? visit.links.to("/search")
        let url = "\(base)?q=\(queryEncoded(typed))"
        let newer: String? =
            switch content.stretch.newer {
            case .none: nil
            case .start: url
            case .before(let index): "\(url)&before=\(index)"
            }
        return Pager(newer: newer, older: content.stretch.older.map { "\(url)&before=\($0)" })
    }

    private var count: Phrase {
        if content.count > SearchStore.countLimit {
            return Phrase(zh: "超过 1 万条，最新的在前", en: "More than 10,000, newest first")
        }
        let zh = content.count.grouped(in: .zh)
        let en = content.count.grouped(in: .en)
        return Phrase(zh: "共 \(zh) 条，最新的在前", en: content.count == 1 ? "1 found" : "\(en) found, newest first")
    }

    private var nothingTyped: EmptyState {
        EmptyState(
            whatWouldBeHere: typed.isEmpty
                ? Phrase(zh: "请在上方输入要找的字词", en: "Type what you are looking for in the field above")
                : Phrase(zh: "您输入的内容里没有可以搜索的字词", en: "There is nothing in what you typed that can be searched for"),
            howItGetsHere: Phrase(
                zh: "可以输入标题或正文里的字词、发文字号、企业名称；几个词之间用空格隔开，须同时出现；整句加引号。",
                en:
                    "Use words of the title or text, a document number, or an enterprise's name. Several words must all occur; put a phrase in quotation marks."
            )
        )
    }

    private func nothingFound(_ visit: Visit) -> EmptyState {
        EmptyState(
            whatWouldBeHere: Phrase(zh: "没有找到“\(typed)”", en: "Nothing was found for “\(typed)”"),
            howItGetsHere: Phrase(
                zh: "请少输几个字，或换一种说法；发文字号可以只输数字。信息公开以后立即可以搜到。",
                en:
                    "Try fewer words or another wording; of a document number the figures are enough. Items can be found at once after publication."
            ),
            act: content.agency.map { agency in
                Button(
                    act: Phrase(zh: "按栏目查看", en: "Look through the columns"),
                    weight: .second,
                    does: .leads(to: visit.links.to("/\(agency.code)/columns"))
                )
            }
        )
    }

    private var cutNotice: Notice {
        Notice(
            kind: .care,
            title: Phrase(zh: "输入太长，只按前面的部分搜索", en: "That was too long; only its beginning was searched for"),
            text: Phrase(
                zh: "一次最多搜 \(SearchQuery.characterLimit) 个字、\(SearchQuery.phraseLimit) 个词。",
                en:
                    "A search takes at most \(SearchQuery.characterLimit) characters and \(SearchQuery.phraseLimit) words."
            )
        )
    }

    private var demonstration: Phrase { Phrase(zh: "（演示）", en: " (demonstration)") }
}
