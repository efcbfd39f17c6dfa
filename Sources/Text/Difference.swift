/// Every revision shows what changed in words: which were taken away, which came in.

/// The difference of two texts.
package enum Difference {
    /// A stretch of the comparison.
    package enum Piece: Sendable, Hashable {
        /// Stands in both texts.
        case same(String)
        /// Stands in the old text only.
        case removed(String)
        /// Stands in the new text only.
        case added(String)
    }

    /// What leads from the old text to the new one.
    ///
    /// Lines are compared first; inside changed lines single ideographs and whole words. The same and removed pieces
    /// joined are exactly the old text, the same and added ones exactly the new text (byte for byte: texts that only
    /// look alike differ). No two neighbours are of one kind, and what is removed stands before what came in its
    /// place. Time is bounded: where two long stretches have little in common, they are replaced as a whole.
    package static func between(_ old: String, _ new: String) -> [Piece] {
        var result = PieceList()
        let (oldLines, newLines) = (lines(of: old), lines(of: new))
        for step in steps(oldLines, newLines) {
            switch step {
            case .same(let range): result.append(same: oldLines[range].joined())
            case .changed(let before, let after):
                compareWords(oldLines[before].joined(), newLines[after].joined(), into: &result)
            }
        }
        return result.pieces
    }

    private static func compareWords(_ old: String, _ new: String, into result: inout PieceList) {
        if old.isEmpty || new.isEmpty {
            result.append(removed: old, added: new)
            return
        }
        let (oldWords, newWords) = (words(of: old), words(of: new))
        for step in steps(oldWords, newWords) {
            switch step {
            case .same(let range): result.append(same: oldWords[range].joined())
            case .changed(let before, let after):
                result.append(removed: oldWords[before].joined(), added: newWords[after].joined())
            }
        }
    }

    private static func steps(_ old: [Substring], _ new: [Substring]) -> [SequenceDifference.Step] {
        var numbering = Numbering()
        let oldNumbers = old.map { numbering.number(of: $0) }
        let newNumbers = new.map { numbering.number(of: $0) }
        return SequenceDifference.steps(oldNumbers, newNumbers)
    }

    /// Lines with their line ends.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.endIndex
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    /// Words and numbers whole, every other character alone.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var at = text.startIndex
        while at < text.endIndex {
            var end = text.index(after: at)
            if PlainText.isWord(text[at]) {
                while end < text.endIndex && PlainText.isWord(text[end]) { end = text.index(after: end) }
            }
            words.append(text[at..<end])
            at = end
        }
        return words
    }
}

/// Gives equal pieces of text the same number; equal means the same bytes, unlike `String`'s canonical equivalence.
private struct Numbering {
    private var short: [UInt64: Int32] = [:]
    private var long: [[UInt8]: Int32] = [:]
    private var count: Int32 = 0

    mutating func number(of text: Substring) -> Int32 {
        if text.utf8.count <= 7 {
            var key: UInt64 = 1
            for byte in text.utf8 { key = key << 8 | UInt64(byte) }
            if let known = short[key] { return known }
            count += 1
            short[key] = count
        } else {
            let key = Array(text.utf8)
            if let known = long[key] { return known }
            count += 1
            long[key] = count
        }
        return count
    }
}

/// Collects pieces so that neighbours of one kind become one and removals come before additions.
private struct PieceList {
    private(set) var finished: [Difference.Piece] = []
    private var same = ""
    private var removed = ""
    private var added = ""

    var pieces: [Difference.Piece] {
        var all = self
        all.closeChange()
        all.closeSame()
        return all.finished
    }

    mutating func append(same text: String) {
        if text.isEmpty { return }
        closeChange()
        same += text
    }

    mutating func append(removed old: String, added new: String) {
        if old.isEmpty && new.isEmpty { return }
        closeSame()
        removed += old
        added += new
    }

    private mutating func closeSame() {
        if !same.isEmpty { finished.append(.same(same)) }
        same = ""
    }

    private mutating func closeChange() {
        if !removed.isEmpty { finished.append(.removed(removed)) }
        if !added.isEmpty { finished.append(.added(added)) }
        removed = ""
        added = ""
    }
}
