/// From what the scanner finds in the text of a page to the boxes that cover it.

/// A passage of the text of a page, by what the scanner found.
package struct PagePassage: Sendable, Hashable {
    /// The page, from 1.
    package var page: Int
    /// Where it stands in `PageLayout.text`, in UTF-8 bytes.
    package var utf8Range: Range<Int>

    /// A passage.
    package init(page: Int, utf8Range: Range<Int>) {
        self.page = page
        self.utf8Range = utf8Range
    }
}

extension PDFLayout {
    /// Calls of pdftotext for one file; what is left after them is covered by whole words.
    private static let mostReadings = 400

    /// The boxes that cover passages of the pages' texts, one for each word that a passage touches.
    ///
    /// Widths of letters are guessed first; then the place is read by itself, and made wider until it holds the whole passage
    /// with room to spare. The largest is the whole word.
    package func boxes(
        covering passages: [PagePassage],
        in path: String,
        with box: Toolbox
    ) throws(ToolFailure) -> [[PageBox]] {
        let folder = try PrivateFolder(in: box.temporaryFolder)
        let file = absolutePath(path)
        var readings = 0
        var result: [[PageBox]] = []
        for passage in passages {
            guard pages.indices.contains(passage.page - 1) else {
                result.append([])
                continue
            }
            var boxes: [PageBox] = []
            for var part in pages[passage.page - 1].parts(of: passage.utf8Range) {
                while !part.isWhole {
                    readings += 1
                    guard readings <= Self.mostReadings else {
                        part.widen(by: .infinity)
                        break
                    }
                    let text = try PlaceReading.text(file, part.inner, in: folder, with: box)
                    if part.isRead(in: text) { break }
                }
                boxes.append(part.outer)
            }
            result.append(boxes)
        }
        return result
    }
}

/// Reads the text of one place of a page.
enum PlaceReading {
    static func text(
        _ path: String,
        _ place: PageBox,
        in folder: borrowing PrivateFolder,
        with box: Toolbox
    ) throws(ToolFailure) -> String {
        let scale = 4.0
        let corner = { (value: Double) in "\(max(0, Int((value * scale).rounded())))" }
        // A width of 0 would mean the whole page.
        let size = { (value: Double) in "\(max(1, Int((value * scale).rounded())))" }
        let page = "\(place.page)"
        try ToolCall(
            tool: .pdftotext,
            arguments: [
                "-q", "-enc", "UTF-8", "-cropbox", "-f", page, "-l", page, "-r", "\(Int(72 * scale))",
                "-x", corner(place.x), "-y", corner(place.y), "-W", size(place.width), "-H", size(place.height),
                path, "place",
            ]
        ).run(in: folder, with: box)
        do throws(DocumentProblem) {
            return XmlText.string(try PDFLayout.bytes(folder.file("place")))
        } catch {
            throw .broken
        }
    }

    static func squeezed(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 } }
}

/// Some letters of a word, and how much room is left on both sides of where they should be.
private struct WordPart {
    var word: PlacedWord
    var text: String
    /// Where the letters begin and end, as parts of the length of the word.
    var from: Double
    var to: Double
    /// The length of the word in wide letters.
    private var units: Double
    /// Points before and after.
    private var roomBefore = 0.0
    private var roomAfter = 0.0

    private var isUpright: Bool { word.box.height > word.box.width * 1.5 && word.text.unicodeScalars.count > 1 }
    private var length: Double { isUpright ? word.box.height : word.box.width }
    /// Points of the width of a wide letter: many fonts claim more height than they use.
    private var em: Double {
        let across = max(1, isUpright ? word.box.width : word.box.height)
        return min(across, max(across * 0.75, length / max(1, units)))
    }
    /// A letter that only reaches into the inner box is still whole in the outer.
    private var margin: Double { em * (text.utf8.allSatisfy { $0 < 0x80 } ? 0.6 : 1.05) }

    var isWhole: Bool { from * length - roomBefore <= 0 && to * length + roomAfter >= length }

    var inner: PageBox { box(inset: margin, beside: 0) }

    var outer: PageBox { isWhole ? word.box.expanded(x: 1, y: 1) : box(inset: 0, beside: 0.5) }

    mutating func widen(by points: Double) {
        roomBefore += points
        roomAfter += points
    }

    /// Whether the text of the inner box holds all of the letters; if not, there is more room where some are missing.
    mutating func isRead(in found: String) -> Bool {
        let found = PlaceReading.squeezed(found)
        let wanted = PlaceReading.squeezed(text)
        if found.contains(wanted) { return true }
        let part = max(1, wanted.count / 3)
        let hasStart = found.contains(Array(wanted.prefix(part)))
        let hasEnd = found.contains(Array(wanted.suffix(part)))
        if hasEnd || !hasStart { roomBefore += em }
        if hasStart || !hasEnd { roomAfter += em }
        return false
    }

    private func box(inset: Double, beside: Double) -> PageBox {
        let start = max(0, from * length - roomBefore + inset)
        let end = max(start + 1, min(length, to * length + roomAfter - inset))
        var box = word.box
        if isUpright {
            (box.y, box.height) = (box.y + start, end - start)
            return box.expanded(x: beside, y: 0)
        }
        (box.x, box.width) = (box.x + start, end - start)
        return box.expanded(x: 0, y: beside)
    }

    init(_ word: PlacedWord, utf8 range: Range<Int>) {
        var before = 0.0
        var inside = 0.0
        var total = 0.0
        var offset = 0
        var text = ""
        for scalar in word.text.unicodeScalars {
            let width = Self.isWide(scalar.value) ? 1.0 : 0.5
            if range.contains(offset) {
                inside += width
                text.unicodeScalars.append(scalar)
            } else if offset < range.lowerBound {
                before += width
            }
            total += width
            offset += UTF8.width(scalar)
        }
        self.word = word
        self.text = text
        from = total > 0 ? before / total : 0
        to = total > 0 ? (before + inside) / total : 1
        units = total
        widen(by: margin + em * 0.4)
    }

    /// East Asian wide letters take a whole square.
    private static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2014, 0x2018...0x201D, 0x2026, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension PageLayout {
    /// The text of the page, a line for each line of print, for the scanner.
    ///
    /// Where a line ends and the next begins with a digit, they follow each other directly: numbers are broken at will.
    package var text: String { placedText.text }

    fileprivate func parts(of range: Range<Int>) -> [WordPart] {
        placedText.places.compactMap { place in
            let touched = place.range.clamped(to: range)
            guard !touched.isEmpty else { return nil }
            let from = touched.lowerBound - place.range.lowerBound
            return WordPart(clippedToLine(words[place.word]), utf8: from..<(from + touched.count))
        }
    }

    /// The word without what its box takes from the lines above and below: each line gets half of what both claim.
    private func clippedToLine(_ word: PlacedWord) -> PlacedWord {
        let middle = word.box.y + word.box.height / 2
        var (top, bottom) = (word.box.y, word.box.bottom)
        for other in words where other.box.x < word.box.right && other.box.right > word.box.x {
            let (above, below) = (other.box.bottom < word.box.bottom, other.box.y > word.box.y)
            if above, !below, other.box.bottom > word.box.y {
                top = max(top, min(middle - 1, (other.box.bottom + word.box.y) / 2))
            } else if below, !above, other.box.y < word.box.bottom {
                bottom = min(bottom, max(middle + 1, (other.box.y + word.box.bottom) / 2))
            }
        }
        var clipped = word
        (clipped.box.y, clipped.box.height) = (top, bottom - top)
        return clipped
    }

    private struct Place {
        var word: Int
        var range: Range<Int>
    }

    private var placedText: (text: String, places: [Place]) {
        var text = ""
        var places: [Place] = []
        for (index, word) in words.enumerated() {
            if index > 0 { text += Self.separator(words[index - 1], word) }
            let start = text.utf8.count
            text += word.text
            places.append(Place(word: index, range: start..<text.utf8.count))
        }
        return (text, places)
    }

    private static func separator(_ left: PlacedWord, _ right: PlacedWord) -> String {
        let middle = right.box.y + right.box.height / 2
        let isSameLine = middle > left.box.y && middle < left.box.bottom && right.box.x >= left.box.x
        if isSameLine { return " " }
        let areDigits = [left.text.last, right.text.first].allSatisfy { $0?.isASCII == true && $0?.isNumber == true }
        return areDigits ? "" : "\n"
    }
}
