import Civil
package import Database

/// The records that make up a number, in a fixed order, and nothing else.
package struct FigureRecords: Sendable {
    /// What the identifiers are of; of a leaf its name in the log.
    package enum Kind: String, Sendable, CaseIterable {
        case item, delivery, column
        case caseFile = "case"
        case reading, remedy, leaf
    }

    package var kind: Kind
    package var count: Int
    /// `SELECT … AS id FROM …`, each once.
    let ids: SQL

    /// So many of their identifiers, after some.
    package func page(_ offset: Int, limit: Int, _ tx: any SQLConnection) throws -> [String] {
        try tx.rows("SELECT u.id FROM (\(ids)) u ORDER BY u.id LIMIT \(limit) OFFSET \(offset)").map {
            try $0.text("id")
        }
    }
}

extension FigureCount {
    /// The records behind one number; of a sum or a share those of all its parts, each once.
    ///
    /// Of parts that count different things, such as items and cases, only those of the first kind.
    ///
    /// - Returns: nothing where a figure counts no records.
    package func records(of asked: FigureAsked) throws -> FigureRecords? {
        let filters = try filters(of: asked.key)
        guard let kind = filters.first?.kind.record else { return nil }
        var parts: [SQL] = []
        for (key, filter) in zip(try keys(of: asked.key), filters) where filter.kind.record == kind {
            parts.append(try rows(filter, FigureAsked(key, asked.scope, applicant: asked.applicant)).ids)
        }
        let ids = SQL.joined(parts, separator: " UNION ")
        return FigureRecords(kind: kind, count: Int(try tx.integer("SELECT count(*) FROM (\(ids)) u")), ids: ids)
    }

    /// The figure itself, or its parts that are counted from records.
    func keys(of key: String) throws -> [String] {
        let figure = try figure(key)
        return figure.parts.isEmpty ? [key] : figure.parts
    }

    func filters(of key: String) throws -> [RecordFilter] {
        try keys(of: key).compactMap { key in
            if case .records(let filter) = try figure(key).counting { filter } else { nil }
        }
    }

    /// The rows of one number: over all years those since the opening balance.
    func rows(_ filter: RecordFilter, _ asked: FigureAsked) throws -> FigureRows {
        var period = period
        if asked.scope == .total, !filter.kind.isStanding {
            let since = try opening(of: asked).map { $0.since(until: period.last) } ?? allTime
            // An opening balance on the last day has nothing on top: a period without days.
            period = since ?? FigurePeriod(first: period.last.adding(days: 1), last: period.last)
        }
        return source(asked, over: period).rows(filter)
    }
}
