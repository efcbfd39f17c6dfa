import Database
import Disclosure
import TestKit
import Testing

/// The schema as each engine has it, to be looked at whenever a migration changes it.
@Suite struct SchemaTests {
    @Test(arguments: Engine.available) func theSchemaIsTheAcceptedOne(engine: Engine) async throws {
        try await engine.withDatabase(migrations: Migration.all) { database in
            let dump = try await SchemaDump.text(database)
            expectGolden(dump, "schema.\(engine.rawValue).sql")
        }
    }

    /// Every list of the site walks along an index: no statement of a store sorts or scans a table that grows.
    @Test(arguments: Engine.available) func tablesHaveIndexesForTheirLists(engine: Engine) async throws {
        try await engine.withDatabase(migrations: Migration.all) { database in
            let dump = try await SchemaDump.text(database)
            for index in [
                "item_facet_by_value", "audit_by_agency", "audit_by_subject", "delivery_by_item", "delivery_by_channel",
                "job_by_due", "session_by_person", "ledger_leaf_by_id", "item_by_state",
                "audit_by_place", "audit_by_doer", "audit_by_giver", "audit_by_thing", "audit_by_act",
                "delegation_by_taker", "kept_form_by_person", "item_carrier_by_person", "absence_by_agency",
            ] {
                #expect(dump.contains(index))
            }
        }
    }

    /// A step that somebody may have run never changes: its checksum stands in an accepted file, line by line.
    @Test(arguments: Engine.available) func noStepThatRanIsChanged(engine: Engine) throws {
        let lines = try Migration.all.map { step in
            "\(step.number) \(step.name) \(try step.checksum(for: engine.dialect))\n"
        }
        expectGolden(lines.joined(), "migrations.\(engine.rawValue).txt")
    }

    /// A database of the first steps, with rows in the tables that a later step makes anew, comes to the present schema.
    @Test(arguments: Engine.available) func anEarlierDatabaseIsBroughtUp(engine: Engine) async throws {
        let earlier = Migration.all.filter { $0.number <= 8 }
        try await engine.withDatabase(migrations: earlier) { database in
            try await database.write { tx in
                for row in Self.earlierRows { try tx.execute(row) }
            }
            let applied = try await Migrator(Migration.all).migrate(database, quietly: true)
            #expect(applied.map(\.number) == Migration.all.map(\.number).filter { $0 > 8 })
            let (checked, due) = try await database.read { tx in
                (
                    try tx.first("SELECT checked_on FROM link_check")?.text("checked_on"),
                    try tx.first("SELECT due_on FROM refusal_review")?.text("due_on")
                )
            }
            #expect(checked == "2024-03-04")
            #expect(due == "2025-03-04")
        }
    }

    private static let earlierRows: [SQL] = [
        "INSERT INTO agency VALUES ('a', 'a', 'county', '', '', '', '', '', '', '', '', 0, 0, 0)",
        """
        INSERT INTO person (id, agency, login, name, is_active, failures, language, created_at)
        VALUES ('p', 'a', 'p', 'p', 1, 0, 'zh', 0)
        """,
        """
        INSERT INTO item (id, agency, duty, state, provenance, title, formed_on, current_version, created_by, created_at,
            changed_at)
        VALUES ('i', 'a', 'NEWS', 'draft', 'own', '', '2024-03-04', 'v', 'p', 0, 0)
        """,
        """
        INSERT INTO link_check (item, address, outcome, checked_on, failures)
        VALUES ('i', 'https://example.invalid', 'opens', '2024-03-04', 0)
        """,
        "INSERT INTO refusal_review (item, due_on) VALUES ('i', '2025-03-04')",
    ]
}
