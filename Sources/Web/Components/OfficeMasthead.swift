/// The head of every office page: the agency, who is signed in, and the desks with their counts.

package import Html
package import Text

/// The office masthead.
package struct OfficeMasthead: Component {
    package var agency: String
    package var home: String
    /// Name and section of the person who is signed in.
    package var person: String
    package var tabs: [Tabs.Tab]
    /// The form that signs out; it carries its own protection against forgery.
    package var signOut: HTML
    package var otherLanguageURL: String

    package init(
        agency: String,
        home: String,
        person: String,
        tabs: [Tabs.Tab],
        signOut: HTML,
        otherLanguageURL: String
    ) {
        self.agency = agency
        self.home = home
        self.person = person
        self.tabs = tabs
        self.signOut = signOut
        self.otherLanguageURL = otherLanguageURL
    }

    package func html(in language: Language) -> HTML {
        let other: Language = language == .zh ? .en : .zh
        return """
            <header class="masthead masthead-office">
            <div class="frame masthead-top">
            <a class="masthead-name" href="\(url: home)">\(HTML.record(agency, in: language))</a>
            <div class="masthead-person"><span>\(HTML.record(person, in: language))</span>\
            <a href="\(url: otherLanguageURL)" lang="\(other.tag)" hreflang="\(other.tag)">\
            \(language == .zh ? "English" : "中文")</a>\(signOut)</div>
            </div>
            <nav class="office-tabs" aria-label="\(desks[language])"><ul class="frame">\
            \(tabs.map { $0.item(in: language) })</ul></nav>
            </header>
            """
    }

    private var desks: Phrase { Phrase(zh: "工作区", en: "Work areas") }
}
