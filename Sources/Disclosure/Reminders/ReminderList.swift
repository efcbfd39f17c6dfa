import Civil
import Database

/// The reminders of one agency as a person sees them: only those whose cause still exists at this moment.
extension ReminderStore {
    /// Of some kinds, the oldest cause first.
    /// - Parameter after: the last line of the page before.
    package func list(
        of agency: ID<Agency>,
        kinds: [Reminder.Kind],
        in app: App,
        after: Int = 0,
        limit: Int
    ) throws -> [Reminder] {
        guard !kinds.isEmpty else { return [] }
        let walks = kinds.map { kind -> SQL in
            """
            SELECT r.* FROM reminder r WHERE r.agency = \(agency) AND r.kind = \(kind.rawValue) AND \(cause(kind, app))
            """
        }
        return try tx.rows(
            """
            SELECT * FROM (\(SQL.joined(walks, separator: " UNION ALL "))) AS found
            ORDER BY since, kind, subject LIMIT \(limit) OFFSET \(after)
            """
        ).map(Reminder.init)
    }

    /// How many of each kind.
    package func counts(of agency: ID<Agency>, kinds: [Reminder.Kind], in app: App) throws -> [Reminder.Kind: Int] {
        var counts: [Reminder.Kind: Int] = [:]
        for kind in kinds {
            counts[kind] = Int(
                try tx.integer(
                    """
                    SELECT count(*) FROM reminder r
                    WHERE r.agency = \(agency) AND r.kind = \(kind.rawValue) AND \(cause(kind, app))
                    """
                )
            )
        }
        return counts
    }

    /// What must still be so of a row `r`, for a cause may end at any hour and the task runs at night.
    private func cause(_ kind: Reminder.Kind, _ app: App) -> SQL {
        switch kind {
        case .lateItem:
            """
            EXISTS (SELECT 1 FROM item i WHERE i.id = r.item AND i.state IN \(list: LateItems.states)
                AND i.due_at < \(app.now()))
            """
        case .refusalReview:
            "EXISTS (SELECT 1 FROM refusal_review v WHERE v.item = r.item AND v.due_on <= \(app.now().date))"
        case .deadLink:
            """
            EXISTS (SELECT 1 FROM link_check l JOIN item i ON i.id = l.item
                WHERE l.item = r.item AND l.failures >= \(DeadLinks.tolerated) AND i.state = 'published')
            """
        case .handOver:
            "NOT EXISTS (SELECT 1 FROM delivery d WHERE d.item = r.item AND d.channel = r.subject)"
        case .accidentReport:
            "EXISTS (SELECT 1 FROM item i WHERE i.id = r.item AND i.state = 'published')"
        case .commentOutcome:
            """
            NOT EXISTS (SELECT 1 FROM comment_outcome o JOIN item i ON i.id = o.outcome
                WHERE o.draft = r.item AND i.state = 'published')
            """
        case .holidayTable:
            "r.subject > \(String(app.holidays.years.upperBound))"
        }
    }
}

extension Actor {
    /// What this person is reminded of.
    package var reminderKinds: [Reminder.Kind] {
        Reminder.Kind.allCases.filter { !$0.roles.isDisjoint(with: roles) }
    }
}
