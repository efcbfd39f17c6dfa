package import Civil
package import Database
package import Text

/// Information that was classed not open is assessed again from time to time (条例 art 18: 定期评估, 动态调整).
package enum RefusalReview {
    /// The law says «periodically»; a year is what this program reminds of.
    static let months = 12
    /// Filed items that one night takes in at most.
    static let stretch = 2_000

    package enum Outcome: String, Sendable, CaseIterable {
        case stillClosed = "still-closed"
        case open

        package var name: Phrase {
            switch self {
            case .stillClosed: Phrase(zh: "仍不予公开", en: "Still not open")
            case .open: Phrase(zh: "可以公开", en: "May be opened")
            }
        }
    }

    /// One assessment that was made.
    package struct Assessment: Sendable, Hashable {
        package var outcome: Outcome
        package var reason: String
        package var person: ID<Person>
        package var at: Instant
    }

    static func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let new = try await app.database.read { tx in
            let items = try tx.refusals.unseen(limit: stretch)
            let versions = try tx.items.versions(items.map(\.currentVersion))
            return items.map { item in
                let isClosed = versions[item.currentVersion]?.content[CommonFields.disclosure] == "not-open"
                return (item.id, isClosed ? item.changedAt.date.adding(months: months) : nil)
            }
        }
        return { tx in
            for (item, due) in new { try tx.refusals.insert(item, due: due) }
            try tx.reminders.replace(.refusalReview, with: tx.refusals.due(on: night))
        }
    }
}

/// Review dates of refusals and their assessments in the database.
package struct RefusalStore {
    let tx: any SQLConnection

    /// Filed items without a review date, of all agencies.
    func unseen(limit: Int) throws -> [Item] {
        try tx.rows(
            """
            SELECT i.* FROM agency a JOIN item i ON i.agency = a.id
            WHERE i.state = 'filed' AND NOT EXISTS (SELECT 1 FROM refusal_review v WHERE v.item = i.id)
            ORDER BY i.id LIMIT \(limit)
            """
        ).map(Item.init)
    }

    /// - Parameter due: nil for what is filed but not refused, such as what is open on request.
    func insert(_ item: ID<Item>, due: CivilDate?) throws {
        try tx.execute(
            "INSERT INTO refusal_review (item, due_on) VALUES (\(item), \(due)) ON CONFLICT (item) DO NOTHING"
        )
    }

    func due(on day: CivilDate) throws -> [Reminder] {
        try tx.rows(
            """
            SELECT i.agency, v.item, v.due_on FROM refusal_review v JOIN item i ON i.id = v.item
            WHERE v.due_on <= \(day) AND i.state = 'filed'
            """
        ).map { row in
            Reminder(
                agency: try row.id("agency"),
                kind: .refusalReview,
                subject: try row.text("item"),
                item: try row.id("item"),
                since: Instant.start(of: try row.date("due_on"))
            )
        }
    }

    /// When an item is to be assessed again; nil when it is not a refusal, or no night has seen it yet.
    package func reviewDate(of item: ID<Item>) throws -> CivilDate? {
        try tx.first("SELECT due_on FROM refusal_review WHERE item = \(item)")?.optionalDate("due_on")
    }

    /// The newest first.
    package func assessments(of item: ID<Item>) throws -> [RefusalReview.Assessment] {
        try tx.rows("SELECT * FROM refusal_assessment WHERE item = \(item) ORDER BY at DESC, id DESC").map { row in
            RefusalReview.Assessment(
                outcome: try row.choice("outcome"),
                reason: try row.text("reason"),
                person: try row.id("person"),
                at: try row.instant("at")
            )
        }
    }
}

extension SQLConnection {
    package var refusals: RefusalStore { RefusalStore(tx: self) }
}
