package import Civil
import Database

/// By what the office narrows its list of items.
package struct ItemFilter: Sendable, Hashable {
    package var state: Item.State?
    /// Code of a duty.
    package var duty: String?
    /// Only what this person began.
    package var createdBy: ID<Person>?
    /// A part of the title, letters A–Z in either case.
    package var title: String

    package init(state: Item.State? = nil, duty: String? = nil, createdBy: ID<Person>? = nil, title: String = "") {
        self.state = state
        self.duty = duty
        self.createdBy = createdBy
        self.title = title
    }
}

/// A place in a list that is ordered by a moment, and by id within it.
package struct ListPlace: Sendable, Hashable {
    package var at: Instant
    package var id: String

    package init(at: Instant, id: String) {
        self.at = at
        self.id = id
    }

    /// Reads what `text` wrote; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), parts[1].utf8.count == 26 else { return nil }
        self.init(at: Instant(milliseconds: milliseconds), id: String(parts[1]))
    }

    /// For an address: milliseconds, a hyphen, the id.
    package var text: String { "\(at.milliseconds)-\(id)" }
}

/// Which neighbouring page of a list is asked for.
package enum ListDirection: Sendable, Hashable {
    /// From the newest on.
    case first
    case olderThan(ListPlace)
    case newerThan(ListPlace)
}

/// What a version is, without what it says.
package struct VersionSummary: Sendable, Hashable {
    package var id: ID<Version>
    package var number: Int
    package var author: ID<Person>
    package var hash: String
    package var createdAt: Instant

    /// The first eight digits of the hash, for people.
    package var shortHash: String { String(hash.prefix(8)) }
}

extension ItemStore {
    /// Items of an agency, the last changed first, whatever the direction asked for.
    ///
    /// Each state is walked along its own index and no further than the limit, so the first page costs the same in an
    /// agency of a hundred items and in one of a million.
    package func list(
        of agency: ID<Agency>,
        _ filter: ItemFilter,
        _ direction: ListDirection,
        limit: Int
    ) throws -> [Item] {
        let states = filter.state.map { [$0] } ?? Item.State.allCases
        let isBackwards = if case .newerThan = direction { true } else { false }
        let order: SQL = isBackwards ? "changed_at, id" : "changed_at DESC, id DESC"
        let walks = states.map { state -> SQL in
            """
            SELECT * FROM (SELECT * FROM item WHERE agency = \(agency) AND state = \(state.rawValue)\
            \(conditions(filter))\(place(direction)) ORDER BY \(order) LIMIT \(limit)) AS \(alias(state))
            """
        }
        let items = try tx.rows(
            "SELECT * FROM (\(SQL.joined(walks, separator: " UNION ALL "))) AS found ORDER BY \(order) LIMIT \(limit)"
        ).map(Item.init)
        return isBackwards ? items.reversed() : items
    }

    private func conditions(_ filter: ItemFilter) -> SQL {
        var sql = SQL()
        if let person = filter.createdBy { sql += " AND created_by = \(person)" }
        if let duty = filter.duty { sql += " AND duty = \(duty)" }
        if !filter.title.isEmpty {
            let pattern = "%" + Self.escaped(filter.title) + "%"
            sql += " AND lower(title) LIKE lower(\(pattern)) ESCAPE '!'"
        }
        return sql
    }

    private func place(_ direction: ListDirection) -> SQL {
        switch direction {
        case .first: SQL()
        case .olderThan(let place):
            " AND changed_at <= \(place.at) AND (changed_at < \(place.at) OR id < \(place.id))"
        case .newerThan(let place):
            " AND changed_at >= \(place.at) AND (changed_at > \(place.at) OR id > \(place.id))"
        }
    }

    private func alias(_ state: Item.State) -> SQL {
        switch state {
        case .draft: "drafts"
        case .review: "reviews"
        case .scheduled: "appointments"
        case .published: "publications"
        case .filed: "files"
        case .withdrawn: "withdrawals"
        case .expired: "endings"
        }
    }

    /// Text in which nothing is a wildcard of LIKE, with `!` as the escape.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "!%_".contains(character) { escaped.append("!") }
            escaped.append(character)
        }
        return escaped
    }

    /// The versions of an item without their content, newest first.
    package func versionSummaries(of item: ID<Item>) throws -> [VersionSummary] {
        try tx.rows(
            "SELECT id, number, author, hash, created_at FROM version WHERE item = \(item) ORDER BY number DESC"
        ).map { row in
            VersionSummary(
                id: try row.id("id"),
                number: try row.number("number"),
                author: try row.id("author"),
                hash: try row.text("hash"),
                createdAt: try row.instant("created_at")
            )
        }
    }

    /// One version of an item by its number.
    package func version(_ number: Int, of item: ID<Item>) throws -> Version? {
        try tx.first("SELECT * FROM version WHERE item = \(item) AND number = \(number)").map(Version.init)
    }

    /// The item of an agency that somebody knows by its id, its number in the log or its index number.
    package func known(as number: String, in agency: ID<Agency>) throws -> ID<Item>? {
        try tx.first(
            """
            SELECT id FROM item WHERE agency = \(agency) AND id = \(number)
            UNION SELECT id FROM item WHERE agency = \(agency) AND leaf_id = \(number)
            UNION SELECT id FROM item WHERE agency = \(agency) AND index_number = \(number)
            LIMIT 1
            """
        ).map { try $0.id("id") }
    }

    /// Titles by id, of the items of one agency only; for lists that speak of items.
    package func titles(of ids: Set<ID<Item>>, in agency: ID<Agency>) throws -> [ID<Item>: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT id, title FROM item WHERE agency = \(agency) AND id IN \(list: ids.map(\.text).sorted())"
        )
        return Dictionary(
            try rows.map { (try $0.id("id"), try $0.text("title")) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
