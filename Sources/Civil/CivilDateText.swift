/// How a day is written: ISO for machines, «2018年3月8日» and "8 March 2018" for people (GB/T 15835 for the Chinese).
extension CivilDate {
    /// `2018-03-08`, the stored and exchanged form; sorts as the days do.
    package var iso: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

    /// The same as ``iso``.
    package var description: String { iso }

    /// «2018年3月8日».
    package var chinese: String { "\(year)年\(month)月\(day)日" }

    /// "8 March 2018".
    package var english: String { "\(day) \(englishMonth) \(year)" }

    /// «3月8日», for a day whose year is already said.
    package var shortChinese: String { "\(month)月\(day)日" }

    /// "8 March", for a day whose year is already said.
    package var shortEnglish: String { "\(day) \(englishMonth)" }

    /// «2024年3月», for what is known by its month.
    package var chineseMonth: String { "\(year)年\(month)月" }

    /// "March 2024".
    package var englishMonthOfYear: String { "\(englishMonth) \(year)" }

    private var englishMonth: String {
        switch month {
        case 1: "January"
        case 2: "February"
        case 3: "March"
        case 4: "April"
        case 5: "May"
        case 6: "June"
        case 7: "July"
        case 8: "August"
        case 9: "September"
        case 10: "October"
        case 11: "November"
        default: "December"
        }
    }
}

/// Zero-filled decimal text of a number that is not negative.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}
