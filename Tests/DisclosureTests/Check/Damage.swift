import Database
import TestKit
import Testing

@testable import Disclosure

/// A database with one of everything: published, in draft, imported and held back.
enum CheckSamples {
    static func run(on engine: Engine, _ body: @escaping @Sendable (TestApp) async throws -> Void) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.publishedNews()
            _ = try await test.publishedNews(Samples.news.with("title", "石桥县召开夏季安全生产工作会议"))
            let draft = try await test.draft(Samples.penalty, under: "PEN")
            _ = try await test.opine(.secrecy, test.submit(draft), by: .secrecy)
            _ = try await test.draft(Samples.news, under: "NEWS")
            let folder = try ImportFolder()
            let wanted = try ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents))
            let report = try await wanted.run(in: test.app)
            guard report.published == 3 else { throw DatabaseError.other("the import is not what it was") }
            try await test.runJobs()
            try await body(test)
        }
    }
}

/// One way in which a database can be wrong, and what the check says of it.
struct Damage: Sendable {
    var name: String
    /// Key of the check that must find it.
    var check: String
    /// A part of the subject and words of a flaw.
    var says: String
    /// Append-only tables that must be opened first.
    var unlocked: [String] = []
    var only: Dialect?
    var statements: @Sendable (Dialect) -> [SQL]

    init(
        _ name: String,
        _ check: String,
        _ says: String,
        unlock: [String] = [],
        only: Dialect? = nil,
        _ statements: SQL...
    ) {
        self.name = name
        self.check = check
        self.says = says
        unlocked = unlock
        self.only = only
        self.statements = { _ in statements }
    }

    static func unlock(_ table: String, on dialect: Dialect) -> [SQL] {
        switch dialect {
        case .sqlite:
            [
                "DROP TRIGGER \(identifier: table + "_keeps_updates")",
                "DROP TRIGGER \(identifier: table + "_keeps_deletes")",
            ]
        case .postgres: ["ALTER TABLE \(identifier: table) DISABLE TRIGGER USER"]
        }
    }

    static let text: SQL = "\(sqlite: "CAST('x' AS BLOB)", postgres: "CAST('x' AS BYTEA)")"
    static let second: SQL = "(SELECT id FROM item WHERE leaf_index = 1)"

    static let all: [Damage] =
        engine + ledger + versions + itemsAndPublications + jobs + imports

    private static let engine = [
        Damage(
            "a changed migration",
            "engine",
            "was changed",
            "UPDATE schema_migration SET checksum = 'x' WHERE number = 1"
        ),
        Damage(
            "a migration to come",
            "engine",
            "migrations wait",
            "DELETE FROM schema_migration WHERE number = (SELECT max(number) FROM schema_migration)"
        ),
        Damage(
            "a newer program",
            "engine",
            "does not know",
            "INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'x', 'x')"
        ),
        Damage("a table that takes changes", "engine", "version_keeps", unlock: ["version"]),
        Damage("an index that is gone", "engine", "index item_by_due", only: .sqlite, "DROP INDEX item_by_due"),
        Damage(
            "a reference to nobody",
            "engine",
            "refers to no row of person",
            only: .sqlite,
            "PRAGMA defer_foreign_keys = ON",
            "INSERT INTO person_role (person, role) VALUES ('nobody', 'editor')"
        ),
        Damage(
            "a reference to nobody",
            "engine",
            "refers to no row of person",
            only: .postgres,
            "ALTER TABLE person_role DROP CONSTRAINT person_role_person_fkey",
            "INSERT INTO person_role (person, role) VALUES ('nobody', 'editor')"
        ),
        Damage(
            "a key that a restore did not make",
            "engine",
            "reference person_role person",
            only: .postgres,
            "ALTER TABLE person_role DROP CONSTRAINT person_role_person_fkey"
        ),
    ]

    private static let ledger = [
        Damage(
            "a leaf that is gone",
            "ledger",
            "leaves 1 to 1 are missing",
            unlock: ["ledger_leaf"],
            "DELETE FROM publication WHERE leaf_index = 1",
            "DELETE FROM ledger_leaf WHERE leaf_index = 1"
        ),
        Damage("a head too far", "ledger", "is said to have", "UPDATE ledger_head SET size = size + 1"),
        Damage(
            "another hash",
            "ledger",
            "0: the hash of the leaf",
            unlock: ["ledger_leaf"],
            "UPDATE ledger_leaf SET hash = 'x' WHERE leaf_index = 0"
        ),
        Damage(
            "no leaf at all",
            "ledger",
            "not written as its format says",
            unlock: ["ledger_leaf"],
            "UPDATE ledger_leaf SET bytes = \(text) WHERE leaf_index = 0"
        ),
        Damage(
            "another id",
            "ledger",
            "under another id",
            unlock: ["ledger_leaf"],
            "UPDATE ledger_leaf SET leaf_id = 'SHIQIAO-NEWS-2024-00009' WHERE leaf_index = 0"
        ),
        Damage(
            "a gap in a series",
            "series",
            "SHIQIAO-NEWS-2024: numbers 1 to 6 were given, but 5",
            "UPDATE leaf_series SET last = last + 1"
        ),
        Damage("a series that nobody counts", "series", "this series of numbers", "DELETE FROM leaf_series"),
        Damage(
            "a leaf that follows nothing",
            "series",
            "does not name the one before",
            unlock: ["ledger_leaf"],
            "UPDATE ledger_leaf SET leaf_id = 'SHIQIAO-NEWS-2024-00001' WHERE leaf_index = 1"
        ),
    ]

    private static let versions = [
        Damage(
            "changed words",
            "versions",
            "the hash of the version",
            unlock: ["version"],
            "UPDATE version SET hash = 'x'"
        ),
        Damage(
            "another encoding",
            "versions",
            "canonical encoding",
            unlock: ["version"],
            "UPDATE version SET bytes = \(text)"
        ),
        Damage(
            "a short salt",
            "versions",
            "has not 32 bytes",
            unlock: ["version"],
            "UPDATE version SET salt = \(text)"
        ),
        Damage(
            "a version that is gone",
            "versions",
            "number 2 instead of 1",
            unlock: ["version"],
            "UPDATE version SET number = 2"
        ),
        Damage(
            "an author that is gone",
            "versions",
            "nobody is recorded as author",
            unlock: ["hand"],
            "DELETE FROM hand WHERE part = 'author'"
        ),
        Damage(
            "an opinion on other words",
            "opinions",
            "binds to another hash",
            unlock: ["opinion"],
            "UPDATE opinion SET version_hash = 'x'"
        ),
        Damage(
            "no such opinion",
            "opinions",
            "no such kind",
            unlock: ["opinion"],
            "UPDATE opinion SET kind = 'x' WHERE kind = 'secrecy'"
        ),
    ]

    private static let jobs = [
        Damage("no such job", "jobs", "no such kind of job", job("a", "x", "")),
        Damage("a job about nothing", "jobs", "is not there", job("a", "deliver-item", "x")),
        Damage(
            "a job twice",
            "jobs",
            "stands there twice",
            job("a", "deliver-item", "x"),
            job("b", "deliver-item", "x")
        ),
    ]

    private static func job(_ id: String, _ kind: String, _ payload: String) -> SQL {
        "INSERT INTO job (id, kind, payload, due_at, attempts) VALUES (\(id), \(kind), \(payload), 0, 0)"
    }

    private static let imports = [
        Damage(
            "another row's words",
            "imports",
            "another hash",
            unlock: ["import_row"],
            "UPDATE import_row SET version_hash = 'x'"
        ),
        Damage("an item of its own making", "imports", "not an imported one", "UPDATE item SET provenance = 'own'"),
        Damage("from no row", "imports", "from no row", unlock: ["import_row"], "DELETE FROM import_row"),
        Damage(
            "another order",
            "imports",
            "not what the manifest lists",
            unlock: ["import_batch"],
            "UPDATE import_batch SET manifest_hash = 'x'"
        ),
        Damage(
            "more than was signed",
            "imports",
            "were published",
            unlock: ["import_batch"],
            "UPDATE import_batch SET row_count = 1"
        ),
        Damage(
            "another duty",
            "imports",
            "of another duty",
            unlock: ["import_batch"],
            "UPDATE import_batch SET duty = 'PEN'"
        ),
        Damage(
            "a year out of its order",
            "holidays",
            "a gap in their numbers",
            "INSERT INTO holiday_year (number, year, notice, text, sha256, at) VALUES (2, 2027, 'x', 'x', 'x', 0)"
        ),
        Damage(
            "a year that is not what was typed",
            "holidays",
            "do not have their hash",
            "INSERT INTO holiday_year (number, year, notice, text, sha256, at) VALUES (1, 2027, 'x', 'x', 'x', 0)"
        ),
        Damage(
            "a year without its holidays",
            "holidays",
            "cannot be read",
            "INSERT INTO holiday_year (number, year, notice, text, sha256, at) VALUES (1, 2027, 'x', '', 'x', 0)"
        ),
        Damage(
            "signed and not published",
            "imports",
            "but not published",
            "UPDATE item SET leaf_id = NULL WHERE leaf_index = 3"
        ),
    ]
}
