import Civil
import Database
import Disclosure
import HTTPTypes
import TestKit
import Testing
import Text
import Web

@testable import Portal

/// The small files of a site, its health, large text, and the marks of a demonstration.
@Suite struct SiteTests {
    @Test(arguments: Engine.available) func theStylesheetMayBeKeptForEver(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let page = try await test.get("/").text
            let url = try #require(values(of: "href", in: page).first { $0.hasPrefix("/assets/") })
            let answer = try await test.get(url)
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/css; charset=utf-8")
            #expect(answer.headers["cache-control"] == "public, max-age=31536000, immutable")
            #expect(answer.text.contains(".document-header") && !answer.text.contains("/*"))
        }
    }

    @Test(arguments: Engine.available) func largeTextIsKeptInTheBrowser(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let page = try await test.get("/shiqiao/search?q=a%26b").text
            let link = try #require(values(of: "href", in: page).first { $0.hasPrefix("/elder") }.map(unescaped))
            let answer = try await test.get(link)
            #expect(answer.status == 303)
            #expect(answer.location == "/shiqiao/search?q=a%26b")
            #expect(answer.headers["set-cookie"] == "elder=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000")
            let large = try await test.get("/shiqiao", headers: ["cookie": "elder=1"]).text
            #expect(large.contains("class=\"elder\"") && large.contains("标准模式"))
            let off = try await test.get("/elder?back=/shiqiao")
            #expect(off.headers["set-cookie"]?.contains("Max-Age=0") == true)
        }
    }

    @Test(arguments: [
        "https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)", "shiqiao", "", " /x", "/a\tb",
        "/\u{7F}",
    ])
    func largeTextLeadsNowhereElse(back: String) {
        #expect(ElderPage.path(back) == "/")
    }

    @Test func largeTextLeadsBackToAPathOfThisSite() {
        #expect(ElderPage.path("/en/shiqiao?a=b%26c") == "/en/shiqiao?a=b%26c")
    }

    @Test(arguments: Engine.available) func aDemonstrationSaysSoEverywhere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await AddAgency(form: Self.demonstration, isDemonstration: true).run(in: test.app)
            for path in [
                "/yanshi", "/yanshi/columns", "/yanshi/columns/news/notices", "/yanshi/catalogue", "/yanshi/guide",
                "/yanshi/search",
            ] {
                for path in [path, "/en\(path)"] {
                    let answer = try await test.get(path)
                    #expect(answer.text.contains("<aside class=\"demo\""), "\(path)")
                    #expect(answer.text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
                    #expect(answer.headers["x-robots-tag"] == "noindex, nofollow", "\(path)")
                    #expect(!answer.text.contains("zfwzgl.www.gov.cn"), "\(path)")
                }
            }
            #expect(try await test.get("/yanshi/feed").headers["x-robots-tag"] == "noindex, nofollow")
            let own = try await test.get("/shiqiao")
            #expect(!own.text.contains("class=\"demo\"") && own.headers["x-robots-tag"] == nil)
            #expect(own.text.contains("https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9999990001&amp;url="))
            // Among real agencies the list itself is no demonstration, but marks the one that is.
            let list = try await test.get("/").text
            #expect(!list.contains("class=\"demo\""))
            #expect(occurrences(of: "</svg>演示</span>", in: list) == 1)
            let robots = try await test.get("/robots.txt").text
            #expect(robots.contains("Disallow: /yanshi/\nDisallow: /en/yanshi/\n"))
            #expect(!robots.contains("Disallow: /shiqiao/\n") && !robots.contains("Disallow: /\n"))
            #expect(robots.contains("Disallow: /office\n") && robots.contains("Disallow: /shiqiao/search\n"))
        }
    }

    @Test(arguments: Engine.available) func readinessTellsOfWaitingMigrationsAndLateJobs(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            #expect(try await test.get("/health/ready").text.contains("\"oldestDueJobSeconds\":0"))
            try await test.publish("NOTICE", Samples.notice)
            test.clock.advance(milliseconds: 90_500)
            let answer = try await test.get("/health/ready")
            #expect(answer.text.contains("\"status\":\"ready\"") && answer.text.contains("\"oldestDueJobSeconds\":90"))
            #expect(answer.headers["cache-control"] == "no-store")
        }
    }

    @Test(arguments: Engine.available) func aDatabaseWithoutItsTablesIsNotReady(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await engine.withDatabase(migrations: []) { empty in
                var app = test.app
                app.database = empty
                let readiness = await Readiness(of: app)
                #expect(readiness == .waiting(migrations: Migration.all.map(\.number)))
                #expect(readiness.status == .serviceUnavailable)
                #expect(readiness.json.contains("\"pendingMigrations\":[1,2,3"))
            }
        }
    }

    @Test(arguments: Engine.available) func aDatabaseThatIsGoneIsNotReady(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let gone = try await engine.withDatabase(migrations: Migration.all) { $0 }
            var app = test.app
            app.database = gone
            let readiness = await Readiness(of: app)
            #expect(readiness == .down)
            #expect(readiness.status == .serviceUnavailable)
            #expect(readiness.json == "{\"status\":\"unready\",\"database\":\"down\"}")
        }
    }

    struct Address: Sendable {
        var url: String
        var domain: String
    }

    @Test(arguments: [
        Address(url: "https://www.example.gov.cn", domain: "www.example.gov.cn"),
        Address(url: "http://127.0.0.1:8080", domain: "127.0.0.1"),
        Address(url: "https://example.gov.cn:8443/below?x", domain: "example.gov.cn"),
        Address(url: "http://[::1]:8080/", domain: "::1"),
        Address(url: "example.gov.cn/x", domain: "example.gov.cn"),
    ])
    func theDomainIsTheHostAlone(address: Address) {
        #expect(SiteDomain.of(address.url) == address.domain)
    }

    private static let demonstration = AgencyForm(
        code: "yanshi",
        name: Phrase(zh: "演示县应急管理局", en: "Demonstration County Emergency Management Bureau"),
        regionCode: "999999",
        creditCode: "11999999MB0A00018H",
        siteIDCode: "9999990009"
    )
}
