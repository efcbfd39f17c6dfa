/// A deadline as a small calendar: each month a picture in which every day shows what it did to the count.

package import Civil
package import Html
package import Text

/// The calendar picture (日历图) of a counted deadline, for pages, letters and files.
///
/// Kinds differ in shape, never in colour alone; the pictures take the colour of the text around them, so that they work
/// by night and on paper.
package struct DeadlineCalendar: Component {
    package var months: [DeadlineMonth]
    /// What was counted, in a sentence.
    package var summary: Phrase

    package init(_ deadline: Deadline) {
        months = deadline.months
        summary = Self.summary(of: deadline)
    }

    package func html(in language: Language) -> HTML {
        let drawn = shown.map { part -> HTML in
            switch part {
            case .month(let month): MonthDrawing(month: month, language: language).picture
            case .gap(let count): "<p class=\"small quiet\">\(Self.gap(count)[language])</p>"
            }
        }
        let key = usedKey.map { entry -> HTML in
            "<li>\(MonthDrawing.sample(entry, in: language))\(entry.words[language])</li>"
        }
        let name = Phrase(zh: "日历图", en: "Calendar")
        let keyName = Phrase(zh: "图例", en: "Key")
        return """
            <div class="part"><div class="days" role="group" aria-label="\(name[language])">\(drawn)</div>\
            <ul class="clock-key" aria-label="\(keyName[language])">\(key)</ul>\
            <p class="small">\(summary[language])</p></div>
            """
    }

    /// One picture for a file of its own, with title, key and both kinds of light.
    package func file(in language: Language) -> String { drawing(language).text }

    private func drawing(_ language: Language) -> HTML {
        let pieces = shown
        let perRow = min(max(pieces.count, 1), 3)
        let size = MonthDrawing.size
        let rows = (pieces.count + perRow - 1) / perRow
        let drawn = pieces.enumerated().map { index, part -> HTML in
            let (x, y) = (index % perRow * (size.width + 16), index / perRow * (size.height + 8))
            switch part {
            case .month(let month):
                let drawing = MonthDrawing(month: month, language: language).content
                return "<g transform=\"translate(\(x + 12) \(y + 34))\">\(drawing)</g>"
            case .gap(let count):
                return "<text x=\"\(x + 24)\" y=\"\(y + 120)\">\(Self.gap(count)[language])</text>"
            }
        }
        let used = usedKey
        let top = 34 + rows * (size.height + 8) + 8
        let key = used.enumerated().map { index, entry -> HTML in
            let y = top + index * 24
            return """
                <g transform="translate(12 \(y))">\(MonthDrawing.mark(entry, in: language))</g>\
                <text x="40" y="\(y + 14)">\(entry.words[language])</text>
                """
        }
        let width = max(perRow * (size.width + 16) + 8, 560)
        let height = top + used.count * 24 + 8
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" font-family="'Noto Sans CJK SC','Source Han Sans SC',sans-serif" font-size="13" fill="currentColor">\
            <title>\(Phrase(zh: "时限日历图", en: "Calendar of the deadline")[language])</title><desc>\(summary[language])</desc>\
            <style>svg{color:#16202b;background:#fff}\
            @media screen and (prefers-color-scheme:dark){svg{color:#e8ecf0;background:#101820}}</style>\
            <text x="12" y="20" font-weight="700">\(summary[language])</text>\(drawn)\(key)</svg>

            """
    }

    /// A month that is drawn, or several that are not.
    private enum Part {
        case month(DeadlineMonth)
        case gap(Int)
    }

    /// All months of a short limit; of a long one the first two and the last two.
    private var shown: [Part] {
        guard months.count > 6 else { return months.map(Part.month) }
        return months.prefix(2).map(Part.month) + [.gap(months.count - 4)] + months.suffix(2).map(Part.month)
    }

    private static func gap(_ count: Int) -> Phrase {
        Phrase(zh: "中间 \(count) 个月从略", en: "\(count) months in between are left out")
    }

    private var usedKey: [KeyEntry] {
        let days = shown.flatMap { part -> [DeadlineDay] in
            if case .month(let month) = part { month.days } else { [] }
        }
        return KeyEntry.allCases.filter { entry in days.contains(where: entry.fits) }
    }

    /// A line of the key.
    enum KeyEntry: CaseIterable {
        case start, counted, makeUp, extended, weekend, holiday, paused, dropped, due

        func fits(_ day: DeadlineDay) -> Bool {
            switch self {
            case .makeUp: day.isMakeUp
            case .due: day.isDue
            default: day.kind == kind
            }
        }

        var kind: DeadlineDay.Kind {
            switch self {
            case .start: .start
            case .counted, .makeUp: .counted
            case .due: .outside
            case .extended: .extended
            case .weekend: .weekend
            case .holiday: .holiday
            case .paused: .paused
            case .dropped: .dropped
            }
        }

        var words: Phrase {
            switch self {
            case .makeUp: Phrase(zh: "调休上班", en: "make-up working day")
            case .due: Phrase(zh: "到期日", en: "due day")
            default: Phrase(kind.words ?? Words(zh: "", en: ""))
            }
        }
    }

    /// «2024年2月5日起算，2024年3月18日到期：计入20日，延期0日…», only what there is.
    private static func summary(of deadline: Deadline) -> Phrase {
        let days = deadline.months.flatMap(\.days)
        let counts: [(DeadlineDay.Kind, zh: String, en: String)] = [
            (.counted, "计入", "counted"), (.extended, "延期内计入", "counted in the extension"),
            (.weekend, "周末不计", "weekend days skipped"), (.holiday, "节假日不计", "days of holidays skipped"),
            (.paused, "中止不计", "paused"),
        ]
        var zh: [String] = []
        var en: [String] = []
        for count in counts {
            let number = days.count { $0.kind == count.0 }
            guard number > 0 else { continue }
            zh.append("\(count.zh)\(number)天")
            en.append("\(number) \(count.en)")
        }
        let first = Phrase(
            zh: "\(deadline.start.chinese)起算，\(deadline.due.chinese)到期",
            en: "From \(deadline.start.english), due on \(deadline.due.english)"
        )
        guard !zh.isEmpty else { return first }
        return Phrase(
            zh: "\(first.zh)：\(zh.joined(separator: "，"))",
            en: "\(first.en): \(en.joined(separator: ", "))"
        )
    }
}
