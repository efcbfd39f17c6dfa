import Civil
import Database
import TestKit
import Testing
import Text

@testable import Disclosure

/// Figures of 石桥 for each way of counting, and short words for asking them.
enum FigureSamples {
    static let own = CatalogueFile(name: "shiqiao.yaml", text: "agency: shiqiao\nfigures:\n" + figures + "\n")

    private static let figures = [
        figure("sessions", "values", "duties: [TRAINING], field: sessions"),
        figure("places", "values", "duties: [TRAINING], field: place, takes: distinct"),
        figure("talks", "items", "duties: [TRAINING], facets: { kind: [talk] }"),
        figure("placed", "items", "filled: [place]"),
        figure("made", "formed", "duties: [NEWS]"),
        figure("ceased", "ceased", "duties: [NEWS]"),
        figure("holding", "in-force", "duties: [NEWS]"),
        figure("shown", "standing", "duties: [NEWS, TRAINING]"),
        figure("first", "day", "duties: [TRAINING]"),
        figure("first-month", "day", "duties: [TRAINING], month: true"),
        figure("fans", "readings", "takes: last"),
        figure("posts", "readings", "takes: sum"),
        figure("peak", "readings", "takes: most"),
        figure("both", "sum", "sum: [sessions, posts]"),
        figure("talk-share", "share", "share: [talks], among: [items]"),
    ].joined(separator: "\n")

    private static func figure(_ key: String, _ counts: String, _ more: String) -> String {
        """
          - { key: \(key), zh: \(key)数, en: \(key), unit: { zh: 次, en: times }, group: services, counts: \(counts),
              \(more), how: { zh: 试, en: Test. } }
        """
    }

    static let training: [String: String] = [
        "title": "石桥县春季安全培训", "formed-on": "2024-03-01", "origin": "own", "disclosure": "proactive",
        "text": "培训顺利举行。", "kind": "talk", "place": "东街", "sessions": "3",
    ]

    static func run(on engine: Engine, _ body: @Sendable (TestApp) async throws -> Void) async throws {
        try await TestApp.run(on: engine, ownFigures: [own], body)
    }
}

extension TestApp {
    /// Walked the whole way to the public.
    func published(_ typed: [String: String], under duty: String) async throws -> Item {
        var item = try await submit(draft(typed, under: duty))
        item = try await opine(.secrecy, item, by: .secrecy)
        return try await opine(.signOff, item, by: .approver)
    }

    /// What a figure of 石桥 comes to, as it is printed.
    func figure(_ key: String, in year: Int = 2024, to last: String? = nil) async throws -> String {
        var period = try #require(FigurePeriod.year(year))
        if let last { period.last = try #require(CivilDate(last)) }
        let asked = try #require(FigureAsked(text: key))
        return try await app.database.read { [period] tx in
            let value = try FigureCount(of: agency, over: period, tx, in: app).value(of: asked)
            let figure = app.figures.all(of: agency).first { $0.key == asked.key }
            return figure?.text(of: value, in: .zh) ?? ""
        }
    }

    /// Every figure of 石桥 that shows something else than before.
    func moved(_ act: () async throws -> Void) async throws -> Set<String> {
        let before = try await allFigures()
        try await act()
        let after = try await allFigures()
        return Set(after.keys.filter { after[$0] != before[$0] })
    }

    private func allFigures() async throws -> [String: FigureValue] {
        let period = try #require(FigurePeriod.year(2024))
        return try await app.database.read { tx in
            let count = FigureCount(of: agency, over: period, tx, in: app)
            let keys = app.figures.all(of: agency).map(\.key)
            return Dictionary(uniqueKeysWithValues: try keys.map { ($0, try count.value(of: $0)) })
        }
    }
}
