import Civil
import Database
import Disclosure
import Foundation

/// Puts a backup in the place of the SQLite database: looked through first, swapped in one step, the old one kept beside.
struct RestoreFile {
    var backup: String
    var target: String
    /// Whether a database that is there already may be put aside.
    var replaces: Bool
    /// Brings the files that the backup names to their place; nil where nobody asks for them.
    var files: FileCopies? = nil
    var now: Instant

    struct Outcome: Sendable, Hashable {
        /// Where the database that was there is kept.
        var kept: String?
        /// Migrations that this program will run on the restored database.
        var waiting: Int
    }

    /// - Throws: `CommandFailure` when the backup is damaged, of a newer program or no backup at all, when the target is
    ///   in use, or is there and may not be replaced. The target is as it was then.
    func run() async throws -> Outcome {
        try checkPlaces()
        let candidate = target + ".restoring"
        Self.remove(candidate)
        do {
            try copy(to: candidate)
            let waiting = try await lookThrough(candidate, called: backup)
            let kept = try putAside()
            guard rename(candidate, target) == 0 else { throw failure("rename", candidate) }
            try Self.syncFolder(of: target)
            return Outcome(kept: kept, waiting: waiting)
        } catch {
            Self.remove(candidate)
            throw error
        }
    }

    private func checkPlaces() throws {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw CommandFailure(zh: "没有文件 \(backup)", en: "there is no file \(backup)")
        }
        guard SQLiteJournal.size(beside: backup) == 0 else {
            throw CommandFailure(
                zh: "\(backup) 旁边还有未写完的 -wal 文件，不是完整的备份；请用 gongkai backup 制作",
                en:
                    "\(backup) has an unfinished -wal file beside it and is no whole backup; make one with gongkai backup"
            )
        }
        guard FileManager.default.fileExists(atPath: target) else { return }
        guard replaces else {
            throw CommandFailure(
                zh: "\(target) 已存在；加 --replace 则将其改名保留后再恢复",
                en: "\(target) is there already; with --replace it is kept beside under another name"
            )
        }
        guard !SQLiteFileLock.isHeld(on: target) else {
            throw CommandFailure(
                zh: "\(target) 正在使用；请先停止 gongkai serve，再恢复",
                en: "\(target) is in use; stop gongkai serve first"
            )
        }
    }

    private func copy(to candidate: String) throws {
        do {
            let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try FileManager.default.copyItem(atPath: backup, toPath: candidate)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: candidate)
        } catch {
            throw CommandFailure(
                zh: "无法复制到 \(candidate)：\(error.localizedDescription)",
                en: "cannot copy to \(candidate): \(error.localizedDescription)"
            )
        }
    }

    /// - Returns: how many migrations wait for it.
    private func lookThrough(_ candidate: String, called name: String) async throws -> Int {
        let database: SQLiteDatabase
        do {
            database = try SQLiteDatabase.open(path: candidate, readers: 1)
        } catch {
            throw CommandFailure(zh: "\(name) 不是数据库：\(error)", en: "\(name) is no database: \(error)")
        }
        do {
            let findings = try await database.checkIntegrity()
            guard findings.isEmpty else {
                let list = findings.prefix(5).joined(separator: "; ")
                throw CommandFailure(zh: "\(name) 已损坏：\(list)", en: "\(name) is damaged: \(list)")
            }
            guard try await database.read({ try $0.hasTable("schema_migration") }) else {
                throw CommandFailure(zh: "\(name) 不是本程序的数据库", en: "\(name) is no database of this program")
            }
            let waiting = try await Migrator(Migration.all).pending(database)
            // Files that came too early are no harm: the sweep takes what no row names.
            if let files { _ = try await files.copy(namedIn: database) }
            await database.close()
            try await SQLiteJournal.fold(into: candidate)
            guard SQLiteJournal.size(beside: candidate) == 0 else {
                throw CommandFailure(zh: "\(candidate) 没有写完", en: "\(candidate) was not written to its end")
            }
            return waiting.count
        } catch {
            await database.close()
            throw error
        }
    }

    /// Gives the old file a second name before the new one takes its first, so that there is always a database.
    private func putAside() throws -> String? {
        guard FileManager.default.fileExists(atPath: target) else { return nil }
        let stamp = now.iso8601.prefix(19).filter { $0.isNumber }
        let kept = "\(target).replaced-\(stamp)"
        guard link(target, kept) == 0 else { throw failure("link", kept) }
        for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: target + suffix) {
            guard rename(target + suffix, kept + suffix) == 0 else { throw failure("rename", target + suffix) }
        }
        return kept
    }

    private func failure(_ act: String, _ path: String) -> CommandFailure {
        let reason = String(cString: strerror(errno))
        return CommandFailure(zh: "\(path)：\(act) 失败（\(reason)）", en: "\(path): \(act) failed (\(reason))")
    }

    static func syncFolder(of path: String) throws {
        for name in [path, URL(fileURLWithPath: path).deletingLastPathComponent().path] {
            let file = open(name, O_RDONLY)
            guard file >= 0 else { continue }
            defer { close(file) }
            guard fsync(file) == 0 else {
                throw CommandFailure(zh: "无法把 \(name) 写入磁盘", en: "cannot write \(name) to the disk")
            }
        }
    }

    private static func remove(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }
}
