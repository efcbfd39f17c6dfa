package import Database
package import Text

/// Printed figures against what is counted from records.
package struct FigureComparison: Sendable {
    package enum Verdict: Sendable, Hashable {
        case reproduced
        case explained(Phrase)
        /// What is the case, and what to do.
        case unexplained(Phrase)
        /// It agrees, and yet an explanation stands for it, which would hide the next difference.
        case needlesslyExplained
    }

    package struct Line: Sendable, Hashable {
        package var printed: PrintedRow
        /// The figure that was counted; empty where there is none.
        package var key: String
        /// As it is printed; empty where there is no figure.
        package var computed: Phrase
        package var verdict: Verdict
    }

    package var lines: [Line]

    /// The agency that a row is about: named by the mapping, or by code, name or former name, or by the beginning of its id.
    private struct Bureaus {
        var mapping: [String: String]
        var agencies: [Agency]
        var formerNames: [String: Agency]

        init(_ mapping: [String: String], _ tx: any SQLConnection) throws {
            self.mapping = mapping
            agencies = try tx.agencies.all()
            formerNames = [:]
            for agency in agencies {
                for former in try tx.agencies.formerNames(of: agency.id) { formerNames[former.name.zh] = agency }
            }
        }

        func agency(of row: PrintedRow) -> Agency? {
            if let code = mapping[row.bureau] { return agencies.first { $0.code == code } }
            let code = row.id.split(separator: "-").dropLast().joined(separator: "-")
            return agencies.first { $0.code == row.bureau || $0.name.zh == row.bureau || $0.name.en == row.bureau }
                ?? formerNames[row.bureau] ?? agencies.first { $0.code == code }
        }
    }

    /// Counts each row's figure in its year.
    ///
    /// - Parameters:
    ///   - agencies: codes of agencies by the names of bureaus in the rows.
    /// - Throws: `CatalogueError` with the line of each row whose bureau is unknown; a database error.
    package init(
        _ rows: [PrintedRow],
        file: String,
        agencies: [String: String] = [:],
        explained: FigureExplanations,
        _ tx: any SQLConnection,
        in app: App
    ) throws {
        let bureaus = try Bureaus(agencies, tx)
        let unknown = rows.filter { bureaus.agency(of: $0) == nil }
        guard unknown.isEmpty else {
            throw CatalogueError(
                problems: unknown.map { row in
                    YamlProblem(
                        file: file,
                        line: row.line,
                        column: 2,
                        key: "bureau",
                        what: Phrase(
                            zh: "没有名为「\(row.bureau)」的机关，请用 --agency \(row.bureau)=代码 指明",
                            en: "there is no agency «\(row.bureau)»; name it with --agency \(row.bureau)=CODE"
                        )
                    )
                }
            )
        }
        lines = try rows.compactMap { row in
            guard let agency = bureaus.agency(of: row) else { return nil }
            return try Self.line(row, agency, explained.sentences[row.id], tx, in: app)
        }
    }

    private static func line(
        _ row: PrintedRow,
        _ agency: Agency,
        _ sentence: Phrase?,
        _ tx: any SQLConnection,
        in app: App
    ) throws -> Line {
        let figures = app.figures.all(of: agency)
        guard let period = FigurePeriod.year(row.year),
            let figure = find(row, among: app.figures.own(of: agency)) ?? find(row, among: figures)
        else {
            let missing = Phrase(
                zh: "没有名为「\(row.name)」的指标，请在该机关的指标文件中定义",
                en: "no figure is called «\(row.name)»; define it in the agency's file of figures"
            )
            let verdict = sentence.map(Verdict.explained) ?? .unexplained(missing)
            return Line(printed: row, key: "", computed: Phrase(zh: "", en: ""), verdict: verdict)
        }
        let count = FigureCount(figures, of: agency.id, over: period, tx, in: app)
        let value = try count.value(of: FigureAsked(figure.key, row.scope))
        let words = Phrase(zh: figure.text(of: value, in: .zh), en: figure.text(of: value, in: .en))
        let agrees = FigureAgreement.holds(value, words.zh, row)
        let verdict: Verdict =
            switch (agrees, sentence) {
            case (true, nil): .reproduced
            case (true, _): .needlesslyExplained
            case (false, let sentence?): .explained(sentence)
            case (false, nil): .unexplained(value == .missing ? gap : difference)
            }
        return Line(printed: row, key: figure.key, computed: words, verdict: verdict)
    }

    private static let gap = Phrase(
        zh: "没有填报：请补录读数或期初数",
        en: "nobody wrote it down: record the reading or the opening balance"
    )
    private static let difference = Phrase(
        zh: "与记录不符：请核对记录和口径，或写明解释",
        en: "the records say otherwise: check records and definition, or explain it"
    )

    /// By its name; of several, the one of the same unit.
    private static func find(_ row: PrintedRow, among figures: [Figure]) -> Figure? {
        let fitting = figures.filter { ($0.unit.zh == "%") == (row.unit == "%") }
        let own = fitting.filter { $0.name.zh == row.name }
        let named = own.isEmpty ? fitting.filter { $0.otherNames.contains(row.name) } : own
        return named.count < 2 ? named.first : named.first { $0.unit.zh == row.unit }
    }
}

extension FigureComparison {
    /// How many rows came out of the records.
    package var reproduced: Int { lines.count { $0.verdict == .reproduced } }
    package var explained: Int { lines.count { if case .explained = $0.verdict { true } else { false } } }
    package var unexplained: Int { lines.count { if case .unexplained = $0.verdict { true } else { false } } }
    /// Explanations of figures that agree.
    package var needless: [String] { lines.filter { $0.verdict == .needlesslyExplained }.map(\.printed.id) }
}
