import Database
import Disclosure
import TestKit
import Testing

/// Forms of two duties that tests publish again and again.
enum Samples {
    static let notice: [String: String] = [
        "title": "关于开展春季安全生产检查的通知",
        "formed-on": "2024-03-01",
        "document-number": "石应急〔2024〕12号",
        "origin": "own",
        "disclosure": "proactive",
        "kind": "notice",
        "text": "各有关企业：\n一、检查范围\n全县危险化学品生产经营企业。\n石桥县应急管理局\n2024年3月1日",
    ]

    /// A penalty on an invented enterprise.
    static let penalty: [String: String] = [
        "title": "石桥县虚构化工有限公司未按规定开展应急演练案行政处罚决定",
        "formed-on": "2024-03-01",
        "origin": "own",
        "disclosure": "proactive",
        "party": "石桥县虚构化工有限公司",
        "party-kind": "legal",
        "credit-code": "91999999MA00A001XU",
        "legal-representative": "欧阳五",
        "decision-number": "石应急罚〔2024〕3号",
        "violation": "未按规定开展应急演练",
        "facts": "2023年度未组织生产安全事故应急救援预案演练。",
        "grounds": "《中华人民共和国安全生产法》第九十七条",
        "kinds": "warning,fine",
        "content": "警告，并处罚款",
        "fine": "12345.5",
        "decided-on": "2024-03-01",
        "effective-until": "2027-03-01",
        "major": "no",
        "credit-display": "yes",
        "authority": "石桥县应急管理局",
        "authority-code": "11999999MB0A00018H",
        "data-source": "石桥县应急管理局",
        "data-source-code": "11999999MB0A00018H",
    ]
}

extension [String: String] {
    func with(_ changes: [String: String]) -> [String: String] { merging(changes) { _, new in new } }
}

/// The three people that an item passes.
struct Hands: Sendable {
    var author: Actor
    var reviewer: Actor
    var approver: Actor
}

extension TestApp {
    func hands() throws -> Hands {
        Hands(author: try actor(.editor), reviewer: try actor(.everybody), approver: try actor(.approver))
    }

    /// Three people of the neighbouring agency.
    func neighbourHands() async throws -> Hands {
        var people: [Actor] = []
        for name in ["writer", "reader", "signer"] {
            let form = PersonForm(login: name, name: name, roles: Set(Role.allCases).subtracting([.auditor]))
            people.append(try await AddPerson(form: form, agency: neighbour.id, actor: nil).run(in: app).actor)
        }
        return Hands(author: people[0], reviewer: people[1], approver: people[2])
    }

    /// Walks a form the whole way to the public, with every opinion that its duty needs.
    @discardableResult
    func publish(
        _ duty: String,
        _ typed: [String: String],
        placement: Placement = Placement(),
        provenance: Item.Provenance = .own,
        by hands: Hands? = nil
    ) async throws -> Item {
        let hands = try hands ?? self.hands()
        let draft = try await SaveDraft(
            duty: duty,
            typed: typed,
            placement: placement,
            provenance: provenance,
            actor: hands.author
        ).run(in: app)
        return try await sign(draft, hands)
    }

    func draft(_ duty: String, _ typed: [String: String]) async throws -> Item {
        try await SaveDraft(duty: duty, typed: typed, actor: actor(.editor)).run(in: app)
    }

    /// The rest of the way for a draft.
    func sign(_ draft: Item) async throws -> Item { try await sign(draft, hands()) }

    private func sign(_ draft: Item, _ hands: Hands) async throws -> Item {
        var item = try await SubmitItem(id: draft.id, actor: hands.author).run(in: app)
        let current = item.currentVersion
        let version = try #require(try await app.database.read { try $0.items.version(current) })
        let duty = try #require(app.catalogue.duty(item.duty))
        for kind in duty.neededOpinions(for: version.content) {
            item = try await GiveOpinion(
                id: item.id,
                version: current,
                kind: kind,
                verdict: .pass,
                reason: "已核对",
                pairing: .alone(without: .selfExplanatory),
                hasReadFiles: true,
                actor: kind == .signOff ? hands.approver : hands.reviewer
            ).run(in: app)
        }
        return item
    }
}
