import Civil
import Disclosure
import Html
import Text
import Web

/// «公开时限»: each time limit that the law sets for the item, whether it was kept, and how it was counted.
struct ItemDeadlines: Sendable {
    var reading: ItemReading

    init(_ reading: ItemReading) { self.reading = reading }

    func html(_ visit: Visit) -> HTML {
        guard let duty = reading.duty else { return .empty }
        let language = visit.language
        let holidays = visit.app.holidays
        let drawn: HTML
        do {
            // Counted from what the public sees, so that no hidden date comes out through its clock.
            let deadlines = try duty.deadlines(for: reading.content, holidays: holidays)
            guard !deadlines.isEmpty else { return .empty }
            drawn = try clock(deadlines[0], holidays, language) + others(deadlines.dropFirst(), language)
        } catch {
            drawn = Notice(
                title: Phrase(zh: "公开时限无法计算", en: "The time limit cannot be counted"),
                text: (error as? OutsideHolidayTable).map { Phrase($0.words) }
            ).html(in: language)
        }
        return "<section class=\"block\" id=\"limits\"><h2>\(heading[language])</h2>\(drawn)</section>"
    }

    private func clock(_ deadline: Deadline, _ holidays: HolidayTable, _ language: Language) throws -> HTML {
        let published = reading.publishedAt
        if case .hours = deadline.limit.length { return hours(deadline, published, language) }
        // The day that counts is the day of publication, whenever the page is read.
        let clock = try Clock(deadline, on: published.date, doneOn: published.date, holidays: holidays)
        return clock.html(in: language)
    }

    /// The shortest limit is the one that holds; the others are kept and named.
    private func others(_ deadlines: ArraySlice<Deadline>, _ language: Language) -> HTML {
        guard !deadlines.isEmpty else { return .empty }
        let rows = deadlines.map { deadline -> HTML in
            let length = deadline.limit.length.words
            let words = Phrase(
                zh: "\(length.zh)，\(deadline.due.chinese)到期：",
                en: "\(length.en), due on \(deadline.due.english): "
            )
            return "<li>\(words[language])\(Phrase(deadline.rule.words)[language])</li>"
        }
        let summary = Phrase(
            zh: "另有 \(rows.count) 项时限，以最短的为准",
            en: rows.count == 1 ? "One more limit; the shorter holds" : "\(rows.count) more limits; the shortest holds"
        )
        return "<details><summary>\(summary[language])</summary><ul class=\"small ruled\">\(rows)</ul></details>"
    }

    /// A limit in hours ends at a minute, not with a day.
    private func hours(_ deadline: Deadline, _ published: Instant, _ language: Language) -> HTML {
        let isLate = deadline.isLate(at: published)
        let word = isLate ? Phrase(zh: "逾期公开", en: "Published late") : Phrase(zh: "按期公开", en: "Published in time")
        let lines = deadline.lines.map { line -> HTML in "<li><span>\(Phrase(line.words)[language])</span></li>" }
        let due = Phrase(
            zh: "应于 \(deadline.dueInstant.chinese)前公开，公开于 \(published.chinese)",
            en: "due \(deadline.dueInstant.english), published \(published.english)"
        )
        return """
            <div class="clock"><p>\(Tag(kind: isLate ? .late : .onTime, word: word).html(in: language)) \(due[language])</p>\
            <details><summary>\(Phrase(zh: "如何计算", en: "How this was counted")[language])</summary>\
            <ol class="clock-lines">\(lines)</ol></details></div>
            """
    }

    private var heading: Phrase { Phrase(zh: "公开时限", en: "Time limit") }
}
