import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

extension Samples {
    static let order =
        [("item_duty", HarbourDuty.code)] + HarbourDuty.order + [("item_do", "submit")]
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
