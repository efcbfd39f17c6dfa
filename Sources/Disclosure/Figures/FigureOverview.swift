package import Database
package import Text

/// A few figures of every agency side by side, counted from their records.
package struct FigureOverview: Sendable {
    /// One agency.
    package struct Line: Sendable, Hashable {
        package var code: String
        package var name: Phrase
        /// In the order asked; nil for a figure that the agency does not have.
        package var values: [FigureValue?]
        /// The same as they are printed; empty for a figure that the agency does not have.
        package var texts: [Phrase]
    }

    /// In the order of the codes.
    package let lines: [Line]

    /// Counts for every agency that there is, each by its own definitions.
    package init(
        of asked: [FigureAsked],
        over period: FigurePeriod,
        _ tx: any SQLConnection,
        in app: App
    ) throws {
        lines = try tx.agencies.all().sorted { $0.code < $1.code }.map { agency in
            let count = FigureCount(
                app.figures.all(of: agency),
                of: agency.id,
                over: period,
                sharing: CaseTallies(),
                tx,
                in: app
            )
            var line = Line(code: agency.code, name: agency.name, values: [], texts: [])
            for one in asked {
                let figure = count.figures[one.key]
                let value = try figure.map { _ in try count.value(of: one) }
                line.values.append(value)
                line.texts.append(
                    Phrase(
                        zh: Self.text(value, of: figure, in: .zh),
                        en: Self.text(value, of: figure, in: .en)
                    )
                )
            }
            return line
        }
    }

    private static func text(_ value: FigureValue?, of figure: Figure?, in language: Language) -> String {
        guard let value, let figure else { return "" }
        return figure.text(of: value, in: language)
    }
}
