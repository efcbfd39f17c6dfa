import Database
import Disclosure
import TestKit
import Testing

/// A duty that is one new YAML file is a form, a column, facets and an import layout, with no other change.
@Suite struct NewDutyTests {
    @Test(arguments: Engine.available) func oneFileIsAllThatADutyNeeds(engine: Engine) async throws {
        try await TestApp.run(on: engine, overlay: [SeaDuty.file]) { test in
            let form = try await test.get("/office/items/new?duty=VESSEL", as: .editor)
            #expect(form.status == 200)
            for words in ["船名", "检查日期", "停航整改", "name=\"vessel\"", "name=\"owner\""] {
                #expect(form.text.contains(words), "\(words)")
            }

            let fields = [
                ("item_duty", "VESSEL"), ("title", "渔船石桥一号检查结果"), ("formed-on", "2024-03-01"), ("origin", "own"),
                ("disclosure", "proactive"), ("vessel", "石桥一号"), ("owner", "王五"), ("checked-on", "2024-03-01"),
                ("result", "fit"), ("item_duty", "VESSEL"), ("item_do", "submit"),
            ]
            let saved = try await test.post("/office/items", as: .editor, form: fields)
            #expect(saved.status == 303, "\(saved.text)")
            let item = try #require(
                try await test.app.database.read { tx in
                    try tx.first("SELECT id, current_version FROM item WHERE duty = 'VESSEL'").map { row in
                        (id: try row.id("id", of: Item.self), version: try row.id("current_version", of: Version.self))
                    }
                }
            )
            for (seat, kind) in [(Seat.secrecy, OpinionKind.secrecy), (.approver, .signOff)] {
                try await GiveOpinion(
                    id: item.id,
                    version: item.version,
                    kind: kind,
                    verdict: .pass,
                    actor: test.actor(seat)
                ).run(in: test.app)
            }

            let column = try await test.get("/shiqiao/columns/sea/vessels")
            #expect(column.status == 200)
            #expect(column.text.contains("渔船石桥一号检查结果"))
            #expect(column.text.contains("检查结果"))
            let chosen = try await test.get("/shiqiao/columns/sea/vessels?facet.result=fit")
            #expect(chosen.text.contains("渔船石桥一号检查结果"))
            let others = try await test.get("/shiqiao/columns/sea/vessels?facet.result=stopped")
            #expect(!others.text.contains("渔船石桥一号检查结果"))

            let duty = try #require(test.app.catalogue.duty("VESSEL"))
            let layout = ImportLayout(duty)
            #expect(layout.key(forHeader: "船名") == "vessel")
            #expect(layout.key(forHeader: "Vessel") == "vessel")
        }
    }

    /// An agency that was there before the file gets the column when the program starts again.
    @Test(arguments: Engine.available) func anOlderAgencyFollowsTheCatalogue(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var grown = test.app
            grown.catalogue = try Catalogue.load(overlay: [SeaDuty.file])
            let id = test.agency.id
            let before = try await test.app.database.read { try $0.agencies.columns(of: id).map(\.path) }
            try await FollowCatalogue().run(in: grown)
            try await FollowCatalogue().run(in: grown)
            let after = try await test.app.database.read { try $0.agencies.columns(of: id).map(\.path) }
            #expect(Set(after).subtracting(before) == ["sea", "sea/vessels"])
            #expect(after.count == before.count + 2)
        }
    }
}
