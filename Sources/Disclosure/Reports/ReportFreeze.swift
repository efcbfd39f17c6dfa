package import Civil
import Crypto
package import Database
package import Text

/// What was frozen with a version of a report, out of reach of everything that changes afterwards.
///
/// Its format and texts, and of every number the value, the definition and the records that it counted.
package struct ReportFreeze: Sendable {
    package var version: ID<Version>
    package var report: ID<Report>
    /// The file of the format as it was.
    package var source: String
    /// What the agency was called.
    package var agencyName: Phrase
    /// SHA-256 over all numbers and records, which the published item names.
    package var checksum: String
    package var at: Instant
}

/// A number as it was frozen.
package struct FrozenFigure: Sendable, Hashable {
    package var number: ReportNumber
    package var value: FigureValue
    package var definition: ReportSheet.Definition
    /// What it counts; nil for what has no records.
    package var kind: FigureRecords.Kind?
    package var count: Int
    /// The reading that a number over all years begins with.
    package var opening: ID<Reading>?
}

/// A number with its records, on its way into the database.
struct CountedFigure {
    var figure: FrozenFigure
    var records: [String]

    /// What the checksum takes of it.
    var line: FrozenLine {
        FrozenLine(
            number: figure.number.description,
            value: figure.value.stored,
            kind: figure.kind?.rawValue,
            count: figure.count,
            opening: figure.opening?.text,
            records: FrozenIDs.packed(records)
        )
    }
}

/// One line of what the checksum is taken of, as it stands in the database: number, value, kind, count, opening balance and
/// the SHA-256 of the identifiers.
struct FrozenLine {
    let number: String
    let value: String
    let kind: String?
    let count: Int
    let opening: String?
    private let hash: String

    init(number: String, value: String, kind: String?, count: Int, opening: String?, records: [UInt8]) {
        self.number = number
        self.value = value
        self.kind = kind
        self.count = count
        self.opening = opening
        hash = SHA256.hex(records)
    }

    fileprivate var text: String {
        "\(number)\t\(value)\t\(kind ?? "-")\t\(count)\t\(opening ?? "-")\t\(hash)\n"
    }
}

extension [FrozenLine] {
    /// SHA-256 of all lines, in the order of the numbers.
    var checksum: String {
        SHA256.hex([UInt8](sorted { $0.number < $1.number }.map(\.text).joined().utf8))
    }
}

extension [CountedFigure] {
    var checksum: String { map(\.line).checksum }
}

/// Frozen reports in the database.
package struct ReportFreezeStore {
    let tx: any SQLConnection

    package func find(_ version: ID<Version>) throws -> ReportFreeze? {
        try tx.first("SELECT * FROM report_freeze WHERE version = \(version)").map {
            ReportFreeze(
                version: try $0.id("version"),
                report: try $0.id("report"),
                source: try $0.text("format"),
                agencyName: Phrase(zh: try $0.text("agency_zh"), en: try $0.text("agency_en")),
                checksum: try $0.text("checksum"),
                at: try $0.instant("at")
            )
        }
    }

    func insert(_ freeze: ReportFreeze, texts: [String: String], _ figures: [CountedFigure]) throws {
        try tx.execute(
            """
            INSERT INTO report_freeze (version, report, format, agency_zh, agency_en, checksum, at)
            VALUES (\(freeze.version), \(freeze.report), \(freeze.source), \(freeze.agencyName.zh),
                \(freeze.agencyName.en), \(freeze.checksum), \(freeze.at))
            """
        )
        for (section, text) in texts.sorted(by: { $0.key < $1.key }) {
            try tx.send(
                """
                INSERT INTO report_freeze_text (version, section, text) VALUES (\(freeze.version), \(section), \(text))
                """
            )
        }
        for counted in figures {
            let (figure, definition) = (counted.figure, counted.figure.definition)
            try tx.send(
                """
                INSERT INTO report_figure (version, number, value, name_zh, name_en, unit_zh, unit_en, how_zh, how_en,
                    kind, count, opening, records)
                VALUES (\(freeze.version), \(figure.number.description), \(figure.value.stored),
                    \(definition.name.zh), \(definition.name.en), \(definition.unit.zh), \(definition.unit.en),
                    \(definition.how.zh), \(definition.how.en), \(figure.kind?.rawValue), \(figure.count), \(figure.opening),
                    \(FrozenIDs.packed(counted.records)))
                """
            )
        }
    }

    /// The texts of its sections.
    package func texts(of version: ID<Version>) throws -> [String: String] {
        let rows = try tx.rows("SELECT section, text FROM report_freeze_text WHERE version = \(version)")
        return Dictionary(try rows.map { (try $0.text("section"), try $0.text("text")) }) { first, _ in first }
    }

    /// Every number, without its records.
    package func figures(of version: ID<Version>) throws -> [FrozenFigure] {
        try tx.rows("SELECT \(Self.columns) FROM report_figure WHERE version = \(version) ORDER BY number").map(
            Self.figure
        )
    }

    package func figure(_ number: ReportNumber, of version: ID<Version>) throws -> FrozenFigure? {
        try tx.first(
            "SELECT \(Self.columns) FROM report_figure WHERE version = \(version) AND number = \(number.description)"
        ).map(Self.figure)
    }

    /// The identifiers of the records that a number counted, in its order.
    package func records(of number: ReportNumber, in version: ID<Version>) throws -> [String] {
        let row = try tx.first(
            "SELECT records FROM report_figure WHERE version = \(version) AND number = \(number.description)"
        )
        return FrozenIDs.unpacked(try row?.bytes("records") ?? [])
    }

    private static let columns: SQL =
        "number, value, name_zh, name_en, unit_zh, unit_en, how_zh, how_en, kind, count, opening"

    private static func figure(_ row: SQLRow) throws -> FrozenFigure {
        guard let number = ReportNumber(text: try row.text("number")) else {
            throw DatabaseError.decoding(column: "number", type: "ReportNumber")
        }
        guard let value = FigureValue(stored: try row.text("value")) else {
            throw DatabaseError.decoding(column: "value", type: "FigureValue")
        }
        return FrozenFigure(
            number: number,
            value: value,
            definition: ReportSheet.Definition(
                name: Phrase(zh: try row.text("name_zh"), en: try row.text("name_en")),
                unit: Phrase(zh: try row.text("unit_zh"), en: try row.text("unit_en")),
                how: Phrase(zh: try row.text("how_zh"), en: try row.text("how_en"))
            ),
            kind: try row.optionalChoice("kind"),
            count: try row.number("count"),
            opening: try row.optionalID("opening")
        )
    }
}

/// Identifiers one after the other, a line end between them.
enum FrozenIDs {
    static func packed(_ ids: [String]) -> [UInt8] { Array(ids.joined(separator: "\n").utf8) }

    static func unpacked(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension SQLConnection {
    package var reportFreezes: ReportFreezeStore { ReportFreezeStore(tx: self) }
}
