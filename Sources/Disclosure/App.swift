package import Civil
package import Database
package import Documents
package import Logging

/// Everything the application is made of, passed explicitly; built by the program and by the tests, nowhere else.
package struct App: Sendable {
    package var database: any SQLDatabase
    package var catalogue: Catalogue
    /// The rules of each kind of case.
    package var procedures: Procedures
    /// What is counted, for every agency and in the agencies' own words.
    package var figures: Figures
    /// What reports of each year look like, for every agency and as agencies print their own.
    package var reports: ReportFormats
    /// The working days; see ``holidays``.
    package let holidayBook: HolidayBook
    package var settings: Settings
    package var passwords: PasswordHasher
    /// What seals secrets in the database; empty where nothing is to be sealed.
    package var keys: KeyRing
    /// How often somebody may try; one for the whole process.
    package let limits = RateLimiter()
    /// Uploaded files, by what they contain.
    package var blobs: BlobStore
    /// What reads them.
    package var documents: any DocumentReader
    /// Sets letters and reports on paper.
    package let typesetting = Typesetting()
    /// Programs of the machine with which PDF files are redacted and written.
    package var tools: Toolbox
    /// The present instant; fixed in tests.
    package var now: @Sendable () -> Instant
    /// So many bytes that nobody can guess (in tests: that everybody can repeat).
    package var randomBytes: @Sendable (Int) -> [UInt8]
    package var logger: Logger
    /// What is told in the log while the database cannot be used.
    package let outages = OutageLog()
    /// Asks whether addresses of other organs open.
    package var links: any LinkChecker
    /// Hands e-mails to a server or a program of the machine.
    package var mailer: any Mailer
    /// Shows public pages as a reader gets them; nil where no site is built in.
    package var pages: (any PublicPages)?
    private let ids = ULIDSource()

    package init(
        database: any SQLDatabase,
        catalogue: Catalogue,
        procedures: Procedures,
        figures: Figures,
        reports: ReportFormats,
        holidays: HolidayTable = .stateCouncil,
        settings: Settings,
        passwords: PasswordHasher,
        keys: KeyRing = KeyRing(),
        blobs: BlobStore,
        documents: any DocumentReader = InstalledReader(),
        tools: Toolbox = Toolbox(),
        now: @escaping @Sendable () -> Instant,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        logger: Logger,
        links: any LinkChecker = NoLinkChecker(),
        mailer: any Mailer = NoMailer(),
        pages: (any PublicPages)? = nil
    ) {
        self.database = database
        self.catalogue = catalogue
        self.procedures = procedures
        self.figures = figures
        self.reports = reports
        holidayBook = HolidayBook(holidays)
        self.settings = settings
        self.passwords = passwords
        self.keys = keys
        self.blobs = blobs
        self.documents = documents
        self.tools = tools
        self.now = now
        self.randomBytes = randomBytes
        self.logger = logger
        self.links = links
        self.mailer = mailer
        self.pages = pages
    }

    /// The working days that everything is counted by: built in, under what administrators imported.
    ///
    /// Every act looks at its beginning whether another process has imported a year; pages follow within seconds.
    package var holidays: HolidayTable { holidayBook.current }

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
        try await app.database.write { tx in
            try app.holidayBook.look(tx)
            return try self.perform(tx, in: app)
        }
    }
}
