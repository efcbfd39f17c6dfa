import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far a backup has come.
package struct BackupProgress: Sendable, Hashable {
    /// Pages copied so far.
    package let pages: Int
    /// Pages of the whole database.
    package let totalPages: Int
}

/// Copies of a database in use (https://www.sqlite.org/backup.html), never by copying its files, which tears.
extension SQLiteDatabase {
    /// Pages per step: about 4 MB between two calls of `progress`.
    private static let pagesPerStep: Int32 = 1024

    /// Writes one consistent snapshot to a new file while readers and the writer go on.
    ///
    /// The copy appears under its name only when it is whole, has passed the integrity check and is on the disk.
    /// - Parameters:
    ///   - path: of the new file; refused with `.other` when something is there already.
    ///   - progress: called between steps; when it throws, the backup is given up and its error thrown on.
    package func backup(
        to path: String,
        progress: @escaping @Sendable (BackupProgress) throws -> Void = { _ in }
    ) async throws {
        guard access(path, F_OK) != 0 else { throw DatabaseError.other("there is a file at \(path) already") }
        let partial = path + ".partial"
        SQLiteDatabase.remove(partial)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writer.asyncRead { snapshot in
                continuation.resume(
                    with: Result {
                        do {
                            try SQLiteDatabase.copy(try snapshot.get(), to: partial, progress)
                            try SQLiteDatabase.publish(partial, as: path)
                        } catch {
                            SQLiteDatabase.remove(partial)
                            throw SQLiteDatabase.inOurWords(error)
                        }
                    }
                )
            }
        }
    }

    /// What SQLite finds wrong with the file or with references between rows; empty when all is well.
    package func checkIntegrity() async throws -> [String] {
        try await read { tx in
            var findings: [String] = []
            for row in try tx.rows(.only(.sqlite, "PRAGMA integrity_check")) {
                if case .text(let line)? = row.value(at: 0), line != "ok" { findings.append(line) }
            }
            for row in try tx.rows(.only(.sqlite, "PRAGMA foreign_key_check")) {
                findings.append("a row of \(try row.text("table")) refers to no row of \(try row.text("parent"))")
            }
            return findings
        }
    }

    private static func copy(
        _ source: GRDB.Database,
        to path: String,
        _ progress: @escaping (BackupProgress) throws -> Void
    ) throws {
        // The first SELECT takes the snapshot; without one, each write elsewhere would start the backup again.
        _ = try Row.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
        let target = try DatabaseQueue(path: path)
        do {
            try target.writeWithoutTransaction { target in
                try source.backup(to: target, pagesPerStep: pagesPerStep) { step in
                    try progress(BackupProgress(pages: step.completedPageCount, totalPages: step.totalPageCount))
                }
                // One file instead of three, so that it can be carried away.
                try target.execute(sql: "PRAGMA journal_mode = DELETE")
                let answer = try String.fetchAll(target, sql: "PRAGMA integrity_check")
                guard answer == ["ok"] else {
                    throw DatabaseError.other("the copy is damaged: \(answer.first ?? "no answer")")
                }
            }
        } catch {
            try? target.close()
            throw error
        }
        try target.close()
    }

    /// Puts the finished copy under its name, on the disk.
    private static func publish(_ partial: String, as path: String) throws {
        try flush(partial)
        // Not rename, which would replace a file that has appeared meanwhile.
        guard link(partial, path) == 0 else { throw DatabaseError.other("cannot make a file at \(path)") }
        _ = unlink(partial)
        try flush(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { _ = unlink(path + suffix) }
    }

    private static func inOurWords(_ error: any Error) -> any Error {
        if let error = error as? GRDB.DatabaseError { DatabaseError(error) } else { error }
    }
}

/// Waits until a file or folder is on the disk.
private func flush(_ path: String) throws {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw DatabaseError.unavailable("cannot open \(path)") }
    defer { _ = close(file) }
    guard fsync(file) == 0 else { throw DatabaseError.unavailable("cannot write \(path) to the disk") }
}
