import Civil
import Database

@testable import Disclosure

/// A year with many records, made by the database itself: nothing of them is real but what figures count.
enum ManyRecords {
    static let year = 2025

    private static func numbers(_ count: Int) -> SQL {
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Int64(count)))"
    }

    /// One of some texts by turns.
    private static func turn(_ texts: [String]) -> SQL {
        let cases = texts.enumerated().map { place, text -> SQL in "WHEN \(Int64(place)) THEN \(text)" }
        return "CASE n.i % \(Int64(texts.count)) \(SQL.joined(cases, separator: " ")) END"
    }

    /// So many items, deliveries and cases of an agency all over the year.
    static func fill(_ tx: any SQLConnection, _ agency: ID<Agency>, count: Int, procedures: Procedures) throws {
        let begin = Instant.start(of: CivilDate(year: year, month: 1, day: 1) ?? .first)
        try tx.send(
            """
            INSERT INTO item (id, agency, duty, state, provenance, title, formed_on, current_version, leaf_id,
                published_at, created_by, created_at, changed_at)
            \(numbers(count)) SELECT \(agency) || '/' || n.i, \(agency), \(turn(["NEWS", "PEN", "NORM"])), 'published',
                'own', 'x', '2025-01-01', 'v', \(agency) || '/' || n.i,
                \(begin) + CAST(n.i % 300 AS BIGINT) * 86400000, (SELECT min(id) FROM person), 0, 0
            FROM n
            """
        )
        try tx.send(
            """
            INSERT INTO delivery (id, item, channel, stage, delivered_on, receipt, recorded_at, idempotency_key)
            \(numbers(count)) SELECT \(agency) || '/' || n.i, \(agency) || '/' || n.i, c.id, 'delivered', '2025-06-01',
                'x', 0, \(agency) || '/' || n.i
            FROM n JOIN channel c ON c.id = (SELECT min(id) FROM channel WHERE agency = \(agency) AND is_automatic = 1)
            """
        )
        let outcomes = procedures.named("request-2019")?.outcomes.map(\.key) ?? []
        try tx.send(
            """
            INSERT INTO case_file (id, agency, kind, procedure, number, query_hash, channel, state, is_open, events,
                applicant_class, filed_at, received_on, due_on, is_confirmed, is_on_time, outcome, closed_on)
            \(numbers(count)) SELECT \(agency) || '/' || n.i, \(agency), 'request', 'request-2019',
                \(agency) || '/' || n.i, \(agency) || '/' || n.i, 'portal', 'replied',
                CASE n.i % 20 WHEN 0 THEN 1 ELSE 0 END, 2, \(turn(Applicant.Class.allCases.map(\.rawValue))), 0,
                CASE n.i % 19 WHEN 0 THEN '2024-12-20' ELSE '2025-03-03' END, '2025-12-30', 1,
                CASE n.i % 20 WHEN 0 THEN NULL ELSE 1 END,
                CASE n.i % 20 WHEN 0 THEN NULL ELSE \(turn(outcomes)) END,
                CASE n.i % 20 WHEN 0 THEN NULL WHEN 1 THEN '2026-01-10' ELSE '2025-04-01' END
            FROM n
            """
        )
    }

    /// Agencies like that of the tests, without records.
    static func agencies(_ count: Int, _ tx: any SQLConnection) throws -> [Agency] {
        try tx.send(
            """
            INSERT INTO agency (id, code, level, name_zh, name_en, region_code, credit_code, site_id_code,
                index_template, contact, disclosure_office, is_demonstration, follows_catalogue, created_at)
            \(numbers(count)) SELECT 'a' || n.i, 'a' || n.i, a.level, a.name_zh, a.name_en, a.region_code,
                a.credit_code, a.site_id_code, a.index_template, a.contact, a.disclosure_office,
                a.is_demonstration, a.follows_catalogue, a.created_at
            FROM agency a JOIN n ON 1 = 1 WHERE a.code = 'shiqiao'
            """
        )
        return try tx.agencies.all().filter { $0.code.hasPrefix("a") }
    }
}
