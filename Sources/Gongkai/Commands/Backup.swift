import ArgumentParser
import Database
import Disclosure
import Foundation
import Logging
import Text

/// Copies the SQLite database into one file while the site goes on, and the files that it names beside it.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Phrase(zh: "在运行中备份 SQLite 数据库", en: "Back up the SQLite database while the site runs").inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "新文件；已存在则拒绝", en: "new file; refused when it is there already"))
    var file: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let loaded = try options.load()
        LoggingSystem.speak(level: max(loaded.settings.logLevel, .warning), format: loaded.logFormat)
        guard case .sqlite(let path) = loaded.settings.database else {
            throw CommandFailure(
                zh:
                    "PostgreSQL 请用 pg_dump：pg_dump --format=custom --file=\(file) «数据库地址»，然后复制附件文件夹 \(loaded.settings.filesDirectory)",
                en:
                    "back up PostgreSQL with pg_dump: pg_dump --format=custom --file=\(file) «address of the database»; "
                    + "then copy the folder of files, \(loaded.settings.filesDirectory)"
            )
        }
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(zh: "没有数据库 \(path)", en: "there is no database \(path)")
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(zh: "\(file) 已存在，请换一个文件名", en: "\(file) is there already; choose another name")
        }
        let database = try SQLiteDatabase.open(path: path, readers: 1)
        let count: Int
        do {
            count = try await copy(database, BlobStore(folder: loaded.settings.filesDirectory))
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        Terminal.say(
            Phrase(
                zh: "已备份到 \(file)，并已检查完整" + (count > 0 ? "；\(count) 个附件在旁边的 blobs 文件夹" : ""),
                en: "Backed up to \(file) and found whole"
                    + (count > 0 ? "; \(count) files are in the folder blobs beside it" : "")
            ).inTerminal
        )
    }

    /// The backup takes its name last, when every file that it names is there.
    /// - Returns: how many files there are.
    private func copy(_ database: SQLiteDatabase, _ blobs: BlobStore) async throws -> Int {
        let unfinished = file + ".unfinished"
        unlink(unfinished)
        defer { unlink(unfinished) }
        try await database.backup(to: unfinished)
        let count = try await FileCopies(source: blobs, target: FileCopies.store(beside: file)).copy(namedIn: database)
        guard link(unfinished, file) == 0 else {
            let reason = String(cString: strerror(errno))
            throw CommandFailure(zh: "无法写入 \(file)（\(reason)）", en: "cannot write \(file) (\(reason))")
        }
        try RestoreFile.syncFolder(of: file)
        return count
    }
}
