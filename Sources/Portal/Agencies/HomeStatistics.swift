import Civil
import Disclosure
import Html
import Text
import Web

/// How much is public, by class and year; every number leads to exactly the items that it counts.
struct HomeStatistics: Sendable {
    var content: AgencyHomePage.Content

    private var agency: Agency { content.frame.agency }

    func html(_ visit: Visit) -> HTML {
        guard content.total > 0 else { return .empty }
        let language = visit.language
        let tables = [byClass(visit), byYear(visit)].compactMap { $0?.html(in: language) }
        return """
            <section><h2><a href="\(url: visit.links.to("/\(agency.code)/figures"))">\
            \(Phrase(zh: "公开统计", en: "How much is public")[language])</a></h2>\
            \(figures(visit).html(in: language))\
            \(tables.isEmpty ? .empty : "<div class=\"halves\">\(tables)</div>")</section>
            """
    }

    private func figures(_ visit: Visit) -> FigureRow {
        let unit = Phrase(zh: "条", en: "items")
        var figures = [
            FigureNumber(
                name: Phrase(zh: "全部信息", en: "All items"),
                value: .number(content.total),
                unit: unit,
                definition: Phrase(zh: "本机关在本站公开、现在仍可查阅的信息", en: "Published here by the agency and still on show"),
                listURL: all(visit, "list=all")
            )
        ]
        let year = visit.app.now().date.year
        for shown in [year, year - 1] {
            guard let figure = content.figure, let value = content.published[shown], !value.leadsNowhere else {
                continue
            }
            let addresses = FigureAddresses(visit.links.to("/\(agency.code)/figures"))
            figures.append(
                FigureNumber(
                    name: Phrase(zh: "\(shown)年公开", en: "Published in \(shown)"),
                    value: value,
                    unit: figure.unit,
                    definition: figure.how,
                    listURL: addresses.records(FigureAsked(figure.key), FigureTime.query(shown))
                )
            )
        }
        return FigureRow(figures: figures)
    }

    private func all(_ visit: Visit, _ query: String) -> String {
        visit.links.to("/\(agency.code)/columns?\(query)")
    }

    private func byClass(_ visit: Visit) -> DataTable? {
        guard !content.classes.isEmpty else { return nil }
        return table(
            Phrase(zh: "按信息类别", en: "By class"),
            Phrase(zh: "类别", en: "Class"),
            content.classes.map { itemClass in
                let count = content.classCounts.first { $0.value == itemClass.id.text }?.count ?? 0
                return (
                    itemClass.name[visit.language], count, all(visit, "facet.class=\(queryEncoded(itemClass.code))")
                )
            },
            id: "by-class"
        )
    }

    private func byYear(_ visit: Visit) -> DataTable? {
        guard content.years.count > 1 else { return nil }
        return table(
            Phrase(zh: "按公开年份", en: "By year published"),
            Phrase(zh: "年份", en: "Year"),
            content.years.map { year in
                (
                    visit.language == .zh ? "\(year.value)年" : year.value, year.count,
                    all(visit, "facet.year=\(year.value)")
                )
            },
            id: "by-year"
        )
    }

    private func table(
        _ caption: Phrase,
        _ first: Phrase,
        _ rows: [(name: String, count: Int, url: String)],
        id: String
    ) -> DataTable {
        DataTable(
            caption: caption,
            columns: [.init(label: first), .init(label: Phrase(zh: "条数", en: "Items"), isNumber: true)],
            rows: rows.map { row in
                [row.count == 0 ? .text(row.name) : .link(row.name, url: row.url), .number(row.count)]
            },
            id: id
        )
    }
}
