package import Civil
package import Disclosure
package import Html
package import Text

/// The year, or the quarter of a year, that a page of figures is about: `?year=2018&quarter=1`.
package struct FigureTime: Sendable, Hashable {
    /// As far back as the form offers; addresses reach back to the first year of the People's Republic.
    private static let offered = 10

    package var year: Int
    /// From 1 to 4; nil for the whole year.
    package var quarter: Int?
    package var period: FigurePeriod

    /// Without a year in the address this one.
    ///
    /// - Throws: `Refusal.notFound` for a year that is no year or still to come, and for a fifth quarter.
    package init(_ query: FormFields, today: CivilDate) throws(Refusal) {
        let asked = query.text("year").isEmpty ? today.year : Int(query.text("year"))
        guard let year = asked, (1949...today.year).contains(year) else { throw .notFound }
        self.year = year
        quarter = nil
        if !query.text("quarter").isEmpty {
            guard let number = Int(query.text("quarter")), let period = FigurePeriod.quarter(number, of: year) else {
                throw .notFound
            }
            quarter = number
            self.period = period
        } else {
            guard let period = FigurePeriod.year(year) else { throw .notFound }
            self.period = period
        }
    }

    package var name: Phrase {
        guard let quarter else { return Phrase(zh: "\(year)年", en: "\(year)") }
        let names = ["一", "二", "三", "四"]
        return Phrase(zh: "\(year)年第\(names[quarter - 1])季度", en: "Quarter \(quarter) of \(year)")
    }

    package var query: String { Self.query(year, quarter) }

    package static func query(_ year: Int, _ quarter: Int? = nil) -> String {
        "?year=\(year)" + (quarter.map { "&quarter=\($0)" } ?? "")
    }

    /// The choice of year and quarter, kept in the address.
    package func form(at url: String, today: CivilDate, in language: Language) -> HTML {
        let years = (today.year - Self.offered + 1...today.year).reversed()
        let listed = years.contains(year) ? Array(years) : Array(years) + [year]
        let yearField = FormField(
            key: "year",
            label: Phrase(zh: "年度", en: "Year"),
            control: .select(listed.map { FieldChoice(value: "\($0)", label: Phrase(zh: "\($0)年", en: "\($0)")) })
        )
        let whole = FieldChoice(value: "", label: Phrase(zh: "全年", en: "Whole year"))
        let quarters = (1...4).map { FieldChoice(value: "\($0)", label: Phrase(zh: "第\($0)季度", en: "Quarter \($0)")) }
        let quarterField = FormField(
            key: "quarter",
            label: Phrase(zh: "季度", en: "Quarter"),
            control: .select([whole] + quarters)
        )
        return """
            <form class="filter" action="\(url: url)" method="get">\
            \(yearField.html(in: language, value: .text("\(year)")))\
            \(quarterField.html(in: language, value: .text(quarter.map { "\($0)" } ?? "")))\
            <div class="buttons">\(Button(act: Phrase(zh: "查看", en: "Show"), weight: .second).html(in: language))</div></form>
            """
    }
}
