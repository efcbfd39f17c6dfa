import Text

/// One figure that was printed somewhere, as a line of a table of them says.
package struct PrintedRow: Sendable, Hashable {
    package var line: Int
    package var id: String
    package var bureau: String
    package var year: Int
    /// Name of the figure.
    package var name: String
    package var scope: FigureAsked.Scope
    package var relation: FigureRelation
    /// A number, a day, a month, or `not applicable`.
    package var value: String
    package var unit: String
    package var channel: String

    package var printed: String { (relation == .equal ? "" : relation.rawValue) + value + (unit == "%" ? "%" : "") }

    private static let columns = ["id", "bureau", "year", "figure", "scope", "relation", "value", "unit", "on_channel"]

    /// Reads comma-separated values with a line of heads; other columns than these may stand beside them.
    ///
    /// - Throws: `CatalogueError` with the line and column of every mistake; `UnreadableFile`.
    package static func read(_ bytes: [UInt8], file: String) throws -> [PrintedRow] {
        var check = UTF8Check()
        guard check.accepts(bytes), check.isComplete else {
            throw UnreadableFile(
                zh: "「\(file)」不是 UTF-8 编码，请另存为 UTF-8 的 CSV",
                en: "“\(file)” is not UTF-8; save it as CSV in UTF-8"
            )
        }
        let problems = YamlProblems()
        var reader = TableReader(FileBytes(pieces: [bytes]))
        guard let head = try reader.next() else {
            throw UnreadableFile(zh: "「\(file)」是空的", en: "“\(file)” is empty")
        }
        var places: [String: Int] = [:]
        for name in columns {
            guard let place = head.cells.firstIndex(of: name) else {
                let what = Phrase(zh: "表头缺少这一列", en: "this column is missing in the head")
                let allowed = Phrase(zh: columns.joined(separator: "、"), en: columns.joined(separator: ", "))
                problems.add(
                    YamlProblem(file: file, line: head.line, column: 1, key: name, what: what, allowed: allowed)
                )
                continue
            }
            places[name] = place
        }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        var rows: [PrintedRow] = []
        while let record = try reader.next() {
            var cells = Cells(record: record, file: file, places: places, problems: problems)
            guard let row = cells.row(head.cells.count) else { continue }
            if rows.contains(where: { $0.id == row.id }) {
                cells.refuse("id", Phrase(zh: "编号「\(row.id)」重复", en: "the id «\(row.id)» stands twice"))
            }
            rows.append(row)
        }
        guard problems.all.isEmpty else { throw CatalogueError(problems: problems.sorted) }
        return rows
    }

    /// The cells of one line by the heads of their columns.
    private struct Cells {
        let record: TableReader.Record
        let file: String
        let places: [String: Int]
        let problems: YamlProblems

        mutating func row(_ width: Int) -> PrintedRow? {
            guard record.flaw == nil, record.cells.count == width else {
                let what =
                    record.flaw == nil
                    ? Phrase(
                        zh: "这一行有 \(record.cells.count) 格，表头有 \(width) 格",
                        en: "this line has \(record.cells.count) cells, the head has \(width)"
                    ) : Phrase(zh: "引号没有成对", en: "a quote is not closed")
                problems.add(YamlProblem(file: file, line: record.line, column: 1, key: "", what: what))
                return nil
            }
            let scopes = ["year", "year-end", "cumulative"]
            let relations = FigureRelation.allCases.map(\.rawValue)
            guard let id = filled("id"), let bureau = filled("bureau"), let name = filled("figure"),
                let value = filled("value"), let scope = one("scope", of: scopes),
                let relation = one("relation", of: relations).flatMap(FigureRelation.init(rawValue:))
            else { return nil }
            guard let year = Int(self["year"]), (1..<10_000).contains(year) else {
                refuse("year", Phrase(zh: "「\(self["year"])」不是年份", en: "«\(self["year"])» is no year"))
                return nil
            }
            return PrintedRow(
                line: record.line,
                id: id,
                bureau: bureau,
                year: year,
                name: name,
                scope: scope == "cumulative" ? .total : .period,
                relation: relation,
                value: value,
                unit: self["unit"],
                channel: self["on_channel"]
            )
        }

        subscript(name: String) -> String { places[name].map { record.cells[$0] } ?? "" }

        private func filled(_ name: String) -> String? {
            guard self[name].isEmpty else { return self[name] }
            refuse(name, Phrase(zh: "这一格是空的", en: "this cell is empty"))
            return nil
        }

        private func one(_ name: String, of allowed: [String]) -> String? {
            guard !allowed.contains(self[name]) else { return self[name] }
            refuse(
                name,
                Phrase(zh: "没有「\(self[name])」这个值", en: "no such value «\(self[name])»"),
                Phrase(zh: allowed.joined(separator: "、"), en: allowed.joined(separator: ", "))
            )
            return nil
        }

        func refuse(_ name: String, _ what: Phrase, _ allowed: Phrase? = nil) {
            let column = (places[name] ?? 0) + 1
            problems.add(
                YamlProblem(file: file, line: record.line, column: column, key: name, what: what, allowed: allowed)
            )
        }
    }
}
