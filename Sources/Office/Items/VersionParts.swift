import Disclosure
import Html
import Text
import Web

/// The versions of an item, each with the way to what changed in it.
struct VersionsView: Component {
    var reading: ItemReading
    var links: Links

    func html(in language: Language) -> HTML {
        HistoryList(
            events: reading.versions.map { version in
                let isPublic = version.id == reading.item.publicVersion
                let author = reading.name(of: version.author)
                return HistoryList.Event(
                    what: Phrase(
                        zh: "第 \(version.number) 版，\(author)保存" + (isPublic ? "，即公开的版本" : ""),
                        en: "Version \(version.number), saved by \(author)" + (isPublic ? ", the public one" : "")
                    ),
                    moment: version.createdAt,
                    shortHash: version.shortHash,
                    differenceURL: version.number > 1
                        ? links.office("/items/\(reading.item.id)/versions/\(version.number)") : nil
                )
            }
        ).html(in: language)
    }
}

/// The whole of a version as lines of text, so that two of them can be compared.
enum VersionText {
    static func text(of version: Version, under duty: Duty, in language: Language) -> String {
        let content = version.content
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
        lines += version.attachments.map { file in
            let facts = "\(file.size.fileSize), \(file.sha256.prefix(8))"
            return Phrase(zh: "附件：\(file.name)（\(facts)）", en: "File: \(file.name) (\(facts))")[language]
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// The difference between two versions, with long stretches that did not change left out.
struct VersionDifference: Component {
    var old: Version
    var new: Version
    var duty: Duty

    func html(in language: Language) -> HTML {
        let pieces = Difference.between(
            VersionText.text(of: old, under: duty, in: language),
            VersionText.text(of: new, under: duty, in: language)
        )
        let isSame = pieces.allSatisfy { if case .same = $0 { true } else { false } }
        guard !isSame else {
            return "<p class=\"quiet\">\(Phrase(zh: "内容没有不同。", en: "The content is the same.")[language])</p>"
        }
        return DifferenceView(pieces: Self.condensed(pieces, language)).html(in: language)
    }

    /// So many unchanged lines stay around a change.
    private static let context = 2

    static func condensed(_ pieces: [Difference.Piece], _ language: Language) -> [Difference.Piece] {
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
