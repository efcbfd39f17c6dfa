import Civil
import Database
import Disclosure
import HTTPTypes
import Office
import TestKit
import Testing
import Text
import Web

/// Who may come to which page: the one table that a new route must be written into.
@Suite struct AccessTests {
    struct Rule: Sendable {
        var method: String
        var path: String
        /// Those who do not get «not allowed».
        var seats: Set<Seat>

        init(_ method: String, _ path: String, _ seats: Set<Seat>) {
            self.method = method
            self.path = path
            self.seats = seats
        }
    }

    static let staff = Set(Seat.allCases)
    static let authors: Set<Seat> = [.editor, .colleague, .officer, .stranger, .everybody]
    static let chiefs: Set<Seat> = [.administrator, .everybody]
    static let handers: Set<Seat> = [.officer, .administrator, .everybody]

    static let rules: [Rule] =
        [
            Rule("GET", "/office", staff),
            Rule("GET", "/office/items", staff),
            Rule("POST", "/office/items", authors),
            Rule("GET", "/office/items/new", authors),
            Rule("GET", "/office/items/{id}", staff),
            Rule("GET", "/office/items/{id}/edit", authors),
            Rule("POST", "/office/items/{id}/edit", authors),
            Rule("GET", "/office/items/{id}/attachments", authors),
            Rule("POST", "/office/items/{id}/attachments", authors),
            Rule("POST", "/office/items/{id}/attachments/arrangement", authors),
            Rule("GET", "/office/items/{id}/files/{sha256}", staff),
            Rule("GET", "/office/items/{id}/files/{sha256}/redaction", authors),
            Rule("POST", "/office/items/{id}/files/{sha256}/redaction", authors),
            Rule("GET", "/office/items/{id}/files/{sha256}/pages/{page}", staff),
            Rule("POST", "/office/items/{id}/review", authors),
            Rule("GET", "/office/items/{id}/opinions/{kind}", [.secrecy, .everybody]),
            Rule("POST", "/office/items/{id}/opinions/{kind}", [.secrecy, .everybody]),
            Rule("POST", "/office/items/{id}/deliveries", authors),
            Rule("GET", "/office/items/{id}/versions/{number}", staff),
            Rule("GET", "/office/items/{id}/comparison", staff),
            Rule("GET", "/office/items/{id}/revision", authors),
            Rule("POST", "/office/items/{id}/revision", authors),
            Rule("POST", "/office/items/{id}/revision/removal", authors),
            Rule("GET", "/office/items/{id}/withdrawal", authors),
            Rule("POST", "/office/items/{id}/withdrawal", authors),
            Rule("GET", "/office/items/{id}/withdrawal/decision", [.approver, .everybody]),
            Rule("POST", "/office/items/{id}/withdrawal/decision", [.approver, .everybody]),
            Rule("POST", "/office/items/{id}/reopening", authors),
            Rule("GET", "/office/items/{id}/urgent-publication", [.officer, .everybody]),
            Rule("POST", "/office/items/{id}/urgent-publication", [.officer, .everybody]),
            Rule("GET", "/office/items/{id}/schedule", [.approver, .everybody]),
            Rule("POST", "/office/items/{id}/schedule", [.approver, .everybody]),
            Rule("GET", "/office/items/{id}/validity", [.officer, .everybody]),
            Rule("POST", "/office/items/{id}/validity", [.officer, .everybody]),
            Rule("POST", "/office/items/{id}/takedowns", authors),
            Rule("GET", "/office/items/{id}/comments", authors),
            Rule("POST", "/office/items/{id}/comments", authors),
            Rule("GET", "/office/items/{id}/comments/{comment}", authors),
            Rule("GET", "/office/items/{id}/outcome", authors),
            Rule("POST", "/office/items/{id}/outcome", authors),
            Rule("GET", "/office/items/{id}/pair", [.approver, .everybody]),
            Rule("POST", "/office/items/{id}/pair", [.approver, .everybody]),
            Rule("GET", "/office/items/{id}/assessment", [.officer, .everybody]),
            Rule("POST", "/office/items/{id}/assessment", [.officer, .everybody]),
            Rule("GET", "/office/due", staff),
            Rule("GET", "/office/hand-over", authors),
            Rule("GET", "/office/bulk", staff),
            Rule("POST", "/office/bulk", staff),
            Rule("POST", "/office/bulk/run", staff),
            Rule("GET", "/office/bulk/{id}", staff),
            Rule("GET", "/office/reports", staff),
            Rule("POST", "/office/reports", authors),
            Rule("GET", "/office/reports/{id}", staff),
            Rule("POST", "/office/reports/{id}/look", authors),
            Rule("POST", "/office/reports/{id}/answers", authors),
            Rule("POST", "/office/reports/{id}/submission", authors),
            Rule("GET", "/office/reports/{id}/files/{file}", staff),
            Rule("GET", "/office/reports/{id}/numbers/{number}", staff),
            Rule("GET", "/office/reports/{id}/sections/{section}", authors),
            Rule("POST", "/office/reports/{id}/sections/{section}", authors),
            Rule("GET", "/office/figures", staff),
            Rule("GET", "/office/figures.csv", staff),
            Rule("GET", "/office/figures.json", staff),
            Rule("GET", "/office/figures/{asked}", staff),
            Rule("GET", "/office/figures/{asked}/{file}", staff),
            Rule("GET", "/office/assessment", staff),
            Rule("GET", "/office/assessment.csv", staff),
            Rule("GET", "/office/people", chiefs),
            Rule("POST", "/office/people", chiefs),
            Rule("GET", "/office/people/new", chiefs),
            Rule("GET", "/office/people/{id}", chiefs),
            Rule("POST", "/office/people/{id}", chiefs),
            Rule("POST", "/office/people/{id}/link", chiefs),
            Rule("POST", "/office/people/{id}/second-factor", chiefs),
            Rule("GET", "/office/people/{id}/delegations", chiefs),
            Rule("POST", "/office/people/{id}/delegations", chiefs),
            Rule("GET", "/office/people/safety", chiefs),
            Rule("POST", "/office/people/safety", chiefs),
            Rule("GET", "/office/settings/holidays", chiefs),
            Rule("POST", "/office/settings/holidays", chiefs),
            Rule("GET", "/office/kept/{id}", staff),
            Rule("POST", "/office/kept/{id}", staff),
            Rule("GET", "/office/handing-on", handers),
            Rule("GET", "/office/handing-on/{id}", handers),
            Rule("POST", "/office/handing-on/{id}", handers),
            Rule("POST", "/office/delegations/{id}/end", staff),
            Rule("GET", "/office/account/delegations", staff),
            Rule("POST", "/office/account/delegations", staff),
            Rule("GET", "/office/account/second-factor", staff),
            Rule("POST", "/office/account/second-factor", staff),
            Rule("GET", "/office/sign-in/code", staff),
            Rule("POST", "/office/sign-in/code", staff),
            Rule("POST", "/office/audit/export", [.administrator, .auditor, .everybody]),
            Rule("GET", "/office/settings", chiefs),
            Rule("POST", "/office/settings", chiefs),
            Rule("GET", "/office/settings/sections", chiefs),
            Rule("POST", "/office/settings/sections", chiefs),
            Rule("GET", "/office/settings/classes", chiefs),
            Rule("POST", "/office/settings/classes", chiefs),
            Rule("GET", "/office/settings/columns", chiefs),
            Rule("POST", "/office/settings/columns", chiefs),
            Rule("GET", "/office/settings/channels", chiefs),
            Rule("POST", "/office/settings/channels", chiefs),
            Rule("GET", "/office/settings/names", chiefs),
            Rule("POST", "/office/settings/names", chiefs),
            Rule("GET", "/office/duties", staff),
            Rule("GET", "/office/duties/{code}", staff),
            Rule("GET", "/office/audit", [.administrator, .auditor, .everybody]),
            Rule("GET", "/office/style-guide", staff),
            Rule("GET", "/office/account", staff),
            Rule("POST", "/office/account/password", staff),
            Rule("POST", "/office/account/language", staff),
            Rule("POST", "/office/sign-out", staff),
            Rule("POST", "/office/sign-out-everywhere", staff),
        ] + caseRules + registerRules

    /// Open to everyone because nobody is signed in there yet.
    static let open: Set<String> = [
        "GET /office/sign-in", "POST /office/sign-in", "GET /office/welcome/{token}", "POST /office/welcome/{token}",
    ]

    @Test func everyRouteStandsInTheTable() {
        let known = Set(Self.rules.map { "\($0.method) \($0.path)" }).union(Self.open)
        let routes = OfficeRoutes.all.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(routes) == known)
        #expect(routes.count == known.count)
    }

    @Test(arguments: Engine.available) func everySeatGetsWhatTheTableSays(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            let person = try #require(test.people[.colleague]).id
            for rule in Self.rules where !rule.path.hasPrefix("/office/sign-out") {
                let path = rule.path.replacing("{kind}", with: "secrecy").replacing("{number}", with: "1")
                    .replacing("{code}", with: "VESSEL").replacing("{asked}", with: "items").replacing(
                        "{file}",
                        with: "records"
                    )
                    .replacing("{id}", with: Self.isOfPeople(rule.path) ? person.text : id)
                for seat in Seat.allCases {
                    let answer =
                        rule.method == "GET" ? try await test.get(path, as: seat) : try await test.post(path, as: seat)
                    #expect(
                        (answer.status == 403) == !rule.seats.contains(seat),
                        "\(rule.method) \(path) as \(seat): \(answer.status)"
                    )
                    #expect(answer.status < 500, "\(rule.method) \(path) as \(seat)")
                }
                let nobody = rule.method == "GET" ? try await test.get(path) : try await test.post(path)
                #expect(nobody.status == 303 && nobody.location?.hasPrefix("/office/sign-in") == true, "\(path)")
            }
        }
    }

    /// Whether the id in an address is a person's.
    static func isOfPeople(_ path: String) -> Bool { path.contains("/people/") || path.contains("/handing-on/") }

    /// What an address names by an id, of the agency whose it is.
    struct Things: Sendable {
        var item: String
        var person: String
        var delegation: String
        var kept: String
        var caseFile: String
        var reading: String
        var remedy: String

        func address(_ path: String) -> String {
            let id =
                if AccessTests.isOfPeople(path) {
                    person
                } else if path.contains("/delegations/") {
                    delegation
                } else if path.contains("/kept/") {
                    kept
                } else if path.contains("/cases/") {
                    caseFile
                } else if path.contains("/readings/") {
                    reading
                } else if path.contains("/remedies/") {
                    remedy
                } else {
                    item
                }
            return path.replacing("{id}", with: id).replacing("{kind}", with: "secrecy").replacing(
                "{number}",
                with: "1"
            ).replacing("{event}", with: "clarify")
        }
    }

    /// Every address with an id, for every seat: what belongs to another agency does not exist, and nothing of it shows.
    @Test(arguments: Engine.available) func theNeighboursThingsDoNotExistHere(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let stranger = try #require(test.people[.stranger])
            let item = try await test.newItem(Samples.vessel.with("item_do", "submit"), as: .stranger)
            let things = try await test.neighboursThings(item: item, person: stranger)
            let forms: [[(String, String)]] = [
                [], Samples.vessel, [("verdict", "pass"), ("version", try await test.item(item).currentVersion.text)],
                [("do", "begin"), ("name", "测试"), ("roles", "editor")],
                [("do", "back")], [("do", "hand-on"), ("items", item), ("to", try test.actor(.editor).person.text)],
            ]
            for rule in Self.rules where rule.path.contains("{id}") {
                let path = things.address(rule.path)
                for seat in rule.seats where seat != .stranger {
                    for form in rule.method == "GET" ? [[]] : forms {
                        let answer =
                            rule.method == "GET"
                            ? try await test.get(path, as: seat) : try await test.post(path, as: seat, form: form)
                        #expect(answer.status == 404, "\(rule.method) \(path) as \(seat): \(answer.status)")
                        #expect(!answer.says(stranger.name), "\(rule.method) \(path) as \(seat)")
                        #expect(!answer.says("虚构渔0001"), "\(rule.method) \(path) as \(seat)")
                    }
                }
            }
            // And nothing happened to any of it.
            #expect(try await test.item(item).state == .review)
            let acts = try await test.app.database.read { try $0.audit.about(item).map(\.act) }
            #expect(acts == ["item.draft", "item.submit"])
        }
    }

    /// Every page of an item behaves as if another agency's item did not exist.
    @Test(arguments: Engine.available) func aNeighbourSeesNothing(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let noFile = String(repeating: "0", count: 64)
            for path in [
                "", "/edit", "/versions/1", "/attachments", "/files/\(noFile)", "/files/\(noFile)/redaction",
                "/files/\(noFile)/pages/1",
            ] {
                #expect(try await test.get("/office/items/\(id)\(path)", as: .stranger).status == 404)
            }
            for path in ["/edit", "/review", "/deliveries", "/attachments/arrangement"] {
                #expect(try await test.post("/office/items/\(id)\(path)", as: .stranger).status == 404)
            }
            #expect(try await test.get("/office/items", as: .stranger).says("虚构渔") == false)
            #expect(try await test.get("/office", as: .stranger).says("虚构渔") == false)
        }
    }

    /// Tabs lead only to what the person may see.
    @Test(arguments: Engine.available) func tabsFollowTheRoles(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let editor = try await test.get("/office", as: .editor)
            #expect(editor.says("href=\"/office/items\"", "href=\"/office/duties\"", "href=\"/office/account\""))
            for path in ["people", "settings", "audit"] {
                #expect(!editor.says("href=\"/office/\(path)\""))
            }
            let chief = try await test.get("/office", as: .administrator)
            #expect(chief.says("href=\"/office/people\"", "href=\"/office/settings\"", "href=\"/office/audit\""))
            #expect(!chief.says("/office/items/new"))
            #expect(try await test.get("/office", as: .auditor).says("href=\"/office/audit\""))
        }
    }

    /// A form from before the session, or from elsewhere, changes nothing.
    @Test(arguments: Engine.available) func aForeignFormIsRefused(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let answer = try await test.post(
                "/office/items",
                as: .editor,
                form: Samples.vessel,
                headers: ["origin": "https://elsewhere.example"]
            )
            #expect(answer.status == 403)
            #expect(try await test.get("/office/items", as: .editor).says("虚构渔") == false)
        }
    }
}
