import Database
import Text

/// Nothing that is not public can be found: search, lists and deliveries know published items only.
struct StrayCheck: RecordCheck {
    let key = "strays"
    let name = Phrase(zh: "搜索与列表", en: "Search and lists")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM search_document")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        let published = Item.State.published.rawValue
        try tx.forEach(
            """
            SELECT s.leaf_index, s.item, s.agency, i.agency AS item_agency, i.leaf_index AS item_index, i.state
            FROM search_document s LEFT JOIN item i ON i.id = s.item ORDER BY s.leaf_index
            """
        ) { row in
            findings.examine()
            let isRight =
                try row.optionalText("state") == published && row.optionalText("item_agency") == row.text("agency")
                && row.optionalInt("item_index") == row.int("leaf_index")
            if !isRight {
                findings.add(
                    try row.text("item"),
                    zh: "搜索中有一条没有公开或已不公开的信息",
                    en: "the search knows an item that is not public, or under another place"
                )
            }
        }
        let tokens: SQL = """
            SELECT x.id AS leaf_index FROM search_index_docsize x
            WHERE NOT EXISTS (SELECT 1 FROM search_document s WHERE s.leaf_index = x.id) ORDER BY x.id
            """
        if tx.dialect == .sqlite {
            try tx.forEach(.only(.sqlite, tokens)) { row in
                findings.add(
                    "\(try row.int("leaf_index"))",
                    zh: "搜索索引中有一条没有对应的文档",
                    en: "the search index has an entry without a document"
                )
            }
        }
        try tx.forEach(
            """
            SELECT DISTINCT f.item FROM item_facet f
            WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.id = f.item AND i.state = \(published)) ORDER BY f.item
            """
        ) { row in
            findings.add(
                try row.text("item"),
                zh: "列表中有一条没有公开或已不公开的信息",
                en: "the lists know an item that is not public"
            )
        }
        try tx.forEach(
            """
            SELECT DISTINCT d.item FROM delivery d
            WHERE NOT EXISTS (SELECT 1 FROM publication p WHERE p.item = d.item) ORDER BY d.item
            """
        ) { row in
            findings.add(
                try row.text("item"),
                zh: "有发布记录，但从未公开",
                en: "it was delivered, but never published"
            )
        }
    }
}

/// Every job is one that the worker knows and can do, about something that is there, and stands there once.
struct JobCheck: RecordCheck {
    let key = "jobs"
    let name = Phrase(zh: "后台任务", en: "Jobs")

    func count(_ tx: any SQLConnection) throws -> Int { try tx.jobs.count() }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var waiting: [(id: String, item: String)] = []
        var last: (kind: String, payload: String)?
        try tx.forEach("SELECT id, kind, payload FROM job ORDER BY kind, payload, id") { row in
            findings.examine()
            let id = try row.text("id")
            let kind = try row.text("kind")
            let payload = try row.text("payload")
            let task = Job.Task(kind: kind, payload: payload)
            if task == nil { findings.add(id, zh: "没有 \(kind) 这种任务", en: "there is no such kind of job: \(kind)") }
            if case .deliverItem(let item) = task { waiting.append((id, item.text)) }
            // A moment that was taken back leaves its job, which then does nothing.
            if case .publishItem(let item) = task { waiting.append((id, item.text)) }
            if let last, last == (kind, payload), !payload.isEmpty, kind != "publish-item" {
                findings.add(id, zh: "同一任务登记了两次：\(kind)", en: "the same job stands there twice: \(kind)")
            }
            last = (kind, payload)
        }
        for job in waiting where try !tx.exists("SELECT 1 FROM item WHERE id = \(job.item)") {
            findings.add(job.id, zh: "任务所指的信息不存在", en: "the item that the job is about is not there")
        }
    }
}
