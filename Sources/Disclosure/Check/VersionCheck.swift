import Crypto
import Database
import Text

/// Every version is the one encoding of what it says, its hash is that of its bytes, and it has its author.
struct VersionCheck: RecordCheck {
    let key = "versions"
    let name = Phrase(zh: "信息版本", en: "Versions")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM version")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var last: (item: String, number: Int)?
        try tx.forEach(
            """
            SELECT v.id, v.item, v.number, v.bytes, v.hash, v.salt, h.part,
                (SELECT count(*) FROM version_file f WHERE f.version = v.id) AS files FROM version v
            LEFT JOIN hand h ON h.version = v.id AND h.person = v.author ORDER BY v.item, v.number
            """
        ) { row in
            findings.examine()
            let id = try row.text("id")
            let item = try row.text("item")
            let number = try row.number("number")
            let expected = last?.item == item ? (last?.number ?? 0) + 1 : 1
            last = (item, number)
            if number != expected {
                findings.add(
                    id,
                    zh: "版本号为 \(number)，应为 \(expected)：缺少版本",
                    en: "the version has number \(number) instead of \(expected): one is missing"
                )
            }
            let bytes = try row.bytes("bytes")
            if try row.text("hash") != SHA256.hex(bytes) {
                findings.add(id, zh: "版本的摘要与其内容不符", en: "the hash of the version is not that of its bytes")
            }
            if let files = try? CanonicalBytes.decode(bytes).attachments.count {
                if try files != row.number("files") {
                    findings.add(
                        id,
                        zh: "版本登记的附件与其内容不符",
                        en: "the files recorded of the version are not those that it names"
                    )
                }
            } else {
                findings.add(id, zh: "版本内容不是规范编码", en: "the version is not in its canonical encoding")
            }
            if try row.bytes("salt").count != 32 {
                findings.add(id, zh: "版本的随机盐不是 32 字节", en: "the salt of the version has not 32 bytes")
            }
            if try row.optionalText("part") != Part.author.rawValue {
                findings.add(id, zh: "版本没有登记起草人", en: "nobody is recorded as author of the version")
            }
        }
    }
}

/// Every opinion (审查意见) binds to the hash of its version, and its writer has exactly the part that it needs.
struct OpinionCheck: RecordCheck {
    let key = "opinions"
    let name = Phrase(zh: "审查意见", en: "Opinions")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM opinion")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT o.id, o.version, o.kind, o.part, o.version_hash, v.hash, h.part AS hand FROM opinion o
            LEFT JOIN version v ON v.id = o.version
            LEFT JOIN hand h ON h.version = o.version AND h.person = o.person ORDER BY o.id
            """
        ) { row in
            findings.examine()
            let id = try row.text("id")
            if try row.text("version_hash") != row.optionalText("hash") {
                findings.add(
                    id,
                    zh: "意见绑定的摘要不是版本 \(try row.text("version")) 的摘要",
                    en: "the opinion binds to another hash than that of version \(try row.text("version"))"
                )
            }
            if OpinionKind(rawValue: try row.text("kind")) == nil {
                findings.add(id, zh: "没有这种意见", en: "there is no such kind of opinion")
            }
            if try row.text("part") != row.optionalText("hand") {
                findings.add(
                    id,
                    zh: "出具人在这个版本中的经办身份与意见不符",
                    en: "its writer has another part in the version than the opinion says"
                )
            }
        }
    }
}
