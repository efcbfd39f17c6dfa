import Database

/// The rows of one table that hold something sealed: how they are walked, where each was sealed for, how they are stored.
///
/// Every table with a column `key_id` has its own here, or a rotation would leave its secrets behind.
struct SealedRows: Sendable {
    /// A row by the columns that name it; the second is empty where there is one.
    struct Name: Sendable, Hashable {
        var first = ""
        var second = ""
    }

    /// So many bytes are sealed anew in one transaction, or one row that is larger.
    static let mostBytes = 2 << 20
    /// So many rows in one transaction.
    static let mostRows = 100

    var table: SQL
    /// The column or columns that name a row, in the order of its primary key.
    var first: SQL
    var second: SQL?
    /// Columns of sealed bytes with the place of each.
    var columns: [(column: SQL, name: String, place: @Sendable (Name) -> String)]

    static let all: [SealedRows] = [
        SealedRows(
            table: "case_words",
            first: "case_file",
            second: "part",
            columns: [("sealed", "sealed", { App.place(ID($0.first), $0.second) })]
        ),
        SealedRows(
            table: "public_comment",
            first: "id",
            columns: [
                ("body", "body", { PublicComment.place(of: ID($0.first), "body") }),
                ("person", "person", { PublicComment.place(of: ID($0.first), "person") }),
            ]
        ),
        SealedRows(
            table: "second_factor",
            first: "person",
            columns: [("sealed", "sealed", { SecondFactor.place(ID($0.first)) })]
        ),
        SealedRows(
            table: "kept_form",
            first: "id",
            second: "person",
            columns: [("sealed", "sealed", { KeptForm.place(ID($0.first), ID($0.second)) })]
        ),
    ]

    func count(sealedWith keys: [String], _ tx: any SQLConnection) throws -> Int {
        guard !keys.isEmpty else { return 0 }
        return Int(try tx.integer("SELECT count(*) FROM \(table) WHERE key_id IN \(list: keys)"))
    }

    func exists(sealedWith key: String, _ tx: any SQLConnection) throws -> Bool {
        try tx.exists("SELECT 1 FROM \(table) WHERE key_id = \(key)")
    }

    /// The next rows after one that are sealed with one of these keys, or with any, with their sizes.
    func names(sealedWith keys: [String]?, after: Name, _ tx: any SQLConnection) throws -> [(name: Name, size: Int)] {
        let sizes = SQL.joined(columns.map { "coalesce(length(\($0.column)), 0)" }, separator: " + ")
        let named: SQL = second.map { ", \($0) AS second_name" } ?? ", '' AS second_name"
        let place: SQL =
            second.map {
                "\(first) >= \(after.first) AND (\(first) > \(after.first) OR \($0) > \(after.second))"
            } ?? "\(first) > \(after.first)"
        let sealed: SQL = keys.map { " AND key_id IN \(list: $0)" } ?? ""
        let order: SQL = second.map { "\(first), \($0)" } ?? first
        let rows = try tx.rows(
            """
            SELECT \(first) AS first_name\(named), \(sizes) AS size FROM \(table)
            WHERE \(place)\(sealed) ORDER BY \(order) LIMIT \(Self.mostRows)
            """
        )
        return try rows.map { row in
            (
                Name(first: try row.text("first_name"), second: try row.text("second_name")),
                try row.number("size")
            )
        }
    }

    private func condition(_ name: Name) -> SQL {
        second.map { "\(first) = \(name.first) AND \($0) = \(name.second)" } ?? "\(first) = \(name.first)"
    }

    /// Whether every column of a row opens in its place; also for a row that is gone.
    func opens(_ name: Name, with keys: KeyRing, _ tx: any SQLConnection) throws -> Bool {
        guard let row = try tx.first("SELECT * FROM \(table) WHERE \(condition(name))") else { return true }
        let keyID = try row.text("key_id")
        return try columns.allSatisfy { column in
            guard let bytes = try row.optionalBytes(column.name) else { return true }
            return (try? keys.open(Sealed(keyID: keyID, bytes: bytes), in: column.place(name))) != nil
        }
    }

    /// Seals one row anew with the newest key.
    ///
    /// - Returns: false where it does not open and was left as it is.
    func reseal(_ name: Name, _ tx: any SQLConnection, in app: App) throws -> Bool {
        guard let row = try tx.first("SELECT * FROM \(table) WHERE \(condition(name))") else { return true }
        let keyID = try row.text("key_id")
        var changes: [SQL] = []
        var newest = ""
        for column in columns {
            guard let bytes = try row.optionalBytes(column.name) else { continue }
            let place = column.place(name)
            guard let plain = try? app.keys.open(Sealed(keyID: keyID, bytes: bytes), in: place) else { return false }
            let sealed = try app.seal(plain, in: place)
            changes.append("\(column.column) = \(sealed.bytes)")
            newest = sealed.keyID
        }
        guard !changes.isEmpty else { return true }
        let set = SQL.joined(changes, separator: ", ")
        try tx.execute("UPDATE \(table) SET \(set), key_id = \(newest) WHERE \(condition(name))")
        return true
    }
}
