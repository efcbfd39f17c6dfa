import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 统计: every number of the agency, what it counts, and the records behind it as far as the person may see them.
enum FigurePages {
    static func list(_ visit: Visit) async throws -> Response {
        let (frame, list) = try await readList(visit)
        let form = list.time.form(at: list.addresses.base, today: visit.app.now().date, in: visit.language)
        let ways = [
            (ReportListPage.name, "/reports"), (ReadingListPage.name, ReadingListPage.path),
            (RemedyListPage.name, RemedyListPage.path), (ContributionPage.name, "/assessment"),
        ].map { name, path in
            Button(act: name, weight: .second, does: .leads(to: visit.links.office(path))).html(in: visit.language)
        }
        return OfficePage(
            frame,
            .figures,
            title: OfficeArea.figures.name[visit.language],
            lead: Phrase(
                zh: "数字都由记录算出，没有人录入合计；点数字列出所计的记录。",
                en: "Numbers are counted from records and typed by nobody; each leads to its records."
            ),
            isAreaHome: true
        ).response(
            to: visit,
            """
            <div class="buttons">\(ways)</div>\(form)\(list.html(in: visit.language))
            """
        )
    }

    /// The list as a file.
    static func file(_ format: FigureFormat) -> @Sendable (Visit) async throws -> Response {
        { visit in
            let (frame, list) = try await readList(visit)
            return try FigureFiles.list(list, of: frame.agency, as: format)
        }
    }

    private static func readList(_ visit: Visit) async throws -> (OfficeFrame, FigureList) {
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        let addresses = addresses(visit)
        return try await visit.app.database.read { [app = visit.app] tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try FigureList(of: frame.agency, time, addresses, tx, in: app))
        }
    }

    private static func addresses(_ visit: Visit) -> FigureAddresses { FigureAddresses(visit.links.office("/figures")) }

    /// One figure; with `.csv` or `.json` at the end of its name as a file.
    static func sheet(_ visit: Visit) async throws -> Response {
        let (name, format) = FigureFormat.split(try visit.parameter("asked"))
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        let (frame, reading) = try await visit.app.database.read { [app = visit.app] tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try FigureReading.sheet(name, of: frame.agency, time, tx, in: app))
        }
        if let format { return try FigureFiles.sheet(reading, of: frame.agency, as: format) }
        let addresses = addresses(visit)
        let sheet = FigureSheet(
            reading: reading,
            agency: frame.agency,
            addresses: addresses,
            shown: try shown(reading.lines, visit)
        )
        let form = time.form(at: addresses.sheet(reading.asked, ""), today: visit.app.now().date, in: visit.language)
        return OfficePage(frame, .figures, title: reading.figure.name[visit.language]).response(
            to: visit,
            "\(form)\(sheet.html(in: visit.language))"
        )
    }

    /// The records behind one number: `records`, `records.csv` and `records.json`.
    static func records(_ visit: Visit) async throws -> Response {
        let (file, format) = FigureFormat.split(try visit.parameter("file"))
        guard file == "records" else { throw Refusal.notFound }
        let name = try visit.parameter("asked")
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        let page = format == nil ? try FigureReading.page(visit.query) : nil
        let (frame, reading) = try await visit.app.database.read { [app = visit.app] tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try FigureReading.records(name, of: frame.agency, time, page: page, tx, in: app))
        }
        let shown = try shown(reading.lines, visit)
        if let format {
            let origin = visit.app.settings.publicURL
            return try FigureFiles.records(reading, shown, of: frame.agency, as: format, origin: origin)
        }
        let addresses = addresses(visit)
        let list = FigureRecordPage(reading: reading, addresses: addresses, shown: shown, unlisted: nil)
        let sheet = Breadcrumbs.Step(
            label: reading.figure.name[visit.language],
            url: addresses.sheet(reading.asked, time.query)
        )
        return OfficePage(frame, .figures, title: list.title[visit.language], steps: [sheet]).response(
            to: visit,
            list.html(in: visit.language)
        )
    }

    /// Items for everybody in the office; cases for those who may read what they ask.
    static func shown(_ lines: [FigureLine], _ visit: Visit) throws -> [ShownRecord] {
        let actor = try visit.actor()
        return lines.compactMap { line in
            switch line.record {
            case .item(let id, _, _): return ShownRecord(line, url: visit.links.officeItem(id.text))
            case .column: return ShownRecord(line)
            case .reading(let value, let source, let evidence):
                return ShownRecord(
                    line,
                    title: Phrase(zh: value.shown(in: .zh), en: value.shown(in: .en)),
                    detail: Phrase(zh: "来源：\(source)；依据：\(evidence)", en: "Source: \(source); evidence: \(evidence)")
                )
            case .remedy: return actor.may(.readCases) ? ShownRecord(line) : nil
            case .caseFile(let file):
                guard actor.may(.readCases), let procedure = visit.app.procedures.named(file.procedure),
                    actor.reach(of: file, under: procedure).readsWords
                else { return nil }
                return ShownRecord(line, url: visit.links.office("/cases/\(file.id)"), detail: procedure.name)
            }
        }
    }
}
