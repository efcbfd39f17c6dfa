import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Somebody is away: their drafts are handed on, after a look at what will happen.
@Suite struct HandOnTests {
    @Test(arguments: Engine.available) func waitingDraftsAreHandedOn(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let first = try await test.newItem()
            let second = try await test.newItem(Samples.vessel.with("title", "虚构渔0002号安全检查结果"))
            let third = try await test.newItem(Samples.vessel.with("title", "虚构渔0003号安全检查结果"))
            let (editor, colleague) = (try test.actor(.editor).person, try test.actor(.colleague).person)
            let today = test.clock.now.date
            let away = [("do", "away"), ("from", today.iso), ("to", today.adding(days: 6).iso)]
            let said = try await test.post("/office/account/delegations", as: .editor, form: away)
            #expect(said.location == "/office/account/delegations?did=away")
            #expect(try await test.get("/office", as: .officer).says("href=\"/office/handing-on\""))
            let list = try await test.get("/office/handing-on", as: .officer)
            #expect(list.says("测试editor", "外出至2024年3月10日"))
            let page = try await test.get("/office/handing-on/\(editor)", as: .officer)
            #expect(page.says("虚构渔0001号", "虚构渔0002号", "虚构渔0003号", "测试colleague", "预览"))
            #expect(!page.says("测试approver"), "only those who may draft can take over")

            let choice = [("items", first), ("items", second), ("to", colleague.text)]
            let preview = try await test.post("/office/handing-on/\(editor)", as: .officer, form: choice)
            #expect(preview.status == 200 && preview.says("将转交给测试colleague的 2 条草稿", "虚构渔0002号"))
            #expect(!preview.says("虚构渔0003号"))
            #expect(try await test.get("/office", as: .colleague).says("虚构渔0001号") == false, "a look changes nothing")

            let done = try await test.post(
                "/office/handing-on/\(editor)",
                as: .officer,
                form: choice + [("do", "hand-on")]
            )
            #expect(done.location == "/office/handing-on?did=handed-on")
            let desk = try await test.get("/office", as: .colleague)
            #expect(desk.says("虚构渔0001号", "虚构渔0002号", "（测试editor的草稿）", "继续起草"))
            let left = try await test.get("/office", as: .editor)
            #expect(left.says("虚构渔0003号") && !left.says("/office/items/\(first)/edit"))
            // Who wrote it stays who wrote it; who saves from now on answers for that version.
            #expect(try await test.item(first).createdBy == editor)
            let edit =
                Samples.vessel.with("vessel", "虚构渔0001改")
                + [("item_base", try await test.item(first).currentVersion.text)]
            _ = try await test.post("/office/items/\(first)/edit", as: .colleague, form: edit)
            let versions = try await test.app.database.read { try $0.items.versions(of: ID(first)).map(\.author) }
            #expect(versions == [colleague, editor])
            let entry = try await test.app.database.read { try $0.audit.about(second).last }
            #expect(entry?.act == "item.hand-on" && entry?.detail == "\(editor) \(colleague)")
            #expect(third.count == 26)
        }
    }

    /// A draft that moved meanwhile stops the whole act: nothing is half done.
    @Test(arguments: Engine.available) func allOrNothing(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let first = try await test.newItem()
            let second = try await test.newItem(Samples.vessel.with("title", "虚构渔0002号安全检查结果"))
            let (editor, colleague) = (try test.actor(.editor).person, try test.actor(.colleague).person)
            #expect(try await test.post("/office/items/\(second)/review", as: .editor).status == 303)
            let form = [("items", first), ("items", second), ("to", colleague.text), ("do", "hand-on")]
            let refused = try await test.post("/office/handing-on/\(editor)", as: .officer, form: form)
            #expect(refused.status == 409 && refused.says("刚刚被提交或转交", "虚构渔0001号"))
            #expect(try await test.app.database.read { try $0.carriers.carriers(of: [ID(first)]) } == [:])
            let wrong = form.with("to", try test.actor(.approver).person.text).with("items", first)
            #expect(try await test.post("/office/handing-on/\(editor)", as: .officer, form: wrong).status == 422)
            let stranger = try test.actor(.stranger).person.text
            let foreign = form.with("to", stranger).with("items", first)
            #expect(try await test.post("/office/handing-on/\(editor)", as: .officer, form: foreign).status == 422)
            let none = [("to", colleague.text), ("do", "hand-on")]
            #expect(try await test.post("/office/handing-on/\(editor)", as: .officer, form: none).status == 422)
        }
    }

    /// Whoever begins a revision carries on with it, and hands it on like any draft.
    @Test(arguments: Engine.available) func aRevisionIsHandedOnLikeADraft(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let (editor, colleague) = (try test.actor(.editor).person, try test.actor(.colleague).person)
            let begin = [("ground", "correction"), ("reason", "船名写错")]
            #expect(try await test.post("/office/items/\(id)/revision", as: .colleague, form: begin).status == 303)
            let edit = "/office/items/\(id)/edit"
            #expect(try await test.get("/office", as: .colleague).says("修订：草稿", "继续起草", edit))
            #expect(try await test.get("/office", as: .editor).says(edit) == false, "it waits for whoever began it")
            let list = try await test.get("/office/handing-on", as: .officer)
            #expect(list.says("测试colleague") && !list.says("测试editor"))

            let form = [("items", id), ("to", editor.text), ("do", "hand-on")]
            let done = try await test.post("/office/handing-on/\(colleague)", as: .officer, form: form)
            #expect(done.location == "/office/handing-on?did=handed-on", "\(done.text)")
            #expect(try await test.get("/office", as: .editor).says("修订：草稿", edit))
            #expect(try await test.get("/office", as: .colleague).says(edit) == false)
        }
    }

    @Test(arguments: Engine.available) func whoIsBackIsBack(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            _ = try await test.newItem()
            let today = test.clock.now.date
            let id = try test.actor(.editor).person
            let form = [("do", "away"), ("from", today.iso), ("to", today.adding(days: 1).iso)]
            _ = try await test.post("/office/people/\(id)/delegations", as: .administrator, form: form)
            #expect(try await test.get("/office/handing-on", as: .administrator).says("外出至"))
            let back = try await test.post("/office/account/delegations", as: .editor, form: [("do", "back")])
            #expect(back.location == "/office/account/delegations?did=back")
            #expect(try await test.get("/office/handing-on", as: .officer).says("在岗"))
            // Without that it ends by itself.
            _ = try await test.post("/office/account/delegations", as: .editor, form: form)
            test.clock.advance(days: 2)
            test.forgetSessions()
            #expect(try await test.get("/office/handing-on", as: .officer).says("在岗"))
        }
    }
}
