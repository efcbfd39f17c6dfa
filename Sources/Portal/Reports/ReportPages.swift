import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 政府信息公开年报: the reports that an agency has published, each with its numbers as they were frozen.
enum ReportPages {
    static let name = Phrase(zh: "政府信息公开年报", en: "Annual reports")

    /// Answers `/{agency}/reports`.
    static func list(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let (frame, reports) = try await visit.app.database.read { tx in
            let frame = try AgencyFrame(code: code, tx)
            let reports = try tx.reports.published(of: frame.agency.id)
            return (frame, reports)
        }
        let language = visit.language
        let lines = reports.map { report, item -> HTML in
            let url = visit.links.report(code, report)
            let day = item.publishedAt?.date.element(in: language) ?? .empty
            return "<li><a href=\"\(url: url)\">\(item.title)</a> <span class=\"quiet\">\(day)</span></li>"
        }
        let empty = EmptyState(
            whatWouldBeHere: Phrase(zh: "还没有公布年报", en: "No reports have been published yet"),
            howItGetsHere: Phrase(
                zh: "每年1月31日前公布上一年的年报（条例第四十九条）。",
                en: "That of the year before is published before 31 January (条例 art 49)."
            )
        )
        let column = frame.reportColumn.map { column -> HTML in
            let words = Phrase(zh: "栏目「\(column.name.zh)」中的全部年报", en: "All reports in the column «\(column.name.en)»")
            return "<p><a href=\"\(url: visit.links.column(code, column.path))\">\(words[language])</a></p>"
        }
        var layout = PortalLayout(
            visit: visit,
            agency: frame.agency,
            title: name[language],
            heading: .withLead(
                name[language],
                Phrase(
                    zh: "每个数字都由记录得出，点击可以看到它所计的记录。",
                    en: "Every number comes from records; a click on one lists those that it counts."
                )[language]
            ),
            entrance: .figures,
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: frame.agency.name[language], url: visit.links.agency(code))],
                current: name[language]
            )
        )
        layout.beside = frame.navigation(at: .reports, visit)
        let list: HTML = lines.isEmpty ? empty.html(in: language) : "<ul class=\"ruled\">\(lines.joined())</ul>"
        return layout.page("\(list)\(optional: column)")
    }

    /// Answers `/{agency}/reports/{period}`.
    static func show(_ visit: Visit) async throws -> Response {
        let published = try await read(visit)
        let language = visit.language
        let (links, code, report) = (visit.links, published.agency.code, published.sheet.report)
        let view = ReportView(published.sheet) { links.reportNumber(code, report, $0) }
        let files = ReportFiles(tools: visit.app.tools) { links.report(code, report) + "/files/\($0.rawValue)" }
        let proof: HTML =
            if let leaf = published.item.leafID {
                "<p><a href=\"\(url: links.item(code, leaf))\">\(Self.item[language])</a></p>"
            } else { .empty }
        return layout(published, title: published.sheet.title[language], visit).page(
            """
            \(frozen(published.sheet, language))\(view.html(in: language))\
            <section class="block"><h2>\(Phrase(zh: "文件", en: "Files")[language])</h2>\(files.html(in: language))\
            \(proof)</section>
            """
        )
    }

    /// Answers `/{agency}/reports/{period}/files/{file}`.
    static func file(_ visit: Visit) async throws -> Response {
        let published = try await read(visit)
        let (links, code, report) = (visit.links, published.agency.code, published.sheet.report)
        let origin = visit.app.settings.publicURL
        return try await .report(published.sheet, as: try visit.parameter("file"), to: visit) {
            origin + links.reportNumber(code, report, $0)
        }
    }

    /// Answers `/{agency}/reports/{period}/numbers/{number}`.
    static func number(_ visit: Visit) async throws -> Response {
        let published = try await read(visit)
        guard let version = published.item.publicVersion else { throw Refusal.notFound }
        let (text, page) = (try visit.parameter("number"), try FigureReading.page(visit.query))
        let report = published.sheet.report
        let frozen = try await visit.app.database.read { [app = visit.app] tx in
            try FrozenNumber(text, of: report, with: version, page: page, tx, in: app)
        }
        let (links, code) = (visit.links, published.agency.code)
        let publicity = FigurePublicity(of: published.agency, in: visit.app)
        let quarter = report.quarter.map { "&quarter=\($0)" } ?? ""
        let time = "?year=\(report.year - frozen.number.yearsBack)\(quarter)"
        let view = FrozenNumberView(
            frozen,
            of: published.sheet,
            shown: publicity.shown(frozen.lines, links),
            unlisted: publicity.unlisted(frozen.figure.kind),
            address: links.reportNumber(code, report, frozen.number),
            live: FigureAddresses(links.to("/\(code)/figures")).sheet(frozen.number.asked, time)
        )
        let step = Breadcrumbs.Step(label: report.slug, url: links.report(code, report))
        let title = published.sheet.name(of: frozen.number)[visit.language]
        var layout = layout(published, title: title, steps: [step], visit)
        layout.isHiddenFromSearch = true
        return layout.page(view.html(in: visit.language))
    }

    private static let item = Phrase(
        zh: "作为政府信息的公开情况与核验",
        en: "The report as an item: its publication and its proof"
    )

    /// What a page of a published report needs.
    struct Published: Sendable {
        var agency: Agency
        var sheet: ReportSheet
        var item: Item
    }

    /// - Throws: `Refusal.notFound` where the agency has not published that report.
    static func read(_ visit: Visit) async throws -> Published {
        let code = try visit.parameter("agency")
        guard let period = Report.period(slug: try visit.parameter("period")) else { throw Refusal.notFound }
        return try await visit.app.database.read { tx in
            let agency = try tx.agency(code)
            guard let report = try tx.reports.find(agency.id, year: period.year, quarter: period.quarter),
                let published = try tx.reports.published(report)
            else { throw Refusal.notFound }
            return Published(agency: agency, sheet: published.sheet, item: published.item)
        }
    }

    static func layout(_ published: Published, title: String, steps: [Breadcrumbs.Step] = [], _ visit: Visit)
        -> PortalLayout
    {
        let language = visit.language
        let code = published.agency.code
        let first = [
            Breadcrumbs.Step(label: published.agency.name[language], url: visit.links.agency(code)),
            .init(label: name[language], url: visit.links.to("/\(code)/reports")),
        ]
        return PortalLayout(
            visit: visit,
            agency: published.agency,
            title: title,
            heading: .plain(title),
            entrance: .figures,
            breadcrumbs: Breadcrumbs(steps: first + steps, current: steps.isEmpty ? published.sheet.report.slug : title)
        )
    }

    static func frozen(_ sheet: ReportSheet, _ language: Language) -> HTML {
        guard let frozenAt = sheet.frozenAt else { return .empty }
        return Notice(
            kind: .note,
            title: Phrase(
                zh: "数字已于\(frozenAt.date.chinese)冻结，之后的记录不改变这份报告",
                en: "The numbers were frozen on \(frozenAt.date.english); later records do not change this report"
            )
        ).html(in: language)
    }
}

extension Links {
    func report(_ agency: String, _ report: Report) -> String { to("/\(agency)/reports/\(report.slug)") }

    /// The page of a number as it was frozen.
    func reportNumber(_ agency: String, _ report: Report, _ number: ReportNumber) -> String {
        self.report(agency, report) + "/numbers/\(number)"
    }
}
