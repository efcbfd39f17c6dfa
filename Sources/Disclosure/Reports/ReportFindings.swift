package import Text

/// Something about a report that breaks a rule of its format.
package struct ReportFinding: Sendable, Hashable {
    /// The rule and what it is about, such as `E1:requests:natural`; an answer belongs to it.
    package var id: String
    package var level: ReportRule.Level
    /// What must be so.
    package var rule: Phrase
    /// What is the case.
    package var says: Phrase
    /// The numbers to look at.
    package var numbers: [ReportNumber]
    /// The section to look at.
    package var section: String?
}

/// Looks at a report by the rules of its format.
package struct ReportFindings {
    private let sheet: ReportSheet
    /// The report of the year before as it was frozen, where there is one.
    private let before: [ReportNumber: FigureValue]?

    package init(_ sheet: ReportSheet, before: [ReportNumber: FigureValue]?) {
        self.sheet = sheet
        self.before = before
    }

    /// Everything that breaks a rule, in the order of the rules.
    package var all: [ReportFinding] { sheet.format.rules.flatMap(findings) }

    private func findings(_ rule: ReportRule) -> [ReportFinding] {
        switch rule.kind {
        case .equal(let left, let right, let each): compare(rule, left, right, each) { $0 == $1 }
        case .atMost(let left, let right, let each): compare(rule, left, right, each) { $0 <= $1 }
        case .classes(let table): classes(rule, table)
        case .carried(let figure, let from, let each): carried(rule, figure, from, each)
        case .continued(let figure, let plus, let minus): continued(rule, figure, plus, minus)
        case .filled(let table, let isSigned): filled(rule, table, isSigned)
        case .stated(let figure, let section, let words): stated(rule, figure, section, words)
        case .quoted(let figure, let words): quoted(rule, figure, words)
        case .written(let section): written(rule, section)
        case .typed(let units): typed(rule, units)
        }
    }

    private func exact(_ number: ReportNumber) -> Int? { sheet.values[number]?.exact }

    /// A sum; nil where a part is a gap or not exact, which another rule tells of.
    private func sum(_ figures: [String], _ place: (String) -> ReportNumber?) -> (sum: Int, parts: [ReportNumber])? {
        let numbers = figures.compactMap(place)
        let values = numbers.compactMap(exact)
        guard values.count == figures.count else { return nil }
        return (values.reduce(0, +), numbers)
    }

    private func compare(
        _ rule: ReportRule,
        _ left: [String],
        _ right: [String],
        _ each: ReportRule.Each,
        _ holds: (Int, Int) -> Bool
    ) -> [ReportFinding] {
        each.places.compactMap { place in
            guard let first = sum(left, place), let second = sum(right, place), !holds(first.sum, second.sum) else {
                return nil
            }
            return finding(
                rule,
                first.parts.first,
                Phrase(
                    zh: "\(names(first.parts).zh) = \(first.sum)，\(names(second.parts).zh) = \(second.sum)",
                    en: "\(names(first.parts).en) = \(first.sum), \(names(second.parts).en) = \(second.sum)"
                ),
                first.parts + second.parts
            )
        }
    }

    private func classes(_ rule: ReportRule, _ table: String) -> [ReportFinding] {
        let figures = sheet.format.table(table)?.numbers.map(\.key) ?? []
        var seen: Set<String> = []
        return figures.filter { seen.insert($0).inserted }.compactMap { figure in
            let parts = Applicant.Class.allCases.map { ReportNumber(FigureAsked(figure, applicant: $0)) }
            let whole = ReportNumber(FigureAsked(figure))
            let values = parts.compactMap(exact)
            guard let all = exact(whole), values.count == parts.count, values.reduce(0, +) != all else { return nil }
            return finding(
                rule,
                whole,
                Phrase(
                    zh: "\(names([whole]).zh)：总计 \(all)，各列之和 \(values.reduce(0, +))",
                    en: "\(names([whole]).en): \(all) in all, \(values.reduce(0, +)) in the columns"
                ),
                [whole] + parts
            )
        }
    }

    private func carried(_ rule: ReportRule, _ figure: String, _ from: String, _ each: ReportRule.Each)
        -> [ReportFinding]
    {
        guard let before else { return [] }
        return each.places.compactMap { place in
            guard let number = place(figure), let earlier = place(from), let now = exact(number),
                let then = before[earlier]?.exact, now != then
            else { return nil }
            return finding(
                rule,
                number,
                Phrase(
                    zh: "\(names([number]).zh) = \(now)，上年年报的\(names([earlier]).zh) = \(then)",
                    en: "\(names([number]).en) = \(now); \(names([earlier]).en) of the year before = \(then)"
                ),
                [number]
            )
        }
    }

    private func continued(_ rule: ReportRule, _ figure: String, _ plus: String, _ minus: String?) -> [ReportFinding] {
        let went = minus.map { ReportNumber(text: $0) }
        guard let before, let number = ReportNumber(text: figure), let came = ReportNumber(text: plus),
            let now = exact(number), let then = before[number]?.exact, let added = exact(came),
            let ended = went == nil ? 0 : went.flatMap({ $0 }).flatMap(exact), now != then + added - ended
        else { return [] }
        let sum = "\(then) + \(added)" + (minus == nil ? "" : " − \(ended)") + " = \(then + added - ended)"
        return [
            finding(
                rule,
                number,
                Phrase(zh: "\(names([number]).zh) = \(now)，由上年推算 \(sum)", en: "\(names([number]).en) = \(now); \(sum)"),
                [number, came] + [went].compactMap { $0 ?? nil }
            )
        ]
    }

    private func filled(_ rule: ReportRule, _ table: String, _ isSigned: Bool) -> [ReportFinding] {
        guard let table = sheet.format.table(table) else { return [] }
        return table.labelled.flatMap { row, _ in
            table.cells(of: row).compactMap { $0 }.compactMap { asked in
                let number = ReportNumber(asked)
                if let value = exact(number), isSigned || value >= 0 { return nil }
                return finding(rule, number, gap(sheet.value(of: asked), in: row, suffix(asked)), [number])
            }
        }
    }

    /// What stands where a whole number should, and what to do about it.
    private func gap(_ value: FigureValue, in row: ReportFormat.Row, _ column: Phrase) -> Phrase {
        let cell = Phrase(zh: "「\(row.name.zh)」\(column.zh)", en: "«\(row.name.en)»\(column.en)")
        guard value == .missing else {
            return Phrase(zh: "\(cell.zh)：\(value.text(in: .zh))", en: "\(cell.en): \(value.text(in: .en))")
        }
        return Phrase(
            zh: "\(cell.zh)还没有数字：请在读数台账登记，没有发生的登记0",
            en: "\(cell.en) has no number: write it into the ledger of readings, 0 where there was nothing"
        )
    }

    private func stated(_ rule: ReportRule, _ figure: String, _ section: String, _ words: [String]) -> [ReportFinding] {
        guard let number = ReportNumber(text: figure), let value = exact(number), value > 0 else { return [] }
        let text = plain(section)
        guard !words.contains(where: text.contains) else { return [] }
        let list = words.joined(separator: "、")
        return [
            finding(
                rule,
                number,
                Phrase(zh: "没有写到：\(list)", en: "It does not say: \(list)"),
                [number],
                section: section
            )
        ]
    }

    private func quoted(_ rule: ReportRule, _ figure: String, _ words: [String]) -> [ReportFinding] {
        guard let number = ReportNumber(text: figure), let value = exact(number) else { return [] }
        return sheet.format.sections.flatMap { section in
            QuotedNumbers.numbers(after: words, in: plain(section.key)).filter { $0 != value }.map { quoted in
                finding(
                    rule,
                    number,
                    Phrase(
                        zh: "「\(section.name.zh)」写的是 \(quoted)，\(names([number]).zh) = \(value)",
                        en: "«\(section.name.en)» says \(quoted); \(names([number]).en) = \(value)"
                    ),
                    [number],
                    section: section.key
                )
            }
        }
    }

    private func written(_ rule: ReportRule, _ section: String) -> [ReportFinding] {
        let nothing: Set<String> = ["", "无", "无。", "没有", "没有。", "暂无", "暂无。", "/"]
        let text = plain(section).filter { !$0.isWhitespace }
        guard nothing.contains(text) else { return [] }
        let name = sheet.format.section(section)?.name ?? Phrase(zh: section, en: section)
        return [
            finding(
                rule,
                nil,
                Phrase(zh: "「\(name.zh)」没有内容", en: "«\(name.en)» says nothing"),
                [],
                section: section
            )
        ]
    }

    private func typed(_ rule: ReportRule, _ units: [String]) -> [ReportFinding] {
        sheet.format.sections.flatMap { section in
            typedNumbers(section, units).map { typed in
                ReportFinding(
                    id: "\(rule.key):\(section.key):\(typed)",
                    level: rule.level,
                    rule: rule.says,
                    says: Phrase(
                        zh: "「\(section.name.zh)」中的「\(typed)」是手工填写的",
                        en: "«\(typed)» in «\(section.name.en)» was typed by hand"
                    ),
                    numbers: [],
                    section: section.key
                )
            }
        }
    }

    /// What stands in the template between the figures.
    private func typedNumbers(_ section: ReportFormat.Section, _ units: [String]) -> [String] {
        let literals = (try? ReportTemplate(sheet.text(of: section)))?.literals ?? []
        var seen: Set<String> = []
        return literals.flatMap { QuotedNumbers.typed(in: $0, units: units) }.filter { seen.insert($0).inserted }
    }

    // MARK: Words

    private func finding(
        _ rule: ReportRule,
        _ about: ReportNumber?,
        _ says: Phrase,
        _ numbers: [ReportNumber],
        section: String? = nil
    ) -> ReportFinding {
        let subject = [about?.description, section].compactMap { $0 }.joined(separator: ":")
        return ReportFinding(
            id: "\(rule.key):\(subject)",
            level: rule.level,
            rule: rule.says,
            says: says,
            numbers: numbers,
            section: section
        )
    }

    private func names(_ numbers: [ReportNumber]) -> Phrase {
        let phrases = numbers.map { number -> Phrase in
            let name = sheet.definitions[number.asked.key]?.name
            let end = suffix(number.asked)
            return Phrase(
                zh: (name?.zh ?? number.asked.key) + end.zh,
                en: (name?.en ?? number.asked.key) + end.en
            )
        }
        return Phrase(
            zh: phrases.map(\.zh).joined(separator: " + "),
            en: phrases.map(\.en).joined(separator: " + ")
        )
    }

    /// Which column a number stands in.
    private func suffix(_ asked: FigureAsked) -> Phrase {
        let scope = asked.scope == .total ? Phrase(zh: "（历年累计）", en: " (all years)") : Phrase(zh: "", en: "")
        guard let applicant = asked.applicant?.name else { return scope }
        return Phrase(zh: scope.zh + "（\(applicant.zh)）", en: scope.en + " (\(applicant.en))")
    }

    /// What a section says to a reader.
    private func plain(_ section: String) -> String {
        guard let section = sheet.format.section(section) else { return "" }
        return sheet.blocks(of: section).map(\.plain).joined(separator: "\n")
    }
}

extension ReportBlock {
    /// The words alone.
    package var plain: String {
        switch self {
        case .heading(let runs), .paragraph(let runs): runs.plain
        case .list(let items, _): items.map(\.plain).joined(separator: "\n")
        case .part: ""
        }
    }
}

extension [ReportInline] {
    /// The words alone.
    package var plain: String {
        map { run in
            switch run {
            case .text(let text), .strong(let text), .number(_, let text): text
            }
        }.joined()
    }
}
