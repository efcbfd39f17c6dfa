package import Database
package import Disclosure

/// One figure as its pages show it, read in one transaction.
///
/// How many statements that takes depends on the definition and never on how many records there are.
package struct FigureReading: Sendable {
    /// Years of the line.
    private static let mostYears = 10
    /// Records on the page of the number itself.
    package static let firstLines = 10
    package static let pageSize = 50

    package struct Side: Sendable {
        package var dimension: FigureDimension
        package var parts: [FigurePart]

        package init(dimension: FigureDimension, parts: [FigurePart]) {
            self.dimension = dimension
            self.parts = parts
        }
    }

    package var figure: Figure
    package var asked: FigureAsked
    package var time: FigureTime
    package var value: FigureValue
    /// Nil for figures that count no records.
    package var records: FigureRecords?
    package var years: [FigureYear] = []
    package var sides: [Side] = []
    package var lines: [FigureLine] = []
    /// What a number over all years begins with.
    package var opening: FigureLine?
    /// Which page of the records, from 1.
    package var page = 1

    /// - Parameter name: as ``FigureAsked`` is written.
    /// - Throws: `Refusal.notFound` for a figure that the agency does not have.
    private init(_ name: String, of agency: Agency, _ time: FigureTime, _ count: FigureCount, in app: App) throws {
        guard let asked = FigureAsked(text: name),
            let figure = app.figures.all(of: agency).first(where: { $0.key == asked.key })
        else { throw Refusal.notFound }
        self.figure = figure
        self.asked = asked
        self.time = time
        value = try count.value(of: asked)
        records = try count.records(of: asked)
    }

    /// The number with its years, its parts and its first records.
    package static func sheet(
        _ name: String,
        of agency: Agency,
        _ time: FigureTime,
        _ tx: any SQLConnection,
        in app: App
    ) throws -> FigureReading {
        let count = FigureCount(of: agency, over: time.period, tx, in: app)
        var reading = try FigureReading(name, of: agency, time, count, in: app)
        reading.opening = try reading.opening(count, tx)
        let years = try FigureCount.years(of: agency.id, through: time.year, most: mostYears, tx)
        reading.years = try count.series(of: reading.asked, years: years)
        for dimension in FigureDimension.allCases {
            let parts = try count.breakdown(of: reading.asked, by: dimension)
            if !parts.isEmpty { reading.sides.append(Side(dimension: dimension, parts: parts)) }
        }
        reading.lines = try reading.records?.lines(0, limit: firstLines, tx).map(reading.inItsUnit) ?? []
        return reading
    }

    /// One page of exactly the records that the number counts; all of them without a page.
    ///
    /// - Throws: `Refusal.notFound` for a page that is not there.
    package static func records(
        _ name: String,
        of agency: Agency,
        _ time: FigureTime,
        page: Int?,
        _ tx: any SQLConnection,
        in app: App
    ) throws -> FigureReading {
        let count = FigureCount(of: agency, over: time.period, tx, in: app)
        var reading = try FigureReading(name, of: agency, time, count, in: app)
        guard let records = reading.records else { throw Refusal.notFound }
        reading.opening = try reading.opening(count, tx)
        let shown = page ?? 1
        let offset = (shown - 1) * pageSize
        guard shown > 0, offset == 0 || offset < records.count else { throw Refusal.notFound }
        reading.page = shown
        let limit = page == nil ? records.count : pageSize
        reading.lines = try records.lines(offset, limit: limit, tx).map(reading.inItsUnit)
        return reading
    }

    private func opening(_ count: FigureCount, _ tx: any SQLConnection) throws -> FigureLine? {
        let ids = try [count.openingReading(of: asked)].compactMap { $0 }
        return try FigureRecords.Kind.reading.lines(of: ids, tx).first.map(inItsUnit)
    }

    /// Readings of money are kept in fen.
    private func inItsUnit(_ line: FigureLine) -> FigureLine {
        guard figure.isMoney, case .reading(.number(let fen), let source, let evidence) = line.record else {
            return line
        }
        var line = line
        line.record = .reading(.money(fen), source: source, evidence: evidence)
        return line
    }

    /// Which page of the records an address asks for.
    package static func page(_ query: FormFields) throws(Refusal) -> Int {
        let text = query.text("page")
        guard !text.isEmpty else { return 1 }
        guard let page = Int(text), (1...1_000_000).contains(page) else { throw .notFound }
        return page
    }
}
