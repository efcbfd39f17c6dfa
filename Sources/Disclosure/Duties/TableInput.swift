import Text

/// A table field on a form: inputs named `key.row.column`, stored as rows on lines with cells separated by tabs.
package struct TableInput: Sendable {
    /// The most rows accepted.
    package static let maximumRows = 500

    /// Key of the table field.
    package let key: String
    /// Its columns in order.
    package let columns: [FieldType.Column]

    /// The inputs of one table field.
    package init(key: String, columns: [FieldType.Column]) {
        self.key = key
        self.columns = columns
    }

    /// The inputs of a form put together as rows; rows without any content are left out.
    ///
    /// Rows count from 0 and may have gaps, for a person deletes rows in the browser.
    package func assemble(_ typed: [String: String]) -> String {
        var rows: [Int: [String]] = [:]
        for (name, value) in typed where name.hasPrefix(key + ".") {
            let parts = name.dropFirst(key.count + 1).split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let row = Int(parts[0]), (0..<100_000).contains(row),
                let column = columns.firstIndex(where: { $0.key == parts[1] })
            else { continue }
            rows[row, default: columns.map { _ in "" }][column] = Self.cell(value)
        }
        let filled = rows.sorted { $0.key < $1.key }.map(\.value).filter { $0.contains { !$0.isEmpty } }
        return filled.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }

    /// The inputs for a canonical table, for filling the form again.
    package func disassemble(_ canonical: String) -> [String: String] {
        var inputs: [String: String] = [:]
        for (row, cells) in Self.rows(canonical).enumerated() {
            for (column, cell) in zip(columns, cells) { inputs[name(row, column)] = cell }
        }
        return inputs
    }

    /// The cells of a canonical table, row by row.
    package static func rows(_ canonical: String) -> [[String]] {
        guard !canonical.isEmpty else { return [] }
        return canonical.split(separator: "\n", omittingEmptySubsequences: false).map { row in
            row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Reads rows on lines whose cells are separated by tabs, or by `|` where there is no tab.
    func read(_ typed: String, in context: FieldContext) -> ReadField {
        let lines = FieldText.paragraphs(typed).split(separator: "\n").filter { !FieldText.trimmed(String($0)).isEmpty }
        guard lines.count <= Self.maximumRows else {
            let message = Phrase(
                zh: "有 \(lines.count) 行，至多 \(Self.maximumRows) 行，请把表格作为附件上传",
                en:
                    "There are \(lines.count) rows, at most \(Self.maximumRows) are accepted; upload the table as an attachment"
            )
            return ReadField(canonical: typed, problem: FieldProblem(key: key, message: message))
        }
        var rows: [String] = []
        for (index, line) in lines.enumerated() {
            let separator: Character = line.contains("\t") ? "\t" : "|"
            var cells = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            guard cells.count <= columns.count else {
                let message = Phrase(
                    zh: "第\(index + 1)行有 \(cells.count) 格，应为 \(columns.count) 格",
                    en: "Row \(index + 1) has \(cells.count) cells; there are \(columns.count) columns"
                )
                return ReadField(canonical: typed, problem: FieldProblem(key: key, message: message))
            }
            cells += Array(repeating: "", count: columns.count - cells.count)
            switch read(row: cells, index, in: context) {
            case .success(let row): rows.append(row)
            case .failure(let problem): return ReadField(canonical: typed, problem: problem)
            }
        }
        return ReadField(canonical: rows.joined(separator: "\n"))
    }

    private func read(row cells: [String], _ index: Int, in context: FieldContext) -> Result<String, FieldProblem> {
        var read: [String] = []
        for (column, cell) in zip(columns, cells) {
            let cell = FieldText.trimmed(cell)
            if cell.isEmpty {
                if column.isRequired {
                    let missing = ValueProblem(zh: "请填写", en: "fill it in")
                    return .failure(problem(index, column, missing))
                }
                read.append("")
                continue
            }
            switch column.type.read(cell, limit: nil, in: context) {
            case .success(let canonical): read.append(Self.cell(canonical))
            case .failure(let wrong): return .failure(problem(index, column, wrong))
            }
        }
        return .success(read.joined(separator: "\t"))
    }

    private func problem(_ row: Int, _ column: FieldType.Column, _ wrong: ValueProblem) -> FieldProblem {
        FieldProblem(
            key: key,
            input: name(row, column),
            message: Phrase(
                zh: "第\(row + 1)行「\(column.name.zh)」：\(wrong.message.zh)",
                en: "Row \(row + 1), «\(column.name.en)»: \(wrong.message.en)"
            )
        )
    }

    private func name(_ row: Int, _ column: FieldType.Column) -> String { "\(key).\(row).\(column.key)" }

    /// A cell holds neither tab nor line end.
    private static func cell(_ value: String) -> String {
        FieldText.trimmed(value).split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ")
    }
}
