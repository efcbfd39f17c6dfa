import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

/// What happens to an item after its first publication, as people do it on pages: revision, withdrawal, urgent and
/// scheduled publication, validity, and the end of its display.
@Suite struct LifeTests {
    /// A duty that comes down by itself, must be out within a day when a ship is in danger, and needs two approvals to go.
    private static let harbour = CatalogueFile(
        name: "harbour.yaml",
        text: """
            matter: { code: HBR, zh: 港口安全, en: Harbours }
            laws:
              harbour2023: { zh: 某省港口安全条例, en: Provincial Regulations on Harbours }
            columns:
              - { slug: harbour/orders, zh: 港口处置, en: Harbour orders }
            duties:
              - code: HARBOUR
                zh: 港口安全处置
                en: Harbour orders
                basis:
                  - { law: harbour2023, article: "3" }
                limits:
                  - { same-day: true, from: formed-on, law: harbour2023, article: "4" }
                section: { zh: 港口科, en: Harbour section }
                channels: [portal, notice-board]
                stage: result
                opinions: [legal]
                display: { months: 3, from: formed-on, end: take-down }
                withdrawal-approvals: 2
                column: harbour/orders
                fields:
                  - { key: party, zh: 行政相对人名称, en: Party, type: text, required: true }
            """
    )
    private static let order: [(String, String)] = [
        ("item_duty", "HARBOUR"), ("title", "关于虚构码头甲的处置决定"), ("formed-on", "2024-03-04"), ("origin", "own"),
        ("document-number", "石应急〔2024〕7号"), ("disclosure", "proactive"), ("text", "责令虚构码头甲停止作业。"),
        ("party", "虚构码头甲有限公司"), ("item_do", "submit"),
    ]

    private static func atHarbour(_ engine: Engine, _ body: @Sendable (TestApp) async throws -> Void) async throws {
        try await TestApp.run(on: engine, overlay: [SeaDuty.file, harbour], body)
    }

    // MARK: Revision

    @Test(arguments: Engine.available) func aRevisionReplacesThePublicVersionOnlyWhenSigned(engine: Engine) async throws
    {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let path = "/office/items/\(id)/revision"
            let page = "/shiqiao/items/SHIQIAO-VESSEL-2024-00001"
            #expect(try await test.get("/office/items/\(id)/edit", as: .editor).status == 409)
            let bare = try await test.post(path, as: .editor, form: [("reason", "")])
            #expect(bare.status == 422 && bare.says("请选择修订理由", "请写明理由"))

            let started = try await test.post(
                path,
                as: .editor,
                form: [("ground", "correction"), ("reason", "船名写错")]
            )
            #expect(started.location == "/office/items/\(id)/edit")
            #expect(try await test.post("/office/items/\(id)/review", as: .editor).status == 409)
            try await test.revise(id, Samples.vessel.with("vessel", "虚构渔0009").with("text", "更正后的海上正文。"))
            #expect(try await test.get(page).says("虚构渔0001"))
            #expect(try await test.get("/shiqiao/search?q=更正后").says("虚构渔0001号安全检查结果") == false)
            #expect(try await test.get("/office", as: .editor).says("修订：草稿"))
            // What carries the public version is not struck through, and that it is public is said once.
            let revised = try await test.get("/office/items/\(id)", as: .editor)
            #expect(revised.says("正在修订") && !revised.says("已作废"))
            #expect(revised.text.components(separatedBy: ">已公开<").count == 2, "\(revised.text)")

            _ = try await test.post("/office/items/\(id)/review", as: .editor)
            #expect(try await test.get("/office", as: .secrecy).says("/office/items/\(id)/opinions/secrecy"))
            try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(try await test.get(page).says("虚构渔0001"))
            try await test.opine("sign-off", on: id, as: .approver)

            let shown = try await test.get(page)
            #expect(shown.says("虚构渔0009", "更正后的海上正文", "修订", "看改了什么") && !shown.says("虚构渔0001</"))
            #expect(try await test.get("/shiqiao/search?q=更正后").says("SHIQIAO-VESSEL-2024-00001"))
            #expect(try await test.get("/shiqiao/search?q=救生设备齐全").says("SHIQIAO-VESSEL-2024-00001") == false)
            let change = try await test.get("\(page)/changes/1")
            #expect(change.says("修订前后对照", "<del>", "0001", "0009", "更正后的海上正文"))
            let item = try await test.item(id)
            #expect(item.leafIndex == 0 && item.indexNumber == "MB0A00018/2024-00001" && item.revision == nil)
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-VESSEL-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .revise])
            #expect(leaves.last?.value("basis") == "reg2019/6" && leaves.last?.value("prev") == leaves.first?.hash)
        }
    }

    @Test(arguments: Engine.available) func aDroppedRevisionLeavesThePublicVersion(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let form = [("ground", "changed"), ("reason", "有变化")]
            for round in 1...2 {
                _ = try await test.post("/office/items/\(id)/revision", as: .editor, form: form)
                try await test.revise(id, Samples.vessel.with("text", "第 \(round) 次没有用上的正文。"))
                #expect(try await test.post("/office/items/\(id)/revision/removal", as: .editor).status == 303)
            }
            let item = try await test.item(id)
            #expect(item.currentVersion == item.publicVersion && item.revision == nil)
            #expect(try await test.post("/office/items/\(id)/revision/removal", as: .editor).status == 409)
            let comparison = try await test.get("/office/items/\(id)/comparison?from=1&to=3", as: .auditor)
            #expect(comparison.says("第 1 版与第 3 版", "第 2 次没有用上的正文"))
            #expect(try await test.get("/office/items/\(id)/comparison?from=1&to=9", as: .auditor).status == 404)
        }
    }

    /// What is public does not become closed by a revision; and only what is public is revised.
    @Test(arguments: Engine.available) func aRevisionCannotCloseWhatIsPublic(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let form = [("ground", "masking"), ("reason", "隐去内容")]
            _ = try await test.post("/office/items/\(id)/revision", as: .editor, form: form)
            let base = try await test.item(id).currentVersion.text
            let closed =
                Samples.vessel.with("disclosure", "not-open") + [("disclosure-reason", "内部"), ("item_base", base)]
            let answer = try await test.post("/office/items/\(id)/edit", as: .editor, form: closed)
            #expect(answer.status == 422 && answer.says("请按法定依据申请撤回"))
            let draft = try await test.newItem()
            let early = try await test.post("/office/items/\(draft)/revision", as: .editor, form: form)
            #expect(early.status == 409 && early.says("没有在公开"))
        }
    }

    // MARK: Withdrawal

    @Test(arguments: Engine.available) func aWithdrawalLeavesNothingButItsTombstone(engine: Engine) async throws {
        try await Self.atHarbour(engine) { test in
            let id = try await test.publishedOrder(Self.order)
            let path = "/office/items/\(id)/withdrawal"
            let page = "/shiqiao/items/SHIQIAO-HARBOUR-2024-00001"
            let before = try await test.get(page)
            #expect(before.says("虚构码头甲有限公司", "石应急〔2024〕7号"))
            let bare = try await test.post(path, as: .editor, form: [("ground", "penalty-void"), ("reason", "撤销")])
            #expect(bare.status == 422 && bare.says("请写明作为依据的文书名称和文号", "撤销"))
            let asked = try await test.post(
                path,
                as: .everybody,
                form: [("ground", "penalty-void"), ("reason", "决定被撤销"), ("evidence", "复议决定书〔2024〕1号")]
            )
            #expect(asked.location == "/office/items/\(id)?did=asked")
            #expect(try await test.get(page).status == 200)
            #expect(
                try await test.post(path, as: .editor, form: [("ground", "error"), ("reason", "再次")]).status == 409
            )

            // Who asked does not decide; one agreement is not enough for this duty.
            let own = try await test.post("\(path)/decision", as: .everybody, form: [("verdict", "pass")])
            #expect(own.status == 409 && own.says("申请人以外"))
            #expect(try await test.get("/office", as: .approver).says("决定撤回"))
            #expect(try await test.get("/office/items/\(id)", as: .approver).says("\(path)/decision", "0 / 2"))
            #expect(try await test.get("/office/items/\(id)", as: .everybody).says("\(path)/decision") == false)
            let first = try await test.post("\(path)/decision", as: .approver, form: [("verdict", "pass")])
            #expect(first.location == "/office/items/\(id)?did=passed")
            let again = try await test.post("\(path)/decision", as: .approver, form: [("verdict", "pass")])
            #expect(again.status == 409 && again.says("另一位领导"))
            #expect(try await test.get(page).status == 200)
        }
    }

    @Test(arguments: Engine.available, [("rights", false), ("error", true), ("secret", false)])
    func theTombstoneSaysWhatItsGroundAllows(engine: Engine, ground: (name: String, keepsTitle: Bool)) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let page = "/shiqiao/items/SHIQIAO-VESSEL-2024-00001"
            try await test.withdraw(id, ground.name)
            for language in ["", "/en"] {
                let stone = try await test.get(language + page)
                #expect(stone.status == 410)
                #expect(stone.says("MB0A00018/2024-00001", "noindex"))
                #expect(stone.text.contains("虚构渔0001") == ground.keepsTitle)
            }
            for path in ["/shiqiao", "/shiqiao/feed", "/shiqiao/search?q=虚构渔", "/shiqiao/columns/sea/vessels", "/"] {
                #expect(try await test.get(path).says("虚构渔0001") == false, "\(path)")
            }
            for file in ["proof.txt", "public-version", "changes/0"] {
                #expect(try await test.get("\(page)/\(file)").status == 404)
            }
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-VESSEL-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .withdraw])
            #expect(leaves.last?.commitment == nil)
            #expect(try await test.item(id).state == .withdrawn)
        }
    }

    @Test(arguments: Engine.available) func aRefusedWithdrawalChangesNothing(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let path = "/office/items/\(id)/withdrawal"
            _ = try await test.post(path, as: .editor, form: [("ground", "error"), ("reason", "发错了")])
            #expect(try await test.post("\(path)/decision", as: .approver, form: []).says("请选择同意或者不同意"))
            let silent = try await test.post("\(path)/decision", as: .approver, form: [("verdict", "send-back")])
            #expect(silent.status == 422 && silent.says("请写明理由"))
            let form = [("verdict", "send-back"), ("reason", "没有发错")]
            #expect(
                try await test.post("\(path)/decision", as: .approver, form: form).location?.contains("refused") == true
            )
            #expect(try await test.item(id).state == .published)
            #expect(
                try await test.post(path, as: .editor, form: [("ground", "error"), ("reason", "再议")]).status == 303
            )
        }
    }

    /// What was withdrawn for its content comes back under its number; what was withdrawn as a secret does not.
    @Test(arguments: Engine.available) func whatWasWithdrawnByMistakeComesBack(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            try await test.withdraw(id, "error")
            #expect(
                try await test.post("/office/items/\(id)/reopening", as: .editor).location?.contains("reopened") == true
            )
            #expect(try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001").status == 410)
            try await test.revise(id, Samples.vessel.with("vessel", "虚构渔0005"))
            _ = try await test.post("/office/items/\(id)/review", as: .editor)
            try await test.opine("secrecy", on: id, as: .secrecy)
            try await test.opine("sign-off", on: id, as: .approver)
            let page = try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001")
            #expect(page.status == 200 && page.says("虚构渔0005", "恢复公开"))
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-VESSEL-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .withdraw, .restore])
            try await test.withdraw(id, "secret")
            #expect(try await test.post("/office/items/\(id)/reopening", as: .editor).status == 409)
        }
    }

    @Test(arguments: Engine.available) func channelsOutsideAreClearedWithProof(engine: Engine) async throws {
        try await Self.atHarbour(engine) { test in
            let id = try await test.publishedOrder(Self.order)
            let board = try await test.channel(.noticeBoard)
            let delivered = try await test.post(
                "/office/items/\(id)/deliveries",
                as: .editor,
                form: [("channel", board), ("delivered-on", "2024-03-04"), ("receipt", "照片 1")]
            )
            #expect(delivered.status == 303, "\(delivered.text)")
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-06-05"))))
            test.forgetSessions()
            try await test.endDisplays()
            #expect(try await test.item(id).state == .expired)
            let stone = try await test.get("/shiqiao/items/SHIQIAO-HARBOUR-2024-00001")
            #expect(stone.status == 410 && stone.says("公示期满") && !stone.says("虚构码头甲") && !stone.says("7号"))
            #expect(try await test.get("/office", as: .editor).says("其他渠道还在"))
            let path = "/office/items/\(id)/takedowns"
            let bare = try await test.post(path, as: .editor, form: [("channel", board), ("done-on", "2024-07-01")])
            #expect(bare.status == 422 && bare.says("下线日期不能晚于今天", "请写明凭证"))
            let form = [("channel", board), ("done-on", "2024-06-05"), ("evidence", "照片 2")]
            #expect(try await test.post(path, as: .editor, form: form).status == 303)
            #expect(try await test.get("/office", as: .editor).says("其他渠道还在") == false)
            #expect(try await test.get("/office/items/\(id)", as: .auditor).says("照片 2"))
        }
    }

    /// The last day of display still counts; the nightly job may run twice.
    @Test(arguments: Engine.available) func theDisplayEndsByTheClock(engine: Engine) async throws {
        try await Self.atHarbour(engine) { test in
            let id = try await test.publishedOrder(Self.order)
            #expect(try await test.item(id).displayUntil?.iso == "2024-06-04")
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-06-04"))))
            try await test.endDisplays()
            #expect(try await test.item(id).state == .published)
            test.clock.advance(days: 1)
            try await test.endDisplays()
            try await test.endDisplays()
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-HARBOUR-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .withdraw] && leaves.last?.value("basis") == "display")
        }
    }

    // MARK: Urgent and scheduled publication

    @Test(arguments: Engine.available) func anUrgentPublicationOwesUntilItIsSettled(engine: Engine) async throws {
        try await Self.atHarbour(engine) { test in
            let id = try await test.itemInReview(Self.order)
            let path = "/office/items/\(id)/urgent-publication"
            let approver = try #require(test.people[.approver]).id.text
            let version = try await test.item(id).currentVersion.text
            let form = [
                ("version", version), ("deferred", "legal"), ("deferred", "sign-off"), ("agreed-by", approver),
                ("means", "telephone"), ("reason", "险情需要立即告知"),
            ]
            let early = try await test.post(path, as: .officer, form: form)
            #expect(early.status == 409 && early.says("还缺：保密审查", "险情需要立即告知"))
            try await test.opine("secrecy", on: id, as: .secrecy)
            let secrecy = try await test.post(path, as: .officer, form: form.with("deferred", "secrecy"))
            #expect(secrecy.status == 422 && secrecy.says("保密审查必须先行"))
            let nobody = try await test.post(path, as: .officer, form: form.with("agreed-by", nil).with("means", nil))
            #expect(nobody.status == 422 && nobody.says("请选择同意公开的签发领导", "请选择以何种方式同意"))
            let silent = try await test.post(
                path,
                as: .officer,
                form: [("version", version), ("deferred", "legal"), ("deferred", "sign-off")]
            )
            let asked = ["请选择同意公开的签发领导", "请选择以何种方式同意", "请写明理由"].compactMap { silent.text.range(of: $0)?.lowerBound }
            #expect(asked.count == 3 && asked == asked.sorted(), "the mistakes stand in the order of the form")
            #expect(try await test.post(path, as: .officer, form: form).location?.contains("published") == true)
            #expect(try await test.get("/shiqiao/items/SHIQIAO-HARBOUR-2024-00001").status == 200)

            let desk = try await test.get("/office", as: .approver)
            #expect(desk.says("紧急公开后欠签发", "欠办", "/office/items/\(id)/opinions/sign-off"))
            #expect(try await test.get("/office", as: .legal).says("紧急公开后欠合法性审核"))
            // Whoever agreed by word has the approver's part, and nobody else takes the author's.
            try await test.opine("sign-off", on: id, as: .approver)
            try await test.opine("legal", on: id, as: .legal, verdict: "send-back", reason: "依据不足")
            #expect(try await test.get("/office", as: .approver).says("紧急公开后欠签发") == false)
            #expect(try await test.get("/office", as: .officer).says("合法性审核不同意：请撤回或者修订"))
            let settled = try await test.app.database.read { try $0.debts.all(of: ID(id)) }
            #expect(settled.map(\.isRefused) == [true, false])
            #expect(try await test.item(id).state == .published)
        }
    }

    @Test(arguments: Engine.available) func onlyWhatIsUrgentByLawIsPublishedUrgently(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let page = try await test.get("/office/items/\(id)/urgent-publication", as: .officer)
            #expect(page.says("只有限时以小时计或者当日公开的事项"))
            let form = [("version", try await test.item(id).currentVersion.text), ("deferred", "sign-off")]
            #expect(
                try await test.post("/office/items/\(id)/urgent-publication", as: .officer, form: form).status == 409
            )
        }
    }

    @Test(arguments: Engine.available) func aScheduledItemBecomesPublicByItself(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let path = "/office/items/\(id)/opinions/sign-off"
            let version = try await test.item(id).currentVersion.text
            let form = [("version", version), ("verdict", "pass"), ("publish-at", "明天早上")]
            let wrong = try await test.post(path, as: .approver, form: form)
            #expect(wrong.status == 422 && wrong.says("请填写日期和时间", "明天早上"))
            let signed = try await test.post(path, as: .approver, form: form.with("publish-at", "2024-03-05 08:30"))
            #expect(signed.location?.contains("scheduled") == true)
            try await test.runJobs()
            #expect(try await test.item(id).state == .scheduled)
            #expect(try await test.get("/office/items/\(id)/edit", as: .editor).status == 409)
            let back = try await test.post("/office/items/\(id)/schedule", as: .approver, form: [("reason", "")])
            #expect(back.status == 422)
            test.clock.set(try #require(Instant.read("2024-03-05 08:30")))
            try await test.runJobs()
            let item = try await test.item(id)
            #expect(item.state == .published && item.publishedAt == Instant.read("2024-03-05 08:30"))
            #expect(try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001").status == 200)
        }
    }

    @Test(arguments: Engine.available) func aScheduledItemCanBeTakenBack(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let version = try await test.item(id).currentVersion.text
            let form = [("version", version), ("verdict", "pass"), ("publish-at", "2024-03-05 08:30")]
            _ = try await test.post("/office/items/\(id)/opinions/sign-off", as: .approver, form: form)
            let taken = try await test.post("/office/items/\(id)/schedule", as: .approver, form: [("reason", "数字要核对")])
            #expect(taken.status == 303)
            test.clock.set(try #require(Instant.read("2024-03-06 08:30")))
            try await test.runJobs()
            #expect(try await test.item(id).state == .draft)
            test.forgetSessions()
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("数字要核对"), "\(page.status) \(page.text)")
        }
    }

    // MARK: Masked passages

    /// What the editor hides is in no output: page, source, search, facets, feed, proof files.
    @Test(arguments: Engine.available) func aMaskedPassageIsInNoOutput(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let form =
                Samples.vessel.with("text", "船员赵某某住在石桥县渔港路7号，救生设备齐全。赵某某已告知。")
                + [("masked-passages.0.passage", "石桥县渔港路7号"), ("masked-passages.0.ground", "privacy")]
            let wrong = form.with("masked-passages.0.passage", "石桥县渔港路8号")
            let refused = try await test.post("/office/items", as: .editor, form: wrong)
            #expect(refused.status == 422 && refused.says("内容里没有“石桥县渔港路8号”", "救生设备齐全"))
            let titled = form.with("masked-passages.0.passage", "虚构渔0001号")
            #expect(try await test.post("/office/items", as: .editor, form: titled).says("请先改写标题"))
            let id = try await test.publishedItem(form)
            let page = "/shiqiao/items/SHIQIAO-VESSEL-2024-00001"
            let shown = try await test.get(page)
            #expect(shown.says("船员赵某某住在［依法隐去］，救生设备齐全"))
            for path in [page, "/en\(page)", "\(page)/public-version", "\(page)/proof.txt", "/shiqiao/feed"] {
                #expect(try await test.get(path).says("渔港路7号") == false, "\(path)")
            }
            #expect(try await test.get("/shiqiao/search?q=渔港路7号").says("SHIQIAO-VESSEL-2024-00001") == false)
            #expect(try await test.get("/shiqiao/search?q=救生设备齐全").says("SHIQIAO-VESSEL-2024-00001"))
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("渔港路7号", "个人隐私"))
        }
    }

    // MARK: Validity

    @Test(arguments: Engine.available) func validityLinksBothWays(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let old = try await test.publishedItem()
            _ = try await test.publishedItem(Samples.vessel.with("title", "新的检查结果"))
            let path = "/office/items/\(old)/validity"
            let wrong = try await test.post(
                path,
                as: .officer,
                form: [("change", "repeals"), ("source", "没有这条"), ("since", "2024-03-04")]
            )
            #expect(wrong.status == 422 && wrong.says("另一条已公开信息", "没有这条"))
            let form = [("change", "repeals"), ("source", "SHIQIAO-VESSEL-2024-00002"), ("since", "2024-03-04")]
            #expect(try await test.post(path, as: .officer, form: form).status == 303)
            let repealed = try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001")
            #expect(repealed.says("已废止", "被废止", "新的检查结果"))
            #expect(try await test.get("/en/shiqiao/items/SHIQIAO-VESSEL-2024-00002").says("Repeals", "虚构渔0001号安全检查结果"))
            let back = [("change", "holds"), ("since", "2024-03-04")]
            #expect(try await test.post(path, as: .officer, form: back).status == 303)
            #expect(try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001").says("已废止") == false)
        }
    }
}

extension TestApp {
    /// Saves another version of what is in work.
    func revise(_ id: String, _ form: [(String, String)]) async throws {
        let base = try await item(id).currentVersion.text
        let answer = try await post("/office/items/\(id)/edit", as: .editor, form: form + [("item_base", base)])
        try #require(answer.status == 303, "\(answer.text)")
    }

    func withdraw(_ id: String, _ ground: String) async throws {
        let path = "/office/items/\(id)/withdrawal"
        let form = [("ground", ground), ("reason", "依法撤回")]
        try #require(try await post(path, as: .editor, form: form).status == 303)
        let answer = try await post("\(path)/decision", as: .approver, form: [("verdict", "pass")])
        try #require(answer.location?.contains("withdrawn") == true, "\(answer.text)")
    }

    /// A published item that needed a legal review.
    func publishedOrder(_ form: [(String, String)]) async throws -> String {
        let id = try await itemInReview(form)
        try await opine("secrecy", on: id, as: .secrecy)
        try await opine("legal", on: id, as: .legal)
        try await opine("sign-off", on: id, as: .approver)
        try await runJobs()
        return id
    }

    func endDisplays() async throws {
        let app = app
        _ = try await app.database.write { tx in try EndDisplays().perform(tx, in: app) }
    }

    /// The agency's channel of a kind, made if there is none.
    func channel(_ kind: ChannelKind) async throws -> String {
        let (agency, app) = (agency.id, app)
        return try await app.database.write { tx in
            if let known = try tx.channels.all(of: agency).first(where: { $0.kind == kind }) { return known.id.text }
            let name = Phrase(zh: "公告栏", en: "Notice board")
            try AddAgencyPart(.channel(code: kind.rawValue, kind: kind, name: name), to: agency, actor: nil)
                .perform(tx, in: app)
            return try tx.channels.all(of: agency).first { $0.kind == kind }?.id.text ?? ""
        }
    }
}
