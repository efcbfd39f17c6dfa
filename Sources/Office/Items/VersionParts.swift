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

/// The difference between two versions, as far as the person who looks may read them.
struct VersionDifference: Component {
    var old: Version
    var new: Version
    var duty: Duty
    /// Without the right to personal data both are compared as the public gets them.
    var reader: Actor

    func html(in language: Language) -> HTML {
        ContentDifference(
            old: old.content(for: reader, under: duty),
            new: new.content(for: reader, under: duty),
            duty: duty,
            oldFiles: old.attachments,
            newFiles: new.attachments
        ).html(in: language)
    }
}
