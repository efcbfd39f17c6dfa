import ArgumentParser
import Disclosure
import Logging
import Text

/// Puts a backup in the place of the SQLite database; the old one is kept beside.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: Phrase(zh: "用备份恢复 SQLite 数据库", en: "Restore the SQLite database from a backup").inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "gongkai backup 制作的文件", en: "a file made by gongkai backup"))
    var file: String

    @Flag(
        help: ArgumentHelp(
            zh: "把现有数据库改名保留，再放入备份",
            en: "keep the present database under another name and put the backup in its place"
        )
    )
    var replace = false

    @Flag(
        help: ArgumentHelp(
            zh: "只恢复数据库，不要求备份旁的附件齐全",
            en: "restore the database alone, even when files beside the backup are missing"
        )
    )
    var withoutFiles = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let loaded = try options.load()
        LoggingSystem.speak(level: max(loaded.settings.logLevel, .error), format: loaded.logFormat)
        guard case .sqlite(let path) = loaded.settings.database else {
            throw CommandFailure(
                zh: "PostgreSQL 请用 pg_restore：pg_restore --clean --if-exists --dbname=«数据库地址» \(file)",
                en:
                    "restore PostgreSQL with pg_restore: pg_restore --clean --if-exists --dbname=«address of the database» \(file)"
            )
        }
        let copies = FileCopies(
            source: FileCopies.store(beside: file),
            target: BlobStore(folder: loaded.settings.filesDirectory)
        )
        let outcome = try await RestoreFile(
            backup: file,
            target: path,
            replaces: replace,
            files: withoutFiles ? nil : copies,
            now: SystemClock.now()
        ).run()
        Terminal.say(Phrase(zh: "已恢复到 \(path)", en: "Restored to \(path)").inTerminal)
        if let kept = outcome.kept {
            Terminal.say(Phrase(zh: "原数据库保留在 \(kept)", en: "The database that was there is kept in \(kept)").inTerminal)
        }
        if outcome.waiting > 0 {
            Terminal.say(
                Phrase(
                    zh: "备份来自较早的版本：下次启动前需升级 \(outcome.waiting) 步（gongkai migrate）",
                    en: "The backup is of an older version: \(outcome.waiting) migrations wait (gongkai migrate)"
                ).inTerminal
            )
        }
    }
}
