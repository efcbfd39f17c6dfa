import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing

/// The audit trail: searched by person, item, act and days, read page by page, taken away as a file.
@Suite struct AuditTests {
    private func rows(_ answer: Answer) -> Int {
        answer.text.components(separatedBy: "<tr><th scope=\"row\">").count - 1
    }

    @Test(arguments: Engine.available) func theTrailIsSearched(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            test.clock.advance(days: 1)
            let second = try await test.newItem(Samples.vessel.with("title", "虚构渔0002号安全检查结果"), as: .colleague)
            let secrecy = try test.actor(.secrecy).person
            let byPerson = try await test.get("/office/audit?person=\(secrecy)", as: .auditor)
            #expect(byPerson.says("出具意见", "测试secrecy") && !byPerson.says("测试colleague</td>"))
            let item = try await test.item(id)
            for number in [id, item.leafID ?? "", item.indexNumber ?? ""] {
                let byItem = try await test.get("/office/audit?item=\(number)", as: .auditor)
                #expect(byItem.says("提交审查", "公开", "虚构渔0001号") && !byItem.says("虚构渔0002号"), "\(number)")
            }
            let byAct = try await test.get("/office/audit?act=item.draft", as: .auditor)
            #expect(rows(byAct) == 2 && byAct.says("虚构渔0002号", "value=\"item.draft\" selected"))
            let byDay = try await test.get("/office/audit?from=2024-03-05&to=2024-03-05&act=item.draft", as: .auditor)
            #expect(rows(byDay) == 1 && byDay.says("虚构渔0002号"))
            #expect(rows(try await test.get("/office/audit?to=2024-03-03&act=item.draft", as: .auditor)) == 0)
            let nothing = try await test.get("/office/audit?item=no-such-number", as: .auditor)
            #expect(nothing.says("没有符合条件的记录"))
            #expect(second != id)
        }
    }

    /// Page after page, each line once, in order, however many fall into one millisecond.
    @Test(arguments: Engine.available) func everyLineOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let actor = try test.actor(.administrator)
            let app = test.app
            try await app.database.write { tx in
                for number in 0..<173 {
                    try tx.audit.record("item.draft", of: "item", "i\(number)", by: actor, in: app)
                }
            }
            for filter in [AuditFilter(person: actor.person), AuditFilter(act: "item.draft")] {
                var seen: [String] = []
                var direction = ListDirection.first
                while true {
                    let step = direction
                    let page = try await app.database.read {
                        try $0.audit.page(of: actor.agency, filter, step, limit: 50)
                    }
                    seen += page.map(\.entry.subject)
                    guard page.count == 50, let last = page.last?.place else { break }
                    direction = .olderThan(last)
                }
                #expect(seen == (0..<173).reversed().map { "i\($0)" })
            }
        }
    }

    /// Every search walks along an index and sorts nothing (asked of SQLite, whose answer can be read).
    @Test func searchesWalkAlongAnIndex() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let agency = test.agency.id
            let now = test.clock.now
            let filters: [(AuditFilter, String)] = [
                (AuditFilter(), "audit_by_place"), (AuditFilter(person: ID("p")), "audit_by_doer"),
                (AuditFilter(person: ID("p")), "audit_by_giver"), (AuditFilter(subject: "s"), "audit_by_thing"),
                (AuditFilter(act: "a"), "audit_by_act"),
                // Days and an act: either index will do, for both end the walk.
                (AuditFilter(act: "a", from: now, to: now), "audit_by_"),
            ]
            for (filter, index) in filters {
                for direction in [ListDirection.first, .olderThan(ListPlace(at: now, id: "x"))] {
                    let plan = try await test.app.database.read { tx in
                        let search = tx.audit.search(agency, filter, direction, isBackwards: false, limit: 51)
                        return try tx.rows("EXPLAIN QUERY PLAN \(search)").map { try $0.text("detail") }
                    }
                    #expect(plan.contains { $0.contains(index) }, "\(filter): \(plan)")
                    #expect(!plan.contains { $0.hasPrefix("SCAN audit") }, "\(plan)")
                    // Two walks of a limited length are merged; each of them is in order already.
                    if filter.person == nil { #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)") }
                }
            }
        }
    }

    @Test(arguments: Engine.available) func theInspectorGetsAFile(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let actor = try test.actor(.administrator)
            let app = test.app
            try await app.database.write { tx in
                for number in 0..<1_203 {
                    try tx.audit.record("item.draft", of: "item", "i\(number)", detail: "=1+1", by: actor, in: app)
                }
            }
            test.clock.advance(milliseconds: 5)
            _ = try await test.get("/office", as: .stranger)
            let answer = try await test.post(
                "/office/audit/export",
                as: .auditor,
                form: [("act", "item.draft"), ("person", ""), ("item", ""), ("from", ""), ("to", "")]
            )
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/csv; charset=utf-8; header=present")
            #expect(answer.headers["content-disposition"] == "attachment; filename=\"audit-shiqiao-2024-03-04.csv\"")
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.text.unicodeScalars.first == "\u{FEFF}")
            let lines = answer.text.components(separatedBy: "\r\n")
            #expect(lines.count == 1 + 1_203 + 1 && lines.last == "")
            #expect(lines[0].hasSuffix("时间,人员,登录名,代何人,行为,行为代码,对象类别,对象,对象名称,说明,记录号"))
            let first = lines[1].components(separatedBy: ",")
            #expect(first.count == 11 && first[2] == "administrator" && first[7] == "i1202")
            #expect(first[9] == "'=1+1", "a spreadsheet must not run it")
            #expect(Set(lines.dropFirst().dropLast().map { $0.components(separatedBy: ",")[7] }).count == 1_203)
            // The export is in the trail, and says what was taken.
            let last = try await app.database.read { try $0.rows("SELECT * FROM audit WHERE act = 'audit.export'") }
            #expect(try last.map { try $0.text("detail") } == ["act=item.draft"])
            #expect(try last.first?.text("person") == test.actor(.auditor).person.text)
            let none = try await test.post("/office/audit/export", as: .auditor, form: [("item", "no-such-number")])
            #expect(none.text.components(separatedBy: "\r\n").count == 2)
            #expect(try await test.post("/office/audit/export", as: .editor).status == 403)
        }
    }

    /// What the neighbours did is not in it.
    @Test(arguments: Engine.available) func theNeighboursTrailIsTheirs(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let foreign = try await test.newItem(as: .stranger)
            let stranger = try test.actor(.stranger).person
            for query in ["", "?person=\(stranger)", "?item=\(foreign)", "?act=item.draft"] {
                let page = try await test.get("/office/audit\(query)", as: .auditor)
                #expect(!page.says("测试stranger") && !page.says(foreign + "</td>"), "\(query)")
            }
            let all = try await test.post("/office/audit/export", as: .auditor)
            #expect(!all.text.contains(foreign) && !all.text.contains("stranger"))
        }
    }
}
