package import Disclosure
package import Documents
package import Html
package import Hummingbird
package import Text

/// A report on a page: its sections with every number a link to exactly the records that it counts, its tables and charts.
package struct ReportView: Component {
    package var sheet: ReportSheet
    /// Where the page of a number is.
    package var address: @Sendable (ReportNumber) -> String
    /// What stands beneath the heading of a section, such as the way to its editing.
    package var beneath: @Sendable (ReportFormat.Section) -> HTML

    package init(
        _ sheet: ReportSheet,
        address: @escaping @Sendable (ReportNumber) -> String,
        beneath: @escaping @Sendable (ReportFormat.Section) -> HTML = { _ in .empty }
    ) {
        self.sheet = sheet
        self.address = address
        self.beneath = beneath
    }

    package func html(in language: Language) -> HTML {
        let sections = sheet.format.sections.map { section -> HTML in
            """
            <section id="\(Self.id(of: section.key))"><h2>\(section.name[language])</h2>\(beneath(section))\
            \(sheet.blocks(of: section).map { markup(of: $0, language) })</section>
            """
        }
        return "<article class=\"prose report\">\(sections)</article>"
    }

    /// The id of a section, which findings link to.
    package static func id(of section: String) -> String { "section-\(section)" }

    private func markup(of block: ReportBlock, _ language: Language) -> HTML {
        switch block {
        case .heading(let runs): return "<h3\(lang(language))>\(inline(runs))</h3>"
        case .paragraph(let runs): return "<p\(lang(language))>\(inline(runs))</p>"
        case .list(let items, let isNumbered):
            let lines = items.map { runs -> HTML in "<li>\(inline(runs))</li>" }
            return isNumbered
                ? "<ol\(lang(language))>\(lines)</ol>" : "<ul\(lang(language))>\(lines)</ul>"
        case .part(let key):
            if let table = sheet.table(key, in: language, address: { address($0) }) {
                return SpannedTable(table, id: "table-\(key)").html(in: language)
            }
            return sheet.chart(key).map { Chart($0, id: "chart-\(key)").html(in: language) } ?? .empty
        }
    }

    /// Texts are written in Chinese on pages of either language.
    private func lang(_ language: Language) -> HTML {
        language == .zh ? .empty : " lang=\"zh-CN\""
    }

    private func inline(_ runs: [ReportInline]) -> HTML {
        runs.map { run -> HTML in
            switch run {
            case .text(let text): HTML(text: text)
            case .strong(let text): "<strong>\(text)</strong>"
            case .number(let number, let text): "<a href=\"\(url: address(number))\">\(text)</a>"
            }
        }.joined()
    }
}

/// The report as files to keep and to hand in.
package struct ReportFiles: Component {
    /// Where the file of a name is.
    package var address: @Sendable (ReportFile) -> String
    package var tools: Toolbox

    package init(tools: Toolbox, address: @escaping @Sendable (ReportFile) -> String) {
        self.tools = tools
        self.address = address
    }

    package func html(in language: Language) -> HTML {
        let links = ReportFile.allCases.filter { $0.isAvailable(with: tools) }.map { file -> HTML in
            "<li><a href=\"\(url: address(file))\">\(file.name[language])</a></li>"
        }
        return "<ul class=\"chips\">\(links)</ul>"
    }
}

extension Response {
    /// A report as a file.
    ///
    /// - Throws: `Refusal.notFound` for a file that there is not; `TypesettingProblem`, in words.
    package static func report(
        _ sheet: ReportSheet,
        as name: String,
        to visit: Visit,
        address: (ReportNumber) -> String?
    ) async throws -> Response {
        guard let file = ReportFile(rawValue: name) else { throw Refusal.notFound }
        guard file.isAvailable(with: visit.app.tools) else { throw TypesettingProblem.missing }
        let bytes = try await file.bytes(of: sheet, in: visit.language, visit.app, address: address)
        let title = sheet.title[visit.language]
        return .file(bytes, type: file.mediaType, name: "\(title).\(file.rawValue)")
    }
}
