import Civil
import Database
import Disclosure
import Documents
import Html
import Hummingbird
import Text
import Web

/// 信息报送考核: what sections and people contributed in a year, by the same items that the figures count.
enum ContributionPage {
    static let name = Phrase(zh: "信息报送考核", en: "Contributions of sections and people")

    private struct Reading: Sendable {
        var frame: OfficeFrame
        var time: FigureTime
        var assessment: Assessment
        var sections: [ID<Section>: Phrase]
        var names: [ID<Person>: String]
    }

    static func show(_ visit: Visit) async throws -> Response {
        let reading = try await read(visit)
        let language = visit.language
        let url = visit.links.office("/assessment")
        let lead = Phrase(
            zh: "按首次起草人和科室统计本期公开且未撤回的信息；退回次数是审查、签发时退回修改的次数。",
            en:
                "Items that became public and were not taken back, by who began them and their section, and how often those were sent back."
        )
        let chart = sections(reading).html(in: language)
        let people = SpannedTable(authors(reading, language), id: "authors").html(in: language)
        let empty = Notice(title: Phrase(zh: "本期没有公开信息", en: "Nothing became public in this period"))
        let form = reading.time.form(at: url, today: visit.app.now().date, in: language)
        let file = "\(visit.links.office("/assessment.csv"))\(reading.time.query)"
        return OfficePage(reading.frame, .figures, title: name[language], lead: lead).response(
            to: visit,
            """
            \(form)\(reading.assessment.sections.isEmpty ? empty.html(in: language) : chart + people)\
            <p class="proof-links"><a href="\(url: file)">CSV</a></p>
            """
        )
    }

    static func file(_ visit: Visit) async throws -> Response {
        let reading = try await read(visit)
        let table = authors(reading, visit.language)
        return .file(
            table.csv,
            type: FigureFormat.csv.mediaType,
            name: "assessment-\(reading.frame.agency.code)-\(reading.time.year).csv"
        )
    }

    private static func read(_ visit: Visit) async throws -> Reading {
        let time = try FigureTime(visit.query, today: visit.app.now().date)
        return try await visit.app.database.read { [app = visit.app] tx in
            let frame = try OfficeFrame(visit, tx)
            let assessment = try FigureCount(of: frame.agency, over: time.period, tx, in: app).assessment()
            let sections = try tx.agencies.sections(of: frame.agency.id)
            return Reading(
                frame: frame,
                time: time,
                assessment: assessment,
                sections: Dictionary(sections.map { ($0.id, $0.name) }) { first, _ in first },
                names: try tx.people.names(of: Set(assessment.authors.compactMap(\.author)))
            )
        }
    }

    private static func section(_ line: Assessment.Line, _ reading: Reading) -> Phrase {
        line.section.flatMap { reading.sections[$0] } ?? Phrase(zh: "未分科室", en: "No section")
    }

    private static func sections(_ reading: Reading) -> Chart {
        let lines = reading.assessment.sections
        let first = lines.first.map { (section($0, reading), $0.contributed) }
        let last = reading.time.period.last
        let drawing = ChartDrawing(
            title: first.map { name, count in
                Phrase(
                    zh: "\(reading.time.name.zh)\(name.zh)公开最多，\(count.grouped(in: .zh))条",
                    en: "\(name.en) published most in \(reading.time.name.en): \(count.grouped(in: .en)) items"
                )
            } ?? name,
            axis: Phrase(zh: "公开信息（条）", en: "Items published"),
            source: Phrase(zh: "\(reading.frame.agency.name.zh)的记录", en: "records of \(reading.frame.agency.name.en)"),
            date: Phrase(zh: "截至\(last.chinese)", en: "up to \(last.english)"),
            kind: Phrase(zh: "科室", en: "Section"),
            shape: .stacks(
                parts: [Phrase(zh: "按期", en: "On time"), Phrase(zh: "逾期", en: "Late")],
                lines.map { .init(section($0, reading), [$0.onTime, $0.late]) }
            )
        )
        return Chart(drawing, id: "sections")
    }

    private static func authors(_ reading: Reading, _ language: Language) -> ReportTable {
        let heads = [
            Phrase(zh: "科室", en: "Section"), Phrase(zh: "人员", en: "Person"),
            Phrase(zh: "公开（条）", en: "Items published"), Phrase(zh: "按期", en: "On time"), Phrase(zh: "逾期", en: "Late"),
            Phrase(zh: "退回（次）", en: "Sent back"),
        ]
        return ReportTable(
            caption: Phrase(zh: "各科室、各人员", en: "By section and person")[language],
            heads: [heads.map { .text($0[language]) }],
            rows: reading.assessment.sections.flatMap { whole -> [[ReportTable.Cell]] in
                let people = reading.assessment.authors.filter { $0.section == whole.section }
                let total: [ReportTable.Cell] = [
                    .text(section(whole, reading)[language], rows: people.count + 1),
                    .text(Phrase(zh: "合计", en: "Together")[language]),
                ]
                return [total + numbers(whole)]
                    + people.map { line in
                        [.text(line.author.flatMap { reading.names[$0] } ?? "—")] + numbers(line)
                    }
            },
            labelColumns: 2
        )
    }

    private static func numbers(_ line: Assessment.Line) -> [ReportTable.Cell] {
        [.number(line.contributed), .number(line.onTime), .number(line.late), .number(line.returned)]
    }
}
