package import Civil
package import Text

/// What a report says at a moment: its format, its texts and the values of its numbers; live or frozen, everything that is
/// shown or written of a report is made of it.
package struct ReportSheet: Sendable {
    package var report: Report
    package var format: ReportFormat
    package var agencyName: Phrase
    /// What an office wrote, by section.
    package var texts: [String: String]
    package var values: [ReportNumber: FigureValue]
    /// Name, unit and how it is counted, by the figure's key.
    package var definitions: [String: Definition]
    /// When it was frozen; nil for what is counted now.
    package var frozenAt: Instant?

    package init(
        report: Report,
        format: ReportFormat,
        agencyName: Phrase,
        texts: [String: String],
        values: [ReportNumber: FigureValue],
        definitions: [String: Definition],
        frozenAt: Instant?
    ) {
        self.report = report
        self.format = format
        self.agencyName = agencyName
        self.texts = texts
        self.values = values
        self.definitions = definitions
        self.frozenAt = frozenAt
    }

    package struct Definition: Sendable, Hashable {
        package var name: Phrase
        package var unit: Phrase
        package var how: Phrase
    }

    /// The title with its places filled.
    package var title: Phrase {
        func filled(_ text: String, _ language: Language) -> String {
            text.replacing("{agency}", with: agencyName[language]).replacing("{year}", with: String(report.year))
                .replacing("{quarter}", with: report.quarter.map(String.init) ?? "")
        }
        return Phrase(zh: filled(format.title.zh, .zh), en: filled(format.title.en, .en))
    }

    /// The template of a section: what the office wrote, or what the format begins with.
    package func text(of section: ReportFormat.Section) -> String { texts[section.key] ?? section.text }

    /// The section with its numbers put in; a text that can no longer be read stands as it is.
    package func blocks(of section: ReportFormat.Section) -> [ReportBlock] {
        guard let template = try? ReportTemplate(text(of: section)) else {
            return [.paragraph([.text(text(of: section))])]
        }
        return template.blocks(values, words: words)
    }

    package func value(of asked: FigureAsked) -> FigureValue { values[ReportNumber(asked)] ?? .missing }

    private var words: [ReportTemplate.Word: String] {
        var words: [ReportTemplate.Word: String] = [
            .agency: agencyName.zh, .year: String(report.year), .nextYear: String(report.year + 1),
        ]
        if let quarter = report.quarter { words[.quarter] = String(quarter) }
        if let period = report.period {
            words[.firstDay] = period.first.chinese
            words[.lastDay] = period.last.chinese
        }
        return words
    }
}
