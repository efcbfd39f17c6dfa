/// Every version a document had, newest first, with the way to what changed.

package import Civil
package import Html
package import Text

/// The versions of an item.
package struct HistoryList: Component {
    /// What happened once.
    package struct Event: Sendable {
        package var what: Phrase
        package var moment: Instant
        /// The beginning of the version's hash, if the event made a version.
        package var shortHash: String?
        /// A page that shows what changed.
        package var differenceURL: String?

        package init(
            what: Phrase,
            moment: Instant,
            shortHash: String? = nil,
            differenceURL: String? = nil
        ) {
            self.what = what
            self.moment = moment
            self.shortHash = shortHash
            self.differenceURL = differenceURL
        }
    }

    package var events: [Event]

    package init(
        events: [Event]
    ) {
        self.events = events
    }

    package func html(in language: Language) -> HTML {
        guard !events.isEmpty else { return .empty }
        let rows = events.enumerated().map { index, event -> HTML in
            """
            <li\(attribute: "class", index == 0 ? "now" : nil)><div>\(event.what[language])</div><div class="meta">\
            \(event.moment.element(in: language))\
            \(optional: event.shortHash.map { "<span>\(version[language]) <code>\($0)</code></span>" })\
            \(optional: event.differenceURL.map { "<a href=\"\(url: $0)\">\(difference[language])</a>" })</div></li>
            """
        }
        return "<section class=\"block\"><h2>\(heading[language])</h2><ol class=\"history\">\(rows)</ol></section>"
    }

    private var heading: Phrase { Phrase(zh: "历史版本", en: "History") }
    private var version: Phrase { Phrase(zh: "版本", en: "Version") }
    private var difference: Phrase { Phrase(zh: "看改了什么", en: "See what changed") }
}
