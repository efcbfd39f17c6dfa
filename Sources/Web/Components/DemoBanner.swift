/// A demonstration says so on every page, so that nobody takes its records for acts of a real agency.

package import Html
package import Text

/// The line «演示» above everything.
package struct DemoBanner: Component {
    package init() {}

    package func html(in language: Language) -> HTML {
        """
        <aside class="demo" aria-label="\(mark[language])"><p class="frame"><strong>\(mark[language])</strong>\
        \(words[language])</p></aside>
        """
    }

    private var mark: Phrase { Phrase(zh: "演示", en: "Demonstration") }
    private var words: Phrase {
        Phrase(
            zh: "本站内容为演示数据，不是任何机关的正式公开，不具法律效力。",
            en: "These are sample records. No agency has published them and they have no legal effect."
        )
    }
}
