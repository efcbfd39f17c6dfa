import ArgumentParser
import Database
import Disclosure
import Foundation
import Logging
import Text

/// Copies the SQLite database into one file while the site goes on.
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
                zh: "PostgreSQL 请用 pg_dump：pg_dump --format=custom --file=\(file) «数据库地址»",
                en: "back up PostgreSQL with pg_dump: pg_dump --format=custom --file=\(file) «address of the database»"
            )
        }
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(zh: "没有数据库 \(path)", en: "there is no database \(path)")
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(zh: "\(file) 已存在，请换一个文件名", en: "\(file) is there already; choose another name")
        }
        let database = try SQLiteDatabase.open(path: path, readers: 1)
        do {
            try await database.backup(to: file)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        Terminal.say(Phrase(zh: "已备份到 \(file)，并已检查完整", en: "Backed up to \(file) and found whole").inTerminal)
    }
}
