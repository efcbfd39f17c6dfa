/// What changed between two versions, line by line, readable by eye, by ear and on paper.

package import Html
package import Text

/// The difference between two texts.
package struct DifferenceView: Component {
    /// The comparison as a stretch of pieces; line breaks inside them begin a new line.
    package var pieces: [Difference.Piece]

    package init(
        pieces: [Difference.Piece]
    ) {
        self.pieces = pieces
    }

    package func html(in language: Language) -> HTML {
        let rows = lines.map { line -> HTML in
            "<p\(attribute: "class", kind(of: line))>\(line.map { markup(of: $0, in: language) })</p>"
        }
        let text = pieces.map(\.text).joined()
        return "<div class=\"difference\"\(attribute: "lang", HTML.languageTag(of: text, in: language))>\(rows)</div>"
    }

    private var lines: [[Difference.Piece]] {
        var lines: [[Difference.Piece]] = [[]]
        for piece in pieces {
            for (index, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append(piece.with(String(part))) }
            }
        }
        return lines.filter { !$0.isEmpty }
    }

    private func markup(of piece: Difference.Piece, in language: Language) -> HTML {
        switch piece {
        case .same(let text): HTML(text: text)
        case .removed(let text):
            "<del><span class=\"unseen\" lang=\"\(language.tag)\">\(removed[language])</span>\(text)</del>"
        case .added(let text):
            "<ins><span class=\"unseen\" lang=\"\(language.tag)\">\(added[language])</span>\(text)</ins>"
        }
    }

    private func kind(of line: [Difference.Piece]) -> String? {
        guard line.count == 1, let only = line.first else { return "mixed" }
        return switch only {
        case .same: nil
        case .removed: "removed"
        case .added: "added"
        }
    }

    private var removed: Phrase { Phrase(zh: "删去：", en: "Removed: ") }
    private var added: Phrase { Phrase(zh: "新增：", en: "Added: ") }
}

extension Difference.Piece {
    fileprivate var text: String {
        switch self {
        case .same(let text), .removed(let text), .added(let text): text
        }
    }

    fileprivate func with(_ text: String) -> Difference.Piece {
        switch self {
        case .same: .same(text)
        case .removed: .removed(text)
        case .added: .added(text)
        }
    }
}
