import Disclosure
import TestKit
import Testing

/// From submission to the signature: who is asked, what is shown, what voids an opinion.
@Suite struct ReviewTests {
    @Test(arguments: Engine.available) func anItemWalksFromDeskToDesk(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let mine = try await test.get("/office", as: .editor)
            #expect(mine.says("继续起草", "/office/items/\(id)/edit", "<title>(1) 我的工作台"))
            #expect(try await test.get("/office", as: .secrecy).says("href=\"/office/items/\(id)") == false)

            let submitted = try await test.post("/office/items/\(id)/review", as: .editor)
            #expect(submitted.location == "/office/items/\(id)?did=submitted")
            let desk = try await test.get("/office", as: .secrecy)
            #expect(desk.says("/office/items/\(id)/opinions/secrecy", "待保密审查", "还剩 9 个工作日"))
            #expect(try await test.get("/office", as: .approver).says("/opinions/sign-off") == false)
            #expect(try await test.get("/office", as: .editor).says("等别人处理<span class=\"count\">1</span>"))

            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("这是第一版", "不涉密，可以公开", "退回修改", "公众将看到", "欧阳某某"))
            let passed = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(passed.location == "/office/items/\(id)?did=passed")

            #expect(try await test.get("/office", as: .approver).says("/office/items/\(id)/opinions/sign-off", "待签发"))
            let signed = try await test.opine("sign-off", on: id, as: .approver)
            #expect(signed.location == "/office/items/\(id)?did=published")
            let item = try await test.get("/office/items/\(id)?did=published", as: .approver)
            #expect(item.says("已签发并公开", "已公开", "MB0A00018/2024-00001", "SHIQIAO-VESSEL-2024-00001"))
            #expect(item.says("href=\"/shiqiao/items/SHIQIAO-VESSEL-2024-00001\"", "按期办结"))
            #expect(try await test.item(id).state == .published)
        }
    }

    /// The reviewer sees what is new since this review last looked, not merely since the last save.
    @Test(arguments: Engine.available) func theReviewerSeesWhatIsNewSinceTheLastLook(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            for (text, vessel) in [("第二次的正文。", "虚构渔0001"), ("第二次的正文。", "虚构渔0003")] {
                let base = try await test.item(id).currentVersion.text
                let form = Samples.vessel.with("text", text).with("vessel", vessel) + [("item_base", base)]
                #expect(try await test.post("/office/items/\(id)/edit", as: .editor, form: form).status == 303)
            }
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("与保密审查上次看过的第 1 版相比", "第二次的正文", "虚构渔0003"))
            let difference = try #require(page.text(between: "class=\"difference\"", and: "</section>"))
            #expect(difference.contains("<del>") && difference.contains("救生设备齐全") && difference.contains("行没有改动"))
            #expect(page.says("<s><b>保密审查</b> 同意</s>", "已作废", "只对第 1 版有效"))
            // The other review has seen nothing yet: it is shown the last change.
            let other = try await test.get("/office/items/\(id)/opinions/sign-off", as: .approver)
            #expect(other.says("与第 2 版相比", "还在等待：保密审查"))
        }
    }

    /// An edit in review voids the opinions: the signature is not open, and the form says so before it is sent.
    @Test(arguments: Engine.available) func anEditVoidsTheOpinions(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let edit = try await test.get("/office/items/\(id)/edit", as: .editor)
            #expect(edit.says("保存后，已有的 1 个意见作废", "保存新版本"))
            #expect(!edit.says("保存并提交审查"))
            let form = Samples.vessel.with("vessel", "乙船") + [("item_base", edit.hidden("item_base") ?? "")]
            _ = try await test.post("/office/items/\(id)/edit", as: .editor, form: form)
            let early = try await test.opine("sign-off", on: id, as: .approver)
            #expect(early.status == 409 && early.says("还在等待：保密审查"))
            #expect(try await test.item(id).state == .review)
        }
    }

    /// Who had an older version before the eyes cannot give an opinion on the new one by it.
    @Test(arguments: Engine.available) func anOpinionOnAnOldVersionIsAConflict(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            let read = try await test.item(id).currentVersion.text
            let change = Samples.vessel.with("vessel", "乙船") + [("item_base", read)]
            #expect(try await test.post("/office/items/\(id)/edit", as: .editor, form: change).status == 303)
            let answer = try await test.post(
                "/office/items/\(id)/opinions/secrecy",
                as: .secrecy,
                form: [("version", read), ("verdict", "pass"), ("reason", "已核对三遍")]
            )
            #expect(answer.status == 409)
            #expect(answer.says("刚刚被修改", "已核对三遍", "乙船"))
            #expect(answer.hidden("version") != read)
        }
    }

    @Test(arguments: Engine.available) func sendingBackNeedsAReasonAndReachesTheAuthor(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            let bare = try await test.opine("secrecy", on: id, as: .secrecy, verdict: "send-back")
            #expect(bare.status == 422 && bare.says("id=\"field-reason-error\"", "退回须写明理由"))
            let back = try await test.opine("secrecy", on: id, as: .secrecy, verdict: "send-back", reason: "请删去船主姓名")
            #expect(back.location == "/office/items/\(id)?did=sent-back")

            let desk = try await test.get("/office", as: .editor)
            #expect(desk.says("按意见修改", "已退回"))
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("已退回，请按理由修改后再提交", "请删去船主姓名"))
            #expect(!page.says("action=\"/office/items/\(id)/review\""), "the same version is not submitted again")
            let again = try await test.post("/office/items/\(id)/review", as: .editor)
            #expect(again.status == 409 && again.says("这个版本已被退回"))
            #expect(try await test.get("/office/items/\(id)/edit", as: .editor).says("退回理由", "请删去船主姓名"))
        }
    }

    /// A changed version of what was sent back goes its way again, saved and submitted in one step.
    @Test(arguments: Engine.available) func whatWasSentBackComesAgain(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy, verdict: "send-back", reason: "请改")
            let base = try await test.item(id).currentVersion.text
            let same = Samples.vessel.with("item_do", "submit") + [("item_base", base)]
            #expect(try await test.post("/office/items/\(id)/edit", as: .editor, form: same).status == 409)
            let changed = same.with("owner", "")
            let answer = try await test.post("/office/items/\(id)/edit", as: .editor, form: changed)
            #expect(answer.location == "/office/items/\(id)?did=submitted")
            #expect(try await test.item(id).state == .review)
        }
    }

    /// A hit of the scanner blocks until the secrecy reviewer clears it with a reason; the number itself is masked.
    @Test(arguments: Engine.available) func whatTheScannerFindsMustBeCleared(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview(Samples.vessel.with("text", "联系电话：13800138000。"))
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("扫描发现 1 处疑似敏感内容", "手机号码", "138****8000", "放行，可以公开"))
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("扫描发现 1 处疑似敏感内容", "138****8000"))
            let bare = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(bare.status == 422 && bare.says("放行须写明理由"))
            let cleared = try await test.opine("secrecy", on: id, as: .secrecy, reason: "系对外公布的值班电话")
            #expect(cleared.status == 303)
            #expect(try await test.get("/office/items/\(id)", as: .approver).says("系对外公布的值班电话"))
        }
    }

    /// Author, reviewer and approver are three people, even where one person has every role.
    @Test(arguments: Engine.available) func onePersonHasOnePart(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem(Samples.vessel.with("item_do", "submit"), as: .everybody)
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .everybody)
            #expect(page.status == 200)
            #expect(page.says("您已是这个版本的起草人"))
            #expect(!page.says("name=\"verdict\""))
            let item = try await test.get("/office/items/\(id)", as: .everybody)
            #expect(!item.says("href=\"/office/items/\(id)/opinions/secrecy\""))
            let version = try await test.item(id).currentVersion.text
            let answer = try await test.post(
                "/office/items/\(id)/opinions/secrecy",
                as: .everybody,
                form: [("version", version), ("verdict", "pass")]
            )
            #expect(answer.status == 409 && answer.says("须由三人分别办理"))
        }
    }

    /// 国办发〔2016〕80号: a policy document that is not to be open goes to the disclosure office before anybody else.
    @Test(arguments: Engine.available) func aClosedPolicyGoesToTheDisclosureOfficeFirst(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await test.newItem(Samples.norm)
            #expect(try await test.get("/office", as: .secrecy).says("/opinions/secrecy") == false)
            #expect(try await test.get("/office", as: .officer).says("/office/items/\(id)/opinions/disclosure-office"))
            let early = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(early.status == 409 && early.says("还在等待：公开机构审核"))
            #expect(try await test.opine("disclosure-office", on: id, as: .officer).status == 303)
            #expect(try await test.opine("secrecy", on: id, as: .secrecy).status == 303)
            #expect(try await test.opine("legal", on: id, as: .legal).status == 303)
            // The disclosure office has its part already; the consequence check is another officer's.
            let page = try await test.get("/office/items/\(id)", as: .officer)
            #expect(page.says("签发后归档，不出现在网站上", "内容为内部管理事项"))
            #expect(try await test.opine("consequence", on: id, as: .officer).status == 303)
            let signed = try await test.opine("sign-off", on: id, as: .approver)
            #expect(signed.location == "/office/items/\(id)?did=filed")
            #expect(try await test.item(id).state == .filed)
        }
    }

    /// Unknown kinds and verdicts are no pages; a kind that is not needed says so.
    @Test(arguments: Engine.available) func oddOpinionsAreRefused(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            #expect(try await test.get("/office/items/\(id)/opinions/astrology", as: .everybody).status == 404)
            #expect(try await test.opine("secrecy", on: id, as: .secrecy, verdict: "perhaps").status == 404)
            let page = try await test.get("/office/items/\(id)/opinions/legal", as: .legal)
            #expect(page.says("这条信息不需要合法性审核意见") && !page.says("name=\"verdict\""))
            #expect(try await test.opine("legal", on: id, as: .legal).status == 409)
        }
    }
}
