/// Lines of a CSV file as spreadsheets read them (RFC 4180), in which no cell can be taken for a formula.
package enum CSVLine {
    /// Stands at the start of a file, so that spreadsheets take it for UTF-8.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// One line with CRLF at its end.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end gets an apostrophe before it, for spreadsheets
    /// would run it.
    package static func bytes(_ cells: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            append(cell, to: &line)
        }
        return line + [0x0D, 0x0A]
    }

    private static func append(_ cell: String, to line: inout [UInt8]) {
        let bytes = Array(cell.utf8)
        let guards: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D]
        // Full-width forms of the same signs are taken for them by spreadsheets set to Chinese.
        let wide = ["＝", "＋", "－", "＠"].contains { cell.hasPrefix($0) }
        let isFormula = wide || bytes.first.map(guards.contains) ?? false
        let needsQuotes = bytes.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        if needsQuotes { line.append(UInt8(ascii: "\"")) }
        if isFormula { line.append(UInt8(ascii: "'")) }
        for byte in bytes {
            line.append(byte)
            if byte == UInt8(ascii: "\"") { line.append(byte) }
        }
        if needsQuotes { line.append(UInt8(ascii: "\"")) }
    }
}
