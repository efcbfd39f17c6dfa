package import Database

/// Counts figures of one agency in a period, each from the records alone.
package struct FigureCount {
    private let tx: any SQLConnection
    private let figures: [String: Figure]
    private let source: FigureSource

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
        self.tx = tx
        self.figures = Dictionary(figures.map { ($0.key, $0) }) { first, _ in first }
        source = FigureSource(agency: agency, period: period, procedures: app.procedures)
    }

    /// What one number of a figure comes to.
    ///
    /// - Throws: `Refusal.notFound` for a figure that the agency does not have; a database error.
    package func value(of asked: FigureAsked) throws -> FigureValue { try value(of: asked.key) }

    package func value(of key: String) throws -> FigureValue {
        guard let figure = figures[key] else { throw Refusal.notFound }
        switch figure.counting {
        case .records(let filter): return .number(Int(try tx.integer(source.count(filter))))
        case .sum(let keys): return .number(try sum(keys))
        case .share(let part, let whole): return .share(try sum(part), of: try sum(whole))
        case .readings: return try reading(of: figure)
        case .notApplicable: return .notApplicable
        }
    }

    /// The last reading of the period.
    private func reading(of figure: Figure) throws -> FigureValue {
        try tx.readings.standing(of: source.agency, key: figure.key, during: source.period).last?.figureValue(
            of: figure
        )
            ?? .missing
    }

    private func sum(_ keys: [String]) throws -> Int {
        try keys.reduce(0) { sum, key in
            if case .number(let number) = try value(of: key) { sum + number } else { sum }
        }
    }
}

extension FigureCount {
    /// The records behind one number; of a sum or a share the records of its parts, each once for each part.
    ///
    /// - Returns: nothing where a figure counts no records.
    package func records(of asked: FigureAsked) throws -> FigureRecords? {
        guard let figure = figures[asked.key] else { throw Refusal.notFound }
        guard case .records(let filter) = figure.counting else { return nil }
        return FigureRecords(
            kind: filter.kind.record,
            count: Int(try tx.integer("SELECT count(*) FROM \(source.rows(filter))")),
            ids: "SELECT r.id AS id FROM \(source.rows(filter)) ORDER BY r.id"
        )
    }
}

extension RecordFilter.Kind {
    var record: FigureRecords.Kind {
        switch self {
        case .items: .item
        case .deliveries, .receipts: .delivery
        case .received, .closed, .overdue: .caseFile
        case .columns: .column
        }
    }
}
