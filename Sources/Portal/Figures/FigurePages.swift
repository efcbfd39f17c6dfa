import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 看统计: every number of the agency with what it counts, its years and parts, and the public records behind it.
enum FigurePages {
    static let title = Phrase(zh: "统计数据", en: "Figures")

    /// Answers `/{agency}/figures`.
    static func list(_ visit: Visit) async throws -> Response {
        let (frame, list) = try await readList(visit)
        var layout = layout(frame, title[visit.language], visit)
        layout.heading = .withLead(
            title[visit.language],
            Phrase(
                zh: "每个数字都由记录算出，点数字可以列出所计的每一条记录；同一个词在这里只有一种口径。",
                en: "Every number is counted from records and leads to them; each word has one definition here."
            )[visit.language]
        )
        let form = list.time.form(at: list.addresses.base, today: visit.app.now().date, in: visit.language)
        return layout.page("\(form)\(list.html(in: visit.language))")
    }

    /// Answers `/{agency}/figures.csv` and `.json`.
    static func file(_ format: FigureFormat) -> @Sendable (Visit) async throws -> Response {
        { visit in
            let (frame, list) = try await readList(visit)
            return try FigureFiles.list(list, of: frame.agency, as: format)
        }
    }

    private static func readList(_ visit: Visit) async throws -> (AgencyFrame, FigureList) {
        let code = try visit.parameter("agency")
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        return try await visit.app.database.read { [app = visit.app, links = visit.links] tx in
            let frame = try AgencyFrame(code: code, tx)
            let addresses = FigureAddresses(links.to("/\(frame.agency.code)/figures"))
            return (frame, try FigureList(of: frame.agency, time, addresses, tx, in: app))
        }
    }

    /// Answers `/{agency}/figures/{asked}`, and with `.csv` or `.json` at its end the same as a file.
    static func sheet(_ visit: Visit) async throws -> Response {
        let (name, format) = FigureFormat.split(try visit.parameter("asked"))
        let code = try visit.parameter("agency")
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        let (frame, reading) = try await visit.app.database.read { [app = visit.app] tx in
            let frame = try AgencyFrame(code: code, tx)
            let found = try FigureReading.sheet(name, of: frame.agency, time, tx, in: app)
            return (frame, FigurePublicity(of: frame.agency, in: app).published(found))
        }
        if let format { return try FigureFiles.sheet(reading, of: frame.agency, as: format) }
        let publicity = FigurePublicity(of: frame.agency, in: visit.app)
        let addresses = FigureAddresses(visit.links.to("/\(frame.agency.code)/figures"))
        let sheet = FigureSheet(
            reading: reading,
            agency: frame.agency,
            addresses: addresses,
            shown: publicity.shown(reading.lines, visit.links),
            unlisted: publicity.unlisted(reading.records?.kind)
        )
        var layout = layout(frame, reading.figure.name[visit.language], visit)
        layout.breadcrumbs = breadcrumbs(frame, reading.figure.name[visit.language], visit)
        let form = time.form(at: addresses.sheet(reading.asked, ""), today: visit.app.now().date, in: visit.language)
        return layout.page("\(form)\(sheet.html(in: visit.language))")
    }

    /// Answers `/{agency}/figures/{asked}/{file}`: `records`, `records.csv` and `records.json`.
    static func records(_ visit: Visit) async throws -> Response {
        let (file, format) = FigureFormat.split(try visit.parameter("file"))
        guard file == "records" else { throw Refusal.notFound }
        let (code, name) = (try visit.parameter("agency"), try visit.parameter("asked"))
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        let page = format == nil ? try FigureReading.page(visit.query) : nil
        let (frame, reading) = try await visit.app.database.read { [app = visit.app] tx in
            let frame = try AgencyFrame(code: code, tx)
            return (frame, try FigureReading.records(name, of: frame.agency, time, page: page, tx, in: app))
        }
        let publicity = FigurePublicity(of: frame.agency, in: visit.app)
        let unlisted = publicity.unlisted(reading.records?.kind)
        let shown = unlisted == nil ? publicity.shown(reading.lines, visit.links) : []
        if let format {
            let origin = visit.app.settings.publicURL
            return try FigureFiles.records(reading, shown, of: frame.agency, as: format, origin: origin)
        }
        let addresses = FigureAddresses(visit.links.to("/\(frame.agency.code)/figures"))
        let list = FigureRecordPage(reading: reading, addresses: addresses, shown: shown, unlisted: unlisted)
        let heading = list.title[visit.language]
        var layout = layout(frame, heading, visit)
        layout.isHiddenFromSearch = true
        layout.breadcrumbs = breadcrumbs(
            frame,
            heading,
            visit,
            besides: .init(
                label: reading.figure.name[visit.language],
                url: addresses.sheet(reading.asked, time.query)
            )
        )
        return layout.page(list.html(in: visit.language))
    }

    private static func layout(_ frame: AgencyFrame, _ title: String, _ visit: Visit) -> PortalLayout {
        var layout = PortalLayout(
            visit: visit,
            agency: frame.agency,
            title: title,
            entrance: .figures,
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: frame.agency.name[visit.language], url: visit.links.agency(frame.agency.code))],
                current: title
            )
        )
        layout.beside = frame.navigation(at: .figures, visit)
        return layout
    }

    private static func breadcrumbs(
        _ frame: AgencyFrame,
        _ current: String,
        _ visit: Visit,
        besides: Breadcrumbs.Step? = nil
    ) -> Breadcrumbs {
        let agency = frame.agency
        let steps: [Breadcrumbs.Step] = [
            .init(label: agency.name[visit.language], url: visit.links.agency(agency.code)),
            .init(label: title[visit.language], url: visit.links.to("/\(agency.code)/figures")),
        ]
        return Breadcrumbs(steps: steps + [besides].compactMap { $0 }, current: current)
    }
}
