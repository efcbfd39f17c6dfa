import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The agencies of this deployment, by province and city (GB/T 2260), each with the day of its newest publication.
enum AgencyListPage {
    /// Provinces fold from so many agencies on.
    private static let foldsFrom = 60

    struct Content: Sendable {
        var agencies: [Agency]
        var newest: [ID<Agency>: Instant]
    }

    /// Answers `/`.
    static func show(_ visit: Visit) async throws -> Response {
        let content = try await visit.app.database.read { tx in
            Content(agencies: try tx.agencies.all(), newest: try tx.agencies.newestPublications())
        }
        let language = visit.language
        let title = Phrase(zh: "安全生产监管政府信息公开", en: "Open information of work-safety regulators")[language]
        var layout = PortalLayout(
            visit: visit,
            agency: nil,
            title: title,
            heading: content.agencies.isEmpty ? nil : .withLead(title, lead(content.agencies)[language])
        )
        layout.host = content.agencies.siteHost
        layout.isDemonstration = content.agencies.areDemonstrations
        return layout.page(view(content, visit))
    }

    private static func lead(_ agencies: [Agency]) -> Phrase {
        if agencies.count == 1 {
            return Phrase(zh: "本站公开下列机关的政府信息。", en: "This site publishes the information of one agency.")
        }
        return Phrase(
            zh: "本站公开下列 \(agencies.count) 个机关的政府信息，可以分机关查看，也可以一并搜索。",
            en: "This site publishes the information of \(agencies.count) agencies. Read one, or search them all."
        )
    }

    private static func view(_ content: Content, _ visit: Visit) -> HTML {
        guard let first = content.agencies.first else {
            return EmptyState(
                whatWouldBeHere: Phrase(zh: "这里会列出公开政府信息的机关", en: "The agencies that publish here would be listed"),
                howItGetsHere: Phrase(zh: "系统管理员设立机关后显示。", en: "They appear once the operator has set them up.")
            ).html(in: visit.language)
        }
        if content.agencies.count == 1 { return prominent(first, content, visit) }
        let provinces = RegionGroup.groups(content.agencies, by: 2)
        let folds = content.agencies.count >= foldsFrom
        return "\(provinces.map { province($0, folds: folds, content, visit) })"
    }

    /// The only agency: where its main entrances are, at once.
    private static func prominent(_ agency: Agency, _ content: Content, _ visit: Visit) -> HTML {
        let language = visit.language
        let links = visit.links
        let ways = SummaryList(rows: [
            .init(
                label: Phrase(zh: "看公开", en: "Read"),
                value: link("/\(agency.code)/columns", ColumnTreePage.title, visit)
            ),
            .init(
                label: Phrase(zh: "查目录", en: "What must be public"),
                value: link("/\(agency.code)/catalogue", Phrase(zh: "政府信息公开目录", en: "Catalogue of duties"), visit)
            ),
            .init(
                label: Phrase(zh: "要信息", en: "Ask"),
                value: link(
                    "/\(agency.code)/ask/request",
                    Phrase(zh: "依申请公开", en: "How to ask for information"),
                    visit
                )
            ),
        ])
        return """
            <section><h2><a href="\(url: links.agency(agency.code))">\(HTML.record(agency.name[language], in: language))</a></h2>\
            \(meta(agency, content, language))\(ways.html(in: language))</section>
            """
    }

    private static func link(_ path: String, _ label: Phrase, _ visit: Visit) -> HTML {
        "<a href=\"\(url: visit.links.to(path))\">\(label[visit.language])</a>"
    }

    private static func province(_ group: RegionGroup, folds: Bool, _ content: Content, _ visit: Visit) -> HTML {
        let cities = RegionGroup.groups(group.agencies, by: 4).map { city -> HTML in
            let rows = city.agencies.map { row($0, content, visit) }
            let heading: HTML =
                city.name == group.name ? .empty : "<h3>\(HTML.record(city.name, in: visit.language))</h3>"
            return "\(heading)<ul class=\"rows ruled\">\(rows)</ul>"
        }
        let name = HTML.record(group.name, in: visit.language)
        guard folds else { return "<section><h2>\(name)</h2>\(cities)</section>" }
        let count = group.agencies.count.grouped(in: visit.language)
        return """
            <details><summary><b>\(name)</b> <span class="quiet number">\(count)</span></summary>\(cities)</details>
            """
    }

    private static func row(_ agency: Agency, _ content: Content, _ visit: Visit) -> HTML {
        let language = visit.language
        let day = content.newest[agency.id]?.date
        return """
            <li>\(day.map { $0.element(in: language) } ?? "<span class=\"quiet small\">\(none[language])</span>")\
            <div><a href="\(url: visit.links.agency(agency.code))">\(HTML.record(agency.name[language], in: language))</a>\
            <div class="meta"><span>\(agency.level.name[language])</span>\(agency.isDemonstration ? demonstration(language) : .empty)</div>\
            </div></li>
            """
    }

    private static func meta(_ agency: Agency, _ content: Content, _ language: Language) -> HTML {
        let region = Regions.fullName(of: agency.regionCode).map { HTML.record($0, in: language) }
        let newest = content.newest[agency.id].map { instant -> HTML in
            "<span>\(Phrase(zh: "最近公开：", en: "Last published: ")[language])\(instant.date.element(in: language))</span>"
        }
        return "<div class=\"meta\">\(optional: region.map { "<span>\($0)</span>" })\(optional: newest)</div>"
    }

    private static func demonstration(_ language: Language) -> HTML {
        Tag(kind: .plain, word: Phrase(zh: "演示", en: "Demonstration")).html(in: language)
    }

    private static let none = Phrase(zh: "还没有信息", en: "Nothing so far")
}

/// Agencies of one province or city.
struct RegionGroup: Sendable {
    var name: String
    var agencies: [Agency]

    /// Groups by so many digits of the region code, in the order of the codes; within a group the higher level first.
    static func groups(_ agencies: [Agency], by digits: Int) -> [RegionGroup] {
        let byPrefix = Dictionary(grouping: agencies) { String($0.regionCode.prefix(digits)) }
        return byPrefix.sorted { $0.key < $1.key }.map { prefix, members in
            let code = prefix + String(repeating: "0", count: 6 - min(prefix.count, 6))
            let name =
                Regions.name(of: code) ?? members.first.flatMap { Regions.fullName(of: $0.regionCode) } ?? prefix
            return RegionGroup(name: name, agencies: members.sorted { $0.rank < $1.rank })
        }
    }
}

extension Agency {
    /// By level from province to township, then by region and code.
    fileprivate var rank: RankedAgency {
        RankedAgency(level: Duty.Level.allCases.firstIndex(of: level) ?? 0, region: regionCode, code: code)
    }
}

private struct RankedAgency: Comparable {
    var level: Int
    var region: String
    var code: String

    static func < (one: RankedAgency, other: RankedAgency) -> Bool {
        (one.level, one.region, one.code) < (other.level, other.region, other.code)
    }
}

extension [Agency] {
    /// Who runs the site: the only agency of the highest level; nobody in particular where several share it.
    var siteHost: Agency? {
        for level in Duty.Level.allCases {
            let agencies = filter { $0.level == level }
            if !agencies.isEmpty { return agencies.count == 1 ? agencies.first : nil }
        }
        return nil
    }

    /// Whether there is nothing here but invented records.
    var areDemonstrations: Bool { !isEmpty && allSatisfy(\.isDemonstration) }
}
