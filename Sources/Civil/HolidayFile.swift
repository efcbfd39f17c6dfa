/// Reads the arrangement of one year as an administrator types it from the State Council's notice.
extension HolidayYear {
    /// Reads lines of `date off|work name`, such as `2027-01-01 off 元旦` or `2027-10-01..2027-10-07 off 国庆节`, and of the
    /// table of codes, `date,1|0,name,year` with commas or tabs under its heading.
    ///
    /// `off` may be written 放假 or 休, `work` 上班 or 班; dates in any form that ``CivilDate/read(_:)`` knows; blank
    /// lines and lines beginning with `#` are skipped. A date may lie in the year itself or in December before it.
    /// Throws the first mistake with its line. The arrangement of a year must have every holiday; a `supplement`
    /// (a later change, a region's own holidays) need not, and can only be laid over a year that is known.
    package static func read(
        _ text: String,
        year: Int,
        notice: String,
        supplement: Bool = false
    ) throws(HolidayFileMistake) -> HolidayYear {
        guard (2...9998).contains(year) else { throw HolidayFileMistake(line: 0, problem: .yearOutOfRange(year)) }
        var days: [Day] = []
        var seen: [CivilDate: Int] = [:]
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let fields = fields(of: line)
            guard let first = fields.first, !first.hasPrefix("#"), !isHeading(first) else { continue }
            guard number <= 1000 else { throw HolidayFileMistake(line: number, problem: .tooLong) }
            let read: [Day]
            do throws(HolidayFileMistake.Problem) {
                read = try Self.days(of: withoutYear(fields, year), year: year)
                for day in read {
                    if let before = seen.updateValue(number, forKey: day.date) {
                        throw .repeated(day.date, line: before)
                    }
                }
            } catch {
                throw HolidayFileMistake(line: number, problem: error)
            }
            days += read
        }
        let arrangement = HolidayYear(year: year, notice: notice, days: days)
        let missing = arrangement.missingHolidays
        guard supplement || missing.isEmpty else { throw HolidayFileMistake(line: 0, problem: .missing(missing)) }
        return arrangement
    }

    /// The year whose arrangement the text is: the latest in which one of its days lies; `nil` without any day.
    package static func year(of text: String) -> Int? {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            fields(of: line).first.flatMap { try? range(of: String($0)).upperBound.year }
        }.max()
    }

    private static func fields(of line: Substring) -> [Substring] {
        line.split { $0.isWhitespace || $0 == "," || $0 == "\u{FEFF}" }
    }

    private static func isHeading(_ field: Substring) -> Bool { field.lowercased() == "date" || field == "日期" }

    /// The fields without the year of the table of codes, which must be the year that is read.
    private static func withoutYear(
        _ fields: [Substring],
        _ year: Int
    ) throws(HolidayFileMistake.Problem) -> [Substring] {
        guard fields.count == 4, fields[3].count == 4, let own = Int(fields[3]) else { return fields }
        guard own == year else { throw .ofAnotherYear(own, expected: year) }
        return Array(fields.dropLast())
    }

    private static func days(
        of fields: [Substring],
        year: Int
    ) throws(HolidayFileMistake.Problem) -> [Day] {
        guard fields.count >= 3 else { throw .incomplete }
        let isOff: Bool
        switch fields[1].lowercased() {
        case "off", "放假", "休", "1": isOff = true
        case "work", "上班", "班", "0": isOff = false
        default: throw .unknownWord(String(fields[1]))
        }
        let range = try range(of: String(fields[0]))
        let name = HolidayNames.words(for: fields[2...].joined(separator: " "))
        var days: [Day] = []
        for offset in 0...range.lowerBound.days(until: range.upperBound) {
            let date = range.lowerBound.adding(days: offset)
            guard date.year == year || (date.year == year - 1 && date.month == 12) else {
                throw .otherYear(date, expected: year)
            }
            guard isOff || date.weekday.isWeekend else { throw .weekdayWorked(date) }
            days.append(Day(date: date, isOff: isOff, name: name))
        }
        return days
    }

    private static func range(of text: String) throws(HolidayFileMistake.Problem) -> ClosedRange<CivilDate> {
        var ends = [""]
        var points = 0
        for character in text {
            if character == "." {
                points += 1
                continue
            }
            if points == 1 { ends[ends.count - 1].append(".") }
            if points >= 2 { ends.append("") }
            points = 0
            ends[ends.count - 1].append(character)
        }
        guard ends.count <= 2, let first = CivilDate.read(ends[0]), let last = CivilDate.read(ends[ends.count - 1])
        else { throw .unreadableDate(text) }
        guard first <= last, first.days(until: last) < 31 else { throw .impossibleRange(text) }
        return first...last
    }
}

/// What is wrong with a holiday file, where, and what to do.
package struct HolidayFileMistake: Error, Sendable, Hashable {
    /// Line in the text, from 1; 0 when the text as a whole is meant.
    package let line: Int
    package let problem: Problem

    /// The kinds of mistake.
    package enum Problem: Error, Sendable, Hashable {
        case yearOutOfRange(Int)
        case tooLong
        case incomplete
        case unknownWord(String)
        case unreadableDate(String)
        case impossibleRange(String)
        case otherYear(CivilDate, expected: Int)
        case ofAnotherYear(Int, expected: Int)
        case weekdayWorked(CivilDate)
        case repeated(CivilDate, line: Int)
        case missing([String])
    }

    /// The mistake in words that say what to do.
    package var words: Words {
        guard line > 0 else { return problem.words }
        return Words(zh: "第\(line)行：\(problem.words.zh)", en: "Line \(line): \(problem.words.en)")
    }
}

extension HolidayFileMistake.Problem {
    fileprivate var words: Words {
        switch self {
        case .yearOutOfRange(let year):
            Words(zh: "\(year)不是可用的年份。", en: "\(year) is no usable year.")
        case .tooLong:
            Words(zh: "超过1000行，这不是一年的放假安排。", en: "More than 1,000 lines: this is no arrangement of one year.")
        case .incomplete:
            Words(
                zh: "应为“日期 off或work 节日名称”，例如“2027-01-01 off 元旦”。",
                en: "Write `date off|work name`, for example `2027-01-01 off 元旦`."
            )
        case .unknownWord(let word):
            Words(
                zh: "“\(word)”应为off（放假）或work（上班）。",
                en: "\"\(word)\" must be off (day off) or work (make-up working day)."
            )
        case .unreadableDate(let text):
            Words(
                zh: "“\(text)”不是日期，请写成2027-01-01或2027-10-01..2027-10-07。",
                en: "\"\(text)\" is no date; write 2027-01-01 or 2027-10-01..2027-10-07."
            )
        case .impossibleRange(let text):
            Words(
                zh: "“\(text)”的起止日期颠倒或者超过31天。",
                en: "\"\(text)\" ends before it begins or is longer than 31 days."
            )
        case .otherYear(let date, let expected):
            Words(
                zh: "\(date.iso)不在\(expected)年或其前一年12月，请检查年份。",
                en: "\(date.iso) is neither in \(expected) nor in December before it; check the year."
            )
        case .ofAnotherYear(let year, let expected):
            Words(
                zh: "这一行属于\(year)年，请只留\(expected)年的行。",
                en: "This line belongs to \(year); leave only the lines of \(expected)."
            )
        case .weekdayWorked(let date):
            Words(
                zh: "\(date.iso)是\(date.weekday.chinese)，本来就上班；请检查日期或删除本行。",
                en: "\(date.iso) is a \(date.weekday.english) and worked anyway; check the date or leave the line out."
            )
        case .repeated(let date, let line):
            Words(zh: "\(date.iso)已在第\(line)行写过。", en: "\(date.iso) is already on line \(line).")
        case .missing(let names):
            Words(
                zh: "缺少\(names.joined(separator: "、"))的放假日期，请对照通知补全。",
                en: "The days off of \(names.joined(separator: ", ")) are missing; complete them from the notice."
            )
        }
    }
}
