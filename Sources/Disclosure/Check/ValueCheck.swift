import Database
import Text

/// What is kept of items for figures is what the public was given, of items that are or were public.
struct ValueCheck: RecordCheck {
    let key = "values"
    let name = Phrase(zh: "指标取值", en: "Values for figures")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM item_value")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var item = ""
        var content = ItemContent()
        try tx.forEach(
            """
            SELECT v.item, v.agency, v.key, v.value, v.number, i.agency AS of_agency, i.state,
                (SELECT p.bytes FROM publication p WHERE p.item = v.item ORDER BY p.leaf_index DESC LIMIT 1) AS bytes
            FROM item_value v LEFT JOIN item i ON i.id = v.item ORDER BY v.item, v.key, v.value
            """
        ) { row in
            findings.examine()
            if try row.text("item") != item {
                item = try row.text("item")
                content =
                    (try row.optionalBytes("bytes")).flatMap { try? CanonicalBytes.decode($0).content } ?? ItemContent()
            }
            let state = try row.optionalText("state").flatMap(Item.State.init(rawValue:))
            if try row.optionalText("of_agency") != row.text("agency") || state != .published && state != .expired {
                findings.add(item, zh: "没有公开，却留有指标取值", en: "it is not public, but values of it are kept for figures")
            } else if !(try Self.isSaid(row, in: content)) {
                findings.add(
                    item,
                    zh: "为指标保存的「\(try row.text("key"))」与公开内容不符：请运行 gongkai figures fill",
                    en:
                        "its «\(try row.text("key"))» kept for figures is not what was given out: run gongkai figures fill"
                )
            }
        }
    }

    /// A text, one of several choices, or the length of what is longer.
    private static func isSaid(_ row: SQLRow, in content: ItemContent) throws -> Bool {
        guard let given = content[try row.text("key")] else { return false }
        let (kept, number) = (try row.text("value"), try row.optionalInt("number"))
        if kept.isEmpty { return number == Int64(given.utf8.count) }
        if let number { return Int64(given) == number && kept == given }
        return given.hasPrefix(kept) || given.split(separator: ",").contains { $0 == kept }
    }
}
