/// Where everything of a chart stands: a small layout of our own that gives the same result every time.

package import Disclosure
package import Text

/// The geometry of a chart, in pixels from the upper left corner.
///
/// The steps of the main way stand one below the other, each with its line going down; what happens there stands to the
/// right of that line, in one column on narrow pages and in several on wide ones.
package struct FlowLayout: Sendable {
    /// How wide it may be.
    package enum Form: String, CaseIterable, Sendable {
        /// One column, for telephones.
        case narrow
        /// As many columns as bring it near the shape of a sheet of paper, for wide pages and the wall.
        case wide
    }

    package struct Box: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// A state in which the case waits.
            case state(Procedure.Waiting)
            /// The name of a state that is drawn elsewhere.
            case reference
            case event([Performer])
        }

        package var kind: Kind
        /// Key of the state or event.
        package var key: String
        package var x: Int
        package var y: Int
        package var width: Int
        package var height: Int
        package var lines: [FlowText]

        package var right: Int { x + width }
        package var bottom: Int { y + height }
        package var middle: Int { y + height / 2 }
    }

    /// A line from point to point, straight down or across.
    package struct Path: Sendable, Hashable {
        package var points: [Point]
        package var hasArrow: Bool
        /// An arrow at its beginning too: there and back.
        package var returns = false
    }

    package struct Point: Sendable, Hashable {
        package var x: Int
        package var y: Int
    }

    package let boxes: [Box]
    package let paths: [Path]
    package let width: Int
    package let height: Int

    package init(_ flow: ProcedureFlow, _ form: Form, in language: Language) {
        self =
            switch form {
            case .narrow: FlowLayout(flow, columns: 1, language)
            case .wide: Self.nearSheet(flow, language)
            }
    }

    /// The fewest columns with which it is no taller than a sheet of paper (1 : √2); of those that are all taller, the
    /// lowest.
    private static func nearSheet(_ flow: ProcedureFlow, _ language: Language) -> FlowLayout {
        var best = FlowLayout(flow, columns: 1, language)
        for columns in 2...Measure.mostColumns where best.height * 100 > best.width * 141 {
            let wider = FlowLayout(flow, columns: columns, language)
            if wider.height < best.height { best = wider }
        }
        return best
    }

    private init(_ flow: ProcedureFlow, columns: Int, _ language: Language) {
        width = Measure.width(columns: columns)
        var drawing = FlowArranging(words: FlowWords(flow.procedure), language: language, columns: columns)
        for section in flow.sections { drawing.add(section) }
        boxes = drawing.boxes
        paths = drawing.paths
        height = (boxes.map(\.bottom).max() ?? 0) + Measure.margin
    }

    /// The sizes of everything.
    enum Measure {
        static let margin = 2
        /// Where the line of a step goes down.
        static let line = 20
        /// From that line to the boxes beside it.
        static let indent = 28
        static let block = 306
        /// What boxes of events leave free at their right for the line that goes around.
        static let around = 24
        static let columnGap = 34
        static let padding = 12
        static let gap = 12
        static let arrow = 22
        static let mostColumns = 3
        /// About how high the box is that leads to the next step.
        static let onward = 90

        static var stateWidth: Int { line + indent + block - margin }
        static func columnX(_ column: Int) -> Int { line + indent + column * (block + columnGap + indent) }
        static func lineX(_ column: Int) -> Int { columnX(column) - indent }
        static func width(columns: Int) -> Int { columnX(columns - 1) + block + margin }
    }
}
