package import Civil

/// When a publication comes down again: the end of its display period, or an earlier day named in the item itself.
extension Duty {
    /// The last day of display, or nil when it stays or the date that it counts from is not filled.
    package func displayEnd(for content: ItemContent) -> CivilDate? {
        let end: CivilDate? =
            switch display.length {
            case .permanent: nil
            case .months(let months, let from): Self.day(content[from])?.adding(months: months)
            case .until(let field): Self.day(content[field])
            }
        guard let earlier = display.earlier, let day = Self.day(content[earlier]) else { return end }
        return end.map { min($0, day) } ?? day
    }

    /// The day of a canonical date or time.
    private static func day(_ canonical: String?) -> CivilDate? {
        canonical.flatMap { CivilDate(String($0.prefix(10))) }
    }
}
