import Civil
import Database
package import Disclosure
package import Documents
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Site
import Synchronization
package import Testing
import Text
import Web

/// The whole application on one engine with a fixed clock, named people and no network, as a test sees it.
///
/// At the end of every test no job is left over, and nothing was logged as an error that the test did not expect.
package struct TestApp: Sendable {
    package let app: App
    package let clock: TestClock
    package let log: TestLog
    /// What addresses of other organs answer.
    package let links: TestLinks
    package let people: [Seat: Person]
    package let agency: Agency
    package let neighbour: Agency
    private let client: any TestClientProtocol
    private let sessions = Sessions()

    /// - Parameters:
    ///   - overlay: YAML files that lie over the built-in duty catalogue.
    ///   - ownFigures: YAML files of figures that lie over the built-in ones.
    ///   - documents: what reads uploaded files; by default the program's own, with whatever the machine has.
    ///   - settings: how the site is run, such as under an address with https; one file has at most 1 MB by default.
    ///   - passwords: where passwords are hashed.
    ///   - tools: programs with which PDF files are redacted.
    ///   - mailer: who takes e-mails; by default nobody does, and nobody may be asked.
    package static func run(
        on engine: Engine,
        overlay: [CatalogueFile] = [],
        ownFigures: [CatalogueFile] = [],
        documents: any DocumentReader = InstalledReader(),
        settings: Settings = Settings(database: .sqlite(path: ""), dataDirectory: "", attachmentMegabytes: 1),
        passwords: PasswordHasher = PasswordHasher(rounds: 16),
        tools: Toolbox = Toolbox(),
        mailer: any Mailer = NoMailer(),
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: @Sendable (TestApp) async throws -> Void
    ) async throws {
        let clock = TestClock()
        let random = TestRandom()
        let log = TestLog()
        let files = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-files-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: files) }
        let links = TestLinks()
        try await engine.withDatabase(migrations: Migration.all) { database in
            let app = App(
                database: database,
                catalogue: try overlay.isEmpty ? builtIn.get() : Catalogue.load(overlay: overlay),
                procedures: try procedures.get(),
                figures: try ownFigures.isEmpty ? figures.get() : Figures.load(overlay: ownFigures),
                reports: try reports.get(),
                settings: settings,
                passwords: passwords,
                keys: KeyRing([Array(repeating: 7, count: KeyRing.keyLength)]),
                blobs: BlobStore(folder: files.path),
                documents: documents,
                tools: tools,
                now: { clock.now },
                randomBytes: { random.bytes($0) },
                logger: log.logger,
                links: links,
                mailer: mailer,
                pages: SitePages()
            )
            let (agency, neighbour, people) = try await seed(app)
            try await Site.application(app).test(.router) { client in
                let test = TestApp(
                    app: app,
                    clock: clock,
                    log: log,
                    links: links,
                    people: people,
                    agency: agency,
                    neighbour: neighbour,
                    client: client
                )
                try await body(test)
                try await test.runJobs()
                let waiting = try await app.database.read { try $0.jobs.countUndone(at: clock.now) }
                #expect(waiting == 0, "jobs are left over", sourceLocation: sourceLocation)
                #expect(log.errors == [], "errors were logged", sourceLocation: sourceLocation)
            }
        }
    }

    private static let builtIn = Swift.Result { try Catalogue.builtIn() }
    private static let figures = Swift.Result { try Figures.builtIn() }
    private static let reports = Swift.Result { try ReportFormats.builtIn() }
    private static let procedures = Swift.Result { try Procedures.builtIn() }

    private init(
        app: App,
        clock: TestClock,
        log: TestLog,
        links: TestLinks,
        people: [Seat: Person],
        agency: Agency,
        neighbour: Agency,
        client: any TestClientProtocol
    ) {
        self.app = app
        self.clock = clock
        self.log = log
        self.links = links
        self.people = people
        self.agency = agency
        self.neighbour = neighbour
        self.client = client
    }

    private static func seed(_ app: App) async throws -> (Agency, Agency, [Seat: Person]) {
        let hash = try await app.passwords.hash(Seat.password, salt: Array("salt".utf8))
        return try await app.database.write { tx in
            let agency = try AddAgency(form: shiqiao).perform(tx, in: app)
            let neighbour = try AddAgency(form: qingshan).perform(tx, in: app)
            try AddAgencyPart(
                .section(code: "01", kind: .section, name: Phrase(zh: "办公室", en: "Office")),
                to: agency.id,
                actor: nil
            ).perform(tx, in: app)
            var people: [Seat: Person] = [:]
            for seat in Seat.allCases {
                let form = PersonForm(login: seat.rawValue, name: seat.name, roles: seat.roles)
                let home = seat.agency == agency.code ? agency : neighbour
                var person = try AddPerson(form: form, agency: home.id, actor: nil).perform(tx, in: app)
                person.password = hash
                try tx.people.update(person)
                people[seat] = person
            }
            return (agency, neighbour, people)
        }
    }

    private static let shiqiao = AgencyForm(
        code: "shiqiao",
        name: Phrase(zh: "石桥县应急管理局", en: "Shiqiao County Emergency Management Bureau"),
        regionCode: "999999",
        creditCode: "11999999MB0A00018H",
        siteIDCode: "9999990001",
        contact: Contact(name: "石桥县应急管理局", address: "石桥县人民路1号", telephone: "000-0000000"),
        disclosureOffice: Contact(name: "局办公室", address: "石桥县人民路1号", hours: "工作日 9:00–17:00", telephone: "000-0000001")
    )

    private static let qingshan = AgencyForm(
        code: "qingshan",
        name: Phrase(zh: "青山县应急管理局", en: "Qingshan County Emergency Management Bureau"),
        regionCode: "999999",
        creditCode: "11999999MB0A00026C",
        siteIDCode: "9999990002"
    )

    /// Does all jobs that are due.
    package func runJobs() async throws {
        while try await app.runDueJobs() > 0 {}
    }

    package func actor(_ seat: Seat) throws -> Actor { try #require(people[seat]).actor }
}

/// What the site answered.
package struct Answer: Sendable {
    package var status: Int
    package var headers: [String: String]
    package var text: String
    package var bytes: [UInt8]
    package var location: String? { headers["location"] }
}

/// Tokens of the people who have signed in during a test.
private final class Sessions: Sendable {
    private let tokens = Mutex<[Seat: SecretToken]>([:])

    subscript(seat: Seat) -> SecretToken? {
        get { tokens.withLock { $0[seat] } }
        set { tokens.withLock { $0[seat] = newValue } }
    }

    func forget() { tokens.withLock { $0 = [:] } }
}

extension TestApp {
    /// The token of a seat's session; signs in at first use.
    package func token(of seat: Seat) async throws -> SecretToken {
        if let token = sessions[seat] { return token }
        let token = try await SignIn(login: seat.rawValue, password: Seat.password).run(in: app)
        sessions[seat] = token
        return token
    }

    /// The name of the session's cookie.
    package var cookieName: String { app.settings.isSecure ? "__Host-gongkai" : "gongkai" }

    /// Lets every seat sign in anew at its next request, for tests in which days pass.
    package func forgetSessions() { sessions.forget() }

    package func get(_ path: String, as seat: Seat? = nil, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, as: seat, body: nil, headers: headers)
    }

    /// Sends a form as the page would: from this site, with the form token of the session.
    package func post(
        _ path: String,
        as seat: Seat? = nil,
        form: [(String, String)] = [],
        headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = form
        if let seat { fields.append(("csrf", try await token(of: seat).formToken)) }
        let body = fields.map { "\(queryEncoded($0.0))=\(queryEncoded($0.1))" }.joined(separator: "&")
        return try await send(
            .post,
            path,
            as: seat,
            body: Array(body.utf8),
            headers: headers.merging(["content-type": "application/x-www-form-urlencoded"]) { own, _ in own }
        )
    }

    /// Sends a form with files as a browser would.
    package func upload(
        _ path: String,
        as seat: Seat? = nil,
        form: [(String, String)] = [],
        files: [FormFile],
        headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = form
        // Before the files, as in every form of ours.
        if let seat { fields.insert(("csrf", try await token(of: seat).formToken), at: 0) }
        return try await sendMultipart(
            FormFile.body(fields: fields, files: files),
            to: path,
            as: seat,
            headers: headers
        )
    }

    /// Sends bytes as the body of a form with files.
    package func sendMultipart(
        _ body: [UInt8],
        to path: String,
        as seat: Seat?,
        headers: [String: String] = [:]
    ) async throws -> Answer {
        let type = ["content-type": "multipart/form-data; boundary=\(FormFile.boundary)"]
        return try await send(.post, path, as: seat, body: body, headers: headers.merging(type) { own, _ in own })
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as seat: Seat?,
        body: [UInt8]?,
        headers: [String: String]
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if let seat { fields[.cookie] = "\(cookieName)=\(try await token(of: seat).text)" }
        return try await client.execute(
            uri: path,
            method: method,
            headers: fields,
            body: body.map { ByteBuffer(bytes: $0) }
        ) { response in
            var headers: [String: String] = [:]
            for field in response.headers { headers[field.name.canonicalName] = field.value }
            return Answer(
                status: response.status.code,
                headers: headers,
                text: String(buffer: response.body),
                bytes: Array(buffer: response.body)
            )
        }
    }
}
