import Crypto
import Database
import Text

/// The ledger (公开日志) is numbered 0, 1, 2… to its size, and every hash is that of its bytes.
struct LedgerCheck: RecordCheck {
    let key = "ledger"
    let name = Phrase(zh: "公开日志", en: "Ledger")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM ledger_leaf")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var next: Int64 = 0
        try tx.forEach("SELECT leaf_index, leaf_id, bytes, hash FROM ledger_leaf ORDER BY leaf_index") { row in
            findings.examine()
            let index = try row.int("leaf_index")
            if index != next {
                findings.add(
                    "\(next)",
                    zh: "公开日志缺少第 \(next) 至 \(index - 1) 条",
                    en: "leaves \(next) to \(index - 1) are missing from the ledger"
                )
            }
            next = index + 1
            let bytes = try row.bytes("bytes")
            if try row.text("hash") != SHA256.hex([0] + bytes) {
                findings.add("\(index)", zh: "日志条目的摘要与其内容不符", en: "the hash of the leaf is not that of its bytes")
            }
            guard let leaf = try? Leaf(bytes: bytes) else {
                return findings.add("\(index)", zh: "日志条目的格式有误", en: "the leaf is not written as its format says")
            }
            if leaf.id != (try row.text("leaf_id")) {
                findings.add("\(index)", zh: "日志条目的编号与其内容不符", en: "the leaf stands under another id than its own")
            }
        }
        let size = try tx.ledger.size()
        if size != next {
            findings.add(
                "ledger_head",
                zh: "日志长度记为 \(size)，实际最后一条是第 \(next - 1) 条",
                en: "the ledger is said to have \(size) leaves, but its last one is \(next - 1)"
            )
        }
    }
}

/// The leaf ids of a series (agency, duty, year) are 1, 2, 3… without a gap, and each leaf names the one before it.
struct SeriesCheck: RecordCheck {
    let key = "series"
    let name = Phrase(zh: "日志编号", en: "Leaf numbers")

    private struct Series {
        var count = 0
        var highest = 0
    }

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM ledger_leaf")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var found: [String: Series] = [:]
        var last: (id: String, hash: String)?
        try tx.forEach("SELECT leaf_id, bytes, hash FROM ledger_leaf ORDER BY leaf_id, leaf_index") { row in
            findings.examine()
            let id = try row.text("leaf_id")
            let before = last?.id == id ? last?.hash : nil
            if let leaf = try? Leaf(bytes: try row.bytes("bytes")), leaf.previous != before {
                findings.add(id, zh: "日志条目没有接上同一编号的前一条", en: "the leaf does not name the one before it on its id")
            }
            if last?.id != id, let (series, number) = Self.parts(of: id) {
                var known = found[series] ?? Series()
                known.count += 1
                known.highest = max(known.highest, number)
                found[series] = known
            }
            last = (id, try row.text("hash"))
        }
        try tx.forEach("SELECT series, last FROM leaf_series ORDER BY series") { row in
            let series = try row.text("series")
            let said = try row.number("last")
            let there = found.removeValue(forKey: series) ?? Series()
            if there.count != said || there.highest != said {
                findings.add(
                    series,
                    zh: "应有编号 1 至 \(said)，实有 \(there.count) 个，最大 \(there.highest)：编号有缺",
                    en: "numbers 1 to \(said) were given, but \(there.count) are there, up to \(there.highest)"
                )
            }
        }
        for series in found.keys.sorted() {
            findings.add(series, zh: "这一编号序列没有登记", en: "this series of numbers is not recorded")
        }
    }

    /// `SHIQIAO-PEN-2024` and 17 of `SHIQIAO-PEN-2024-00017`; nil for an id of another form.
    private static func parts(of id: String) -> (series: String, number: Int)? {
        guard let dash = id.lastIndex(of: "-"), let number = Int(id[id.index(after: dash)...]), number > 0 else {
            return nil
        }
        return (String(id[..<dash]), number)
    }
}
