import Database
import Text

/// The leaves of an item are a life that can be: published first, down only when public, back only when down; and each of
/// them stands in the audit trail.
struct LifeCheck: RecordCheck {
    let key = "lives"
    let name = Phrase(zh: "公开、修订、撤回", en: "Publication, revision, withdrawal")

    func count(_ tx: any SQLConnection) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM item WHERE leaf_id IS NOT NULL"))
    }

    private struct Life {
        var id: String
        var events: [Leaf.Event] = []
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var life: Life?
        try tx.forEach("SELECT leaf_id, bytes FROM ledger_leaf ORDER BY leaf_id, leaf_index") { row in
            let id = try row.text("leaf_id")
            if let done = life, done.id != id {
                try Self.check(done, tx, &findings)
                life = nil
            }
            guard let leaf = try? Leaf(bytes: try row.bytes("bytes")) else { return }
            // The number of a letter is no publication; `LetterCheck` looks at it.
            guard leaf.event != .reserve else { return }
            Self.checkBody(leaf, &findings)
            life = Life(id: id, events: (life?.events ?? []) + [leaf.event])
        }
        if let life { try Self.check(life, tx, &findings) }
    }

    /// The leaf of a withdrawal tells nothing of what was withdrawn; every other one covers what was given out.
    private static func checkBody(_ leaf: Leaf, _ findings: inout Findings) {
        switch leaf.event {
        case .publish, .revise, .restore:
            if leaf.body == nil {
                findings.add(leaf.id, zh: "公开的日志条目没有承诺值", en: "a leaf that publishes covers no content")
            }
        case .withdraw:
            if leaf.body != nil {
                findings.add(leaf.id, zh: "撤回的日志条目带有承诺值", en: "the leaf of a withdrawal covers content")
            }
        default: break
        }
    }

    private static func check(_ life: Life, _ tx: any SQLConnection, _ findings: inout Findings) throws {
        findings.examine()
        var isUp = false
        for (place, event) in life.events.enumerated() {
            let isPossible =
                switch event {
                case .publish: place == 0
                case .revise, .withdraw: isUp
                case .restore: place > 0 && !isUp
                default: false
                }
            if !isPossible {
                findings.add(
                    life.id,
                    zh: "第 \(place + 1) 条日志“\(event.rawValue)”不能出现在这里",
                    en: "its leaf \(place + 1), “\(event.rawValue)”, cannot stand there"
                )
            }
            isUp = event != .withdraw
        }
        guard let row = try tx.first("SELECT id, state FROM item WHERE leaf_id = \(life.id)") else {
            return findings.add(life.id, zh: "日志编号不属于任何信息", en: "no item has this leaf id")
        }
        let item = try row.text("id")
        if try (row.text("state") == Item.State.published.rawValue) != isUp {
            findings.add(
                item,
                zh: "状态与日志最后一条不符",
                en: "its state is not what its last leaf says"
            )
        }
        try checkTrail(of: item, life, tx, &findings)
    }

    private static func checkTrail(
        of item: String,
        _ life: Life,
        _ tx: any SQLConnection,
        _ findings: inout Findings
    ) throws {
        let acts: [(event: Leaf.Event, act: String)] = [
            (.publish, "item.publish"), (.revise, "item.revise"), (.withdraw, "item.withdraw"),
            (.restore, "item.restore"),
        ]
        var found: [String: Int] = [:]
        for row in try tx.rows("SELECT act, detail FROM audit WHERE subject = \(item)") {
            let words = try row.optionalText("detail")?.split(separator: " ") ?? []
            guard words.first.map({ String($0) }) == life.id else { continue }
            found[try row.text("act"), default: 0] += 1
        }
        for (event, act) in acts where found[act] ?? 0 != life.events.count(where: { $0 == event }) {
            findings.add(
                item,
                zh: "审计记录中 \(act) 的次数与日志不符",
                en: "the audit trail has \(act) not as often as the ledger has “\(event.rawValue)”"
            )
        }
    }
}
