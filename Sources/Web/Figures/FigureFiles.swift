import Civil
package import Disclosure
import Documents
import Foundation
package import Hummingbird
import Text

/// Figures as files for programs: the same numbers as on the pages, in both languages.
package enum FigureFiles {
    package static func list(_ list: FigureList, of agency: Agency, as format: FigureFormat) throws -> Response {
        switch format {
        case .csv:
            try answer(
                ReportTable(
                    caption: "",
                    heads: [["指标", "名称", "Figure", "数值", "单位", "口径", "口径版本"].map { .text($0) }],
                    rows: list.rows.map { row in
                        let figure = row.figure
                        return [
                            .text(figure.key), .text(figure.name.zh), .text(figure.name.en),
                            .text(figure.text(of: row.value, in: .zh)), .text(figure.unit.zh), .text(figure.how.zh),
                            .text(figure.version),
                        ]
                    }
                ).csv,
                format,
                "figures-\(agency.code)-\(list.time.fileName)"
            )
        case .json:
            try json(
                ListFile(
                    agency: agency.code,
                    period: Period(list.time),
                    figures: list.rows.map { Number($0.figure, FigureAsked($0.figure.key), $0.value) }
                )
            )
        }
    }

    package static func sheet(_ reading: FigureReading, of agency: Agency, as format: FigureFormat) throws -> Response {
        let sides = reading.sides.map { side in
            Side(by: side.dimension.rawValue, parts: side.parts.map(Part.init))
        }
        switch format {
        case .csv:
            let unit = reading.figure.unit.zh
            let years = reading.years.map { year -> [ReportTable.Cell] in
                [.text("年度"), .text("\(year.year)"), .text(reading.figure.text(of: year.value, in: .zh)), .text(unit)]
            }
            let parts = zip(reading.sides, sides).flatMap { side, file in
                file.parts.map { part -> [ReportTable.Cell] in
                    [
                        .text(side.dimension.name.zh), .text(part.name.zh),
                        .number(part.value), .text(unit),
                    ]
                }
            }
            let whole: [ReportTable.Cell] = [
                .text("合计"), .text(reading.time.name.zh), .text(reading.figure.text(of: reading.value, in: .zh)),
                .text(unit),
            ]
            return try answer(
                ReportTable(
                    caption: "",
                    heads: [["方面", "名称", "数值", "单位"].map { .text($0) }],
                    rows: [whole] + years + parts
                )
                .csv,
                format,
                "\(reading.asked.fileName)-\(agency.code)-\(reading.time.fileName)"
            )
        case .json:
            return try json(
                SheetFile(
                    agency: agency.code,
                    period: Period(reading.time),
                    figure: Number(reading.figure, reading.asked, reading.value),
                    years: reading.years.map { Year($0, reading.figure) },
                    breakdown: sides
                )
            )
        }
    }

    package static func records(
        _ reading: FigureReading,
        _ shown: [ShownRecord],
        of agency: Agency,
        as format: FigureFormat,
        origin: String
    ) throws -> Response {
        let lines = shown.map { record in
            Record(
                id: record.line.id,
                day: record.line.day?.iso,
                title: record.title.zh,
                detail: record.detail?.zh,
                address: record.url.map { $0.hasPrefix("/") ? origin + $0 : $0 }
            )
        }
        switch format {
        case .csv:
            return try answer(
                ReportTable(
                    caption: "",
                    heads: [["记录", "日期", "名称", "说明", "地址"].map { .text($0) }],
                    rows: lines.map { line in
                        [line.id, line.day ?? "", line.title, line.detail ?? "", line.address ?? ""].map { .text($0) }
                    }
                ).csv,
                format,
                "\(reading.asked.fileName)-records-\(agency.code)-\(reading.time.fileName)"
            )
        case .json:
            return try json(
                RecordFile(
                    agency: agency.code,
                    period: Period(reading.time),
                    figure: Number(reading.figure, reading.asked, reading.value),
                    count: reading.records?.count ?? 0,
                    unlisted: (reading.records?.count ?? 0) - lines.count,
                    records: lines
                )
            )
        }
    }

    private static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .bytes(Array(try encoder.encode(value)), type: FigureFormat.json.mediaType)
    }

    private static func answer(_ bytes: [UInt8], _ format: FigureFormat, _ name: String) throws -> Response {
        var answer = Response.bytes(bytes, type: format.mediaType)
        answer.headers[.contentDisposition] = "attachment; \(FileAnswer.names("\(name).\(format.rawValue)"))"
        return answer
    }
}

extension FigureAsked {
    fileprivate var fileName: String { description.replacing(":", with: "-") }
}

extension FigureTime {
    fileprivate var fileName: String { "\(year)" + (quarter.map { "Q\($0)" } ?? "") }
}

extension FigureFiles {
    private struct Bilingual: Encodable {
        var zh: String
        var en: String

        init(_ phrase: Phrase) { (zh, en) = (phrase.zh, phrase.en) }
    }

    private struct Period: Encodable {
        var first: String
        var last: String

        init(_ time: FigureTime) { (first, last) = (time.period.first.iso, time.period.last.iso) }
    }

    /// A number as it is printed, and as programs take it.
    private struct Number: Encodable {
        var key: String
        var name: Bilingual
        var unit: Bilingual
        var how: Bilingual
        var definition: String
        var text: Bilingual
        var number: Int?
        var base: Int?

        init(_ figure: Figure, _ asked: FigureAsked, _ value: FigureValue) {
            key = asked.description
            name = Bilingual(figure.name)
            unit = Bilingual(figure.unit)
            how = Bilingual(figure.how)
            definition = figure.version
            text = Bilingual(Phrase(zh: figure.text(of: value, in: .zh), en: figure.text(of: value, in: .en)))
            (number, base) = value.numbers
        }
    }

    private struct Year: Encodable {
        var year: Int
        var text: String
        var number: Int?
        var base: Int?

        init(_ year: FigureYear, _ figure: Figure) {
            self.year = year.year
            text = figure.text(of: year.value, in: .zh)
            (number, base) = year.value.numbers
        }
    }

    private struct Part: Encodable {
        var key: String
        var name: Bilingual
        var value: Int

        init(_ part: FigurePart) { (key, name, value) = (part.key, Bilingual(part.name), part.value) }
    }

    private struct Side: Encodable {
        var by: String
        var parts: [Part]
    }

    private struct Record: Encodable {
        var id: String
        var day: String?
        var title: String
        var detail: String?
        var address: String?
    }

    private struct ListFile: Encodable {
        var agency: String
        var period: Period
        var figures: [Number]
    }

    private struct SheetFile: Encodable {
        var agency: String
        var period: Period
        var figure: Number
        var years: [Year]
        var breakdown: [Side]
    }

    private struct RecordFile: Encodable {
        var agency: String
        var period: Period
        var figure: Number
        var count: Int
        /// Those that are counted and may not be listed.
        var unlisted: Int
        var records: [Record]
    }
}

extension FigureValue {
    /// The number, money in fen, and the base of a share.
    fileprivate var numbers: (Int?, Int?) {
        switch self {
        case .number(let number), .bound(let number, _), .money(let number): (number, nil)
        case .share(let part, let base): (part, base)
        case .day, .month, .notApplicable, .missing: (nil, nil)
        }
    }
}
