/// Text in a box: broken into lines by how wide its characters are about.

import Text

/// A text of a chart with its size.
package struct FlowText: Sendable, Hashable {
    package enum Style: String, Sendable {
        /// The name of a state.
        case state
        /// The name of an event.
        case event
        case small

        /// In pixels.
        package var size: Int {
            switch self {
            case .state: 16
            case .event: 15
            case .small: 13
            }
        }

        package var leading: Int { size + 5 }
    }

    package var text: String
    package var style: Style

    /// About how wide a text is, in pixels.
    package static func width(of text: some StringProtocol, _ style: Style) -> Int {
        let hundredths = TypeMeasure.width(of: text)
        // Names are set in bold.
        let heavy = style == .small ? hundredths : hundredths * 104 / 100
        return (heavy * style.size + 99) / 100
    }

    /// The lines of a text that are at most so wide.
    package static func lines(_ text: String, _ style: Style, width: Int) -> [FlowText] {
        TypeMeasure.lines(text) { Self.width(of: $0, style) <= width }.map { FlowText(text: $0, style: style) }
    }
}
