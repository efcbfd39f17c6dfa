/// Tables as plain text: for programs, and for those who paste them into a message.

import Text

extension ReportTable {
    /// Comma-separated values in UTF-8 for spreadsheets: one line of column names, and in every row all of its names, so that
    /// each line can be read by itself.
    package var csv: [UInt8] {
        CSVLine.byteOrderMark + CSVLine.bytes(columnNames)
            + body.filled.flatMap { CSVLine.bytes($0.map(\.text)) }
    }

    /// A table of Markdown (GitHub's), with its caption and notes as paragraphs.
    package var markdown: String {
        let count = columnCount
        let isNumber = (0..<count).map { column in
            rows.isEmpty ? false : column >= labelColumns && body.filled.contains { $0[column].isNumber }
        }
        let rule = isNumber.map { $0 ? "---:" : "---" }
        var lines = caption.isEmpty ? [] : ["**\(Self.marked(caption))**", ""]
        lines.append(Self.line(columnNames.map(Self.marked)))
        lines.append(Self.line(rule))
        lines += body.filled.map { Self.line($0.map { Self.marked($0.text) }) }
        for note in notes { lines += ["", Self.marked(note)] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// Text in which nothing is a mark of Markdown or of HTML.
    private static func marked(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\r", "\n", "\r\n": result += " "
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "\\", "|", "*", "_", "`", "[", "]", "~": result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }
}
