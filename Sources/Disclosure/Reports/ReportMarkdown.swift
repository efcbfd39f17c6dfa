import Documents
package import Text

extension ReportSheet {
    /// The whole report as Markdown: sections, lists, tables.
    package func markdown(in language: Language = .zh) -> String {
        var parts = ["# \(title[language])"]
        for section in format.sections {
            parts.append("## \(section.name[language])")
            parts += blocks(of: section).map { markdown($0, language) }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func markdown(_ block: ReportBlock, _ language: Language) -> String {
        switch block {
        case .heading(let runs): "### \(Self.inline(runs))"
        case .paragraph(let runs): Self.inline(runs)
        case .list(let items, let isNumbered):
            items.enumerated().map { place, runs in
                (isNumbered ? "\(place + 1). " : "- ") + Self.inline(runs)
            }.joined(separator: "\n")
        case .part(let key): (table(key, in: language) ?? chart(key)?.table(in: language))?.markdown ?? ""
        }
    }

    private static func inline(_ runs: [ReportInline]) -> String {
        runs.map { run in
            switch run {
            case .text(let text), .number(_, let text): text
            case .strong(let text): "**\(text)**"
            }
        }.joined()
    }
}
