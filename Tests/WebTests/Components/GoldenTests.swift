import Civil
import Foundation
import Html
import TestKit
import Testing
import Text
import Web

/// A few pieces of the look, byte for byte: what changes here changes on every page.
@Suite struct GoldenTests {
    private let date = CivilDate(year: 2024, month: 3, day: 8) ?? .first

    @Test(arguments: Language.allCases)
    func thePageShell(language: Language) {
        let shell = PageShell(
            side: .portal,
            title: "关于开展专项检查的通知",
            siteName: "示范县应急管理局",
            stylesheet: "/assets/gongkai.00000000.css",
            heading: .plain("关于开展专项检查的通知"),
            metaTags: [
                .init(name: "SiteName", value: "示范县应急管理局"), .init(name: "ArticleTitle", value: "关于\"专项检查\"的通知"),
                .init(name: "PubDate", value: "2024-03-08 09:30"),
            ],
            feed: .init(title: "政策文件", url: "/feeds/policy.atom"),
            otherLanguage: "/en/items/1",
            banner: DemoBanner().html(in: language),
            breadcrumbs: Breadcrumbs(steps: [.init(label: "首页", url: "/")], current: "通知").html(in: language),
            beside: Tabs(label: Phrase(zh: "栏目", en: "Columns"), tabs: []).html(in: language),
            printedOrigin: "https://www.example.gov.cn/items/1"
        )
        expectGolden(shell.html(in: language, content: "<p>正文</p>").text, "page-shell.\(language).html")
    }

    @Test func aFieldWithAnError() {
        let field = FormField(
            key: "code",
            label: Phrase(zh: "统一社会信用代码", en: "Credit code"),
            hint: Phrase(zh: "18 位。", en: "18 characters."),
            isRequired: true,
            control: .creditCode
        )
        let text = field.html(
            in: .zh,
            value: .text("91999999MA0000000Y"),
            error: Phrase(zh: "第 18 位对不上。", en: "Wrong.")
        )
        expectGolden(text.text + "\n", "field-with-error.html")
    }

    @Test func aClock() {
        let clock = Clock(
            state: .running(left: 1),
            due: date,
            days: [
                ClockDay(date: date.adding(days: -2), kind: .start),
                ClockDay(date: date.adding(days: -1), kind: .worked),
                ClockDay(date: date, kind: .ahead, isDue: true),
            ],
            rule: Phrase(zh: "第三十三条", en: "art. 33"),
            lines: [.init(date: date, text: Phrase(zh: "到期", en: "Due"))]
        )
        expectGolden(clock.html(in: .zh).text + "\n", "clock.html")
    }

    /// Here the failure is what is tested: a comparison that passes would itself be reported as one.
    @Test func aNameThatHasNoGoldenFileFails() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("GoldenSampleTests")
        defer { try? FileManager.default.removeItem(at: folder) }
        let isWriting = ProcessInfo.processInfo.environment["GOLDEN"] == "write"
        withKnownIssue("there is nothing to compare with", isIntermittent: isWriting) {
            expectGolden("new\n", "new.txt", file: folder.appendingPathComponent("Pages/X.swift").path)
        }
        let written = folder.appendingPathComponent(isWriting ? "Golden/new.txt" : "Golden/new.txt.actual")
        #expect(try String(contentsOf: written, encoding: .utf8) == "new\n")
    }
}
