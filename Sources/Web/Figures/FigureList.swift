package import Database
package import Disclosure
package import Html
package import Text

/// Every figure of an agency in one period, under its headings; each number leads to exactly the records that it counts.
package struct FigureList: Component {
    package struct Row: Sendable {
        package var figure: Figure
        package var value: FigureValue
        package var hasRecords: Bool
    }

    package var rows: [Row]
    package var time: FigureTime
    package var addresses: FigureAddresses

    /// Counts them all.
    package init(
        of agency: Agency,
        _ time: FigureTime,
        _ addresses: FigureAddresses,
        _ tx: any SQLConnection,
        in app: App
    ) throws {
        let count = FigureCount(of: agency, over: time.period, tx, in: app)
        rows = try app.figures.all(of: agency).map { figure in
            Row(figure: figure, value: try count.value(of: figure.key), hasRecords: figure.hasRecords)
        }
        self.time = time
        self.addresses = addresses
    }

    package func html(in language: Language) -> HTML {
        let groups = Figure.Group.allCases.compactMap { group -> HTML? in
            let rows = rows.filter { $0.figure.group == group }
            return rows.isEmpty ? nil : table(group, rows, language).html(in: language)
        }
        let files = FigureFormat.allCases.map { format -> HTML in
            "<a href=\"\(url: addresses.list(as: format, time))\">\(format.rawValue.uppercased())</a>"
        }
        return """
            \(groups.map { "<section>\($0)</section>" })<p class="proof-links">\(files)</p>
            """
    }

    private func table(_ group: Figure.Group, _ rows: [Row], _ language: Language) -> DataTable {
        DataTable(
            caption: group.name,
            columns: [
                .init(label: Phrase(zh: "指标", en: "Figure")), .init(label: time.name, isNumber: true),
                .init(label: Phrase(zh: "单位", en: "Unit")),
            ],
            rows: rows.map { row in
                let asked = FigureAsked(row.figure.key)
                let text = row.figure.shown(row.value, in: language)
                let isLinked = row.hasRecords && !row.value.leadsNowhere
                return [
                    .link(row.figure.name[language], url: addresses.sheet(asked, time.query)),
                    isLinked ? .link(text, url: addresses.records(asked, time.query)) : .text(text),
                    .text(row.figure.unit[language]),
                ]
            },
            id: "group-\(group.rawValue)"
        )
    }
}

extension Figure {
    /// Whether there are records behind it, as of everything but 不涉及.
    package var hasRecords: Bool { counting != .notApplicable }
}
