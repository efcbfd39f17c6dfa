package import Civil
import Database

/// By what the office narrows its list of cases.
package struct CaseFilter: Sendable, Hashable {
    /// Where cases stand.
    package enum Standing: String, Sendable, CaseIterable {
        case open, late, today, week, applicant, others, approver, closed
    }

    /// Who handles them.
    package enum Officer: Sendable, Hashable {
        case anybody, nobody
        case person(ID<Person>)
    }

    package var standing: Standing
    package var kind: String?
    package var officer: Officer

    package init(standing: Standing = .open, kind: String? = nil, officer: Officer = .anybody) {
        self.standing = standing
        self.kind = kind
        self.officer = officer
    }
}

/// How many open cases one officer has.
package struct OfficerQueue: Sendable, Hashable {
    /// Nil for those that nobody has.
    package var officer: ID<Person>?
    package var open: Int
    package var late: Int
    /// Due from today through the end of the week.
    package var week: Int
}

extension CaseStore {
    /// Cases of an agency, page by page: open ones by their last day, the soonest first, those without one last; closed
    /// ones the other way round.
    ///
    /// Dated and undated cases are each walked along the index and no further than the limit.
    package func list(
        of agency: ID<Agency>,
        _ filter: CaseFilter,
        _ direction: ListDirection,
        limit: Int,
        in app: App
    ) throws -> [CaseFile] {
        let isBackwards = if case .newerThan = direction { true } else { false }
        let ascends = (filter.standing == .closed) == isBackwards
        let conditions = conditions(agency, filter, app)
        let place = CaseFilter.Walk(direction, filter, ascends: ascends)
        let (byDay, byID): (SQL, SQL) = ascends ? ("due_on, id", "id") : ("due_on DESC, id DESC", "id DESC")
        let byBoth: SQL =
            ascends
            ? "COALESCE(due_on, \(filter.undated)), id" : "COALESCE(due_on, \(filter.undated)) DESC, id DESC"
        let files = try tx.rows(
            """
            SELECT * FROM (
                SELECT * FROM (SELECT * FROM case_file WHERE \(conditions) AND due_on IS NOT NULL\(place.dated)
                    ORDER BY \(byDay) LIMIT \(limit)) AS dated
                UNION ALL
                SELECT * FROM (SELECT * FROM case_file WHERE \(conditions) AND due_on IS NULL\(place.undated)
                    ORDER BY \(byID) LIMIT \(limit)) AS undated
            ) AS found ORDER BY \(byBoth) LIMIT \(limit)
            """
        ).map(CaseFile.init)
        return isBackwards ? files.reversed() : files
    }

    /// How many cases each choice of the list has; closed ones are not counted.
    package func counts(of agency: ID<Agency>, _ filter: CaseFilter, in app: App) throws
        -> [CaseFilter.Standing: Int]
    {
        var counts: [CaseFilter.Standing: Int] = [:]
        for standing in CaseFilter.Standing.allCases where standing != .closed {
            var one = filter
            one.standing = standing
            let conditions = conditions(agency, one, app)
            counts[standing] = Int(try tx.integer("SELECT count(*) FROM case_file WHERE \(conditions)"))
        }
        return counts
    }

    /// The queue of each officer, who has the most late cases first.
    package func queues(of agency: ID<Agency>, in app: App) throws -> [OfficerQueue] {
        let today = app.now().date
        return try tx.rows(
            """
            SELECT officer, count(*) AS open, count(CASE WHEN due_on < \(today) THEN 1 END) AS late,
                count(CASE WHEN due_on BETWEEN \(today) AND \(today.endOfWeek) THEN 1 END) AS week
            FROM case_file WHERE agency = \(agency) AND is_open = 1 GROUP BY officer
            """
        ).map { row in
            OfficerQueue(
                officer: try row.optionalID("officer"),
                open: try row.number("open"),
                late: try row.number("late"),
                week: try row.number("week")
            )
        }.sorted { ($0.late, $0.open, $0.officer?.text ?? "") > ($1.late, $1.open, $1.officer?.text ?? "") }
    }

    /// Numbers of cases of an agency, by their ids.
    package func numbers(of files: Set<ID<CaseFile>>, in agency: ID<Agency>) throws -> [ID<CaseFile>: String] {
        guard !files.isEmpty else { return [:] }
        var numbers: [ID<CaseFile>: String] = [:]
        let rows = try tx.rows(
            "SELECT id, number FROM case_file WHERE agency = \(agency) AND id IN \(list: files.map(\.text).sorted())"
        )
        for row in rows { numbers[try row.id("id")] = try row.text("number") }
        return numbers
    }

    /// What several cases ask, opened together.
    package func contents(of files: [ID<CaseFile>], in app: App) throws -> [ID<CaseFile>: ItemContent] {
        guard !files.isEmpty else { return [:] }
        let part = CasePart.content
        var contents: [ID<CaseFile>: ItemContent] = [:]
        let rows = try tx.rows(
            """
            SELECT case_file, key_id, sealed FROM case_words
            WHERE case_file IN \(list: files.map(\.text)) AND part = \(part.name)
            """
        )
        for row in rows {
            let file: ID<CaseFile> = try row.id("case_file")
            let sealed = Sealed(keyID: try row.text("key_id"), bytes: try row.bytes("sealed"))
            contents[file] = try CanonicalBytes.decode(try app.open(sealed, part, of: file)).content
        }
        return contents
    }

    /// What happened to several cases, each in order.
    package func events(of files: [ID<CaseFile>]) throws -> [ID<CaseFile>: [CaseEvent]] {
        guard !files.isEmpty else { return [:] }
        var events: [ID<CaseFile>: [CaseEvent]] = [:]
        let rows = try tx.rows(
            "SELECT * FROM case_event WHERE case_file IN \(list: files.map(\.text)) ORDER BY case_file, place"
        )
        for row in rows { events[try row.id("case_file"), default: []].append(try CaseEvent(row)) }
        return events
    }

    /// Cases that wait for somebody are known by where their procedure says that it waits.
    func waiting(for whom: Procedure.Waiting, in app: App) -> SQL {
        let states = app.procedures.all.compactMap { procedure -> SQL? in
            let keys = procedure.states.filter { $0.waits == whom }.map(\.key)
            return keys.isEmpty ? nil : "(procedure = \(procedure.key) AND state IN \(list: keys))"
        }
        return states.isEmpty ? "1 = 0" : "(\(SQL.joined(states, separator: " OR ")))"
    }

    private func conditions(_ agency: ID<Agency>, _ filter: CaseFilter, _ app: App) -> SQL {
        let today = app.now().date
        var sql: SQL = "agency = \(agency) AND is_open = \(filter.standing != .closed)"
        if let kind = filter.kind { sql += " AND kind = \(kind)" }
        switch filter.officer {
        case .anybody: break
        case .nobody: sql += " AND officer IS NULL"
        case .person(let person): sql += " AND officer = \(person)"
        }
        switch filter.standing {
        case .open, .closed: break
        case .late: sql += " AND due_on < \(today)"
        case .today: sql += " AND due_on = \(today)"
        case .week: sql += " AND due_on BETWEEN \(today) AND \(today.endOfWeek)"
        case .applicant: sql += " AND \(waiting(for: .applicant, in: app))"
        case .others: sql += " AND \(waiting(for: .others, in: app))"
        case .approver: sql += " AND \(waiting(for: .approver, in: app))"
        }
        return sql
    }
}

extension CaseFilter {
    /// Where a case without a last day stands in the order: behind all others.
    fileprivate var undated: CivilDate { standing == .closed ? Self.beforeAll : .last }

    /// Before the first case of any agency, and after 1970, so that a place in the list can be written as a moment.
    private static let beforeAll = Instant(milliseconds: Instant.days(2)).date

    /// The place of a case in the list.
    package func place(of file: CaseFile) -> ListPlace {
        ListPlace(at: .start(of: file.dueOn ?? undated), id: file.id.text)
    }

    /// Where the walk along each of both indexes begins.
    fileprivate struct Walk {
        var dated = SQL()
        var undated = SQL()

        init(_ direction: ListDirection, _ filter: CaseFilter, ascends: Bool) {
            let isForwards: Bool
            let place: ListPlace
            switch direction {
            case .first: return
            case .olderThan(let older): (place, isForwards) = (older, true)
            case .newerThan(let newer): (place, isForwards) = (newer, false)
            }
            let day = place.at.date
            dated =
                ascends
                ? " AND due_on >= \(day) AND (due_on > \(day) OR id > \(place.id))"
                : " AND due_on <= \(day) AND (due_on < \(day) OR id < \(place.id))"
            if day == filter.undated {
                undated = ascends ? " AND id > \(place.id)" : " AND id < \(place.id)"
            } else if !isForwards {
                undated = " AND 1 = 0"
            }
        }
    }
}

extension CivilDate {
    /// The Sunday of its week.
    package var endOfWeek: CivilDate {
        (0..<7).map { adding(days: $0) }.first { $0.weekday == .sunday } ?? self
    }
}
