import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// A duty that comes down by itself, must be out within a day when a ship is in danger, and needs two approvals to go.
enum HarbourDuty {
    static let file = CatalogueFile(
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
}

extension Samples {
    static let order: [(String, String)] = [
        ("item_duty", "HARBOUR"), ("title", "关于虚构码头甲的处置决定"), ("formed-on", "2024-03-04"), ("origin", "own"),
        ("document-number", "石应急〔2024〕7号"), ("disclosure", "proactive"), ("text", "责令虚构码头甲停止作业。"),
        ("party", "虚构码头甲有限公司"), ("item_do", "submit"),
    ]
}

extension TestApp {
    /// Runs with the duty of the harbour in the catalogue.
    static func runAtHarbour(on engine: Engine, _ body: @Sendable (TestApp) async throws -> Void) async throws {
        try await run(on: engine, overlay: [SeaDuty.file, HarbourDuty.file], body)
    }

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
