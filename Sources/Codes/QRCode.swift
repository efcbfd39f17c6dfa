/// A text as a square of dark and light modules that a telephone reads (QR code, GB/T 18284, ISO/IEC 18004): byte mode,
/// correction level M.
package struct QRCode: Sendable, Hashable {
    /// The longest text, in bytes: version 20.
    package static let longest = 666

    /// The length of a side in modules, without the light margin.
    package private(set) var size: Int
    private var dark: [Bool]
    /// Modules whose colour the standard fixes: finders, timing, alignment, format.
    private var fixed: [Bool]

    /// Nil for a text that is too long.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRLayout.versions.first(where: { QRLayout.capacity(of: $0) >= bytes.count }) else {
            return nil
        }
        size = version * 4 + 17
        dark = Array(repeating: false, count: size * size)
        fixed = dark
        drawFunctions(version)
        drawCodewords(QRLayout.codewords(bytes, version: version))
        var best: (penalty: Int, code: QRCode)?
        for mask in 0..<8 {
            var code = self
            code.apply(mask)
            code.drawFormat(mask)
            let penalty = code.penalty
            if penalty < best?.penalty ?? .max { best = (penalty, code) }
        }
        guard let best else { return nil }
        self = best.code
    }

    /// Whether the module is dark; coordinates from the upper left corner.
    package func isDark(_ x: Int, _ y: Int) -> Bool { dark[y * size + x] }

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        dark[y * size + x] = isDark
        fixed[y * size + x] = true
    }

    private mutating func drawFunctions(_ version: Int) {
        for place in 0..<size {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
        let positions = QRLayout.alignments(of: version)
        for x in positions {
            for y in positions where !isCorner(x, y, positions) { drawAlignment(x, y) }
        }
        drawFormat(0)
        guard version >= 7 else { return }
        let bits = QRLayout.versionBits(version)
        for bit in 0..<18 {
            let (a, b) = (size - 11 + bit % 3, bit / 3)
            fix(a, b, bits >> bit & 1 == 1)
            fix(b, a, bits >> bit & 1 == 1)
        }
    }

    /// Where a finder stands, there is no alignment mark.
    private func isCorner(_ x: Int, _ y: Int, _ positions: [Int]) -> Bool {
        guard let first = positions.first, let last = positions.last else { return true }
        return (x, y) == (first, first) || (x, y) == (first, last) || (x, y) == (last, first)
    }

    private mutating func drawFinder(_ x: Int, _ y: Int) {
        for dy in -4...4 {
            for dx in -4...4 where (0..<size).contains(x + dx) && (0..<size).contains(y + dy) {
                let ring = max(abs(dx), abs(dy))
                fix(x + dx, y + dy, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment(_ x: Int, _ y: Int) {
        for dy in -2...2 {
            for dx in -2...2 { fix(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
        }
    }

    private mutating func drawFormat(_ mask: Int) {
        let bits = QRLayout.formatBits(mask)
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { fix(8, place, bit(place)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for place in 9..<15 { fix(14 - place, 8, bit(place)) }
        for place in 0..<8 { fix(size - 1 - place, 8, bit(place)) }
        for place in 8..<15 { fix(8, size - 15 + place, bit(place)) }
        fix(8, size - 8, true)
    }

    /// In two columns at a time from the right, up and down by turns, past what is fixed.
    private mutating func drawCodewords(_ codewords: [UInt8]) {
        var bit = 0
        for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for step in 0..<size {
                let isUpward = (right + 1) & 2 == 0
                let y = isUpward ? size - 1 - step : step
                for x in [right, right - 1] where !fixed[y * size + x] && bit < codewords.count * 8 {
                    dark[y * size + x] = codewords[bit >> 3] >> (7 - UInt8(bit & 7)) & 1 == 1
                    bit += 1
                }
            }
        }
    }

    private mutating func apply(_ mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !fixed[y * size + x] && QRLayout.inverts(mask, x, y) {
                dark[y * size + x].toggle()
            }
        }
    }

    /// How hard it is to read: long runs, blocks of one colour, and too much of one colour.
    private var penalty: Int {
        var penalty = 0
        for line in 0..<size {
            penalty += runs((0..<size).map { isDark($0, line) }) + runs((0..<size).map { isDark(line, $0) })
        }
        for y in 0..<size - 1 {
            for x in 0..<size - 1 {
                let colour = isDark(x, y)
                if isDark(x + 1, y) == colour, isDark(x, y + 1) == colour, isDark(x + 1, y + 1) == colour {
                    penalty += 3
                }
            }
        }
        let share = dark.count { $0 } * 20 - size * size * 10
        return penalty + abs(share) / (size * size) * 10
    }

    private func runs(_ line: [Bool]) -> Int {
        var (penalty, length) = (0, 1)
        for place in 1..<line.count {
            length = line[place] == line[place - 1] ? length + 1 : 1
            if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
        }
        return penalty
    }
}
