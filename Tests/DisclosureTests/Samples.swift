import Database
import Disclosure
import TestKit

/// Typed forms that are complete, for tests that change one thing.
enum Samples {
    /// A penalty on an invented enterprise, as an editor types it.
    ///
    /// It needs the secrecy and the legal opinion.
    static let penalty: [String: String] = [
        "title": "石桥县某化工厂未按规定开展应急演练行政处罚决定",
        "formed-on": "2024-03-01",
        "document-number": "石应急罚〔2024〕3号",
        "origin": "own",
        "disclosure": "proactive",
        "text": "经查，该单位未按照规定定期组织应急救援预案演练。",
        "party": "石桥县虚构化工有限公司",
        "party-kind": "legal",
        "credit-code": "91999999MA00A001XU",
        "legal-representative": "王五",
        "decision-number": "石应急罚〔2024〕3号",
        "violation": "未按规定开展应急演练",
        "facts": "2023年度未组织生产安全事故应急救援预案演练。",
        "grounds": "《中华人民共和国安全生产法》第九十七条",
        "kinds": "warning,fine",
        "content": "警告，并处罚款",
        "fine": "2.5",
        "decided-on": "2024-03-01",
        "effective-until": "2027-03-01",
        "major": "no",
        "credit-display": "yes",
        "authority": "石桥县应急管理局",
        "authority-code": "11999999MB0A00018H",
        "data-source": "石桥县应急管理局",
        "data-source-code": "11999999MB0A00018H",
    ]

    /// A piece of work news: secrecy and signature are enough.
    static let news: [String: String] = [
        "title": "石桥县召开春季安全生产工作会议",
        "formed-on": "2024-03-01",
        "origin": "own",
        "disclosure": "proactive",
        "kind": "work",
        "text": "会议总结了2023年工作，部署了春季安全生产检查。",
    ]
}

extension [String: String] {
    func with(_ key: String, _ value: String?) -> [String: String] {
        var changed = self
        changed[key] = value
        return changed
    }
}

extension TestApp {
    func draft(_ typed: [String: String], under duty: String, by seat: Seat = .editor) async throws -> Item {
        try await SaveDraft(duty: duty, typed: typed, actor: actor(seat)).run(in: app)
    }

    func save(_ item: Item, _ typed: [String: String], by seat: Seat = .editor) async throws -> Item {
        try await SaveDraft(
            item: item.id,
            base: item.currentVersion,
            duty: item.duty,
            typed: typed,
            actor: actor(seat)
        ).run(in: app)
    }

    func submit(_ item: Item, by seat: Seat = .editor) async throws -> Item {
        try await SubmitItem(id: item.id, actor: actor(seat)).run(in: app)
    }

    func opine(
        _ kind: OpinionKind,
        _ item: Item,
        by seat: Seat,
        verdict: Opinion.Verdict = .pass,
        reason: String = ""
    ) async throws -> Item {
        try await GiveOpinion(
            id: item.id,
            version: item.currentVersion,
            kind: kind,
            verdict: verdict,
            reason: reason,
            actor: actor(seat)
        ).run(in: app)
    }

    /// A piece of news walked the whole way to the public.
    func publishedNews(_ typed: [String: String] = Samples.news) async throws -> Item {
        var item = try await submit(draft(typed, under: "NEWS"))
        item = try await opine(.secrecy, item, by: .secrecy)
        return try await opine(.signOff, item, by: .approver)
    }

    func version(of item: Item) async throws -> Version? {
        try await app.database.read { try $0.items.version(item.currentVersion) }
    }
}
