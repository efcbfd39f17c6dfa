import Foundation

/// Where every word of a PDF stands, so that a person can say what is to be covered by words and not by centimetres.

/// A rectangle on a page as it is shown: points of 1/72 inch, from the top left corner.
package struct PageBox: Sendable, Hashable {
    /// The page, from 1.
    package var page: Int
    /// Points from the left edge.
    package var x: Double
    /// Points from the top edge.
    package var y: Double
    /// Points across.
    package var width: Double
    /// Points down.
    package var height: Double

    /// A box.
    package init(page: Int, x: Double, y: Double, width: Double, height: Double) {
        self.page = page
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    var right: Double { x + width }
    var bottom: Double { y + height }

    /// Larger by so much on every side; smaller by a negative number.
    func expanded(x across: Double, y down: Double) -> PageBox {
        PageBox(page: page, x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down)
    }

    /// Whether a word stands under the box: beside it, more than a quarter of its height must be inside.
    ///
    /// Lines of print reach into each other a little.
    func covers(_ word: PlacedWord) -> Bool {
        let across = min(right, word.box.right) - max(x, word.box.x)
        let down = min(bottom, word.box.bottom) - max(y, word.box.y)
        return across > 0 && down > 0 && down > word.box.height / 4
    }
}

/// A word, which in Chinese is mostly a whole line, and its place.
package struct PlacedWord: Sendable, Hashable {
    /// What it says.
    package var text: String
    /// Where it stands.
    package var box: PageBox
}

/// One page as it is shown, turned as the file says.
package struct PageLayout: Sendable, Hashable {
    /// The number, from 1.
    package var page: Int
    /// Points across.
    package var width: Double
    /// Points down.
    package var height: Double
    /// The words, in reading order.
    package var words: [PlacedWord]
}

/// The pages of a PDF with their words.
package struct PDFLayout: Sendable, Hashable {
    /// All pages, in order.
    package var pages: [PageLayout]

    /// Reads the layout with pdftotext and pdfinfo; blocks its thread for as long as the limits allow.
    package static func read(_ path: String, with box: Toolbox) throws(ToolFailure) -> PDFLayout {
        let folder = try PrivateFolder(in: box.temporaryFolder)
        return try read(path, in: folder, with: box)
    }

    static func read(
        _ path: String,
        in folder: borrowing PrivateFolder,
        with box: Toolbox
    ) throws(ToolFailure) -> PDFLayout {
        let file = absolutePath(path)
        let range = ["-f", "1", "-l", "\(box.limits.pages)"]
        try ToolCall(tool: .pdfinfo, arguments: range + ["-enc", "UTF-8", file]).run(in: folder, with: box)
        var pages = sizes(try lines(folder.file("output")))
        try ToolCall(tool: .pdftotext, arguments: ["-q", "-enc", "UTF-8", "-cropbox", "-bbox", file, "words"])
            .run(in: folder, with: box)
        do throws(DocumentProblem) {
            try fill(&pages, try bytes(folder.file("words")))
        } catch {
            throw .broken
        }
        guard !pages.isEmpty else { throw .broken }
        return PDFLayout(pages: pages)
    }

    /// `Page    3 size: 595 x 842 pts` and `Page    3 rot:  90`.
    private static func sizes(_ lines: [Substring]) -> [PageLayout] {
        var pages: [PageLayout] = []
        for line in lines {
            let words = line.split(separator: " ")
            guard words.count >= 4, words[0] == "Page", let number = Int(words[1]) else { continue }
            if words[2] == "size:", words.count >= 6, let width = Double(words[3]), let height = Double(words[5]) {
                guard number == pages.count + 1, width > 0, height > 0 else { return [] }
                pages.append(PageLayout(page: number, width: width, height: height, words: []))
            } else if words[2] == "rot:", let turn = Int(words[3]), turn % 180 != 0, number == pages.count {
                let page = pages[number - 1]
                pages[number - 1] = PageLayout(page: number, width: page.height, height: page.width, words: [])
            }
        }
        return pages
    }

    /// The words between `<doc>` and `</doc>`.
    private static func fill(_ pages: inout [PageLayout], _ bytes: [UInt8]) throws(DocumentProblem) {
        guard let start = bytes.firstPosition(of: Array("<doc>".utf8)),
            let end = bytes.lastPosition(of: Array("</doc>".utf8)), start < end
        else { throw .broken(.pdf) }
        var scanner = XmlScanner(Array(bytes[start..<(end + 6)]))
        var page = -1
        var box: PageBox?
        while let event = try scanner.next() {
            switch event {
            case .start(let tag) where tag.name == "page": page += 1
            case .start(let tag) where tag.name == "word": box = placed(tag, page: page + 1)
            case .text(let text):
                guard let place = box, pages.indices.contains(page) else { continue }
                pages[page].words.append(PlacedWord(text: XmlText.string(text), box: place))
            case .end: box = nil
            case .start: continue
            }
        }
    }

    private static func placed(_ tag: XmlTag, page: Int) -> PageBox? {
        let edges = ["xMin", "yMin", "xMax", "yMax"].compactMap { tag[$0].flatMap { Double($0) } }
        guard edges.count == 4, edges.allSatisfy(\.isFinite) else { return nil }
        return PageBox(page: page, x: edges[0], y: edges[1], width: edges[2] - edges[0], height: edges[3] - edges[1])
    }

    private static func lines(_ path: String) throws(ToolFailure) -> [Substring] {
        do throws(DocumentProblem) {
            return XmlText.string(try bytes(path)).split(separator: "\n")
        } catch {
            throw .broken
        }
    }

    static func bytes(_ path: String) throws(DocumentProblem) -> [UInt8] {
        let source = try FileSource(path)
        return try source.bytes(at: 0, count: min(source.count, 64 << 20))
    }
}

extension [UInt8] {
    /// The place of the first such bytes.
    func firstPosition(of word: [UInt8]) -> Int? {
        guard let first = word.first else { return nil }
        var from = 0
        while let found = position(of: first, from: from) {
            if self[found...].starts(with: word) { return found }
            from = found + 1
        }
        return nil
    }
}
