/// How a table is set on A4: upright or across, in which size, and how wide its columns are.

import Text

/// Sizes in twentieths of a point, as Word has them.
package struct TableSetting: Sendable, Hashable {
    package let isAcross: Bool
    /// Size of the type.
    package let size: Int
    /// One for each column; together the width of the text.
    package let widths: [Int]

    /// Whether it stands on one page with its heads.
    let isShort: Bool

    /// Rows that are read at one glance.
    static let short = 12
    /// Between the margins of an official document (GB/T 9704), upright and across.
    static let upright = 8_845
    static let across = 12_756
    /// On both sides of a cell together.
    static let padding = 160

    /// The largest size in which nothing is squeezed, upright first.
    package init(_ table: ReportTable) {
        let wants = ColumnWants(table)
        let sizes =
            switch table.paper {
            // Forms of many columns are printed in a smaller size than tables in the text.
            case .fitting where table.columnCount > 6:
                [(false, 210), (false, 180), (true, 240), (true, 210), (true, 180)]
            case .fitting: [(false, 240), (false, 210), (true, 240), (true, 210), (true, 180)]
            case .upright: [(false, 240), (false, 210), (false, 180)]
            case .across: [(true, 240), (true, 210), (true, 180)]
            }
        let fitting = sizes.first { wants.width(in: $0.1) <= Self.room($0.0) }
        let (isAcross, size) = fitting ?? sizes.last ?? (false, 180)
        // A table that is still too wide is set as small as can be read with a glass, and breaks in its words.
        let isTooWide = fitting == nil && wants.least(in: size) > Self.room(isAcross)
        self.isAcross = isAcross
        isShort = table.rows.count <= Self.short
        self.size = isTooWide ? 130 : size
        widths = wants.shares(of: Self.room(isAcross), in: self.size, asked: table.widths)
    }

    private static func room(_ isAcross: Bool) -> Int { isAcross ? across : upright }
}

/// How wide the columns of a table want to be, in hundredths of the size of the type.
private struct ColumnWants {
    /// What cannot be broken.
    var least: [Int]
    /// What reads well.
    var good: [Int]
    /// Everything in one line.
    var whole: [Int]
    /// Columns of numbers, which look best of one width.
    var numbers: [Int]

    init(_ table: ReportTable) {
        let count = table.columnCount
        least = Array(repeating: 100, count: count)
        good = least
        whole = least
        let (head, body) = (table.head, table.body)
        var words = Set(0..<table.labelColumns)
        for row in body.rows.indices {
            for (column, cell) in body.cells(of: row) where !cell.content.isNumber && cell.content != .blank {
                words.formUnion(column..<(column + cell.columns))
            }
        }
        numbers = (0..<count).filter { !words.contains($0) }
        for row in head.rows.indices { add(head.cells(of: row), well: 200) }
        for row in body.rows.indices { add(body.cells(of: row), well: 800) }
    }

    /// - Parameter well: a line of words that can still be read; names that go down beside several rows need less.
    private mutating func add(_ cells: [(column: Int, cell: ReportTable.Cell)], well: Int) {
        for (column, cell) in cells {
            let text = cell.content.text
            let all = TypeMeasure.width(of: text)
            let isWord = if case .text = cell.content { true } else { false }
            let longest = TypeMeasure.pieces(text).map { TypeMeasure.width(of: $0) }.max() ?? 0
            // Numbers and days are not broken; typefaces differ in how wide their letters and digits are.
            let need = isWord && longest <= 100 ? longest : (isWord ? longest : all) * 112 / 100
            let share = cell.columns
            for place in column..<(column + share) {
                least[place] = max(least[place], need / share)
                good[place] = max(
                    good[place],
                    max(need, min(all, cell.rows > 2 ? well / cell.rows : well), min(all, 200)) / share
                )
                whole[place] = max(whole[place], all / share)
            }
        }
    }

    func width(in size: Int) -> Int { good.reduce(0) { $0 + $1 * size / 100 + TableSetting.padding } }

    func least(in size: Int) -> Int { least.reduce(0) { $0 + $1 * size / 100 + TableSetting.padding } }

    /// Each column what it needs; what is left goes where most words are.
    func shares(of room: Int, in size: Int, asked: [Int]) -> [Int] {
        let total = asked.reduce(0, +)
        if asked.count == least.count, total > 0, asked.allSatisfy({ $0 > 0 }) {
            return Self.exactly(room, asked.map { room * $0 / total })
        }
        let base = width(in: size) <= room ? good : least
        let needs = base.map { $0 * size / 100 + TableSetting.padding }
        let left = room - needs.reduce(0, +)
        guard left >= 0 else {
            let sum = max(1, needs.reduce(0, +))
            return Self.exactly(room, needs.map { max(1, $0 * room / sum) })
        }
        let wishes = zip(whole, base).map { 20 + min(2_400, max(0, $0 - $1)) }
        let sum = wishes.reduce(0, +)
        var widths = zip(needs, wishes).map { $0 + left * $1 / sum }
        let same = numbers.map { widths[$0] }.reduce(0, +) / max(1, numbers.count)
        if numbers.allSatisfy({ needs[$0] <= same }) { numbers.forEach { widths[$0] = same } }
        return Self.exactly(room, widths)
    }

    /// What rounding lost goes to the first.
    private static func exactly(_ room: Int, _ widths: [Int]) -> [Int] {
        var widths = widths
        if let first = widths.first { widths[0] = max(1, first + room - widths.reduce(0, +)) }
        return widths
    }
}
