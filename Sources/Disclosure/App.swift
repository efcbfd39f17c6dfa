package import Civil
package import Database
package import Documents
package import Logging

/// Everything the application is made of, passed explicitly; built by the program and by the tests, nowhere else.
package struct App: Sendable {
    package var database: any SQLDatabase
    package var catalogue: Catalogue
    package var holidays: HolidayTable
    package var settings: Settings
    package var passwords: PasswordHasher
    /// Uploaded files, by what they contain.
    package var blobs: BlobStore
    /// What reads them.
    package var documents: any DocumentReader
    /// Programs of the machine with which PDF files are redacted.
    package var tools: Toolbox
    /// The present instant; fixed in tests.
    package var now: @Sendable () -> Instant
    /// So many bytes that nobody can guess (in tests: that everybody can repeat).
    package var randomBytes: @Sendable (Int) -> [UInt8]
    package var logger: Logger
    private let ids = ULIDSource()

    package init(
        database: any SQLDatabase,
        catalogue: Catalogue,
        holidays: HolidayTable = .stateCouncil,
        settings: Settings,
        passwords: PasswordHasher,
        blobs: BlobStore,
        documents: any DocumentReader = InstalledReader(),
        tools: Toolbox = Toolbox(),
        now: @escaping @Sendable () -> Instant,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        logger: Logger
    ) {
        self.database = database
        self.catalogue = catalogue
        self.holidays = holidays
        self.settings = settings
        self.passwords = passwords
        self.blobs = blobs
        self.documents = documents
        self.tools = tools
        self.now = now
        self.randomBytes = randomBytes
        self.logger = logger
    }

    package func newID<Of>(_ kind: Of.Type = Of.self) -> ID<Of> {
        ID(ids.next(at: now(), random: randomBytes(10)))
    }

    /// The same application at another instant: for records that are brought in after the fact (import, demonstration).
    package func at(_ instant: Instant) -> App {
        var app = self
        app.now = { instant }
        return app
    }
}

/// One act of a person or of the program: a value that says what is to be done, and does it in one transaction.
///
/// Use cases and jobs are the only callers of `write`. A batch (import, demonstration) performs many in one transaction
/// by calling `perform` itself.
package protocol UseCase: Sendable {
    associatedtype Result: Sendable

    func perform(_ tx: any SQLConnection, in app: App) throws -> Result
}

extension UseCase {
    @discardableResult
    package func run(in app: App) async throws -> Result {
        try await app.database.write { tx in try self.perform(tx, in: app) }
    }
}
