package import Database
package import Text

/// Full-text search over published items: exact phrases of words and CJK characters, the same on both engines.
///
/// Swift makes the tokens. SQLite's FTS5 knows their places and finds phrases itself; PostgreSQL's `tsvector` would lose
/// places beyond 16,383, so it indexes bare tokens and the phrase is looked up again in the stored token text.
/// Hits come newest first along the ledger index and are never ranked as a whole; the count stops at a cap.
package struct SearchStore {
    let tx: any SQLConnection

    /// Counting stops here; a page then says «more than».
    package static let countLimit = 10_000

    func index(_ item: Item, _ version: Version, duty: Duty, agency: Agency, at leafIndex: Int64) throws {
        let text = version.searchText(of: duty)
        let files = try tx.files.searchText(of: version.publicAttachments(of: duty))
        let body = files.isEmpty ? text.body : text.body + "\n" + files
        try insert(item: item.id, agency: agency, title: text.title, body: body, at: leafIndex)
    }

    private func insert(item: ID<Item>, agency: Agency, title: String, body: String, at leafIndex: Int64) throws {
        let titleTokens = SearchText.indexed(title)
        let bodyTokens = SearchText.indexed(body)
        switch tx.dialect {
        case .sqlite:
            let normalTitle = SearchText.normalise(title)
            let normalBody = SearchText.normalise(body)
            try tx.execute(
                """
                INSERT INTO search_document (leaf_index, item, agency, title, body)
                VALUES (\(leafIndex), \(item), \(agency.id), \(normalTitle), \(normalBody))
                """
            )
            try tx.execute(
                """
                INSERT INTO search_index (rowid, title, body, scope)
                VALUES (\(leafIndex), \(titleTokens), \(bodyTokens), \(agency.code))
                """
            )
        case .postgres:
            let tokens = SearchText.distinct("\(titleTokens) \(bodyTokens) \(Self.scopeToken(agency.code))")
            try tx.send(
                """
                INSERT INTO search_document (leaf_index, item, agency, title, body, tokens)
                VALUES (\(leafIndex), \(item), \(agency.id), \(" \(titleTokens) "), \(" \(bodyTokens) "),
                    array_to_tsvector(string_to_array(\(tokens), ' ')))
                """
            )
        }
    }

    /// Takes an item out of the index; what it said is found no more.
    ///
    /// SQLite's index keeps no text: its entry leaves by the same tokens that it came by, made again from the stored text.
    func remove(_ item: Item, of agency: Agency) throws {
        if tx.dialect == .sqlite,
            let row = try tx.first("SELECT leaf_index, title, body FROM search_document WHERE item = \(item.id)")
        {
            let title = SearchText.indexed(normalised: try row.text("title"))
            let body = SearchText.indexed(normalised: try row.text("body"))
            try tx.execute(
                """
                INSERT INTO search_index (search_index, rowid, title, body, scope)
                VALUES ('delete', \(try row.int("leaf_index")), \(title), \(body), \(agency.code))
                """
            )
        }
        try tx.send("DELETE FROM search_document WHERE item = \(item.id)")
    }

    /// Whether a stored title is that of an item: normal text on SQLite, tokens on PostgreSQL.
    static func isStored(_ stored: String, of title: String) -> Bool {
        stored == SearchText.normalise(title) || stored == " \(SearchText.indexed(title)) "
    }

    /// The newest hits before a leaf index, in one agency or in all.
    package func items(matching query: SearchQuery, in agency: Agency?, before: Int64?, limit: Int) throws -> [Item] {
        let hits = hits(query, in: agency, .before(before ?? Int64.max), limit: limit)
        return try tx.rows(
            "SELECT i.* FROM (\(hits)) h JOIN item i ON i.leaf_index = h.leaf_index ORDER BY h.leaf_index DESC"
        ).map(Item.init)
    }

    /// One page of the hits, newest first.
    package func stretch(
        matching query: SearchQuery,
        in agency: Agency?,
        before: Int64?,
        limit: Int
    ) throws -> ItemStretch {
        let found = try items(matching: query, in: agency, before: before, limit: limit + 1)
        var above: [Int64] = []
        if let before {
            let newer = hits(query, in: agency, .from(before), limit: limit + 1)
            above = try tx.rows("SELECT leaf_index FROM (\(newer)) h ORDER BY leaf_index").map {
                try $0.int("leaf_index")
            }
        }
        return ItemStretch(found: found, before: before, above: above, limit: limit)
    }

    /// How many hits there are, up to the cap and one more.
    package func count(of query: SearchQuery, in agency: Agency?) throws -> Int {
        let hits = hits(query, in: agency, .before(Int64.max), limit: Self.countLimit + 1)
        return Int(try tx.integer("SELECT count(*) FROM (\(hits)) h"))
    }

    /// The way along the ledger: down from the newest, or up from an index.
    private enum Walk {
        case before(Int64)
        case from(Int64)

        var condition: SQL {
            switch self {
            case .before(let index): "< \(index)"
            case .from(let index): ">= \(index)"
            }
        }

        var order: SQL {
            switch self {
            case .before: "DESC"
            case .from: "ASC"
            }
        }
    }

    private func hits(_ query: SearchQuery, in agency: Agency?, _ walk: Walk, limit: Int) -> SQL {
        switch tx.dialect {
        case .sqlite:
            var match = "{title body} : (\(query.fts5()))"
            if let agency { match += " AND scope : \"\(agency.code)\"" }
            return """
                SELECT rowid AS leaf_index FROM search_index
                WHERE search_index MATCH \(match) AND rowid \(walk.condition) ORDER BY rowid \(walk.order) LIMIT \(limit)
                """
        case .postgres:
            var match = query.postgresQuery()
            if let agency { match += " & '\(Self.scopeToken(agency.code))'" }
            var sql: SQL = """
                SELECT leaf_index FROM search_document
                WHERE tokens @@ CAST(\(match) AS tsquery) AND leaf_index \(walk.condition)
                """
            for phrase in query.phrases where phrase.tokens.count > 1 {
                let needle = " " + phrase.tokens.joined(separator: " ") + (phrase.lastIsPrefix ? "" : " ")
                sql += " AND (position(\(needle) IN title) > 0 OR position(\(needle) IN body) > 0)"
            }
            return sql + " ORDER BY leaf_index \(walk.order) LIMIT \(limit)"
        }
    }

    /// A token that no text can hold, for the agency of a document.
    private static func scopeToken(_ code: String) -> String { "\u{E002}\(code)" }
}

extension SQLConnection {
    package var search: SearchStore { SearchStore(tx: self) }
}

extension Version {
    /// What search looks through: everything that the public sees, in words.
    package func searchText(of duty: Duty) -> (title: String, body: String) {
        let shownContent = duty.publicContent(of: content)
        var lines: [String] = []
        for field in duty.allFields where field.key != CommonFields.title {
            guard let shown = shownContent[field.key] else { continue }
            lines.append(field.displayText(of: shown, language: .zh))
        }
        return (content[CommonFields.title] ?? "", lines.joined(separator: "\n"))
    }
}
