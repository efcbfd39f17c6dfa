import Civil
import Database
import Disclosure
import Foundation
import Logging
import TestKit

/// The demonstration made once for all tests that read it, in memory.
enum DemoDatabase {
    /// Saturday 21 November 2026, noon.
    static let now = Instant.start(of: CivilDate("2026-11-21") ?? .first).adding(milliseconds: Instant.hours(12))
    static let password = "demo-demo-demo"

    private static let made = Task { try await make(on: SQLiteDatabase.inMemory()) }

    /// The application with all five bureaus.
    static func app() async throws -> App { try await made.value }

    static func application(_ database: any SQLDatabase) throws -> App {
        let random = TestRandom()
        return App(
            database: database,
            catalogue: try Catalogue.builtIn(),
            procedures: try Procedures.builtIn(),
            figures: try Figures.builtIn(),
            reports: try ReportFormats.builtIn(),
            settings: Settings(database: .sqlite(path: ""), dataDirectory: ""),
            passwords: PasswordHasher(rounds: 16),
            keys: KeyRing([Array(repeating: 7, count: KeyRing.keyLength)]),
            blobs: BlobStore(folder: FileManager.default.temporaryDirectory.path + "/gongkai-demo-has-no-files"),
            now: { now },
            randomBytes: { random.bytes($0) },
            logger: Logger(label: "test")
        )
    }

    private static func make(on database: any SQLDatabase) async throws -> App {
        _ = try await Migrator(Migration.all).migrate(database)
        let app = try application(database)
        _ = try await Demonstration(password: password).make(in: app)
        return app
    }
}
