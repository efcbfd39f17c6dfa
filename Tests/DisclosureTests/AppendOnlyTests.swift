import Database
import Disclosure
import TestKit
import Testing

/// What was written down stays written down: append-only tables refuse every change, whoever asks, on both engines.
@Suite struct AppendOnlyTests {
    /// The tables whose triggers refuse changes, as the database itself has them.
    private func tables(_ tx: any SQLConnection) throws -> Set<String> {
        let rows =
            switch tx.dialect {
            case .sqlite:
                try tx.rows(.only(.sqlite, "SELECT tbl_name AS name FROM sqlite_master WHERE type = 'trigger'"))
            case .postgres:
                try tx.rows(
                    .only(
                        .postgres,
                        """
                        SELECT c.relname::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                        WHERE NOT t.tgisinternal
                        """
                    )
                )
            }
        return Set(try rows.map { try $0.text("name") })
    }

    static let expected: Set<String> = [
        "audit", "case_assessment", "case_event", "case_letter", "hand", "holiday_year", "import_batch", "import_row",
        "interpretation_waiver",
        "ledger_leaf",
        "opinion", "reading", "redaction", "remedy_change", "report_figure", "report_freeze", "report_freeze_text",
        "refusal_assessment", "version", "version_file", "withdrawal_verdict",
    ]

    /// Every way to change or remove a row.
    private func changes(_ table: String, _ column: String, on engine: Engine) -> [SQL] {
        let update: SQL = "UPDATE \(identifier: table) SET \(identifier: column) = \(identifier: column)"
        let delete: SQL = "DELETE FROM \(identifier: table)"
        switch engine {
        case .sqlite:
            return [
                update, delete,
                .only(.sqlite, "INSERT OR REPLACE INTO \(identifier: table) SELECT * FROM \(identifier: table)"),
            ]
        case .postgres: return [update, delete, .only(.postgres, "TRUNCATE \(identifier: table) CASCADE")]
        }
    }

    private func count(_ table: String, _ app: App) async throws -> Int64 {
        try await app.database.read { tx in try tx.integer("SELECT count(*) FROM \(identifier: table)") }
    }

    private func firstColumn(_ table: String, _ app: App) async throws -> String? {
        try await app.database.read { tx in
            let row = try tx.first("SELECT * FROM \(identifier: table) LIMIT 1")
            return row?.columns.first
        }
    }

    @Test(arguments: Engine.available) func nothingIsChangedOrRemoved(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.publishedNews()
            try await test.importedRow()
            try await test.rowsOfLaterActs()
            let file = try await CaseWalk.request(test, on: "2024-03-04").file.id
            let person = try test.actor(.officer).person
            try await test.app.database.write { tx in
                _ = try tx.execute(
                    """
                    INSERT INTO case_assessment (id, case_file, outcome, reason, person, at)
                    VALUES ('1', \(file), 'open', '已可公开', \(person), 0)
                    """
                )
            }
            let remedy = RemedyForm(kind: "review", number: "1号", about: "不予公开答复", filedOn: "2024-03-04")
            try await RecordRemedy(remedy, actor: test.actor(.officer)).run(in: test.app)
            try await test.app.database.write { tx in
                _ = try tx.execute(
                    """
                    INSERT INTO reading (id, agency, key, kind, read_on, relation, value, source, evidence, note,
                        recorded_by, recorded_at)
                    VALUES ('1', \(test.agency.id), 'fans', 'reading', '2024-03-04', '=', 1, '后台', '截图', '', \(person), 0)
                    """
                )
            }
            try await ImportHolidays(form: HolidaySamples.next, actor: nil).run(in: test.app)
            try await test.frozenReport()
            let tables = try await test.app.database.read { tx in try self.tables(tx) }
            #expect(tables.isSuperset(of: Self.expected))
            for table in tables.sorted() {
                // A trigger for rows speaks up only where there is one.
                let before = try await count(table, test.app)
                #expect(before > 0, "the test has no row of \(table)")
                let column = try #require(await firstColumn(table, test.app))
                for change in changes(table, column, on: engine) {
                    await #expect(throws: DatabaseError.refused("append-only: \(table)")) {
                        _ = try await test.app.database.write { tx in try tx.execute(change) }
                    }
                }
                #expect(try await count(table, test.app) == before)
            }
        }
    }
}

extension TestApp {
    /// A row of each table that a later act of an item fills, written straight into it.
    fileprivate func rowsOfLaterActs() async throws {
        let item = try await draft(Samples.news.with("title", "后来的信息"), under: "NEWS")
        let person = try actor(.approver).person
        try await app.database.write { tx in
            for blob in ["a", "b"] {
                try tx.execute(
                    """
                    INSERT INTO blob (sha256, size, kind, metadata, remarks, text_state, pages_without_text, findings,
                        stored_at) VALUES (\(blob), 1, 'pdf', '', '', 'read', '', '', 0)
                    """
                )
            }
            try tx.execute("INSERT INTO version_file (version, place, blob) VALUES (\(item.currentVersion), 1, 'a')")
            try tx.execute(
                """
                INSERT INTO redaction (blob, place, original, page, x, y, width, height, ground, person, at)
                VALUES ('a', 1, 'b', 1, 0, 0, 1, 1, 'privacy', \(person), 0)
                """
            )
            try tx.execute(
                """
                INSERT INTO interpretation_waiver (version, ground, person, at)
                VALUES (\(item.currentVersion), 'self-explanatory', \(person), 0)
                """
            )
            try tx.execute(
                """
                INSERT INTO refusal_assessment (id, item, outcome, reason, person, at)
                VALUES ('1', \(item.id), 'open', '已可公开', \(person), 0)
                """
            )
            try tx.execute(
                """
                INSERT INTO withdrawal (id, item, ground, reason, evidence, approvals_needed, asked_by, asked_at, state)
                VALUES ('1', \(item.id), 'error', '发错', '', 1, \(item.createdBy), 0, 'open')
                """
            )
            try tx.execute(
                """
                INSERT INTO withdrawal_verdict (withdrawal, person, verdict, reason, at)
                VALUES ('1', \(person), 'pass', '', 0)
                """
            )
        }
    }

    /// A report that was frozen with a version, written straight into the tables.
    fileprivate func frozenReport() async throws {
        let item = try await draft(Samples.news.with("title", "年报"), under: "NEWS")
        try await app.database.write { tx in
            try tx.execute(
                """
                INSERT INTO report (id, agency, year, quarter, format, item, created_at, changed_at)
                VALUES ('1', \(item.agency), 2023, 0, 'nb2021', \(item.id), 0, 0)
                """
            )
            try tx.execute(
                """
                INSERT INTO report_freeze (version, report, format, agency_zh, agency_en, checksum, at)
                VALUES (\(item.currentVersion), '1', '', '', '', '', 0)
                """
            )
            try tx.execute(
                """
                INSERT INTO report_freeze_text (version, section, text) VALUES (\(item.currentVersion), 'other', '')
                """
            )
            try tx.execute(
                """
                INSERT INTO report_figure (version, number, value, name_zh, name_en, unit_zh, unit_en, how_zh, how_en,
                    count, records)
                VALUES (\(item.currentVersion), 'items', 'n 0', '', '', '', '', '', '', 0,
                    \(sqlite: "CAST('' AS BLOB)", postgres: "CAST('' AS BYTEA)"))
                """
            )
        }
    }

    /// An imported row with its batch, written straight into the tables.
    fileprivate func importedRow() async throws {
        let item = try await draft(Samples.news.with("title", "导入的信息"), under: "NEWS")
        let (editor, secrecy, approver) = (try actor(.editor), try actor(.secrecy), try actor(.approver))
        try await app.database.write { tx in
            try tx.execute(
                """
                INSERT INTO import_batch (id, agency, duty, file_name, manifest_hash, row_count, editor, secrecy_person,
                    secrecy_reason, cleared, approver, signed_at)
                VALUES ('batch', \(editor.agency), 'NEWS', 'a.csv', 'hash', 1, \(editor.person), \(secrecy.person), '', '',
                    \(approver.person), 0)
                """
            )
            try tx.execute(
                """
                INSERT INTO import_row (agency, source_id, batch, line, item, version_hash)
                VALUES (\(editor.agency), '1', 'batch', 1, \(item.id), 'hash')
                """
            )
        }
        try await runJobs()
    }
}
