import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// How each kind of case is handled, as charts drawn from the procedure in force (信息公开工作流程图、依申请公开审批流程图):
/// for everybody who asks, and for the wall of the office.
enum FlowPages {
    /// An older or newer version of the procedure than the one in force, by its key.
    private static let version = "version"

    /// Answers `/{agency}/ask/{kind}/flow`.
    static func show(_ visit: Visit) async throws -> Response {
        let (agency, procedure) = try await open(visit)
        let language = visit.language
        let title = Phrase(zh: "\(procedure.name.zh)流程图", en: "\(procedure.name.en): how it is handled")[language]
        let lead = Phrase(
            zh: "图由办理程序直接生成，与本机关实际使用的程序一致；图下有文字表。",
            en: "Drawn from the very procedure by which the agency works; below each chart is the same in words."
        )
        let layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title,
            heading: .withLead(title, lead[language]),
            entrance: procedure.asksForInformation ? .request : .appeal,
            breadcrumbs: Breadcrumbs(
                steps: [
                    .init(label: agency.name[language], url: visit.links.agency(agency.code)),
                    .init(
                        label: Phrase(zh: "要信息、提诉求", en: "Ask and tell")[language],
                        url: visit.links.to("/\(agency.code)/ask")
                    ),
                ],
                current: title
            )
        )
        let charts = FlowChart.Kind.allCases.compactMap { FlowChart($0, of: procedure, agency: agency.shownName) }
        return layout.page(charts.map { section($0, agency, visit) }.joined())
    }

    /// Answers `/{agency}/ask/{kind}/flow/{file}`: the picture alone, which other sites may show too.
    static func picture(_ visit: Visit) async throws -> Response {
        let (agency, procedure) = try await open(visit)
        let name = try visit.parameter("file")
        let found = FlowChart.Kind.allCases.flatMap { kind in FlowLayout.Form.allCases.map { (kind, $0) } }
            .first { file($0, $1) == name }
        guard let (kind, form) = found, let chart = FlowChart(kind, of: procedure, agency: agency.shownName) else {
            throw Refusal.notFound
        }
        var answer = Response.bytes(chart.svg(form, in: visit.language).bytes, type: "image/svg+xml; charset=utf-8")
        answer.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        if let policy = HTTPField.Name("Cross-Origin-Resource-Policy") { answer.headers[policy] = "cross-origin" }
        return answer
    }

    /// The way to the charts of a procedure.
    static func link(to procedure: Procedure, _ agency: Agency, _ visit: Visit) -> HTML {
        let words = Phrase(zh: "办理流程图", en: "How it is handled")
        let address = visit.links.to("/\(agency.code)/ask/\(procedure.kind)/flow")
        return "<a href=\"\(url: address)\">\(words[visit.language])</a>"
    }

    private static func section(_ chart: FlowChart, _ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        func address(_ form: FlowLayout.Form) -> String {
            let path = "/\(agency.code)/ask/\(chart.procedure.kind)/flow/\(file(chart.kind, form))"
            return visit.links.to(path) + (visit.query[version].map { "?\(version)=\(queryEncoded($0))" } ?? "")
        }
        let alone = Phrase(zh: "单独打开这张图（SVG，可以打印张贴、嵌入其他网页）", en: "The picture alone (SVG, to print and to embed)")
        let inWords = Phrase(zh: "文字说明", en: "In words")
        let alt = Phrase(
            zh: "\(chart.title.zh)。\(chart.summary.zh)",
            en: "\(chart.title.en). \(chart.summary.en)"
        )
        // Larger type asks for the narrow drawing, which then fills the column.
        let wide: FlowLayout.Form = visit.isElder ? .narrow : .wide
        return """
            <section class="block"><h2>\(chart.title[language])</h2>\
            <picture><source media="screen and (max-width: 56em)" srcset="\(address(.narrow))">\
            <img src="\(url: address(wide))" alt="\(alt[language])"></picture>\
            <p><a href="\(url: address(.wide))">\(alone[language])</a></p><h3>\(inWords[language])</h3>\
            \(FlowTable(chart.procedure, id: chart.kind.rawValue).html(in: language))</section>
            """
    }

    private static func file(_ kind: FlowChart.Kind, _ form: FlowLayout.Form) -> String {
        form == .wide ? "\(kind.rawValue).svg" : "\(kind.rawValue)-narrow.svg"
    }

    private static func open(_ visit: Visit) async throws -> (Agency, Procedure) {
        let code = try visit.parameter("agency")
        let kind = try visit.parameter("kind")
        let procedures = visit.app.procedures
        let procedure =
            if let key = visit.query[version] {
                procedures.named(key)
            } else {
                procedures.inForce(kind, on: visit.app.now().date)
            }
        guard let procedure, procedure.kind == kind else { throw Refusal.notFound }
        return (try await visit.app.database.read { try $0.agency(code) }, procedure)
    }
}

extension Agency {
    /// Its name, with word of it where it is a demonstration.
    fileprivate var shownName: Phrase {
        isDemonstration ? Phrase(zh: "\(name.zh)（演示）", en: "\(name.en) (demonstration)") : name
    }
}
