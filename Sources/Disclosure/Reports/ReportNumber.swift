/// One number of a report: a figure, and how many years before the report's own.
///
/// Written `items`, `items:total`, `items@-1`, as in templates.
package struct ReportNumber: Sendable, Hashable, CustomStringConvertible {
    package var asked: FigureAsked
    /// 0 for the year of the report, 1 for the one before.
    package var yearsBack: Int

    package init(_ asked: FigureAsked, yearsBack: Int = 0) {
        self.asked = asked
        self.yearsBack = yearsBack
    }

    /// Nil for what is not written like one; twenty years back at most.
    package init?(text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let first = parts.first, let asked = FigureAsked(text: String(first)), parts.count <= 2 else {
            return nil
        }
        guard let back = parts.dropFirst().first else {
            self.init(asked)
            return
        }
        guard let years = Int(back), (-20 ... -1).contains(years) else { return nil }
        self.init(asked, yearsBack: -years)
    }

    package var description: String { asked.description + (yearsBack == 0 ? "" : "@-\(yearsBack)") }
}
