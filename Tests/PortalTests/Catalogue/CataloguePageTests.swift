import Disclosure
import TestKit
import Testing
import Text

/// The duty catalogue in the columns of the standard table, and the guide.
@Suite struct CataloguePageTests {
    @Test(arguments: Engine.available) func everyDutyStandsInTheTable(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("PEN", Samples.penalty)
            let text = try await test.get("/shiqiao/catalogue").text
            for column in ["公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式", "公开层级"] {
                #expect(text.contains(">\(column)</th>"), "\(column)")
            }
            for duty in test.app.catalogue.duties { #expect(text.contains(duty.name.zh), "\(duty.code)") }
            #expect(text.contains("《中华人民共和国安全生产法》第七十八条第二款"))
            #expect(text.contains("<a href=\"/shiqiao/columns?facet.duty=PEN\">1</a>"))
            #expect(text.contains("自设"))
            let english = try await test.get("/en/shiqiao/catalogue").text
            #expect(english.contains("Administrative penalties") && english.contains("Work Safety Law, art 78.2"))
        }
    }

    @Test(arguments: Engine.available) func anOverlayIsShownAtOnce(engine: Engine) async throws {
        let file = CatalogueFile(
            name: "ours.yaml",
            text: """
                matter: { code: ORG, zh: 机构信息, en: The agency }
                duties:
                  - code: OURS
                    zh: 本地事项
                    en: Our own matter
                    basis: [{ law: reg2019, article: "19" }]
                    limits: [{ working-days: 20, from: formed-on, law: reg2019, article: "26" }]
                    section: { zh: 办公室, en: Office }
                    channels: [portal]
                    stage: management
                    column: agency/profile
                    fields: [{ key: kind, zh: 种类, en: Kind, type: text }]
                """
        )
        try await TestApp.run(on: engine, overlay: [file]) { test in
            let text = try await test.get("/shiqiao/catalogue").text
            #expect(text.contains("本地事项"))
        }
    }

    @Test(arguments: Engine.available) func theGuideHasItsFivePartsAndWhatTheLawAsks(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let text = try await test.get("/shiqiao/guide").text
            for part in [
                "一、本机关持有信息的基本情况", "二、主动公开", "三、依申请公开", "四、政府信息公开工作机构", "五、其他",
                "由组织机构代码、成文年份、5 位顺序号组成", "二十个工作日", "第二十九条", "第三十三条", "第四十二条", "第五十一条",
                "局办公室", "石桥县人民路1号", "工作日 9:00–17:00", "000-0000001", "本机关网站",
            ] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(text.contains("id=\"request\"") && text.contains("id=\"office\""))
            let english = try await test.get("/en/shiqiao/guide").text
            #expect(english.contains("within 20 working days") && english.contains("4. The disclosure office"))
            let bare = try await test.get("/qingshan/guide").text
            #expect(bare.contains("本机关还没有登记政府信息公开工作机构"))
        }
    }
}
