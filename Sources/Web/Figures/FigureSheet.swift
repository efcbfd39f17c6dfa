package import Disclosure
package import Html
package import Text

/// A record as one reader may see it.
package struct ShownRecord: Sendable {
    package var line: FigureLine
    package var title: Phrase
    package var url: String?
    package var detail: Phrase?

    package init(_ line: FigureLine, title: Phrase? = nil, url: String? = nil, detail: Phrase? = nil) {
        self.line = line
        self.title = title ?? line.title
        self.url = url
        self.detail = detail ?? line.detail
    }
}

/// What both sides show of one figure: the number with its definition, its years, its parts, and the records behind it.
package struct FigureSheet: Component {
    package var reading: FigureReading
    package var agency: Agency
    package var addresses: FigureAddresses
    /// Those of the lines that the reader may see.
    package var shown: [ShownRecord]
    /// Why no record is listed at all; nil where they are.
    package var unlisted: Phrase?

    package init(
        reading: FigureReading,
        agency: Agency,
        addresses: FigureAddresses,
        shown: [ShownRecord],
        unlisted: Phrase? = nil
    ) {
        self.reading = reading
        self.agency = agency
        self.addresses = addresses
        self.shown = shown
        self.unlisted = unlisted
    }

    package func html(in language: Language) -> HTML {
        let charts = FigureCharts(reading: reading, agency: agency, addresses: addresses)
        let years = charts.years(language)?.html(in: language)
        let sides = reading.sides.map { charts.side($0, language).html(in: language) }
        return """
            \(number.html(in: language))\(definition(language))\
            \(optional: reading.opening.map { OpeningBalance(line: $0).html(in: language) })\(optional: years)\(sides)\
            \(records(language))\(files(language))
            """
    }

    private var number: FigureNumber {
        let name = reading.figure.name
        let besides = reading.asked.words.map { Phrase(zh: "，\($0.zh)", en: ", \($0.en)") } ?? Phrase(zh: "", en: "")
        let hasList = reading.records != nil
        return FigureNumber(
            name: Phrase(
                zh: "\(name.zh)（\(reading.time.name.zh)\(besides.zh)）",
                en: "\(name.en) (\(reading.time.name.en)\(besides.en))"
            ),
            value: reading.value,
            unit: reading.figure.unit,
            definition: reading.figure.how,
            listURL: hasList ? addresses.records(reading.asked, reading.time.query) : nil,
            written: Phrase(
                zh: reading.figure.shown(reading.value, in: .zh),
                en: reading.figure.shown(reading.value, in: .en)
            )
        )
    }

    private func definition(_ language: Language) -> HTML {
        let words = Phrase(
            zh: "统计口径版本 \(reading.figure.version)：口径有任何改变，这个编号就会改变。",
            en: "Definition \(reading.figure.version): the number of the definition changes whenever it does."
        )
        return "<p class=\"small quiet\">\(words[language])</p>"
    }

    private func records(_ language: Language) -> HTML {
        guard let found = reading.records, found.count > 0 else { return .empty }
        let title = Phrase(zh: "所计的记录", en: "The records that are counted")
        let list = FigureRecordList(lines: reading.lines, shown: shown, unlisted: unlisted)
        let all = Phrase(
            zh: "列出全部 \(found.count.grouped(in: .zh)) 条记录",
            en: "List all \(found.count.grouped(in: .en)) records"
        )
        let address = addresses.records(reading.asked, reading.time.query)
        return """
            <section><h2>\(title[language])</h2>\(list.html(in: language))\
            <p class="proof-links"><a href="\(url: address)">\(all[language])</a></p></section>
            """
    }

    private func files(_ language: Language) -> HTML {
        let links = FigureFormat.allCases.map { format -> HTML in
            """
            <a href="\(url: addresses.sheet(reading.asked, as: format, reading.time))">\(format.rawValue.uppercased())</a>
            """
        }
        return "<p class=\"proof-links\">\(links)</p>"
    }
}

/// Some of the records that a number counts; those that the reader may not see are counted and not told.
package struct FigureRecordList: Component {
    package var lines: [FigureLine]
    package var shown: [ShownRecord]
    package var unlisted: Phrase?

    package init(lines: [FigureLine], shown: [ShownRecord], unlisted: Phrase?) {
        self.lines = lines
        self.shown = shown
        self.unlisted = unlisted
    }

    package func html(in language: Language) -> HTML {
        if let unlisted { return Notice(title: unlisted).html(in: language) }
        let rows = shown.map { row($0, language) }
        let hidden = lines.count - shown.count
        let rest = Phrase(
            zh: "这里另有 \(hidden) 条记录计入，但不能向您列出。",
            en: "\(hidden) more of these are counted and may not be listed for you."
        )
        return """
            \(rows.isEmpty ? .empty : "<ul class=\"rows ruled\">\(rows)</ul>")\
            \(hidden > 0 ? "<p class=\"small quiet\">\(rest[language])</p>" : .empty)
            """
    }

    private func row(_ record: ShownRecord, _ language: Language) -> HTML {
        let title = HTML.record(record.title[language], in: language)
        let linked: HTML = record.url.map { "<a href=\"\(url: $0)\">\(title)</a>" } ?? title
        let detail = record.detail.map { detail -> HTML in
            "<div class=\"meta\"><span>\(HTML.record(detail[language], in: language))</span></div>"
        }
        let day = record.line.day.map { $0.element(in: language) } ?? "<span class=\"quiet\">—</span>"
        return "<li>\(day)<div>\(linked)\(optional: detail)</div></li>"
    }
}
