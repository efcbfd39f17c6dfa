import Disclosure
package import Html
package import Text

/// A page of exactly the records that one number counts.
package struct FigureRecordPage: Component {
    package var reading: FigureReading
    package var addresses: FigureAddresses
    package var shown: [ShownRecord]
    package var unlisted: Phrase?

    package init(reading: FigureReading, addresses: FigureAddresses, shown: [ShownRecord], unlisted: Phrase?) {
        self.reading = reading
        self.addresses = addresses
        self.shown = shown
        self.unlisted = unlisted
    }

    package var title: Phrase {
        let (name, time) = (reading.figure.name, reading.time.name)
        return Phrase(zh: "\(name.zh)（\(time.zh)）所计的记录", en: "Records counted in \(name.en) (\(time.en))")
    }

    package func html(in language: Language) -> HTML {
        let count = reading.records?.count ?? 0
        let words = Phrase(
            zh:
                "\(reading.figure.shown(reading.value, in: .zh))\(reading.figure.unit.zh)，由 \(count.grouped(in: .zh)) 条记录得出。",
            en: """
                \(reading.figure.shown(reading.value, in: .en)) \(reading.figure.unit.en), made of \
                \(count.grouped(in: .en)) records.
                """
        )
        let list = FigureRecordList(lines: reading.lines, shown: shown, unlisted: unlisted)
        let files = FigureFormat.allCases.map { format -> HTML in
            """
            <a href="\(url: addresses.records(reading.asked, as: format, reading.time))">\(format.rawValue.uppercased())</a>
            """
        }
        return """
            <p class="found" role="status">\(words[language])</p>\
            <p class="small quiet">\(reading.figure.how[language])</p>\
            \(optional: reading.opening.map { OpeningBalance(line: $0).html(in: language) })\(list.html(in: language))\
            \(unlisted == nil ? pager(count).html(in: language) : .empty)<p class="proof-links">\(files)</p>
            """
    }

    private func pager(_ count: Int) -> Pager {
        let page = reading.page
        let address = { (number: Int) in addresses.records(reading.asked, reading.time.query) + "&page=\(number)" }
        return Pager(
            newer: page > 1 ? address(page - 1) : nil,
            older: page * FigureReading.pageSize < count ? address(page + 1) : nil,
            isByTime: false
        )
    }
}
