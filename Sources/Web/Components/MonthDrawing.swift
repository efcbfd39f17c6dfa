/// One month of a calendar picture, drawn with shapes in the colour of the text around it.

import Civil
import Html
import Text

/// The drawing of a month: weeks from Monday (GB/T 7408), a shape for each kind of day.
struct MonthDrawing: Sendable {
    var month: DeadlineMonth
    var language: Language

    private static let cell = 32
    private static let head = 48

    /// Width and height of every month, six weeks long or not.
    static let size = (width: 7 * cell, height: head + 6 * cell)

    /// The month as a picture of its own; the days that are explained are its description.
    var picture: HTML {
        let height = Self.head + weeks * Self.cell
        return """
            <svg viewBox="0 0 \(Self.size.width) \(height)" width="\(Self.size.width)" height="\(height)" role="img" \
            fill="currentColor" font-size="13"><title>\(name)</title><desc>\(description)</desc>\(content)</svg>
            """
    }

    /// The same without the frame, to be put into a larger picture.
    var content: HTML {
        """
        <text x="\(Self.size.width / 2)" y="16" text-anchor="middle" font-weight="700">\(name)</text>\
        <g text-anchor="middle" font-size="11" fill-opacity=".75">\(weekdays)</g>\
        <g text-anchor="middle" stroke-linecap="square">\(month.days.map(cell))</g>
        """
    }

    private var name: String { Phrase(month.name)[language] }

    private var description: String {
        month.days.filter { $0.kind != .outside || $0.isDue }.map { Phrase($0.words)[language] }
            .joined(separator: language == .zh ? "；" : "; ")
    }

    private var weekdays: [HTML] {
        Weekday.allCases.enumerated().map { index, day in
            let text = language == .zh ? String(day.chinese.suffix(1)) : String(day.english.prefix(2))
            return "<text x=\"\(index * Self.cell + Self.cell / 2)\" y=\"36\">\(text)</text>"
        }
    }

    /// Empty places before the first of the month.
    private var offset: Int { (month.days.first?.date.weekday.rawValue ?? 1) - 1 }
    private var weeks: Int { (offset + month.days.count + 6) / 7 }

    private func cell(_ day: DeadlineDay) -> HTML {
        let place = offset + day.date.day - 1
        let (x, y) = (place % 7 * Self.cell, Self.head + place / 7 * Self.cell)
        let title: HTML =
            day.kind == .outside && !day.isDue ? .empty : "<title>\(Phrase(day.words)[language])</title>"
        let opacity: HTML =
            switch day.kind {
            case .outside where !day.isDue: " fill-opacity=\".5\""
            case .weekend, .holiday, .dropped: " fill-opacity=\".7\""
            default: .empty
            }
        let weight: HTML = day.isDue || day.kind == .start ? " font-weight=\"700\"" : .empty
        return """
            <g transform="translate(\(x) \(y))">\(title)\(Self.shape(of: day, in: language))\
            <text x="16" y="21"\(opacity)\(weight)>\(day.date.day)</text></g>
            """
    }

    /// What is drawn behind and around the number.
    private static func shape(of day: DeadlineDay, in language: Language) -> HTML {
        let shape = shape(of: day.kind)
        let corner: HTML =
            if day.isMakeUp {
                "<text x=\"26\" y=\"11\" font-size=\"9\">\(language == .zh ? "班" : "w")</text>"
            } else if day.kind == .holiday {
                "<text x=\"26\" y=\"11\" font-size=\"9\">\(language == .zh ? "休" : "h")</text>"
            } else {
                .empty
            }
        return shape + corner + (day.isDue ? due : .empty)
    }

    private static let due: HTML = """
        <path d="M3 3h26v26H3z" fill="none" stroke="currentColor" stroke-width="2"/><path d="M2 28.500h28" \
        stroke="currentColor" stroke-width="4"/>
        """

    private static func shape(of kind: DeadlineDay.Kind) -> HTML {
        switch kind {
        case .outside, .weekend, .holiday: .empty
        case .start: "<circle cx=\"16\" cy=\"16\" r=\"13\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>"
        case .counted: "<path d=\"M2 2h28v28H2z\" fill-opacity=\".14\"/>"
        case .extended:
            """
            <path d="M3 3h26v26H3z" fill-opacity=".06" stroke="currentColor" stroke-width="1.5" stroke-dasharray="4 3"/>
            """
        case .paused:
            """
            <path d="M3 13 13 3M3 23 23 3M5 29 29 5M15 29 29 15M25 29l4-4" fill="none" stroke="currentColor" \
            stroke-opacity=".45"/>
            """
        case .dropped: "<path d=\"M5 16h22\" stroke=\"currentColor\"/>"
        }
    }

    /// A small sample of one kind for the key.
    static func sample(_ entry: DeadlineCalendar.KeyEntry, in language: Language) -> HTML {
        """
        <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false" fill="currentColor">\
        \(mark(entry, in: language))</svg>
        """
    }

    /// The same without the frame.
    static func mark(_ entry: DeadlineCalendar.KeyEntry, in language: Language) -> HTML {
        let shape: HTML =
            switch entry {
            case .due: due
            case .makeUp:
                "\(shape(of: entry.kind))<text x=\"8\" y=\"22\" font-size=\"17\">\(language == .zh ? "班" : "w")</text>"
            case .holiday: "<text x=\"8\" y=\"22\" font-size=\"17\">\(language == .zh ? "休" : "h")</text>"
            case .weekend: "<path d=\"M10 16h12\" stroke=\"currentColor\" stroke-opacity=\".5\"/>"
            default: shape(of: entry.kind)
            }
        return "<g transform=\"scale(.5625)\">\(shape)</g>"
    }
}
