import Civil
import Crypto
import Database
import Text

/// What the public was given (公开) is byte for byte what the ledger covers, and nothing was given without a leaf.
struct PublicationCheck: RecordCheck {
    let key = "publications"
    let name = Phrase(zh: "公开内容", en: "Publications")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM publication")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT p.leaf_index, p.item, p.bytes, p.event, p.ground, l.bytes AS leaf, i.leaf_id AS item_leaf, v.item AS version_of, v.salt
            FROM publication p LEFT JOIN ledger_leaf l ON l.leaf_index = p.leaf_index
            LEFT JOIN item i ON i.id = p.item LEFT JOIN version v ON v.id = p.version ORDER BY p.leaf_index
            """
        ) { row in
            findings.examine()
            try Self.check(row, &findings)
        }
        try tx.forEach(
            """
            SELECT l.leaf_index, l.bytes FROM ledger_leaf l
            WHERE NOT EXISTS (SELECT 1 FROM publication p WHERE p.leaf_index = l.leaf_index) ORDER BY l.leaf_index
            """
        ) { row in
            guard let leaf = try? Leaf(bytes: try row.bytes("bytes")),
                [.publish, .revise, .restore].contains(leaf.event)
            else {
                return
            }
            findings.add(
                leaf.id,
                zh: "日志第 \(try row.int("leaf_index")) 条已公开，但没有保存公开内容",
                en: "leaf \(try row.int("leaf_index")) publishes it, but what was given out is not kept"
            )
        }
    }

    private static func check(_ row: SQLRow, _ findings: inout Findings) throws {
        let index = try row.int("leaf_index")
        guard let bytes = try row.optionalBytes("leaf"), let leaf = try? Leaf(bytes: bytes) else {
            return findings.add("\(index)", zh: "公开内容没有对应的日志条目", en: "what was given out has no leaf in the ledger")
        }
        guard let salt = try row.optionalBytes("salt"), try row.optionalText("version_of") == row.text("item") else {
            return findings.add(
                leaf.id,
                zh: "公开的版本不存在或属于别的信息",
                en: "the version given out is missing or another item's"
            )
        }
        if try row.optionalText("item_leaf") != leaf.id {
            findings.add(leaf.id, zh: "公开内容挂在别的日志编号下", en: "what was given out stands under another leaf id")
        }
        if try row.text("event") != leaf.event.rawValue
            || (row.optionalText("ground") != nil) != (leaf.event == .revise)
        {
            findings.add(
                leaf.id,
                zh: "公开内容登记的事由与日志条目不符",
                en: "what was given out stands under another event or ground than its leaf"
            )
        }
        let given = try row.bytes("bytes")
        if leaf.body != SHA256.hex(salt + given) {
            findings.add(
                leaf.id,
                zh: "公开内容与日志中的承诺值不符：内容在公开后被改动",
                en: "what was given out is not what the leaf covers: it was changed after publication"
            )
        }
        if (try? CanonicalBytes.decode(given)) == nil {
            findings.add(leaf.id, zh: "公开内容不是规范编码", en: "what was given out is not in its canonical encoding")
        }
    }
}

/// Every published item has its leaf, its public bytes, its place in search and lists, its deliveries or the job for
/// them, and its line in the audit trail: publication happens wholly or not at all.
struct PublicItemCheck: RecordCheck {
    let key = "published"
    let name = Phrase(zh: "已公开信息", en: "Published items")

    func count(_ tx: any SQLConnection) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM item WHERE state = \(Item.State.published.rawValue)"))
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(Self.query) { row in
            findings.examine()
            try Self.check(row, &findings)
        }
    }

    private static let query: SQL = """
        SELECT i.id, i.duty, i.title, i.leaf_id, i.leaf_index, i.public_version, i.published_at, l.leaf_id AS ledger_id,
            (SELECT p.version FROM publication p WHERE p.item = i.id ORDER BY p.leaf_index DESC LIMIT 1) AS given,
            s.item AS search_item, s.title AS search_title,
            \(sqlite: "(SELECT count(*) FROM search_index_docsize x WHERE x.id = i.leaf_index)",
                postgres: "(CASE WHEN s.tokens = CAST('' AS tsvector) THEN 0 ELSE 1 END)") AS tokens,
            (SELECT count(*) FROM item_facet f WHERE f.item = i.id AND f.agency = i.agency AND f.leaf_index = i.leaf_index
                AND (f.key = 'agency' AND f.value = 'all' OR f.key = 'duty' AND f.value = i.duty)) AS facets,
            (SELECT count(*) FROM item_facet f
                WHERE f.item = i.id AND (f.agency <> i.agency OR f.leaf_index <> i.leaf_index)) AS strays,
            (SELECT max(f.value) FROM item_facet f WHERE f.item = i.id AND f.key = 'year') AS facet_year,
            (SELECT count(*) FROM channel c JOIN agency a ON a.id = c.agency
                WHERE c.agency = i.agency AND c.is_automatic = 1 AND a.is_demonstration = 0) AS channels,
            (SELECT count(*) FROM delivery d WHERE d.item = i.id AND d.recorded_by IS NULL) AS deliveries,
            (SELECT count(*) FROM delivery d JOIN channel c ON c.id = d.channel WHERE d.item = i.id
                AND d.recorded_by IS NULL AND c.agency = i.agency AND c.is_automatic = 1
                AND d.idempotency_key = d.item || '/' || d.channel) AS sound_deliveries,
            COALESCE(j.jobs, 0) AS jobs,
            (SELECT count(*) FROM audit a
                WHERE a.subject = i.id AND a.act = 'item.publish' AND a.detail = i.leaf_id) AS audited
        FROM item i
        LEFT JOIN ledger_leaf l ON l.leaf_index = i.leaf_index
        LEFT JOIN search_document s ON s.leaf_index = i.leaf_index
        LEFT JOIN (SELECT payload, count(*) AS jobs FROM job WHERE kind = 'deliver-item' GROUP BY payload) j
            ON j.payload = i.id
        WHERE i.state = \(Item.State.published.rawValue) ORDER BY i.leaf_index
        """

    private static func check(_ row: SQLRow, _ findings: inout Findings) throws {
        let id = try row.text("id")
        if try row.optionalText("leaf_id") != row.optionalText("ledger_id") {
            findings.add(id, zh: "已公开，但日志中没有这一条", en: "it is published, but its leaf is not in the ledger")
        }
        if try row.optionalText("public_version") != row.optionalText("given") {
            findings.add(id, zh: "公开版本与最近公开的内容不符", en: "its public version is not the one that was given out last")
        }
        if try row.optionalText("search_item") != id || row.number("tokens") == 0 {
            findings.add(id, zh: "已公开，但搜索中找不到", en: "it is published, but the search does not know it")
        } else if !SearchStore.isStored(try row.text("search_title"), of: try row.text("title")) {
            findings.add(id, zh: "搜索中的标题不是公开的标题", en: "the search knows it under another title")
        }
        let year = try row.optionalInstant("published_at").map { String($0.date.year) }
        if try row.number("facets") != 2 || row.number("strays") != 0 || row.optionalText("facet_year") != year {
            findings.add(id, zh: "已公开，但栏目与筛选的登记不全或有误", en: "it is published, but its places in lists are not right")
        }
        // What a bureau of the demonstration put on other channels only is not delivered to its site.
        let deliveries = try row.number("deliveries")
        let isWaiting = try row.number("jobs") > 0
        if deliveries == 0, !isWaiting, try row.number("channels") > 0 {
            findings.add(
                id,
                zh: "已公开，但既没有发布记录，也没有待办的发布任务",
                en: "it is published, but neither delivered nor waiting for delivery"
            )
        }
        if try deliveries != row.number("sound_deliveries") {
            findings.add(id, zh: "自动渠道的发布记录有重复或有误", en: "a delivery of the program is doubled or wrong")
        }
        if try row.number("audited") != 1 {
            findings.add(id, zh: "审计记录中的公开记录不是恰好一条", en: "its publication is not in the audit trail exactly once")
        }
    }
}
