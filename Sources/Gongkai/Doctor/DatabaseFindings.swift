import Civil
import Database
import Disclosure
import Foundation
import Text

/// How the database is: reachable, whole, safe against power cuts, and of this program's schema.
struct DatabaseFindings {
    var settings: Settings

    /// What was found, the instant of the newest entry of the audit trail, and the holidays with what was imported.
    func look() async -> (group: FindingGroup, newestRecord: Instant?, holidays: HolidayTable) {
        var findings: [Finding] = []
        var holidays = HolidayTable.stateCouncil
        var newest: Instant?
        switch settings.database {
        case .sqlite(let path) where !FileManager.default.fileExists(atPath: path):
            findings.append(
                Finding(
                    mark: .absent,
                    subject: Phrase(zh: "SQLite", en: "SQLite"),
                    detail: Phrase(
                        zh: "\(path) 尚未建立，首次启动时自动建立",
                        en: "\(path) is not there yet; the first start makes it"
                    )
                )
            )
        case .sqlite, .postgres:
            do {
                let database = try await OpenDatabase.open(settings)
                findings.append(place)
                findings += await Self.guarded { try await schema(of: database) }
                findings += await Self.guarded { try await keys(for: database) }
                if let sqlite = database as? SQLiteDatabase {
                    findings += await Self.guarded { try await safety(of: sqlite) }
                } else {
                    findings += await Self.guarded { try await durability(of: database) }
                }
                newest = try? await database.read { tx in
                    try tx.hasTable("audit") ? tx.first("SELECT max(at) AS at FROM audit")?.optionalInstant("at") : nil
                }
                holidays = await Self.holidays(of: database)
                await database.close()
            } catch {
                let failure = CommandFailure(error)
                findings.append(Finding(mark: .wrong, subject: place.subject, detail: failure.message))
            }
        }
        return (
            FindingGroup(name: Phrase(zh: "数据库", en: "Database"), findings: findings, advice: nil), newest, holidays
        )
    }

    /// The built-in years alone where the database cannot tell of others; why it cannot stands among the findings.
    private static func holidays(of database: any SQLDatabase) async -> HolidayTable {
        let known = HolidayTable.stateCouncil
        let imported = try? await database.read { tx in
            try tx.hasTable("holiday_year") ? tx.holidayYears.table(over: known) : known
        }
        return imported ?? known
    }

    private var place: Finding {
        switch settings.database {
        case .sqlite(let path):
            let isOpen = FilePermissions.isOpenToOthers(path)
            return Finding(
                mark: isOpen ? .warning : .fine,
                subject: Phrase(zh: "SQLite", en: "SQLite"),
                detail: isOpen
                    ? Phrase(zh: "\(path) 他人可读，请 chmod 600", en: "\(path) can be read by others: chmod 600")
                    : Phrase(zh: path, en: path)
            )
        case .postgres(let url, _):
            let shown = Secrets.redacted(url)
            return Finding(
                mark: .fine,
                subject: Phrase(zh: "PostgreSQL", en: "PostgreSQL"),
                detail: Phrase(zh: shown, en: shown)
            )
        }
    }

    private func schema(of database: any SQLDatabase) async throws -> [Finding] {
        let waiting = try await Migrator(Migration.all).pending(database)
        let isWaiting = !waiting.isEmpty
        return [
            Finding(
                mark: isWaiting ? .warning : .fine,
                subject: Phrase(zh: "结构", en: "schema"),
                detail: isWaiting
                    ? Phrase(
                        zh: "\(waiting.count) 步升级未执行：gongkai migrate",
                        en: "\(waiting.count) migrations wait: gongkai migrate"
                    )
                    : Phrase(zh: "已是最新", en: "up to date")
            )
        ]
    }

    /// What the program sees to itself (`synchronous_commit`) is not asked.
    private func durability(of server: any SQLDatabase) async throws -> [Finding] {
        let off = try await server.read { tx in
            try tx.rows(
                .only(
                    .postgres,
                    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY name"
                )
            ).map { try $0.text("name") }
        }
        let names = off.joined(separator: ", ")
        return [
            Finding(
                mark: off.isEmpty ? .fine : .warning,
                subject: Phrase(zh: "断电保护", en: "durability"),
                detail: off.isEmpty
                    ? Phrase(zh: "fsync、full_page_writes 已启用", en: "fsync and full_page_writes are on")
                    : Phrase(
                        zh: "\(names) 已关闭，断电会损坏数据：请在 postgresql.conf 中启用",
                        en: "\(names) off: a power failure may destroy records; turn it on in postgresql.conf"
                    )
            )
        ]
    }

    private func safety(of database: SQLiteDatabase) async throws -> [Finding] {
        let problems = try await database.checkIntegrity()
        let settings = try await database.read { tx in
            try ["journal_mode", "synchronous", "foreign_keys"].map { name in
                let row = try tx.first(.only(.sqlite, Self.pragma(name)))
                return Self.text(row?.value(at: 0))
            }
        }
        let areSafe = settings == ["wal", "2", "1"]
        return [
            Finding(
                mark: problems.isEmpty ? .fine : .wrong,
                subject: Phrase(zh: "完整性", en: "integrity"),
                detail: problems.isEmpty
                    ? Phrase(zh: "通过", en: "passed")
                    : Phrase(
                        zh: problems.prefix(3).joined(separator: "；"),
                        en: problems.prefix(3).joined(separator: "; ")
                    )
            ),
            Finding(
                mark: areSafe ? .fine : .wrong,
                subject: Phrase(zh: "断电保护", en: "durability"),
                detail: areSafe
                    ? Phrase(zh: "WAL、完全同步、外键已启用", en: "WAL, full synchronous, foreign keys on")
                    : Phrase(zh: settings.joined(separator: " "), en: settings.joined(separator: " "))
            ),
        ]
    }

    private static func pragma(_ name: String) -> SQL {
        switch name {
        case "journal_mode": "PRAGMA journal_mode"
        case "synchronous": "PRAGMA synchronous"
        default: "PRAGMA foreign_keys"
        }
    }

    private static func text(_ value: SQLValue?) -> String {
        switch value {
        case .text(let text)?: text
        case .int(let number)?: String(number)
        default: "?"
        }
    }

    private static func guarded(_ look: () async throws -> [Finding]) async -> [Finding] {
        do {
            return try await look()
        } catch {
            return [
                Finding(
                    mark: .wrong,
                    subject: Phrase(zh: "结构", en: "schema"),
                    detail: CommandFailure(error).message
                )
            ]
        }
    }
}
