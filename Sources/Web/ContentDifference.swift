package import Disclosure
package import Html
package import Text

/// The whole of a content as lines of text, so that two of them can be compared.
enum ContentText {
    static func text(
        of content: ItemContent,
        _ files: [Attachment],
        under duty: Duty,
        in language: Language
    ) -> String {
        var lines: [String] = []
        let last = [CommonFields.summary, CommonFields.text]
        let ordered = duty.allFields.filter { !last.contains($0.key) } + duty.allFields.filter { last.contains($0.key) }
        for field in ordered {
            guard let canonical = content[field.key] else { continue }
            let name = field.name[language]
            let separator = language == .zh ? "：" : ": "
            switch field.type {
            case .table(let columns):
                lines.append(name + separator)
                for cells in TableInput.rows(canonical) {
                    let shown = zip(columns, cells).map { $0.type.displayText(of: $1, language: language) }
                    lines.append("　" + shown.joined(separator: " | "))
                }
            case .longText:
                lines.append(name + separator)
                lines.append(canonical)
            default:
                lines.append(name + separator + field.displayText(of: canonical, language: language))
            }
        }
        // Two files may have one name in two versions; the hash tells them apart.
        lines += files.map { file in
            let facts = "\(file.size.fileSize), \(file.sha256.prefix(8))"
            return Phrase(zh: "附件：\(file.name)（\(facts)）", en: "File: \(file.name) (\(facts))")[language]
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// The difference between two contents, with long stretches that did not change left out.
package struct ContentDifference: Component {
    package var old: ItemContent
    package var new: ItemContent
    package var duty: Duty
    package var oldFiles: [Attachment]
    package var newFiles: [Attachment]

    package init(
        old: ItemContent,
        new: ItemContent,
        duty: Duty,
        oldFiles: [Attachment] = [],
        newFiles: [Attachment] = []
    ) {
        self.old = old
        self.new = new
        self.duty = duty
        self.oldFiles = oldFiles
        self.newFiles = newFiles
    }

    package func html(in language: Language) -> HTML {
        let pieces = Difference.between(
            ContentText.text(of: old, oldFiles, under: duty, in: language),
            ContentText.text(of: new, newFiles, under: duty, in: language)
        )
        let isSame = pieces.allSatisfy { if case .same = $0 { true } else { false } }
        guard !isSame else {
            return "<p class=\"quiet\">\(Phrase(zh: "内容没有不同。", en: "The content is the same.")[language])</p>"
        }
        return DifferenceView(pieces: Self.condensed(pieces, language)).html(in: language)
    }

    /// So many unchanged lines stay around a change.
    private static let context = 2

    package static func condensed(_ pieces: [Difference.Piece], _ language: Language) -> [Difference.Piece] {
        pieces.enumerated().map { index, piece in
            guard case .same(let text) = piece else { return piece }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let head = index == 0 ? 0 : context
            let tail = index == pieces.count - 1 ? 0 : context
            let left = lines.count - head - tail
            guard left > 3 else { return piece }
            let gap = Phrase(zh: "……（\(left) 行没有改动）", en: "… (\(left) lines unchanged)")[language]
            let kept = lines.prefix(head).map(String.init) + [gap] + lines.suffix(tail).map(String.init)
            return .same(kept.joined(separator: "\n"))
        }
    }
}
