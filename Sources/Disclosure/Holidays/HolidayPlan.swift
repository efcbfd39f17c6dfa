package import Civil
package import Text

/// A holiday arrangement as somebody typed it: a year, the notice that set it, and the days.
package struct HolidayForm: Sendable, Hashable {
    /// As typed; empty takes the year that the days lie in.
    package var year: String
    /// Number of the notice.
    package var notice: String
    /// The days, in the layout of the table of codes (`date off name year_file`, CSV or tabs) or as `date off|work name`.
    package var text: String

    package init(year: String = "", notice: String, text: String) {
        self.year = year
        self.notice = notice
        self.text = text
    }

    /// The arrangement that was typed.
    /// - Throws: `Refusal.invalid` with the line of the first mistake.
    func arrangement() throws(Refusal) -> HolidayYear {
        var problems: [FieldProblem] = []
        let notice = notice.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if notice.isEmpty {
            problems.append(
                FieldProblem(
                    "notice",
                    zh: "请填写通知文号，例如 国办发明电〔2026〕9号",
                    en: "Enter the number of the notice that sets these days"
                )
            )
        }
        let typed = year.filter { !$0.isWhitespace }
        let year = typed.isEmpty ? HolidayYear.year(of: text) : Int(typed)
        guard let year else {
            problems.append(
                FieldProblem("year", zh: "请填写年份，例如 2027", en: "Enter the year of the arrangement, such as 2027")
            )
            throw .invalid(problems)
        }
        var read: HolidayYear?
        do throws(HolidayFileMistake) {
            read = try HolidayYear.read(text, year: year, notice: notice)
        } catch {
            problems.append(FieldProblem("days", Phrase(zh: error.words.zh, en: error.words.en)))
        }
        guard let read, problems.isEmpty else { throw .invalid(problems) }
        return read
    }
}

/// What an import would do: the new table, and every open clock that it moves.
package struct HolidayPlan: Sendable {
    /// A clock and where it moves.
    package struct Move: Sendable {
        /// The kind of thing, such as «信息».
        package var kind: Phrase
        package var clock: OpenClock
        package var due: Instant?
        /// Calendar days later; negative when sooner, nil where one of both ends is not known.
        package var days: Int?
    }

    package var arrangement: HolidayYear
    /// Days that become free, or worked, against the table before.
    package var changedDays: [(date: CivilDate, isOff: Bool)]
    package var moves: [Move]
    /// How many clocks were counted again.
    package var examined: Int
    /// Stands for exactly this outcome, so that what is confirmed is what was seen.
    package var seal: String
}
