package import Database
import Text

/// One thing that must be true of all records, whatever happened to the machine.
protocol RecordCheck: Sendable {
    /// Unique among the checks.
    var key: String { get }
    var name: Phrase { get }

    /// How many records it will go through.
    func count(_ tx: any SQLConnection) throws -> Int

    /// Goes through them, a few in memory at a time.
    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws
}

/// Looks through a whole database, changes nothing, and says in words what is wrong.
///
/// Everything is read from one snapshot, so that it can run beside a site at work.
package struct CheckDatabase: Sendable {
    /// Every check, in order: a new table brings its own here.
    private static func records(_ keys: KeyRing?) -> [any RecordCheck] {
        plain + [CaseFileCheck(), WatchCheck(), SealedCheck(keys: keys)]
    }

    private static let plain: [any RecordCheck] = [
        LedgerCheck(), SeriesCheck(), VersionCheck(), OpinionCheck(), ItemCheck(), PublicationCheck(),
        PublicItemCheck(), ValueCheck(), LifeCheck(), WithdrawalCheck(), DebtCheck(), TakedownCheck(), RelationCheck(),
        StrayCheck(), FileRowCheck(), JobCheck(), ImportCheck(), HolidayCheck(), CaseCheck(), LetterCheck(),
        ReadingCheck(), RemedyCheck(), ReportCheck(), FreezeCheck(),
    ]

    private let database: any SQLDatabase
    private let files: FilePlaces?
    private let keys: KeyRing?

    /// - Parameters:
    ///   - files: where the files are that the records name; nil looks at the records alone.
    ///   - keys: what opens sealed content; nil does not try.
    package init(_ database: any SQLDatabase, files: FilePlaces? = nil, keys: KeyRing? = nil) {
        self.database = database
        self.files = files
        self.keys = keys
    }

    /// - Parameter progress: called now and then while it runs.
    /// - Throws: `DatabaseError.unavailable` when the database cannot be reached; what is wrong inside is in the report.
    package func run(_ progress: @escaping @Sendable (CheckProgress) -> Void = { _ in }) async throws -> CheckReport {
        let engine = try await EngineCheck(Migration.all)
        var report = try await database.read { [keys] in try Self.report(on: $0, engine, keys: keys, progress) }
        // Of a database of another schema nothing more can be said.
        if let files, report.results.count > 1 { report.results.append(try await result(of: files)) }
        return report
    }

    private func result(of files: FilePlaces) async throws -> CheckResult {
        var findings = Findings { _ in }
        do {
            try await FileCheck(database: database, places: files).run(&findings)
        } catch DatabaseError.unavailable(let reason) {
            throw DatabaseError.unavailable(reason)
        } catch {
            findings.addUnread(FileCheck.key, error)
        }
        return CheckResult(FileCheck.key, FileCheck.name, findings)
    }

    /// Looks through what a transaction sees.
    static func report(
        on tx: any SQLConnection,
        _ engine: EngineCheck,
        keys: KeyRing? = nil,
        _ progress: @escaping (CheckProgress) -> Void = { _ in }
    ) throws -> CheckReport {
        let first = EngineRecords(engine: engine)
        var report = CheckReport(results: [try result(of: first, 0, 0, tx, progress)])
        // Of a database of another schema nothing more can be said.
        guard first.isOurs(tx) else { return report }
        let records = records(keys)
        let counts = records.map { check in (try? tx.attempt { try check.count(tx) }) ?? 0 }
        let total = counts.reduce(0, +)
        var done = 0
        for (check, count) in zip(records, counts) {
            report.results.append(try result(of: check, done, total, tx, progress))
            done += count
        }
        return report
    }

    /// Damage may end a check half-way: that is a finding too, and the next check goes on.
    private static func result(
        of check: any RecordCheck,
        _ before: Int,
        _ total: Int,
        _ tx: any SQLConnection,
        _ progress: @escaping (CheckProgress) -> Void
    ) throws -> CheckResult {
        progress(CheckProgress(name: check.name, done: before, total: total))
        var findings = Findings { progress(CheckProgress(name: check.name, done: before + $0, total: total)) }
        do {
            try tx.attempt { try check.run(tx, &findings) }
        } catch DatabaseError.unavailable(let reason) {
            throw DatabaseError.unavailable(reason)
        } catch {
            findings.addUnread(check.key, error)
        }
        progress(CheckProgress(name: check.name, done: before + findings.examined, total: total))
        return CheckResult(check.key, check.name, findings)
    }
}

/// The engine's own view, the schema, and the migrations with their checksums.
private struct EngineRecords: RecordCheck {
    let key = "engine"
    let name = Phrase(zh: "存储与结构", en: "Storage and schema")
    let engine: EngineCheck

    func count(_ tx: any SQLConnection) throws -> Int { 0 }

    /// Whether the tables are those that the other checks read.
    func isOurs(_ tx: any SQLConnection) -> Bool {
        let waiting = try? tx.attempt { try Migrator(Migration.all).pending(in: tx) }
        return waiting?.isEmpty == true
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var waiting: [Migration] = []
        do {
            waiting = try Migrator(Migration.all).pending(in: tx)
            findings.examine()
        } catch let error as MigrationError {
            findings.add(
                "schema_migration",
                zh: "升级记录与本程序不符：\(error.description)",
                en: "the record of migrations does not fit this program: \(error.description)"
            )
        }
        if !waiting.isEmpty {
            findings.add(
                "schema_migration",
                zh: "尚有 \(waiting.count) 步升级未执行：请先运行 gongkai migrate，再检查",
                en: "\(waiting.count) migrations wait: run gongkai migrate, then check again"
            )
        }
        // The schema of another program cannot be compared.
        guard findings.flawCount == 0 else { return }
        for flaw in try engine.flaws(in: tx) { Self.say(flaw, &findings) }
    }

    private static func say(_ flaw: EngineFlaw, _ findings: inout Findings) {
        switch flaw {
        case .damage(let words):
            findings.add("database", zh: "数据库文件已损坏：\(words)", en: "the database file is damaged: \(words)")
        case .dangling(let table, let parent):
            findings.add(
                table,
                zh: "\(table) 有一行指向 \(parent) 中不存在的行",
                en: "a row of \(table) refers to no row of \(parent)"
            )
        case .schema(let object):
            findings.add(
                object,
                zh: "结构与本程序的升级步骤所建的不同，或缺失、停用",
                en: "missing, switched off, or not as the migrations of this program made it"
            )
        }
    }
}
