/// Where the records are, as one setting says it: a file, a PostgreSQL server, or memory.
package enum DatabaseLocation: Sendable, Hashable {
    /// Path of an SQLite file.
    case file(String)
    /// Connection URL of a PostgreSQL database.
    case server(url: String)
    /// Nowhere: gone with the process.
    case memory

    /// Reads the setting: `postgresql://…` or `postgres://…` is a server, `:memory:` is memory, all else is a path.
    package init(_ setting: String) {
        if setting.hasPrefix("postgresql://") || setting.hasPrefix("postgres://") {
            self = .server(url: setting)
        } else if setting == ":memory:" {
            self = .memory
        } else {
            self = .file(setting)
        }
    }

    /// The engine behind it.
    package var dialect: Dialect {
        if case .server = self { .postgres } else { .sqlite }
    }

    /// Opens it; `connections` is the number of transactions that may run at the same time, one of them writing.
    ///
    /// - Throws: `DatabaseError.unavailable` when it cannot be reached, `.other` when it cannot be used or this program
    ///   was built without PostgreSQL.
    package func open(connections: Int = 8) async throws -> any SQLDatabase {
        switch self {
        case .file(let path):
            return try SQLiteDatabase.open(path: path, readers: connections - 1)
        case .memory:
            return try SQLiteDatabase.inMemory()
        case .server(let url):
            #if PostgreSQL
                return try await PostgresDatabase.open(url: url, connections: connections)
            #else
                throw DatabaseError.other("this program was built without PostgreSQL")
            #endif
        }
    }
}
