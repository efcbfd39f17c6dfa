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
}
