/// The few icons of the site, drawn on a 24-pixel grid with a 1.5-pixel line; an icon never stands without words.

package import Html

/// A line drawing beside words; screen readers skip it.
package enum Icon: Sendable {
    case search, document, download, link, done, care, wrong, note, close, newer, older, plus, globe, letters, shield

    /// The drawing, in the colour of the text around it.
    package var html: HTML {
        """
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.5" \
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">\(lines)</svg>
        """
    }

    private var lines: HTML {
        switch self {
        case .search: "<circle cx=\"10.5\" cy=\"10.5\" r=\"6.5\"/><path d=\"m15.5 15.5 5 5\"/>"
        case .document: "<path d=\"M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6\"/>"
        case .download: "<path d=\"M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14\"/>"
        case .link: "<path d=\"M14 4h6v6M20 4l-9 9M18 14v6H4V6h6\"/>"
        case .done: "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m8 12.5 2.8 2.8L16 9.5\"/>"
        case .care: "<path d=\"M12 3.5 22 20.5H2zM12 10v5m0 2.5v.2\"/>"
        case .wrong: "<path d=\"M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v6m0 2.8v.2\"/>"
        case .note: "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 11v5.5m0-9v.2\"/>"
        case .close: "<path d=\"m6 6 12 12M18 6 6 18\"/>"
        case .newer: "<path d=\"m14.5 5-7 7 7 7\"/>"
        case .older: "<path d=\"m9.5 5 7 7-7 7\"/>"
        case .plus: "<path d=\"M12 5v14M5 12h14\"/>"
        case .globe:
            "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M3 12h18M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9c-3-2.6-4-5.6-4-9s1-6.4 4-9\"/>"
        case .letters: "<path d=\"m3 19 5.5-14L14 19M5 14h7m4 5 2.8-7.5L21.5 19M16.9 16.500h3.8\"/>"
        case .shield:
            "<path d=\"M12 3 4.5 6v5.500c0 4.5 3 7.7 7.5 9.5 4.5-1.8 7.5-5 7.5-9.500V6zM8.5 12l2.5 2.5 4.5-5\"/>"
        }
    }
}
