import Disclosure
import TestKit
import Testing

/// The form that a duty generates, and what becomes of what is typed into it.
@Suite struct DraftTests {
    @Test(arguments: Engine.available) func aDutyIsChosenFirst(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let all = try await test.get("/office/items/new", as: .editor)
            #expect(all.says("href=\"/office/items/new?duty=PEN\"", "href=\"/office/items/new?duty=VESSEL\"", "海上安全"))
            let found = try await test.get("/office/items/new?q=%E6%B8%94%E8%88%B9", as: .editor)
            #expect(found.says("duty=VESSEL") && !found.says("duty=PEN"))
            #expect(try await test.get("/office/items/new?q=zzzz", as: .editor).says("没有找到这样的公开事项"))
            #expect(try await test.get("/office/items/new?duty=NONE", as: .editor).status == 404)
        }
    }

    /// Every duty of the catalogue has a form in both languages, with its fields and the disclosure attribute.
    @Test func everyDutyHasAForm() async throws {
        try await TestApp.runAtSea(on: .sqlite) { test in
            for duty in test.app.catalogue.duties {
                for language in ["", "/en"] {
                    let page = try await test.get("\(language)/office/items/new?duty=\(duty.code)", as: .editor)
                    #expect(page.status == 200, "\(duty.code)")
                    for field in duty.allFields {
                        #expect(page.says("id=\"field-\(field.key)\""), "\(duty.code) \(field.key)")
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.available) func theFormExplainsItself(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let page = try await test.get("/office/items/new?duty=VESSEL", as: .editor)
            #expect(
                page.says(
                    "<legend>基本信息</legend>",
                    "<legend>公开属性</legend>",
                    "<legend>内容要素</legend>",
                    "<legend>正文</legend>"
                )
            )
            #expect(page.says("「检查结果」为「停航整改」时必填", "公开时只保留姓氏", "不对外公开，只在内部留存", "<span>万元</span>"))
            #expect(page.says("自「检查日期」起10个工作日内", "保密审查、合法性审核 → 签发"))
            #expect(page.says("保存草稿", "保存并提交审查"))
            let policy = try await test.get("/office/items/new?duty=NORM", as: .editor)
            #expect(policy.says("政策文件拟不主动公开的，先送公开机构审核"))
        }
    }

    @Test(arguments: Engine.available) func everyErrorStandsBesideItsFieldAndNothingIsLost(engine: Engine) async throws
    {
        try await TestApp.runAtSea(on: engine) { test in
            let form = Samples.vessel.with("disclosure", nil).with("vessel", "").with("checked-on", "2024-13-01")
                .with("fine", "一百").with("result", "stopped").with("text", "第一行\n<b>第二行</b>")
                .with("crew.1.count", "六人")
            let answer = try await test.post("/office/items", as: .editor, form: form)
            #expect(answer.status == 422)
            #expect(answer.says("<title>有错误：", "有 6 处需要改", "href=\"#field-disclosure\"", "href=\"#field-crew\""))
            for key in ["disclosure", "vessel", "checked-on", "fine", "stopped-at", "crew"] {
                #expect(answer.says("id=\"field-\(key)-error\""), "\(key)")
            }
            #expect(answer.says("第2行「人数」", "「检查结果」为「停航整改」时，请填写「停航时间」"))
            #expect(
                answer.says("value=\"2024-13-01\"", "value=\"一百\"", "value=\"六人\"", "value=\"船长\"", "value=\"欧阳某人\"")
            )
            #expect(answer.says("\n第一行\n&lt;b&gt;第二行&lt;/b&gt;</textarea>"))
            #expect(answer.says("value=\"rafts\" checked", "value=\"flares\" checked", "value=\"stopped\" checked"))
            #expect(try await test.get("/office/items", as: .editor).says("还没有信息"))
        }
    }

    /// Each of the three attributes must be chosen, and those that are not proactive need a reason.
    @Test(arguments: ["on-request", "not-open"]) func whatIsNotProactiveNeedsAReason(attribute: String) async throws {
        try await TestApp.runAtSea(on: .sqlite) { test in
            let form = Samples.vessel.with("disclosure", attribute)
            let answer = try await test.post("/office/items", as: .editor, form: form)
            #expect(answer.status == 422)
            #expect(answer.says("id=\"field-disclosure-reason-error\""))
            let given = form.with("disclosure-reason", "涉及内部管理")
            #expect(try await test.post("/office/items", as: .editor, form: given).status == 303)
        }
    }

    @Test(arguments: Engine.available) func addingARowSavesNothingAndLosesNothing(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let form = Samples.vessel.with("item_do", nil).with("title", "") + [("add-row", "crew")]
            let answer = try await test.post("/office/items", as: .editor, form: form)
            #expect(answer.status == 200)
            #expect(
                answer.says("name=\"crew.0.post\" value=\"船长\"", "name=\"crew.2.post\" value=\"\"", "value=\"1.25\"")
            )
            #expect(!answer.says("crew.3.post") && !answer.says("field-error"))
            #expect(try await test.get("/office/items", as: .editor).says("还没有信息"))
        }
    }

    @Test(arguments: Engine.available) func savingMakesADraft(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let answer = try await test.post("/office/items", as: .editor, form: Samples.vessel)
            #expect(answer.location?.hasSuffix("?did=saved") == true)
            let page = try await test.get(try #require(answer.location), as: .editor)
            #expect(page.says("草稿已保存", "草稿", "虚构渔0001号安全检查结果", "提交审查"))
            #expect(page.says("救生筏、信号弹", "1.25万元"))
        }
    }

    @Test(arguments: Engine.available) func savingMaySubmitAtOnce(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let answer = try await test.post(
                "/office/items",
                as: .editor,
                form: Samples.vessel.with("item_do", "submit")
            )
            #expect(answer.location?.hasSuffix("?did=submitted") == true)
            #expect(try await test.get(try #require(answer.location), as: .editor).says("已提交审查", "审查中"))
        }
    }

    /// A stored item comes back into its form as it was typed: money in its unit, tables in their cells.
    @Test(arguments: Engine.available) func aDraftIsChanged(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let page = try await test.get("/office/items/\(id)/edit", as: .editor)
            #expect(
                page.says(
                    "value=\"1.25\"",
                    "name=\"crew.1.count\" value=\"6\"",
                    "value=\"2024-03-01\"",
                    "value=\"欧阳某人\""
                )
            )
            #expect(page.says("value=\"rafts\" checked", "value=\"fit\" checked"))
            let base = try #require(page.hidden("item_base"))
            let form = Samples.vessel.with("item_duty", nil).with("title", "改过的标题") + [("item_base", base)]
            let answer = try await test.post("/office/items/\(id)/edit", as: .editor, form: form)
            #expect(answer.location == "/office/items/\(id)?did=saved")
            let changed = try await test.get("/office/items/\(id)", as: .editor)
            #expect(changed.says("改过的标题", "第 2 版", "/office/items/\(id)/versions/2"))
            let version = try await test.get("/office/items/\(id)/versions/2", as: .editor)
            #expect(version.says("与第 1 版相比", "<del>", "<ins>", "改过的标题"))
            #expect(try await test.get("/office/items/\(id)/versions/1", as: .editor).says("这不是当前版本"))
            #expect(try await test.get("/office/items/\(id)/versions/3", as: .editor).status == 404)
            #expect(try await test.get("/office/items/\(id)/versions/x", as: .editor).status == 404)
        }
    }

    /// Two people had the form open: the second sees both texts and loses nothing; saving again replaces knowingly.
    @Test(arguments: Engine.available) func twoPeopleChangeOneItem(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let base = try #require(try await test.get("/office/items/\(id)/edit", as: .editor).hidden("item_base"))
            let mine = Samples.vessel.with("vessel", "甲船") + [("item_base", base)]
            let theirs = Samples.vessel.with("vessel", "乙船").with("fine", "3") + [("item_base", base)]
            #expect(try await test.post("/office/items/\(id)/edit", as: .colleague, form: theirs).status == 303)

            let answer = try await test.post("/office/items/\(id)/edit", as: .editor, form: mine)
            #expect(answer.status == 409)
            #expect(answer.says("别人刚刚保存了这条信息的新版本", "别人保存的第 2 版", "您输入的"))
            let both = try #require(answer.text(between: "id=\"conflict\"", and: "</table>"))
            #expect(both.contains("甲船") && both.contains("乙船") && both.contains("3万元") && both.contains("1.25万元"))
            #expect(!both.contains("标题"), "only what differs")
            #expect(answer.says("name=\"vessel\"", "value=\"甲船\""))

            let again = mine.with("item_base", answer.hidden("item_base"))
            #expect(try await test.post("/office/items/\(id)/edit", as: .editor, form: again).status == 303)
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("甲船", "第 3 版"))
        }
    }

    /// A form without its base version overwrites nothing.
    @Test(arguments: Engine.available) func aFormWithoutItsBaseIsAConflict(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            #expect(try await test.post("/office/items/\(id)/edit", as: .editor, form: Samples.vessel).status == 409)
        }
    }

    @Test(arguments: Engine.available) func aPublishedItemIsNotChangedHere(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let page = try await test.get("/office/items/\(id)/edit", as: .editor)
            #expect(page.status == 409 && page.says("请先发起修订"))
            let version = try await test.item(id).currentVersion.text
            let form = Samples.vessel.with("title", "另一个标题") + [("item_base", version)]
            let answer = try await test.post("/office/items/\(id)/edit", as: .editor, form: form)
            #expect(answer.status == 409 && answer.says("另一个标题"))
            #expect(try await test.item(id).title == "虚构渔0001号安全检查结果")
        }
    }

    /// A day whose holidays nobody knows is refused in words.
    @Test(arguments: Engine.available) func aDayOutsideTheHolidaysIsExplained(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let form = Samples.vessel.with("checked-on", "2003-03-01")
            let answer = try await test.post("/office/items", as: .editor, form: form)
            #expect(answer.status == 422 && answer.says("缺少2003年的放假安排"))
        }
    }

    @Test(arguments: Engine.available) func thePlacementIsTheAgencysOwn(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let page = try await test.get("/office/items/new?duty=VESSEL", as: .editor)
            #expect(page.says("目录中的责任科室：海上安全科", "不选则归入「海上安全 / 渔船安全」", ">办公室</option>"))
            #expect(!page.says("name=\"class\""), "an agency without classes does not ask for one")
            let foreign = try await test.post(
                "/office/items",
                as: .editor,
                form: Samples.vessel + [("column", "01HX0000000000000000000000")]
            )
            #expect(foreign.status == 422 && foreign.says("id=\"field-column-error\""))

            let part = [("code", "07"), ("name-zh", "重点领域"), ("name-en", "Key fields")]
            #expect(try await test.post("/office/settings/classes", as: .administrator, form: part).status == 303)
            let without = try await test.post("/office/items", as: .editor, form: Samples.vessel)
            #expect(without.status == 422 && without.says("id=\"field-class-error\""))
        }
    }
}
