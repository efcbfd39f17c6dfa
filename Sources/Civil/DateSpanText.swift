/// A run of days in words: «2024年2月10日至17日», "10–17 February 2024".
extension ClosedRange where Bound == CivilDate {
    /// Both languages, without repeating the year or month that both ends share.
    package var words: Words {
        let (first, last) = (lowerBound, upperBound)
        guard first != last else { return Words(zh: first.chinese, en: first.english) }
        if (first.year, first.month) == (last.year, last.month) {
            return Words(zh: "\(first.chinese)至\(last.day)日", en: "\(first.day)–\(last.english)")
        }
        if first.year == last.year {
            return Words(zh: "\(first.chinese)至\(last.shortChinese)", en: "\(first.shortEnglish) – \(last.english)")
        }
        return Words(zh: "\(first.chinese)至\(last.chinese)", en: "\(first.english) – \(last.english)")
    }
}

extension CivilDate {
    /// «2024年3月8日（星期五）», "Friday 8 March 2024".
    package var withWeekday: Words {
        Words(zh: "\(chinese)（\(weekday.chinese)）", en: "\(weekday.english) \(english)")
    }
}
