import Civil
import Database
package import Text

/// By what a number can be taken apart.
package enum FigureDimension: String, Sendable, CaseIterable {
    case duty, section, channel, month
    case itemClass = "class"
    case applicant
}

/// One part of a number.
package struct FigurePart: Sendable, Hashable {
    /// Code, id or month; empty for records that have none.
    package var key: String
    package var name: Phrase
    package var value: Int

    package init(key: String, name: Phrase, value: Int) {
        self.key = key
        self.name = name
        self.value = value
    }
}

/// One year of a figure.
package struct FigureYear: Sendable, Hashable {
    package var year: Int
    package var value: FigureValue
}

extension FigureCount {
    /// The same number year by year, in the order of the years.
    package func series(of asked: FigureAsked, years: ClosedRange<Int>) throws -> [FigureYear] {
        try years.compactMap { year in
            guard let period = FigurePeriod.year(year) else { return nil }
            let count = FigureCount(Array(figures.values), of: agency, over: period, tx, in: app)
            return FigureYear(year: year, value: try count.value(of: asked))
        }
    }

    /// Its parts: months in their order, everything else the largest first.
    ///
    /// An item that went to two channels is in both; otherwise the parts of a count add up to it.
    /// - Returns: nothing where the records have no such side.
    package func breakdown(of asked: FigureAsked, by dimension: FigureDimension) throws -> [FigurePart] {
        var numbers: [String: Int] = [:]
        for (key, filter) in zip(try keys(of: asked.key), try filters(of: asked.key)) {
            let rows = try rows(filter, FigureAsked(key, asked.scope, applicant: asked.applicant))
            guard let grouped = grouped(rows, filter, by: dimension) else { continue }
            for row in try tx.rows(grouped) {
                numbers[try label(row, dimension), default: 0] += try row.number("number")
            }
        }
        let names = try names(by: dimension)
        let parts = numbers.map { key, value in
            FigurePart(
                key: key,
                name: names[key] ?? Phrase(zh: key.isEmpty ? "未分" : key, en: key.isEmpty ? "none" : key),
                value: value
            )
        }
        return dimension == .month
            ? parts.sorted { $0.key < $1.key }
            : parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    }

    private func grouped(_ rows: FigureRows, _ filter: RecordFilter, by dimension: FigureDimension) -> SQL? {
        guard filter.kind != .day, let side = side(rows, filter, by: dimension) else { return nil }
        let measure = side.measure ?? rows.measure
        return """
            SELECT \(side.key) AS part, \(measure) AS number FROM \(rows.from)\(side.join)
            WHERE \(rows.condition) GROUP BY \(side.key)
            """
    }

    private struct Side {
        var key: SQL
        var join: SQL = ""
        var measure: SQL?
    }

    private static let itemOfLeaf: SQL = " JOIN item bi ON bi.id = r.subject"

    private func side(_ rows: FigureRows, _ filter: RecordFilter, by dimension: FigureDimension) -> Side? {
        if dimension == .month {
            switch rows.day {
            // Days of China, which has one time.
            case .instant(let at): return Side(key: "(\(at) + 28800000) / 86400000")
            case .text(let day): return Side(key: "substr(\(day), 1, 7)")
            case .none: return nil
            }
        }
        switch (filter.kind.record, dimension) {
        case (.item, .duty): return Side(key: "r.duty")
        case (.item, .section), (.caseFile, .section): return Side(key: "r.section")
        case (.item, .itemClass): return Side(key: "r.class")
        case (.item, .channel):
            guard filter.kind != .values, filter.kind != .classes else { return nil }
            let join: SQL = """
                 JOIN delivery bd ON bd.item = r.id AND bd.stage = 'delivered' AND bd.delivered_on <= \(period.last)
                JOIN channel bc ON bc.id = bd.channel
                """
            return Side(key: "bc.code", join: join, measure: "count(DISTINCT r.id)")
        case (.caseFile, .channel): return Side(key: "r.channel")
        case (.caseFile, .applicant): return Side(key: "r.applicant_class")
        case (.delivery, .channel): return Side(key: "c.code")
        case (.delivery, .duty): return Side(key: "bi.duty", join: " JOIN item bi ON bi.id = r.item")
        case (.delivery, .section): return Side(key: "bi.section", join: " JOIN item bi ON bi.id = r.item")
        case (.delivery, .itemClass): return Side(key: "bi.class", join: " JOIN item bi ON bi.id = r.item")
        case (.leaf, .duty): return Side(key: "bi.duty", join: Self.itemOfLeaf)
        case (.leaf, .section): return Side(key: "bi.section", join: Self.itemOfLeaf)
        case (.leaf, .itemClass): return Side(key: "bi.class", join: Self.itemOfLeaf)
        default: return nil
        }
    }

    private func label(_ row: SQLRow, _ dimension: FigureDimension) throws -> String {
        switch row.value(at: 0) {
        case .int(let day): String(Instant(milliseconds: day * 86_400_000 - 28_800_000).date.iso.prefix(7))
        case .text(let text): text
        default: ""
        }
    }

    private func names(by dimension: FigureDimension) throws -> [String: Phrase] {
        let pairs: [(String, Phrase)] =
            switch dimension {
            case .duty: app.catalogue.duties.map { ($0.code, $0.name) }
            case .section: try tx.agencies.sections(of: agency).map { ($0.id.text, $0.name) }
            case .itemClass: try tx.agencies.classes(of: agency).map { ($0.id.text, $0.name) }
            case .channel:
                IntakeChannel.allCases.map { ($0.rawValue, $0.name) }
                    + (try tx.channels.all(of: agency).map { ($0.code, $0.name) })
            case .applicant: Applicant.Class.allCases.map { ($0.rawValue, $0.name) }
            case .month: []
            }
        return Dictionary(pairs) { _, last in last }
    }
}
