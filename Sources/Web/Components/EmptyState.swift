/// An empty list says what would be here and how it gets here.

package import Html
package import Text

/// What stands in the place of a list without rows.
package struct EmptyState: Component {
    package var whatWouldBeHere: Phrase
    package var howItGetsHere: Phrase
    package var act: Button?

    package init(
        whatWouldBeHere: Phrase,
        howItGetsHere: Phrase,
        act: Button? = nil
    ) {
        self.whatWouldBeHere = whatWouldBeHere
        self.howItGetsHere = howItGetsHere
        self.act = act
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="empty"><p><b>\(whatWouldBeHere[language])</b></p><p class="quiet">\(howItGetsHere[language])</p>\
        \(optional: act.map { $0.html(in: language) })</div>
        """
    }
}
