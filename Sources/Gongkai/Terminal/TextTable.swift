/// Columns of text for a terminal, in which a Chinese character is as wide as two letters.
struct TextTable {
    private var rows: [[String]] = []

    /// Adds a row; the last cell is never padded.
    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// The rows, one line each, with two blanks between columns.
    var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                line += cell
                guard column < cells.count - 1 else { continue }
                line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2)
            }
            return line
        }.joined(separator: "\n")
    }

    /// How many places of a terminal a text takes (East Asian Width W and F of Unicode Annex 11, without emoji).
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1.value) ? 2 : 1) }
    }

    private static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default:
            false
        }
    }
}
