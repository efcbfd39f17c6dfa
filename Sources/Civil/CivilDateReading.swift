/// Reads a date as clerks and citizens type it: 2018-03-08, 2018/3/8, 2018.3.8, 20180308, 2018年3月8日.
extension CivilDate {
    /// The day that was typed, or `nil` when it is none of the accepted forms or no day of the calendar.
    ///
    /// Order is always year, month, day; the year has four digits. Full-width digits and marks, and blanks around
    /// the parts, are read as people mean them. Two-digit years and day-first forms are refused: they are ambiguous.
    package static func read(_ typed: String) -> CivilDate? {
        guard let marks = marks(of: typed) else { return nil }
        let digits = marks.compactMap(\.digit)
        guard digits.count < marks.count else { return CivilDate(eight: digits) }
        var rest = marks[...]
        guard let year = number(from: &rest, digits: 4...4), let first = rest.popFirst(),
            let month = number(from: &rest, digits: 1...2), let second = rest.popFirst(),
            let day = number(from: &rest, digits: 1...2)
        else { return nil }
        switch (first, second, Array(rest)) {
        case (.dash, .dash, []), (.slash, .slash, []), (.point, .point, []),
            (.year, .month, [.day]), (.year, .month, [.dayColloquial]), (.year, .month, []):
            return CivilDate(year: year, month: month, day: day)
        default:
            return nil
        }
    }

    private enum Mark: Equatable {
        case digit(Int)
        case dash, slash, point, year, month, day, dayColloquial

        var digit: Int? {
            if case .digit(let value) = self { value } else { nil }
        }
    }

    private static func marks(of typed: String) -> [Mark]? {
        var marks: [Mark] = []
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "0"..."9": marks.append(.digit(Int(scalar.value) - 0x30))
            case "\u{FF10}"..."\u{FF19}": marks.append(.digit(Int(scalar.value) - 0xFF10))
            case "-", "\u{FF0D}", "\u{2010}"..."\u{2014}", "\u{2212}": marks.append(.dash)
            case "/", "\u{FF0F}": marks.append(.slash)
            case ".", "\u{FF0E}": marks.append(.point)
            case "年": marks.append(.year)
            case "月": marks.append(.month)
            case "日": marks.append(.day)
            case "号": marks.append(.dayColloquial)
            case " ", "\t", "\n", "\r", "\u{A0}", "\u{3000}": continue
            default: return nil
            }
            guard marks.count <= 11 else { return nil }
        }
        return marks
    }

    private static func number(from rest: inout ArraySlice<Mark>, digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while let digit = rest.first?.digit, count < digits.upperBound {
            value = value * 10 + digit
            count += 1
            rest.removeFirst()
        }
        return digits.contains(count) ? value : nil
    }
}
