import Civil
package import Database

/// Counts figures of one agency in a period, each from the records alone.
package struct FigureCount {
    let tx: any SQLConnection
    let figures: [String: Figure]
    let agency: ID<Agency>
    let period: FigurePeriod
    let app: App
    /// What many numbers of one transaction share; nil counts each by a statement of its own.
    let tallies: CaseTallies?

    /// Counts by the definitions that the agency has.
    package init(of agency: Agency, over period: FigurePeriod, _ tx: any SQLConnection, in app: App) {
        self.init(app.figures.all(of: agency), of: agency.id, over: period, tx, in: app)
    }

    package init(
        _ figures: [Figure],
        of agency: ID<Agency>,
        over period: FigurePeriod,
        _ tx: any SQLConnection,
        in app: App
    ) {
        self.init(figures, of: agency, over: period, sharing: nil, tx, in: app)
    }

    /// Counts numbers that share what they have in common.
    init(
        _ figures: [Figure],
        of agency: ID<Agency>,
        over period: FigurePeriod,
        sharing tallies: CaseTallies?,
        _ tx: any SQLConnection,
        in app: App
    ) {
        self.tx = tx
        self.figures = Dictionary(figures.map { ($0.key, $0) }) { first, _ in first }
        self.agency = agency
        self.period = period
        self.app = app
        self.tallies = tallies
    }

    package func value(of key: String) throws -> FigureValue { try value(of: FigureAsked(key)) }

    /// What one number of a figure comes to.
    ///
    /// Over all years (历年累计) it is the opening balance as of its day and every record since; without one, every record.
    /// What says how things stand at a moment is the same over all years.
    ///
    /// - Throws: `Refusal.notFound` for a figure that the agency does not have; a database error.
    package func value(of asked: FigureAsked) throws -> FigureValue {
        let figure = try figure(asked.key)
        switch figure.counting {
        case .records(let filter): return try value(of: filter, asked)
        case .sum(let keys): return try sum(of: keys, asked, isMoney: figure.isMoney)
        case .difference(let more, let less):
            let (first, second) = (try sum(of: more, asked, isMoney: false), try sum(of: less, asked, isMoney: false))
            guard case .number(let added) = first, case .number(let removed) = second else { return .missing }
            return .number(added - removed)
        case .share(let part, let whole):
            return .share(try integer(part, asked), of: try integer(whole, asked))
        case .notApplicable: return .notApplicable
        }
    }

    func figure(_ key: String) throws -> Figure {
        guard let figure = figures[key] else { throw Refusal.notFound }
        return figure
    }

    private func value(of filter: RecordFilter, _ asked: FigureAsked) throws -> FigureValue {
        guard asked.scope == .total, !filter.kind.isStanding else { return try count(filter, asked, over: period) }
        guard filter.kind != .readings || filter.takes == .sum else { return try count(filter, asked, over: period) }
        guard let opening = try opening(of: asked) else { return try count(filter, asked, over: allTime) }
        let base = FigureValue(opening.value, opening.relation, isMoney: filter.isMoney)
        guard let since = opening.since(until: period.last) else { return base }
        let more = try count(filter, asked, over: since)
        return more == .missing ? base : base + more
    }

    private func sum(of keys: [String], _ asked: FigureAsked, isMoney: Bool) throws -> FigureValue {
        guard asked.scope == .total, let opening = try opening(of: asked) else {
            return try keys.map { try value(of: FigureAsked($0, asked.scope, applicant: asked.applicant)) }.total
        }
        let base = FigureValue(opening.value, opening.relation, isMoney: isMoney)
        guard let since = opening.since(until: period.last) else { return base }
        let later = FigureCount(Array(figures.values), of: agency, over: since, tx, in: app)
        return base + (try keys.map { try later.value(of: FigureAsked($0, applicant: asked.applicant)) }.total)
    }

    /// Together, each with its own opening balance; what is a gap counts nothing.
    private func integer(_ keys: [String], _ asked: FigureAsked) throws -> Int {
        try keys.reduce(0) { sum, key in
            let part = try value(of: FigureAsked(key, asked.scope, applicant: asked.applicant))
            return if case .number(let number) = part { sum + number } else { sum }
        }
    }

    var allTime: FigurePeriod { FigurePeriod(first: .first, last: period.last) }

    func source(_ asked: FigureAsked, over period: FigurePeriod) -> FigureSource {
        FigureSource(agency: agency, period: period, procedures: app.procedures, applicant: asked.applicant)
    }

    private func count(_ filter: RecordFilter, _ asked: FigureAsked, over period: FigurePeriod) throws -> FigureValue {
        let source = source(asked, over: period)
        if let number = try tallies?.number(filter, source, tx) { return .number(number) }
        let rows = source.rows(filter)
        if filter.kind == .readings { return try reading(rows, filter) }
        guard let number = try tx.first("\(rows.number)")?.value(at: 0), case .int(let number) = number else {
            return .missing
        }
        if filter.kind == .day {
            let day = Instant(milliseconds: number).date
            return filter.isMonth ? .month(day) : .day(day)
        }
        return filter.isMoney ? .money(Int(number)) : .number(Int(number))
    }

    private func reading(_ rows: FigureRows, _ filter: RecordFilter) throws -> FigureValue {
        let taken: SQL =
            switch filter.takes {
            case .most: "ORDER BY r.value DESC, r.read_on DESC LIMIT 1"
            case .last: "ORDER BY r.read_on DESC, r.id DESC LIMIT 1"
            case .sum, .distinct: "ORDER BY r.read_on, r.id"
            }
        return try tx.rows("SELECT r.value, r.relation FROM \(rows.from) WHERE \(rows.condition) \(taken)").map { row in
            FigureValue(try row.number("value"), try row.choice("relation"), isMoney: filter.isMoney)
        }.total
    }
}

extension FigureCount {
    /// An opening balance (期初数) from the days before the records.
    struct Opening {
        var id: String
        var value: Int
        var relation: FigureRelation
        var on: CivilDate

        /// The days whose records come on top of it; nil for none.
        func since(until last: CivilDate) -> FigurePeriod? {
            on < last ? FigurePeriod(first: on.adding(days: 1), last: last) : nil
        }
    }

    /// The reading that a number over all years begins with.
    package func openingReading(of asked: FigureAsked) throws -> String? {
        guard asked.scope == .total, try figure(asked.key).takesOpening else { return nil }
        return try opening(of: asked)?.id
    }

    /// The last one up to the end of the period; of one class of applicants under `key:class`.
    func opening(of asked: FigureAsked) throws -> Opening? {
        let key = FigureAsked(asked.key, applicant: asked.applicant).description
        return try tx.first(
            """
            SELECT r.id, r.read_on, r.value, r.relation FROM reading r
            WHERE r.agency = \(agency) AND r.key = \(key) AND r.kind = 'opening' AND \(ReadingStore.stands)
                AND r.read_on <= \(period.last) ORDER BY r.read_on DESC, r.id DESC LIMIT 1
            """
        ).map {
            Opening(
                id: try $0.text("id"),
                value: try $0.number("value"),
                relation: try $0.choice("relation"),
                on: try $0.date("read_on")
            )
        }
    }
}
