/// A component is a small value that says what is to be shown and draws itself in either language.

package import Html
package import Text

/// A piece of a page: holds what it shows, knows nothing of the database or of the request.
package protocol Component: Sendable {
    /// The markup of this piece in the reader's language.
    func html(in language: Language) -> HTML
}

extension Sequence where Element: Component {
    /// The markup of every piece, in order.
    package func html(in language: Language) -> [HTML] {
        map { $0.html(in: language) }
    }
}
