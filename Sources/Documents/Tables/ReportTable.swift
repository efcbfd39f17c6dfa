/// A table as official forms have them: built once, written as a page, on paper, as a spreadsheet, and as plain text.

/// Heads of several rows, cells that span, and what is a number and what is a word.
///
/// The rows of head and body name each cell once, where it begins; what a span covers is left out, as in HTML. A row that
/// is too short is filled with blanks, and a span that leads out of its part of the table ends at the edge.
package struct ReportTable: Sendable, Hashable {
    /// What stands in a cell.
    package enum Content: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// A decimal number as it is to be printed, such as `12.50`: no rounding comes in.
        case decimal(String)
        /// A day as `2024-03-08`.
        case day(String)
        /// Nothing, not even a dash.
        case blank
    }

    /// A cell with its span.
    package struct Cell: Sendable, Hashable {
        package var content: Content
        package var columns: Int
        package var rows: Int
        /// Where the page of the records behind it is, for pages alone.
        package var address: String?

        package init(_ content: Content, columns: Int = 1, rows: Int = 1, address: String? = nil) {
            self.content = content
            self.columns = max(1, columns)
            self.rows = max(1, rows)
            self.address = address
        }

        package static func text(_ text: String, columns: Int = 1, rows: Int = 1) -> Cell {
            Cell(.text(text), columns: columns, rows: rows)
        }

        package static func number(_ number: Int, address: String? = nil) -> Cell {
            Cell(.number(number), address: address)
        }

        package static func decimal(_ text: String) -> Cell { Cell(.decimal(text)) }

        package static func day(_ iso: String) -> Cell { Cell(.day(iso)) }

        package static let blank = Cell(.blank)
    }

    /// On which paper it stands.
    package enum Paper: Sendable, Hashable {
        /// Upright if it fits there in a size that can be read, otherwise across.
        case fitting
        case upright
        /// On a page of its own that lies on its long side.
        case across
    }

    package var caption: String
    package var heads: [[Cell]]
    package var rows: [[Cell]]
    /// How many columns at the left name the row.
    package var labelColumns: Int
    /// Shares of the width, one for each column; empty for widths by what stands in the cells.
    package var widths: [Int]
    /// What is said beneath the table: unit, source, explanations.
    package var notes: [String]
    package var paper: Paper

    package init(
        caption: String,
        heads: [[Cell]],
        rows: [[Cell]],
        labelColumns: Int = 1,
        widths: [Int] = [],
        notes: [String] = [],
        paper: Paper = .fitting
    ) {
        self.caption = caption
        self.heads = heads
        self.rows = rows
        self.labelColumns = max(0, labelColumns)
        self.widths = widths
        self.notes = notes
        self.paper = paper
    }

    /// A table of words with one row of heads.
    package init(caption: String, heads: [String], rows: [[String]]) {
        self.init(
            caption: caption,
            heads: [heads.map { .text($0) }],
            rows: rows.map { $0.map { .text($0) } },
            labelColumns: 0
        )
    }
}

extension ReportTable.Content {
    /// The words of the cell, numbers in plain digits.
    package var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let text), .day(let text): text
        case .blank: ""
        }
    }

    /// Whether it stands at the right, under others of its kind.
    package var isNumber: Bool {
        switch self {
        case .number, .decimal: true
        case .text, .day, .blank: false
        }
    }
}
