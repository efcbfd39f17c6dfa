import Civil
import Database

/// The reminders of one agency as a person sees them: only those whose cause still exists at this moment.
extension ReminderStore {
    /// Of some kinds, the oldest cause first.
    /// - Parameters:
    ///   - actor: who sees them; of cases officers see their own and those that nobody has. Nil for all.
    ///   - after: the last line of the page before.
    package func list(
        of agency: ID<Agency>,
        for actor: Actor? = nil,
        kinds: [Reminder.Kind],
        in app: App,
        after: Int = 0,
        limit: Int
    ) throws -> [Reminder] {
        guard !kinds.isEmpty else { return [] }
        let walks = kinds.map { kind -> SQL in
            """
            SELECT r.* FROM reminder r
            WHERE r.agency = \(agency) AND r.kind = \(kind.rawValue) AND \(cause(kind, app))\(concern(kind, actor))
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
    package func counts(
        of agency: ID<Agency>,
        for actor: Actor? = nil,
        kinds: [Reminder.Kind],
        in app: App
    ) throws -> [Reminder.Kind: Int] {
        var counts: [Reminder.Kind: Int] = [:]
        for kind in kinds {
            counts[kind] = Int(
                try tx.integer(
                    """
                    SELECT count(*) FROM reminder r
                    WHERE r.agency = \(agency) AND r.kind = \(kind.rawValue) AND \(cause(kind, app))\(concern(kind, actor))
                    """
                )
            )
        }
        return counts
    }

    /// Removes those of a kind whose cause is gone, where no night looks for them anew.
    func drop(_ kind: Reminder.Kind, in app: App) throws {
        let rows = try tx.rows(
            "SELECT r.* FROM reminder r WHERE r.kind = \(kind.rawValue) AND NOT (\(cause(kind, app)))"
        ).map(Reminder.init)
        for gone in rows {
            try tx.execute(
                """
                DELETE FROM reminder
                WHERE agency = \(gone.agency) AND kind = \(kind.rawValue) AND subject = \(gone.subject)
                """
            )
        }
    }

    /// Whom a reminder about a case concerns.
    private func concern(_ kind: Reminder.Kind, _ actor: Actor?) -> SQL {
        guard let actor, kind.isPersonal, !actor.may(.superviseCases) else { return "" }
        return """
             AND EXISTS (SELECT 1 FROM case_file o WHERE o.id = r.case_file
                AND (o.officer = \(actor.person) OR o.officer IS NULL))
            """
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
        case .caseClock:
            """
            EXISTS (SELECT 1 FROM case_clock c JOIN case_file f ON f.id = c.case_file
                WHERE c.case_file = r.case_file AND c.clock = r.detail AND c.is_running = 1
                    AND c.due_on <= \(DueCases.horizon(from: app.now().date, in: app)) AND f.is_open = 1)
            """
        case .caseMessage:
            "EXISTS (SELECT 1 FROM case_message_waiting m WHERE m.case_file = r.case_file)"
        case .silentCase:
            """
            EXISTS (SELECT 1 FROM case_file f WHERE f.id = r.case_file AND ((r.detail = 'case' AND f.is_open = 1)
                OR EXISTS (SELECT 1 FROM case_message_waiting m WHERE m.case_file = f.id)))
            """
        case .caseReview:
            """
            EXISTS (SELECT 1 FROM case_review v JOIN case_file f ON f.id = v.case_file
                WHERE v.case_file = r.case_file AND v.due_on <= \(app.now().date) AND f.is_open = 0)
            """
        case .lostNotice:
            """
            r.since > \(app.now().adding(milliseconds: -UnansweredCases.noticeShown)) AND NOT EXISTS (
                SELECT 1 FROM case_notice n WHERE n.case_file = r.case_file AND n.state = 'sent'
                    AND n.settled_at >= r.since)
            """
        case .missingReading:
            """
            NOT EXISTS (SELECT 1 FROM reading x WHERE x.agency = r.agency AND x.key = r.subject AND x.kind = 'reading'
                AND x.read_on >= \("\(MissingReadings.year(on: app.now().date))-01-01")
                AND NOT EXISTS (SELECT 1 FROM reading n WHERE n.replaces = x.id))
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
