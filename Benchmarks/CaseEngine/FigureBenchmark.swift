import Civil
import Database
import Disclosure
import Foundation
import Logging
import Text

/// How long figures and a report take over a year with 100,000 items, deliveries, cases and lines of the log, and an overview
/// of 300 agencies; `script/bench` runs it with `figures` and the place of an empty database.
struct FigureBenchmark {
    private static let year = 2025
    private static let records = 100_000
    private static let agencies = 300

    let app: App
    private let period: FigurePeriod

    static func run(at place: String) async throws {
        let database = try await DatabaseLocation(place).open()
        _ = try await Migrator(Migration.all).migrate(database, quietly: true)
        guard let period = FigurePeriod.year(year) else { throw DatabaseError.other("no year") }
        let benchmark = FigureBenchmark(app: try CaseEngineBenchmark.app(on: database), period: period)
        try await benchmark.measure()
        await database.close()
    }

    private func measure() async throws {
        let agency = try await fill()
        let (times, again, report) = try await app.database.read { tx in
            (try self.figures(of: agency, tx), try self.figures(of: agency, tx), try self.report(of: agency, tx))
        }
        print("figures: \(times.count), together \(Self.sum(times)) ms")
        for (key, time) in times.sorted(by: { $0.1 > $1.1 }).prefix(5) { print("  \(key): \(time) ms") }
        print("figures again: together \(Self.sum(again)) ms, slowest \(again.map(\.1).max() ?? 0) ms")
        print("live report nb2021: \(report.numbers) numbers, \(report.time) ms")
        try await fillOthers(like: agency)
        let (lines, proactive, usual) = try await app.database.read { tx in
            let keys = app.figures.all(of: agency).filter { $0.group == .proactive }.map { FigureAsked($0.key) }
            let clock = ContinuousClock()
            var begun = clock.now
            let all = try FigureOverview(of: keys, over: period, tx, in: app)
            let proactive = Self.milliseconds(clock.now - begun)
            begun = clock.now
            _ = try FigureOverview(
                of: ["items", "requests", "requests.closed", "requests.in-time-rate"].map { FigureAsked($0) },
                over: period,
                tx,
                in: app
            )
            return (all.lines.count, proactive, Self.milliseconds(clock.now - begun))
        }
        print("overview of \(lines) agencies: group proactive \(proactive) ms, the usual four \(usual) ms")
    }

    private func figures(of agency: Agency, _ tx: any SQLConnection) throws -> [(String, Int)] {
        let count = FigureCount(of: agency, over: period, tx, in: app)
        let clock = ContinuousClock()
        return try app.figures.all(of: agency).map { figure in
            let begun = clock.now
            _ = try count.value(of: figure.key)
            return (figure.key, Self.milliseconds(clock.now - begun))
        }
    }

    private func report(of agency: Agency, _ tx: any SQLConnection) throws -> (numbers: Int, time: Int) {
        let report = Report(
            id: app.newID(),
            agency: agency.id,
            year: Self.year,
            quarter: nil,
            format: "nb2021",
            item: nil,
            createdBy: nil,
            createdAt: app.now(),
            changedAt: app.now()
        )
        let clock = ContinuousClock()
        let begun = clock.now
        let sheet = try tx.reports.live(report, in: app)
        return (sheet.values.count, Self.milliseconds(clock.now - begun))
    }

    private static func milliseconds(_ time: Duration) -> Int {
        Int(time.components.seconds * 1_000 + time.components.attoseconds / 1_000_000_000_000_000)
    }

    private static func sum(_ times: [(String, Int)]) -> Int { times.reduce(0) { $0 + $1.1 } }

    // MARK: Records

    private func fill() async throws -> Agency {
        try await app.database.write { tx in
            let form = AgencyForm(
                code: "bench",
                name: Phrase(zh: "石桥县应急管理局", en: "Shiqiao County Emergency Management Bureau"),
                regionCode: "999999",
                creditCode: "11999999MB0A00018H",
                siteIDCode: "9999990001"
            )
            let agency = try AddAgency(form: form).perform(tx, in: app)
            let clerk = PersonForm(login: "clerk", name: "测试", roles: [.disclosureOfficer])
            _ = try AddPerson(form: clerk, agency: agency.id, actor: nil).perform(tx, in: app)
            try records(Self.records, of: agency.id, tx)
            try tx.send("ANALYZE")
            return agency
        }
    }

    private func fillOthers(like agency: Agency) async throws {
        try await app.database.write { tx in
            try tx.send(
                """
                INSERT INTO agency (id, code, level, name_zh, name_en, region_code, credit_code, site_id_code,
                    index_template, contact, disclosure_office, is_demonstration, follows_catalogue, created_at)
                \(Self.numbers(Self.agencies)) SELECT 'a' || n.i, 'a' || n.i, a.level, a.name_zh, a.name_en, a.region_code,
                    a.credit_code, a.site_id_code, a.index_template, a.contact, a.disclosure_office,
                    a.is_demonstration, a.follows_catalogue, a.created_at
                FROM agency a JOIN n ON 1 = 1 WHERE a.code = 'bench'
                """
            )
            for other in try tx.agencies.all() where other.id != agency.id {
                try tx.send(
                    """
                    INSERT INTO channel (id, agency, code, kind, name_zh, name_en, is_automatic, place)
                    SELECT \(other.id) || id, \(other.id), code, kind, name_zh, name_en, is_automatic, place FROM channel
                    WHERE agency = \(agency.id)
                    """
                )
                try records(300, of: other.id, tx)
            }
            try tx.send("ANALYZE")
        }
    }

    private static func numbers(_ count: Int) -> SQL {
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Int64(count)))"
    }

    /// One of some texts by turns.
    private static func turn(_ texts: [String]) -> SQL {
        let cases = texts.enumerated().map { place, text -> SQL in "WHEN \(Int64(place)) THEN \(text)" }
        return "CASE n.i % \(Int64(texts.count)) \(SQL.joined(cases, separator: " ")) END"
    }

    /// So many of each, all over the year, made by the database itself.
    private func records(_ count: Int, of agency: ID<Agency>, _ tx: any SQLConnection) throws {
        let begin = Instant.start(of: period.first)
        let at: SQL = "\(begin) + CAST(n.i % 300 AS BIGINT) * 86400000"
        let days = (0..<360).map { period.first.adding(days: $0).iso }
        try tx.send(
            """
            INSERT INTO item (id, agency, duty, state, provenance, title, formed_on, current_version, leaf_id,
                published_at, created_by, created_at, changed_at)
            \(Self.numbers(count)) SELECT \(agency) || '/' || n.i, \(agency),
                \(Self.turn(["NEWS", "PEN", "LIC", "NORM", "INTERP"])), 'published', 'own', 'x', '2025-01-01', 'v',
                \(agency) || '/' || n.i, \(at), (SELECT min(id) FROM person), 0, 0
            FROM n
            """
        )
        try tx.send(
            """
            INSERT INTO delivery (id, item, channel, stage, delivered_on, receipt, recorded_at, idempotency_key)
            \(Self.numbers(count)) SELECT \(agency) || '/' || n.i, \(agency) || '/' || n.i, c.id, 'delivered',
                \(Self.turn(days)), 'x', 0, \(agency) || '/' || n.i
            FROM n JOIN channel c ON c.id = (SELECT min(id) FROM channel WHERE agency = \(agency) AND is_automatic = 1)
            """
        )
        try tx.send(
            """
            INSERT INTO audit (id, at, agency, person, act, subject_kind, subject, detail)
            \(Self.numbers(count)) SELECT \(agency) || '/' || n.i, \(at), \(agency), NULL, 'item.publish', 'item',
                \(agency) || '/' || n.i, '' FROM n
            """
        )
        let outcomes = app.procedures.named("request-2019")?.outcomes.map(\.key) ?? []
        try tx.send(
            """
            INSERT INTO case_file (id, agency, kind, procedure, number, query_hash, channel, state, is_open, events,
                applicant_class, filed_at, received_on, due_on, is_confirmed, is_on_time, outcome, closed_on)
            \(Self.numbers(count)) SELECT \(agency) || '/' || n.i, \(agency), 'request', 'request-2019',
                \(agency) || '/' || n.i, \(agency) || '/' || n.i, 'portal', 'replied',
                CASE n.i % 20 WHEN 0 THEN 1 ELSE 0 END, 2, \(Self.turn(Applicant.Class.allCases.map(\.rawValue))), 0,
                CASE n.i % 19 WHEN 0 THEN '2024-12-20' ELSE '2025-01-02' END, '2025-12-30', 1,
                CASE n.i % 20 WHEN 0 THEN NULL ELSE 1 END,
                CASE n.i % 20 WHEN 0 THEN NULL ELSE \(Self.turn(outcomes)) END,
                CASE n.i % 20 WHEN 0 THEN NULL ELSE \(Self.turn(days)) END
            FROM n
            """
        )
    }
}
