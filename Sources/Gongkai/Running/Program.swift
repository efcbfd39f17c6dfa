import Database
import Disclosure
import Logging

/// What a command works with: the settings in force and the application made of them.
struct Program {
    /// scrypt's N: a tenth of a second on the machines of today.
    private static let passwordRounds = 1 << 15

    var loaded: LoadedSettings
    var app: App

    var settings: Settings { loaded.settings }

    /// Reads settings and catalogue, turns the log on, and opens the database, migrated where that is allowed.
    ///
    /// - Parameter leastLevel: what a command that ends at once logs at least; what it did, it says itself.
    /// - Throws: `SettingsError` or `CatalogueError` with every mistake; `CommandFailure`, `DatabaseError` or
    ///   `MigrationError` when the database cannot be used.
    static func open(_ options: SettingsOptions, leastLevel: Logger.Level = .trace) async throws -> Program {
        let loaded = try options.load()
        let settings = loaded.settings
        LoggingSystem.speak(level: max(settings.logLevel, leastLevel), format: loaded.logFormat)
        let catalogue = try catalogue(of: settings)
        let app = App(
            database: try await OpenDatabase.openMigrated(settings),
            catalogue: catalogue,
            settings: settings,
            passwords: PasswordHasher(rounds: passwordRounds),
            now: SystemClock.now,
            randomBytes: SystemRandom.bytes,
            logger: Logger(label: "gongkai")
        )
        return Program(loaded: loaded, app: app)
    }

    /// Opens the program, does something with it and closes it again, whatever happens.
    static func with<Result>(_ options: SettingsOptions, _ body: (Program) async throws -> Result) async throws
        -> Result
    {
        let program = try await open(options, leastLevel: .warning)
        do {
            let result = try await body(program)
            await program.close()
            return result
        } catch {
            await program.close()
            throw error
        }
    }

    /// Closes the database and leaves its file whole, so that it can be copied while nothing runs.
    func close() async {
        await app.database.close()
        guard case .sqlite(let path) = settings.database else { return }
        do {
            try await SQLiteJournal.fold(into: path)
        } catch {
            app.logger.warning(
                "The journal stays beside the database until the next start",
                metadata: ["error": "\(error)"]
            )
        }
    }

    /// The built-in catalogue under the folder of the settings.
    static func catalogue(of settings: Settings) throws(CatalogueError) -> Catalogue {
        guard let directory = settings.catalogueDirectory else { return try Catalogue.builtIn() }
        return try Catalogue.loading(directory: directory)
    }
}
