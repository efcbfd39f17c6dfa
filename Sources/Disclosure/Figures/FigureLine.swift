package import Civil
package import Database
package import Text

/// A record behind a number, as one line of a list; which of its words a reader may see, the page decides.
package struct FigureLine: Sendable, Hashable {
    package enum Record: Sendable, Hashable {
        /// With its name in the log where it is or was public.
        case item(ID<Item>, leaf: String?, isPublic: Bool)
        case caseFile(CaseFile)
        case column(path: String)
        /// Where its value comes from and what proves it.
        case reading(FigureValue, source: String, evidence: String)
        /// A review, lawsuit or complaint, by its number.
        case remedy(number: String)
    }

    package var id: String
    package var record: Record
    package var day: CivilDate?
    /// Title, number or name.
    package var title: Phrase
    /// What the figure counts of it, such as the channel of a delivery.
    package var detail: Phrase?
}

extension FigureRecords {
    /// So many of the records after some, in their fixed order, read in two statements however many there are.
    package func lines(_ offset: Int, limit: Int, _ tx: any SQLConnection) throws -> [FigureLine] {
        try kind.lines(of: try page(offset, limit: limit, tx), tx)
    }
}

extension FigureRecords.Kind {
    /// The records of some identifiers, in their order.
    package func lines(of ids: [String], _ tx: any SQLConnection) throws -> [FigureLine] {
        guard !ids.isEmpty else { return [] }
        let lines = Dictionary(try read(ids, tx).map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { lines[$0] }
    }

    private func read(_ ids: [String], _ tx: any SQLConnection) throws -> [FigureLine] {
        switch self {
        case .item: try tx.rows("SELECT r.*, r.id AS line FROM item r WHERE r.id IN \(list: ids)").map(Self.item)
        case .leaf:
            try tx.rows("SELECT r.*, r.leaf_id AS line FROM item r WHERE r.leaf_id IN \(list: ids)").map(Self.item)
        case .delivery: try deliveries(ids, tx)
        case .caseFile:
            try tx.rows("SELECT * FROM case_file WHERE id IN \(list: ids)").map { row in
                let file = try CaseFile(row)
                let number = Phrase(zh: file.number, en: file.number)
                return FigureLine(id: file.id.text, record: .caseFile(file), day: file.receivedOn, title: number)
            }
        case .column:
            try tx.rows("SELECT id, path, name_zh, name_en FROM portal_column WHERE id IN \(list: ids)").map { row in
                FigureLine(
                    id: try row.text("id"),
                    record: .column(path: try row.text("path")),
                    title: try row.phrase("name")
                )
            }
        case .reading: try readings(ids, tx)
        case .remedy:
            try tx.rows("SELECT id, number, filed_on FROM remedy WHERE id IN \(list: ids)").map { row in
                let number = try row.text("number")
                return FigureLine(
                    id: try row.text("id"),
                    record: .remedy(number: number),
                    day: try row.date("filed_on"),
                    title: Phrase(zh: number, en: number)
                )
            }
        }
    }

    private static func item(_ row: SQLRow) throws -> FigureLine {
        let item = try Item(row)
        return FigureLine(
            id: try row.text("line"),
            record: record(of: item),
            day: item.publishedAt?.date ?? item.formedOn,
            title: Phrase(zh: item.title, en: item.title)
        )
    }

    private static func record(of item: Item) -> FigureLine.Record {
        .item(item.id, leaf: item.leafID, isPublic: item.state == .published && item.leafID != nil)
    }

    private func deliveries(_ ids: [String], _ tx: any SQLConnection) throws -> [FigureLine] {
        try tx.rows(
            """
            SELECT i.*, d.id AS line, d.delivered_on, c.name_zh AS channel_zh, c.name_en AS channel_en
            FROM delivery d JOIN item i ON i.id = d.item JOIN channel c ON c.id = d.channel WHERE d.id IN \(list: ids)
            """
        ).map { row in
            let item = try Item(row)
            return FigureLine(
                id: try row.text("line"),
                record: Self.record(of: item),
                day: try row.date("delivered_on"),
                title: Phrase(zh: item.title, en: item.title),
                detail: try row.phrase("channel")
            )
        }
    }

    private func readings(_ ids: [String], _ tx: any SQLConnection) throws -> [FigureLine] {
        try tx.rows("SELECT id, read_on, value, relation, source, evidence FROM reading WHERE id IN \(list: ids)").map {
            row in
            let source = try row.text("source")
            let value = FigureValue(try row.number("value"), try row.choice("relation"), isMoney: false)
            return FigureLine(
                id: try row.text("id"),
                record: .reading(value, source: source, evidence: try row.text("evidence")),
                day: try row.date("read_on"),
                title: Phrase(zh: source, en: source)
            )
        }
    }
}
