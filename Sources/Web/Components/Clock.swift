/// Every date can be explained: the due date in words, a bar of the days that were counted, and the count line by line.

package import Civil
package import Html
package import Text

/// A deadline (时限) as applicant and clerk alike see it.
package struct Clock: Component {
    /// What the days are counted in.
    package enum Unit: Sendable {
        /// 工作日.
        case workingDays
        /// 自然日.
        case calendarDays

        func words(_ count: Int) -> Phrase {
            switch self {
            case .workingDays: Phrase(zh: "\(count) 个工作日", en: count == 1 ? "1 working day" : "\(count) working days")
            case .calendarDays: Phrase(zh: "\(count) 天", en: count == 1 ? "1 day" : "\(count) days")
            }
        }
    }

    /// How the deadline stands today.
    package enum State: Sendable {
        /// Days are left; zero means that it falls due today.
        case running(left: Int)
        /// It passed this many days ago and the act is still missing.
        case overdue(by: Int)
        /// 中止: the clock stands still since a day.
        case paused(since: CivilDate)
        /// The act was done in time.
        case kept(on: CivilDate)
        /// The act was done, this many days late.
        case missed(on: CivilDate, by: Int)
    }

    /// One line of the count.
    package struct Line: Sendable {
        package var date: CivilDate?
        package var text: Phrase

        package init(
            date: CivilDate? = nil,
            text: Phrase
        ) {
            self.date = date
            self.text = text
        }
    }

    package var state: State
    package var due: CivilDate
    package var unit: Unit
    /// With so few days left the clock says «soon».
    package var soonFrom: Int
    package var days: [ClockDay]
    /// The rule and its version, such as 《政府信息公开条例》第三十三条.
    package var rule: Phrase
    package var lines: [Line]

    package init(
        state: State,
        due: CivilDate,
        unit: Unit = .workingDays,
        soonFrom: Int = 3,
        days: [ClockDay] = [],
        rule: Phrase,
        lines: [Line]
    ) {
        self.state = state
        self.due = due
        self.unit = unit
        self.soonFrom = soonFrom
        self.days = days
        self.rule = rule
        self.lines = lines
    }

    /// How urgent the deadline is; lists use the same shape and colour.
    package var urgency: Tag.Kind {
        switch state {
        case .running(let left): left <= soonFrom ? .soon : .onTime
        case .overdue, .missed: .late
        case .paused: .plain
        case .kept: .onTime
        }
    }

    package func html(in language: Language) -> HTML {
        let words = sentence
        return """
            <div class="clock"><p class="clock-words \(urgency.cssClass)">\(urgency.shape)<span><b>\(words.main[language])</b>\
            <span class="rest">\(words.rest[language])</span></span></p>\
            \(bar(in: language))\(explanation(in: language))</div>
            """
    }

    /// The deadline in words, for lists and mails: «还剩 6 个工作日，2018年3月8日到期».
    package var words: Phrase {
        Phrase(zh: sentence.main.zh + sentence.rest.zh, en: sentence.main.en + sentence.rest.en)
    }

    private var sentence: (main: Phrase, rest: Phrase) {
        let dueRest = Phrase(zh: "，\(due.chinese)到期", en: ", due on \(due.english)")
        switch state {
        case .running(0):
            return (Phrase(zh: "今天到期", en: "Due today"), Phrase(zh: "，\(due.chinese)", en: ", \(due.english)"))
        case .running(let left):
            let count = unit.words(left)
            return (Phrase(zh: "还剩 \(count.zh)", en: "\(count.en) left"), dueRest)
        case .overdue(let days):
            let count = unit.words(days)
            return (
                Phrase(zh: "已逾期 \(count.zh)", en: "\(count.en) late"),
                Phrase(zh: "，应于 \(due.chinese)办结", en: ", was due on \(due.english)")
            )
        case .paused(let since):
            return (
                Phrase(zh: "计时中止", en: "The clock is paused"),
                Phrase(
                    zh: "，自 \(since.chinese)起；恢复后重新计算到期日",
                    en: " since \(since.english); the due date moves when it resumes"
                )
            )
        case .kept(let day):
            return (Phrase(zh: "按期办结", en: "Done in time"), Phrase(zh: "，\(day.chinese)", en: ", on \(day.english)"))
        case .missed(let day, let late):
            let count = unit.words(late)
            return (
                Phrase(zh: "逾期 \(count.zh)办结", en: "Done \(count.en) late"),
                Phrase(zh: "，\(day.chinese)", en: ", on \(day.english)")
            )
        }
    }

    private func bar(in language: Language) -> HTML {
        guard !days.isEmpty else { return .empty }
        let used = ClockDay.Kind.allCases.filter { kind in days.contains { $0.kind == kind } }
        let key = used.map { kind -> HTML in
            "<li><span class=\"day \(kind.cssClass)\" aria-hidden=\"true\"></span>\(kind.words(in: unit)[language])</li>"
        }
        let name = Phrase(zh: "逐日计时", en: "Day by day")
        return """
            <ol class="days" aria-label="\(name[language])">\(days.map { $0.cell(in: language, unit: unit) })</ol>\
            <ul class="clock-key" aria-label="\(Phrase(zh: "图例", en: "Key")[language])">\(key)</ul>
            """
    }

    private func explanation(in language: Language) -> HTML {
        let rows = lines.map { line -> HTML in
            "<li>\(optional: line.date.map { "<span>\($0.element(in: language))</span>" })<span>\(line.text[language])</span></li>"
        }
        return """
            <details><summary>\(Phrase(zh: "如何计算", en: "How this was counted")[language])</summary>\
            <ol class="clock-lines">\(rows)</ol>\
            <p class="small quiet">\(Phrase(zh: "依据：", en: "Rule: ")[language])\(rule[language])</p></details>
            """
    }
}
