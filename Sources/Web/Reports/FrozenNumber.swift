package import Civil
package import Database
package import Disclosure
package import Html
package import Text

/// A number of a report as it was frozen, with exactly the records that it counted, and what it would be now.
package struct FrozenNumber: Sendable {
    package static let pageSize = 50

    package var number: ReportNumber
    package var figure: FrozenFigure
    package var frozenAt: Instant?
    /// What the records come to now; nil where the figure is no longer defined.
    package var now: FigureValue?
    package var opening: FigureLine?
    package var lines: [FigureLine]
    /// From 1.
    package var page: Int

    /// - Parameter version: of the report's item, with which the numbers were frozen.
    /// - Throws: `Refusal.notFound` for a number or a page that the report does not have.
    package init(
        _ text: String,
        of report: Report,
        with version: ID<Version>,
        page: Int,
        _ tx: any SQLConnection,
        in app: App
    ) throws {
        guard let number = ReportNumber(text: text), let figure = try tx.reportFreezes.figure(number, of: version),
            let agency = try tx.agencies.find(report.agency)
        else { throw Refusal.notFound }
        let ids = try tx.reportFreezes.records(of: number, in: version)
        let offset = (page - 1) * Self.pageSize
        guard page > 0, offset == 0 || offset < ids.count else { throw Refusal.notFound }
        self.number = number
        self.figure = figure
        self.page = page
        frozenAt = try tx.reportFreezes.find(version)?.at
        now = try ReportFigures(report, of: agency, tx, in: app).values(of: [number])[number]
        opening = try FigureRecords.Kind.reading.lines(of: [figure.opening?.text].compactMap { $0 }, tx).first
        lines = try figure.kind?.lines(of: Array(ids.dropFirst(offset).prefix(Self.pageSize)), tx) ?? []
    }

    /// Whether the records have changed since.
    package var hasMoved: Bool { now != nil && now != figure.value }
}

/// The page of a frozen number.
package struct FrozenNumberView: Component {
    package var frozen: FrozenNumber
    package var sheet: ReportSheet
    package var shown: [ShownRecord]
    /// Why no record is listed; nil where they are.
    package var unlisted: Phrase?
    /// The page of the number itself, for its further pages.
    package var address: String
    /// The page of what is counted now.
    package var live: String

    package init(
        _ frozen: FrozenNumber,
        of sheet: ReportSheet,
        shown: [ShownRecord],
        unlisted: Phrase? = nil,
        address: String,
        live: String
    ) {
        self.frozen = frozen
        self.sheet = sheet
        self.shown = shown
        self.unlisted = unlisted
        self.address = address
        self.live = live
    }

    package func html(in language: Language) -> HTML {
        let definition = frozen.figure.definition
        let name = sheet.name(of: frozen.number)
        let written = frozen.figure.value.shown(in: language)
        let count = frozen.figure.count
        let records = Phrase(zh: "冻结的 \(count) 条记录", en: "The \(count) records that were frozen")
        let list = FigureRecordList(lines: frozen.lines, shown: shown, unlisted: unlisted)
        return """
            \(FigureNumber(
                name: name,
                value: frozen.figure.value,
                unit: definition.unit,
                definition: definition.how,
                listURL: nil,
                written: Phrase(zh: written, en: written)
            ).html(in: language))\(standing.html(in: language))\
            <p><a href="\(url: live)">\(Phrase(zh: "现在的数字和记录", en: "The number and its records as of now")[language])</a></p>\
            \(optional: frozen.opening.map { OpeningBalance(line: $0).html(in: language) })\
            \(frozen.figure.kind == nil ? .empty : "<h2>\(records[language])</h2>\(list.html(in: language))\(pager(language))")
            """
    }

    /// Whether the records have changed since it was frozen.
    private var standing: Notice {
        let frozenAt = frozen.frozenAt?.date
        let day = Phrase(zh: frozenAt?.chinese ?? "", en: frozenAt?.english ?? "")
        let value = frozen.figure.value
        guard frozen.hasMoved, let now = frozen.now else {
            return Notice(
                title: Phrase(
                    zh: "\(day.zh)冻结；现在由记录算出的仍是 \(value.shown(in: .zh))",
                    en: "Frozen on \(day.en); the records still come to \(value.shown(in: .en))"
                )
            )
        }
        return Notice(
            kind: .care,
            title: Phrase(
                zh: "\(day.zh)冻结为 \(value.shown(in: .zh))；之后记录有变化，现在算出的是 \(now.shown(in: .zh))",
                en:
                    "Frozen on \(day.en) as \(value.shown(in: .en)); the records have changed and now come to \(now.shown(in: .en))"
            ),
            text: Phrase(zh: "这份报告仍以冻结的数字为准。", en: "The report keeps the frozen number.")
        )
    }

    private func pager(_ language: Language) -> HTML {
        guard unlisted == nil else { return .empty }
        return Pager(
            newer: frozen.page > 1 ? "\(address)?page=\(frozen.page - 1)" : nil,
            older: frozen.page * FrozenNumber.pageSize < frozen.figure.count
                ? "\(address)?page=\(frozen.page + 1)" : nil,
            isByTime: false
        ).html(in: language)
    }
}

extension ReportSheet {
    /// A number in words: 受理申请数（历年累计）.
    package func name(of number: ReportNumber) -> Phrase {
        var name = definitions[number.asked.key]?.name ?? Phrase(zh: number.asked.key, en: number.asked.key)
        let year = report.year - number.yearsBack
        let besides = [
            number.asked.words, number.yearsBack > 0 ? Phrase(zh: "\(year)年", en: "\(year)") : nil,
        ].compactMap { $0 }
        for words in besides { name = Phrase(zh: "\(name.zh)（\(words.zh)）", en: "\(name.en) (\(words.en))") }
        return name
    }
}
