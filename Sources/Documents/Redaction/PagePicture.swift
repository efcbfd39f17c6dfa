/// A page as pixels: what is painted over here is gone, for nothing lies beneath.

/// A picture in PPM or PGM (netpbm P6, P5), as pdftoppm writes it, read row by row.
struct PagePicture {
    let width: Int
    let height: Int
    /// Bytes of a pixel: 3 for colour, 1 for grey.
    let depth: Int
    private let source: any ByteSource
    private let start: Int

    init(_ source: any ByteSource) throws(DocumentProblem) {
        var cursor = ByteCursor(source)
        let kind = [try cursor.next(), try cursor.next()]
        guard kind == [0x50, 0x36] || kind == [0x50, 0x35] else { throw .broken(.pdf) }
        var numbers: [Int] = []
        while numbers.count < 3 {
            _ = try cursor.next()
            var number = 0
            while let byte = try cursor.peek(), (0x30...0x39).contains(byte), number < 1_000_000 {
                number = number * 10 + Int(byte - 0x30)
                _ = try cursor.next()
            }
            numbers.append(number)
        }
        _ = try cursor.next()
        self.source = source
        (width, height) = (numbers[0], numbers[1])
        depth = kind[1] == 0x36 ? 3 : 1
        start = cursor.position
        guard width > 0, height > 0, numbers[2] == 255 else { throw .broken(.pdf) }
        guard start + width * height * depth == source.count else { throw .broken(.pdf) }
    }

    /// A row of pixels.
    func row(_ number: Int) throws(DocumentProblem) -> [UInt8] {
        let length = width * depth
        guard let row = try source.exactly(length, at: start + number * length) else { throw .broken(.pdf) }
        return row
    }

    /// The pixels that a box covers on a page of this size, rounded outwards, or inwards by some pixels.
    func pixels(of box: PageBox, on page: PageLayout, inset: Double = 0) -> (columns: Range<Int>, rows: Range<Int>) {
        let (across, down) = (Double(width) / page.width, Double(height) / page.height)
        let left = max(0, Int((box.x * across + inset).rounded(.down)))
        let right = min(width, Int((box.right * across - inset).rounded(.up)))
        let top = max(0, Int((box.y * down + inset).rounded(.down)))
        let bottom = min(height, Int((box.bottom * down - inset).rounded(.up)))
        return (left..<max(left, right), top..<max(top, bottom))
    }

    /// The row with everything under the boxes painted black.
    func row(_ number: Int, painting boxes: [(columns: Range<Int>, rows: Range<Int>)]) throws(DocumentProblem)
        -> [UInt8]
    {
        var row = try row(number)
        for box in boxes where box.rows.contains(number) {
            for place in (box.columns.lowerBound * depth)..<(box.columns.upperBound * depth) { row[place] = 0 }
        }
        return row
    }

    /// Whether every pixel under a box is black, but for its outermost ones, which a viewer may blend.
    func isBlack(under box: PageBox, on page: PageLayout) throws(DocumentProblem) -> Bool {
        let pixels = pixels(of: box, on: page, inset: 2)
        for number in pixels.rows {
            let row = try row(number)
            let part = row[(pixels.columns.lowerBound * depth)..<(pixels.columns.upperBound * depth)]
            guard part.allSatisfy({ $0 < 8 }) else { return false }
        }
        return true
    }
}
