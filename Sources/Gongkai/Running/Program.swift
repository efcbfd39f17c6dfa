import Database
import Disclosure
import Logging
import Site

/// What a command works with: the settings in force and the application made of them.
struct Program {
    /// scrypt's N: a tenth of a second on the machines of today.
    private static let passwordRounds = 1 << 15

    var loaded: LoadedSettings
    var app: App

    var settings: Settings { loaded.settings }

    /// Whether a command is the program itself or works beside one that may be serving.
    enum Part { case main, beside }

    /// Reads settings and catalogue, turns the log on, and opens the database, migrated where that is allowed.
    ///
    /// A command beside says itself what it did, so it logs warnings only.
    /// - Throws: `SettingsError` or `CatalogueError` with every mistake; `CommandFailure`, `DatabaseError` or
    ///   `MigrationError` when the database cannot be used.
    static func open(_ options: SettingsOptions, as part: Part) async throws -> Program {
        let loaded = try options.load()
        let settings = loaded.settings
        let level = part == .main ? settings.logLevel : max(settings.logLevel, .warning)
        LoggingSystem.speak(level: level, format: loaded.logFormat)
        let catalogue = try catalogue(of: settings)
        let database = try await OpenDatabase.openMigrated(settings, beside: part == .beside)
        do {
            let keys = try await KeyFile(settings).ring(for: database)
            return Program(
                loaded: loaded,
                app: try app(on: database, keys: keys, settings: settings, catalogue: catalogue)
            )
        } catch {
            await database.close()
            throw error
        }
    }

    /// The application of the program: the machine's clock and chance, and passwords that cost a tenth of a second.
    static func app(on database: any SQLDatabase, keys: KeyRing, settings: Settings, catalogue: Catalogue) throws -> App
    {
        App(
            database: database,
            catalogue: catalogue,
            procedures: try procedures(of: settings),
            figures: try figures(of: settings),
            reports: try reports(of: settings),
            settings: settings,
            passwords: PasswordHasher(rounds: passwordRounds),
            keys: keys,
            blobs: BlobStore(folder: settings.filesDirectory),
            now: SystemClock.now,
            randomBytes: SystemRandom.bytes,
            logger: Logger(label: "gongkai"),
            links: CurlLinkChecker(),
            mailer: try OpenMailer.mailer(of: settings),
            pages: SitePages()
        )
    }

    /// Opens the program beside a site that may be running, does something with it and closes it again, whatever happens.
    static func with<Result>(_ options: SettingsOptions, _ body: (Program) async throws -> Result) async throws
        -> Result
    {
        let program = try await open(options, as: .beside)
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

    /// The built-in procedures under those in the folder of the settings.
    static func procedures(of settings: Settings) throws(CatalogueError) -> Procedures {
        guard let directory = settings.catalogueDirectory else { return try Procedures.builtIn() }
        return try Procedures.loading(catalogueDirectory: directory)
    }

    /// The built-in figures under those in the folder of the settings.
    static func figures(of settings: Settings) throws(CatalogueError) -> Figures {
        guard let directory = settings.catalogueDirectory else { return try Figures.builtIn() }
        return try Figures.loading(catalogueDirectory: directory)
    }

    /// The built-in formats of reports under those in the folder of the settings.
    static func reports(of settings: Settings) throws(CatalogueError) -> ReportFormats {
        guard let directory = settings.catalogueDirectory else { return try ReportFormats.builtIn() }
        return try ReportFormats.loading(catalogueDirectory: directory)
    }

    /// The built-in catalogue under the folder of the settings.
    static func catalogue(of settings: Settings) throws(CatalogueError) -> Catalogue {
        guard let directory = settings.catalogueDirectory else { return try Catalogue.builtIn() }
        return try Catalogue.loading(directory: directory)
    }
}
