// How many events of cases a second the engine records on an SQLite file with `synchronous = FULL`, one by one and in
// batches of 50, beside how many rows alone it writes on the same disk; with `figures PLACE` how long figures take over many
// records there. script/bench builds and runs both.

import Civil
import Database
import Disclosure
import Foundation
import Logging
import Text

@main
struct CaseEngineBenchmark {
    /// A request walks these, and then stands where it stood.
    private static let steps: [(event: String, typed: [String: String])] = [
        ("ask-extension", ["days": "5", "reason": "查找档案"]),
        ("consult-third", ["party": "某某化工有限公司", "reason": "涉及商业秘密"]),
        ("third-answered", ["result": "agrees"]),
    ]
    private static let batch = 50

    private let app: App
    private let clerk: Actor
    private let agency: ID<Agency>

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "figures", let place = arguments.dropFirst().first {
            return try await FigureBenchmark.run(at: place)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try await DatabaseLocation.file(folder.path + "/bench.sqlite").open()
        _ = try await Migrator(Migration.all).migrate(database, quietly: true)
        let benchmark = try await CaseEngineBenchmark(database)
        let plain = try await benchmark.plainRows(600)
        let single = try await benchmark.events(single: 200)
        let batched = try await benchmark.events(batched: 40)
        print("one row and its commit: \(plain)/s")
        print("single events, each with its commit: \(single)/s (ratio to one row \(percent(single, plain)) %)")
        print("events in batches of \(batch), each batch with its commit: \(batched)/s")
        await database.close()
    }

    private static func percent(_ part: Int, _ whole: Int) -> Int { whole == 0 ? 0 : part * 100 / whole }

    /// The program as it is, without a log.
    static func app(on database: any SQLDatabase) throws -> App {
        guard let day = CivilDate("2024-03-05") else { throw DatabaseError.other("no day") }
        let now = Instant.start(of: day).adding(milliseconds: Instant.hours(9))
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        return App(
            database: database,
            catalogue: try Catalogue.builtIn(),
            procedures: try Procedures.builtIn(),
            figures: try Figures.builtIn(),
            reports: try ReportFormats.builtIn(),
            settings: Settings(database: .sqlite(path: ""), dataDirectory: ""),
            passwords: PasswordHasher(rounds: 1),
            keys: KeyRing([Array(repeating: 7, count: KeyRing.keyLength)]),
            blobs: BlobStore(folder: ""),
            now: { now },
            randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
            logger: logger
        )
    }

    private init(_ database: any SQLDatabase) async throws {
        let app = try Self.app(on: database)
        let (agency, person) = try await database.write { tx in
            let form = AgencyForm(
                code: "bench",
                name: Phrase(zh: "石桥县应急管理局", en: "Shiqiao County Emergency Management Bureau"),
                regionCode: "999999",
                creditCode: "11999999MB0A00018H",
                siteIDCode: "9999990001"
            )
            let agency = try AddAgency(form: form).perform(tx, in: app)
            let clerk = PersonForm(login: "clerk", name: "测试", roles: [.disclosureOfficer])
            return (agency, try AddPerson(form: clerk, agency: agency.id, actor: nil).perform(tx, in: app))
        }
        self.app = app
        self.agency = agency.id
        clerk = person.actor
    }

    /// So many requests that are in hand.
    private func requests(_ count: Int) async throws -> [ID<CaseFile>] {
        try await app.database.write { tx in
            try (0..<count).map { place in
                try FileCase(
                    agency: agency,
                    kind: "request",
                    channel: .post,
                    applicant: Applicant(
                        name: "张测试\(place)",
                        identity: "999999199001010016",
                        telephone: "000-1234567"
                    ),
                    typed: ["description": "检查计划\(place)", "medium": "paper", "delivery": "mail"],
                    actor: clerk
                ).perform(tx, in: app).file.id
            }
        }
    }

    private func record(_ step: Int, to file: ID<CaseFile>) -> RecordEvent {
        RecordEvent(Self.steps[step].event, to: file, typed: Self.steps[step].typed, by: .staff(clerk))
    }

    /// Events a second, each in a transaction of its own.
    private func events(single count: Int) async throws -> Int {
        let files = try await requests(count)
        return try await measure(count * Self.steps.count) {
            for step in Self.steps.indices {
                for file in files { try await record(step, to: file).run(in: app) }
            }
        }
    }

    /// Events a second, fifty to a transaction.
    private func events(batched count: Int) async throws -> Int {
        let files = try await requests(count * Self.batch)
        return try await measure(files.count * Self.steps.count) {
            for step in Self.steps.indices {
                for start in stride(from: 0, to: files.count, by: Self.batch) {
                    try await app.database.write { tx in
                        for file in files[start..<start + Self.batch] {
                            _ = try record(step, to: file).perform(tx, in: app)
                        }
                    }
                }
            }
        }
    }

    /// What the disk alone allows: one short row and its commit.
    private func plainRows(_ count: Int) async throws -> Int {
        _ = try await app.database.write { try $0.execute("CREATE TABLE bench_row (place BIGINT NOT NULL)") }
        return try await measure(count) {
            for place in 0..<count {
                _ = try await app.database.write { try $0.execute("INSERT INTO bench_row VALUES (\(place))") }
            }
        }
    }

    private func measure(_ count: Int, _ body: () async throws -> Void) async throws -> Int {
        let time = try await ContinuousClock().measure(body)
        let milliseconds = time.components.seconds * 1_000 + time.components.attoseconds / 1_000_000_000_000_000
        return milliseconds == 0 ? 0 : count * 1_000 / Int(milliseconds)
    }
}
