import ArgumentParser
import Database
import Disclosure
import Foundation
import Logging
import Text

/// Looks through a whole database and says in words what is wrong with it; changes nothing.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Phrase(
            zh: "检查整个数据库：公开日志、版本、意见、公开内容、任务、导入",
            en: "Check a whole database: ledger, versions, opinions, publications, jobs, imports"
        ).inTerminal,
        discussion: Phrase(
            zh: "只读，可在网站运行时使用；检查备份：gongkai check --database 备份文件。有问题则以 1 退出。",
            en:
                "Only reads, and may run beside the site. To check a backup: gongkai check --database FILE. Exit status 1 "
                + "when something is wrong."
        ).inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let loaded = try options.load()
        LoggingSystem.speak(level: max(loaded.settings.logLevel, .error), format: loaded.logFormat)
        let database = try await open(loaded.settings)
        let report: CheckReport
        let bar = ProgressBar(Phrase(zh: "检查", en: "Checking"))
        do {
            let check = CheckDatabase(database, files: places(loaded.settings), keys: keys(loaded.settings))
            report = try await check.run {
                bar.show($0.done, of: $0.total)
            }
        } catch {
            await database.close()
            throw error
        }
        bar.finish()
        await database.close()
        Terminal.say(report.words.inTerminal)
        if !report.isSound { throw ExitCode.failure }
    }

    /// A database outside the folder of data is taken for a copy, with its files beside it or still in their own folder.
    private func places(_ settings: Settings) -> FilePlaces {
        let own = BlobStore(folder: settings.filesDirectory)
        if case .sqlite(let path) = settings.database, folder(of: path) != folder(of: settings.dataDirectory + "/") {
            return FilePlaces(ofCopy: [FileCopies.store(beside: path), own])
        }
        return FilePlaces(of: own, now: SystemClock.now())
    }

    /// Nil where the file is not there: a copy is also looked at on a machine that must not read it.
    private func keys(_ settings: Settings) -> KeyRing? {
        (try? KeyFile(settings).secrets()).map { KeyRing($0) }
    }

    private func folder(of path: String) -> String {
        URL(fileURLWithPath: path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./").standardizedFileURL.path
    }

    private func open(_ settings: Settings) async throws -> any SQLDatabase {
        guard case .sqlite(let path) = settings.database else { return try await OpenDatabase.open(settings) }
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(zh: "没有数据库 \(path)", en: "there is no database \(path)")
        }
        return try SQLiteDatabase.openReadOnly(path: path)
    }
}

extension CheckReport {
    /// Each flaw on a line of its own, then what was gone through.
    var words: Phrase {
        Phrase(zh: text(in: .zh), en: text(in: .en))
    }

    private func text(in language: Language) -> String {
        var lines: [String] = []
        for result in results {
            for flaw in result.flaws {
                lines.append("\(result.name[language]) \(flaw.subject): \(flaw.what[language])")
            }
            let more = result.flawCount - result.flaws.count
            if more > 0 {
                let words = Phrase(zh: "还有 \(more) 处同类问题", en: "\(more) more of this kind")
                lines.append("\(result.name[language]): \(words[language])")
            }
            lines += result.notes.map { $0[language] }
        }
        var table = TextTable()
        for result in results {
            let mark: Finding.Mark = result.flawCount == 0 ? .fine : .wrong
            table.add([mark.word[language], result.name[language], String(result.examined)])
        }
        lines.append(table.text)
        let last =
            isSound
            ? Phrase(zh: "没有发现问题", en: "Nothing is wrong")
            : Phrase(zh: "发现 \(flawCount) 处问题", en: "\(flawCount) things are wrong")
        lines.append(last[language])
        return lines.joined(separator: "\n")
    }
}
