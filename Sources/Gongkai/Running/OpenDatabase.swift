import Database
import Disclosure
import Foundation
import Text

/// The one place where the program opens its database.
enum OpenDatabase {
    /// Opens the database of the settings; a new SQLite file is made in a folder of its own (0700) and readable for its
    /// owner alone (0600).
    ///
    /// - Throws: `CommandFailure` or `DatabaseError` when it cannot be used.
    static func open(_ settings: Settings) async throws -> any SQLDatabase {
        switch settings.database {
        case .sqlite(let path):
            return try await openFile(path)
        #if PostgreSQL
            case .postgres(let url, let connections):
                return try await DatabaseLocation.server(url: url).open(connections: connections)
        #else
            case .postgres:
                throw CommandFailure(
                    zh: "本程序编译时未包含 PostgreSQL；请改用 SQLite，或重新编译：swift build --product gongkai",
                    en:
                        "this program was built without PostgreSQL; use SQLite, or build it with: swift build --product gongkai",
                    status: CommandFailure.badSettings
                )
        #endif
        }
    }

    /// Opens the database and sees to it that it has the schema of this program.
    ///
    /// - Parameter beside: whether another program may serve the database now; then only a new one gets its schema.
    /// - Throws: `CommandFailure` when migrations wait and must not run here.
    static func openMigrated(_ settings: Settings, beside: Bool) async throws -> any SQLDatabase {
        let database = try await open(settings)
        do {
            try await bringUpToDate(database, settings, beside)
            return database
        } catch {
            await database.close()
            throw error
        }
    }

    private static func bringUpToDate(_ database: any SQLDatabase, _ settings: Settings, _ beside: Bool) async throws {
        let migrator = Migrator(Migration.all)
        let waiting = try await migrator.pending(database)
        guard !waiting.isEmpty else { return }
        let isNew = waiting.count == Migration.all.count
        guard settings.migratesAtStart, isNew || !beside else {
            throw CommandFailure(
                zh: "数据库尚有 \(waiting.count) 步升级未执行；请先运行 gongkai migrate",
                en: "\(waiting.count) migrations wait for this database; run gongkai migrate first",
                status: CommandFailure.badSettings
            )
        }
        _ = try await migrator.migrate(database)
    }

    private static func openFile(_ path: String) async throws -> any SQLDatabase {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let isNew = !FileManager.default.fileExists(atPath: path)
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CommandFailure(
                zh: "无法建立数据目录 \(folder)：\(error.localizedDescription)",
                en: "the folder \(folder) cannot be made: \(error.localizedDescription)"
            )
        }
        let database = try await DatabaseLocation.file(path).open()
        if isNew { chmod(path, 0o600) }
        return database
    }
}
