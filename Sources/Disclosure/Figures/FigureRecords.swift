package import Database

/// The records that make up a number, in a fixed order, and nothing else.
package struct FigureRecords: Sendable {
    /// What the identifiers are of.
    package enum Kind: String, Sendable, CaseIterable {
        case item, delivery, column
        case caseFile = "case"
        case reading, remedy, leaf
    }

    package var kind: Kind
    package var count: Int
    /// `SELECT r.id FROM …`, ordered.
    let ids: SQL

    /// So many of their identifiers, after some.
    package func page(_ offset: Int, limit: Int, _ tx: any SQLConnection) throws -> [String] {
        try tx.rows("\(ids) LIMIT \(limit) OFFSET \(offset)").map { try $0.text("id") }
    }
}
