import Civil
import Database
import Text

/// Every item's row says what its current version says, and its state has the columns that belong to it.
struct ItemCheck: RecordCheck {
    let key = "items"
    let name = Phrase(zh: "信息", en: "Items")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM item")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT i.*, c.item AS current_of, c.bytes AS current_bytes, p.item AS public_of FROM item i
            LEFT JOIN version c ON c.id = i.current_version
            LEFT JOIN version p ON p.id = i.public_version ORDER BY i.id
            """
        ) { row in
            findings.examine()
            let item = try Item(row)
            let id = item.id.text
            if try row.optionalText("current_of") != id {
                findings.add(id, zh: "当前版本不存在或属于别的信息", en: "its current version is missing or another item's")
            } else if let content = try? CanonicalBytes.decode(try row.bytes("current_bytes")).content {
                if content[CommonFields.title] ?? "" != item.title
                    || content[CommonFields.formedOn] != item.formedOn.iso
                {
                    findings.add(
                        id,
                        zh: "标题或成文日期与当前版本不符",
                        en: "its title or date is not that of its current version"
                    )
                }
            }
            if item.publicVersion != nil, try row.optionalText("public_of") != id {
                findings.add(id, zh: "公开版本不存在或属于别的信息", en: "its public version is missing or another item's")
            }
            Self.checkState(item, &findings)
        }
    }

    /// What publication gives comes all at once or not at all.
    private static func checkState(_ item: Item, _ findings: inout Findings) {
        let given = [
            item.publicVersion != nil, item.leafID != nil, item.leafIndex != nil, item.indexNumber != nil,
            item.publishedAt != nil,
        ]
        let isPublic = item.state == .published
        guard given.allSatisfy({ $0 == isPublic }) else {
            return findings.add(
                item.id.text,
                zh: "状态为“\(item.state.name.zh)”，但公开版本、日志编号、索引号、公开时间不齐或多余",
                en:
                    "it is “\(item.state.name.en)”, but public version, leaf, index number and time of publication do not fit that"
            )
        }
    }
}
