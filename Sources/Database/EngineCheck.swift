/// Something that an engine finds wrong with its own storage, references or rules.
package enum EngineFlaw: Sendable, Hashable {
    /// The storage itself, in the engine's own words.
    case damage(String)
    /// A row refers to a row that is not there.
    case dangling(table: String, parent: String)
    /// A table, index, trigger or constraint is missing, switched off, or not as the migrations made it.
    case schema(object: String)
}

/// Whether a database is sound in itself, whatever its tables mean.
///
/// SQLite looks at every page and row. PostgreSQL answers for its own pages; what a restore that broke off leaves undone
/// (constraints, indexes, triggers) is looked for here.
package struct EngineCheck: Sendable {
    /// A foreign key as the migrations declare it.
    private struct Reference: Sendable, Hashable {
        var table: String
        var parent: String
        var columns: [(own: String, theirs: String)]

        static func == (one: Reference, other: Reference) -> Bool {
            one.table == other.table && one.parent == other.parent && one.columns.map(\.own) == other.columns.map(\.own)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(table)
            hasher.combine(parent)
        }
    }

    private let migrations: [Migration]
    /// The statements of the objects that the migrations make on SQLite, by kind and name.
    private let objects: [String: String]
    private let references: [Reference]

    /// Runs the migrations on a database in memory, to know what a sound one looks like.
    package init(_ migrations: [Migration]) async throws {
        self.migrations = migrations
        let model = try SQLiteDatabase.inMemory()
        do {
            _ = try await Migrator(migrations).migrate(model, quietly: true)
            (objects, references) = try await model.read { (try Self.objects(of: $0), try Self.references(of: $0)) }
            await model.close()
        } catch {
            await model.close()
            throw error
        }
    }

    /// What is wrong with storage, references between rows, and schema; empty when all is well.
    package func flaws(in tx: any SQLConnection) throws -> [EngineFlaw] {
        switch tx.dialect {
        case .sqlite: try Self.damage(tx) + Self.dangling(tx) + differences(tx)
        case .postgres: try Self.unsound(tx) + missing(tx) + dangling(tx)
        }
    }

    // MARK: SQLite

    private static func objects(of tx: any SQLConnection) throws -> [String: String] {
        let query: SQL = """
            SELECT s.type || ' ' || s.name AS object, s.sql AS sql FROM sqlite_schema AS s \
            WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
            AND NOT EXISTS (SELECT 1 FROM pragma_table_list AS l WHERE l.name = s.tbl_name AND l.type = 'shadow')
            """
        let pairs = try tx.rows(.only(.sqlite, query)).map { row in
            // A renamed table is quoted by some versions of SQLite and not by others.
            (try row.text("object"), try row.text("sql").filter { !$0.isWhitespace && $0 != "\"" })
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private static func references(of tx: any SQLConnection) throws -> [Reference] {
        let query: SQL = """
            SELECT s.name AS name, f.id AS id, f."table" AS parent, f."from" AS own, f."to" AS theirs \
            FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f WHERE s.type = 'table' \
            ORDER BY s.name, f.id, f.seq
            """
        var found: [(id: Int64, reference: Reference)] = []
        for row in try tx.rows(.only(.sqlite, query)) {
            let id = try row.int("id")
            let table = try row.text("name")
            let column = (own: try row.text("own"), theirs: try row.text("theirs"))
            if let last = found.last, last.id == id, last.reference.table == table {
                found[found.count - 1].reference.columns.append(column)
            } else {
                found.append((id, Reference(table: table, parent: try row.text("parent"), columns: [column])))
            }
        }
        return found.map(\.reference)
    }

    private static func damage(_ tx: any SQLConnection) throws -> [EngineFlaw] {
        try tx.rows(.only(.sqlite, "PRAGMA integrity_check")).compactMap { row in
            guard case .text(let line)? = row.value(at: 0), line != "ok" else { return nil }
            return .damage(line)
        }
    }

    private static func dangling(_ tx: any SQLConnection) throws -> [EngineFlaw] {
        try tx.rows(.only(.sqlite, "PRAGMA foreign_key_check")).map {
            .dangling(table: try $0.text("table"), parent: try $0.text("parent"))
        }
    }

    private func differences(_ tx: any SQLConnection) throws -> [EngineFlaw] {
        let found = try Self.objects(of: tx)
        return Set(found.keys).union(objects.keys).sorted()
            .filter { found[$0] != objects[$0] }
            .map { .schema(object: $0) }
    }

    // MARK: PostgreSQL

    private static func unsound(_ tx: any SQLConnection) throws -> [EngineFlaw] {
        let constraints: SQL = """
            SELECT 'constraint ' || conname AS object FROM pg_constraint \
            WHERE connamespace = current_schema()::regnamespace AND NOT convalidated
            """
        let indexes: SQL = """
            SELECT 'index ' || c.relname AS object FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid \
            WHERE c.relnamespace = current_schema()::regnamespace AND NOT (i.indisvalid AND i.indisready)
            """
        return try [constraints, indexes].flatMap { query in
            try tx.rows(.only(.postgres, query)).map { .schema(object: try $0.text("object")) }
        }
    }

    /// The triggers and foreign keys that the migrations leave must be there and switched on.
    private func missing(_ tx: any SQLConnection) throws -> [EngineFlaw] {
        var wanted: [String] = []
        for statement in migrations.flatMap({ $0.statements(.postgres) }) {
            let words = try statement.rendered(for: .postgres).text.split(whereSeparator: \.isWhitespace).map(
                String.init
            )
            guard words.count > 2, words[1] == "TRIGGER" else { continue }
            if words[0] == "CREATE" { wanted.append("trigger \(words[2])") }
            if words[0] == "DROP" { wanted.removeAll { $0 == "trigger \(words[2])" } }
        }
        wanted += references.map { "reference \($0.table) \($0.parent)" }
        let triggers: SQL = """
            SELECT 'trigger ' || t.tgname AS object FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid \
            WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A')
            """
        let keys: SQL = """
            SELECT 'reference ' || c.relname || ' ' || p.relname AS object FROM pg_constraint AS k \
            JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_class AS p ON p.oid = k.confrelid \
            WHERE k.connamespace = current_schema()::regnamespace AND k.contype = 'f'
            """
        var there: [String: Int] = [:]
        for query in [triggers, keys] {
            for row in try tx.rows(.only(.postgres, query)) { there[try row.text("object"), default: 0] += 1 }
        }
        return wanted.filter { object in
            there[object, default: 0] -= 1
            return there[object, default: 0] < 0
        }.map { .schema(object: $0) }
    }

    /// Looks at the rows themselves, because a key that was never made refuses nothing.
    private func dangling(_ tx: any SQLConnection) throws -> [EngineFlaw] {
        try references.flatMap { reference -> [EngineFlaw] in
            let same = reference.columns.map { column -> SQL in
                "p.\(identifier: column.theirs) = c.\(identifier: column.own)"
            }
            let filled = reference.columns.map { column -> SQL in "c.\(identifier: column.own) IS NOT NULL" }
            let isDangling = try tx.exists(
                """
                SELECT 1 FROM \(identifier: reference.table) AS c WHERE \(SQL.joined(filled, separator: " AND ")) \
                AND NOT EXISTS (SELECT 1 FROM \(identifier: reference.parent) AS p \
                WHERE \(SQL.joined(same, separator: " AND ")))
                """
            )
            return isDangling ? [.dangling(table: reference.table, parent: reference.parent)] : []
        }
    }
}
