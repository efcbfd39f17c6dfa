import Database
import Disclosure
import Foundation
import TestKit
import Testing

/// A duty of an invented province with one field of every kind that the form treats on its own.
enum SeaDuty {
    static let file = CatalogueFile(
        name: "sea.yaml",
        text: """
            matter: { code: SEA, zh: 海上安全, en: Safety at sea }
            laws:
              sea2022: { zh: 某省海上安全生产条例, number: 某省人大公告第9号, en: Provincial Regulations on Safety at Sea }
            columns:
              - { slug: sea/vessels, zh: 渔船安全, en: Fishing vessels }
            duties:
              - code: VESSEL
                zh: 渔船安全检查结果
                en: Inspections of fishing vessels
                basis:
                  - { law: sea2022, article: "12.2" }
                limits:
                  - { working-days: 10, from: checked-on, law: sea2022, article: "13" }
                  - { hours: 24, from: stopped-at, law: sea2022, article: "14", when: result, is: [stopped] }
                section: { zh: 海上安全科, en: Sea safety section }
                channels: [portal, sms]
                stage: result
                opinions: [{ kind: legal, when: result, is: [stopped] }]
                column: sea/vessels
                fields:
                  - { key: vessel, zh: 船名, en: Vessel, type: text, required: true }
                  - { key: owner, zh: 船主, en: Owner, type: person-name, show: surname }
                  - { key: owner-number, zh: 船主身份证号, en: Identity number, type: text, show: never }
                  - { key: checked-on, zh: 检查日期, en: Checked on, type: date, required: true, facet: true }
                  - key: result
                    zh: 检查结果
                    en: Result
                    type: choice
                    required: true
                    facet: true
                    options:
                      fit: { zh: 合格, en: Fit }
                      stopped: { zh: 停航整改, en: Laid up }
                  - { key: stopped-at, zh: 停航时间, en: Laid up at, type: time, required: { when: result, is: [stopped] } }
                  - key: gear
                    zh: 救生设备
                    en: Gear
                    type: choices
                    options:
                      rafts: { zh: 救生筏, en: Rafts }
                      flares: { zh: 信号弹, en: Flares }
                  - { key: fine, zh: 罚款, en: Fine, type: money, unit: ten-thousand-yuan }
                  - key: crew
                    zh: 船员
                    en: Crew
                    type: table
                    columns:
                      - { key: post, zh: 职务, en: Post, type: text, required: true }
                      - { key: count, zh: 人数, en: Number, type: integer }
                      - { key: name, zh: 姓名, en: Name, type: person-name, show: surname }
            """
    )
}

/// Forms as a browser sends them, complete, for tests that change one thing.
enum Samples {
    static let vessel: [(String, String)] = [
        ("item_duty", "VESSEL"), ("title", "虚构渔0001号安全检查结果"), ("formed-on", "2024-03-01"), ("origin", "own"),
        ("disclosure", "proactive"), ("text", "经检查，该船救生设备齐全。"), ("vessel", "虚构渔0001"), ("owner", "欧阳某人"),
        ("owner-number", "不对外的号码"), ("checked-on", "2024-03-01"), ("result", "fit"), ("gear", "rafts"),
        ("gear", "flares"), ("fine", "1.25"), ("crew.0.post", "船长"), ("crew.0.count", "1"), ("crew.0.name", "王五"),
        ("crew.1.post", "船员"), ("crew.1.count", "6"), ("item_do", "save"),
    ]

    /// A decision draft that asks for comments from 5 to 20 March 2024.
    static let draft: [(String, String)] = [
        ("item_duty", "DRAFT"), ("title", "石桥县渔港安全管理办法（征求意见稿）"), ("formed-on", "2024-03-01"),
        ("origin", "own"), ("disclosure", "proactive"), ("text", "第一条 为加强管理，制定本办法。"), ("grounds", "安全生产法"),
        ("background", "现行规定已满五年。"), ("comment-from", "2024-03-05"), ("comment-until", "2024-03-20"),
        ("shortened-because", "汛期将至"), ("comment-how", "在本页提交"), ("item_do", "save"),
    ]

    /// A policy document for everyone, sent to review at once.
    static let policy: [(String, String)] = [
        ("item_duty", "POLICY"), ("title", "石桥县渔港安全管理办法"), ("formed-on", "2024-03-01"),
        ("document-number", "石应急〔2024〕6号"), ("origin", "own"), ("disclosure", "proactive"),
        ("text", "第一条 为加强管理，制定本办法。"), ("kind", "measure"), ("item_do", "submit"),
    ]

    /// An interpretation of a document, sent to review at once.
    static func interpretation(of document: String) -> [(String, String)] {
        [
            ("item_duty", "INTERP"), ("title", "《石桥县渔港安全管理办法》政策解读"), ("formed-on", "2024-03-01"),
            ("origin", "own"), ("disclosure", "proactive"), ("text", "为什么制定：渔港事故多发。"), ("document", document),
            ("of", "ours"), ("document-date", "2024-03-04"), ("way", "text"), ("item_do", "submit"),
        ]
    }

    /// A policy document; proposed as not open it goes to the disclosure office first.
    static let norm: [(String, String)] = [
        ("item_duty", "NORM"), ("title", "石桥县渔港安全管理办法"), ("formed-on", "2024-03-01"),
        ("document-number", "石应急〔2024〕5号"), ("origin", "own"), ("disclosure", "not-open"),
        ("disclosure-reason", "内容为内部管理事项"), ("text", "第一条 为加强管理，制定本办法。"), ("in-force-from", "2024-04-01"),
        ("validity", "valid"), ("item_do", "submit"),
    ]
}

extension [(String, String)] {
    /// The form with another value, or without the field.
    func with(_ key: String, _ value: String?) -> [(String, String)] {
        let rest = filter { $0.0 != key }
        return value.map { rest + [(key, $0)] } ?? rest
    }
}

extension TestApp {
    /// A test with the duty of the sea in its catalogue.
    static func runAtSea(on engine: Engine, _ body: @Sendable (TestApp) async throws -> Void) async throws {
        try await run(on: engine, overlay: [SeaDuty.file], body)
    }

    /// Posts the form of a new item and gives its id from the address that follows.
    func newItem(_ form: [(String, String)] = Samples.vessel, as seat: Seat = .editor) async throws -> String {
        let answer = try await post("/office/items", as: seat, form: form)
        try #require(answer.status == 303, "\(answer.text)")
        let path = try #require(answer.location).split(separator: "?")[0]
        return String(try #require(path.split(separator: "/").last))
    }

    /// An item that waits for its reviewers.
    func itemInReview(_ form: [(String, String)] = Samples.vessel) async throws -> String {
        try await newItem(form.with("item_do", "submit"))
    }

    /// Gives an opinion on the version that the page shows.
    @discardableResult
    func opine(
        _ kind: String,
        on id: String,
        as seat: Seat,
        verdict: String = "pass",
        reason: String = ""
    ) async throws -> Answer {
        let page = try await get("/office/items/\(id)/opinions/\(kind)", as: seat)
        // Where the page has no form, the test tries all the same.
        let version = if let shown = page.hidden("version") { shown } else { try await item(id).currentVersion.text }
        let form = [("version", version), ("verdict", verdict), ("reason", reason)]
        return try await post("/office/items/\(id)/opinions/\(kind)", as: seat, form: form)
    }

    /// A published item.
    func publishedItem(_ form: [(String, String)] = Samples.vessel) async throws -> String {
        let id = try await itemInReview(form)
        try await opine("secrecy", on: id, as: .secrecy)
        let answer = try await opine("sign-off", on: id, as: .approver)
        try #require(answer.location?.hasSuffix("did=published") == true, "\(answer.text)")
        try await runJobs()
        return id
    }

    func item(_ id: String) async throws -> Item {
        let item = try await app.database.read { try $0.items.find(ID(id)) }
        return try #require(item)
    }
}

extension Answer {
    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        text(between: "<input type=\"hidden\" name=\"\(name)\" value=\"", and: "\"")
    }

    /// The text between two others, the first time they stand around one.
    func text(between start: String, and end: String) -> String? {
        guard let begin = text.range(of: start) else { return nil }
        guard let finish = text[begin.upperBound...].range(of: end) else { return nil }
        return String(text[begin.upperBound..<finish.lowerBound])
    }

    /// Whether all of the texts stand in it.
    func says(_ texts: String...) -> Bool { texts.allSatisfy { text.contains($0) } }
}
