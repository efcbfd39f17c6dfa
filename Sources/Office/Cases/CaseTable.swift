import Civil
import Disclosure
import Html
import Text
import Web

/// Cases as rows: the number leads to the case, the last day to its explanation.
struct CaseTable: Sendable {
    var reading: CaseListReading
    var visit: Visit

    func html(_ files: [CaseFile]) throws -> HTML {
        let language = visit.language
        guard !files.isEmpty else {
            return EmptyState(
                whatWouldBeHere: Phrase(zh: "没有符合条件的办件", en: "No such cases"),
                howItGetsHere: Phrase(
                    zh: "网上提交的、窗口登记的和热线导入的办件都会列在这里。",
                    en: "Cases from the site, entered at the counter or imported from the hotline appear here."
                )
            ).html(in: language)
        }
        return DataTable(
            caption: Phrase(zh: "本页 \(files.count) 件", en: "\(files.count) on this page"),
            columns: [
                .init(label: Phrase(zh: "编号", en: "Number")), .init(label: Phrase(zh: "种类", en: "Kind")),
                .init(label: Phrase(zh: "内容", en: "What is asked")), .init(label: Phrase(zh: "状态", en: "State")),
                .init(label: Phrase(zh: "办件人员", en: "Officer")), .init(label: Phrase(zh: "期限", en: "Due")),
            ],
            rows: try files.map(row),
            id: "cases"
        ).html(in: language)
    }

    private func row(_ file: CaseFile) throws -> [DataTable.Cell] {
        let procedure = try visit.app.procedure(of: file)
        let reach = reading.frame.session.actor.reach(of: file, under: procedure)
        let gist = reading.contents[file.id].map { reach.shown(procedure.gist(of: $0)) }
        let closed = Phrase(zh: "保密", en: "kept secret")[visit.language]
        let hidden: DataTable.Cell =
            procedure.protects == .informant ? .markup("<span class=\"quiet\">\(closed)</span>") : .blank
        return [
            .link(file.number, url: visit.links.office("/cases/\(file.id)")),
            .text(procedure.name[visit.language]),
            gist.map { $0.isEmpty ? .blank : .text($0) } ?? hidden,
            .text(procedure.state(file.state)?.name[visit.language] ?? file.state),
            file.officer.map { .text(reading.names[$0] ?? "—") } ?? .blank,
            .markup(due(file, procedure)),
        ]
    }

    /// The last day, explained by pointing at it and in full behind the link.
    private func due(_ file: CaseFile, _ procedure: Procedure) -> HTML {
        let tag = CaseTag.tag(file, in: visit.app)
        let day = file.dueOn.map { "<br>\($0.element(in: visit.language))" as HTML }
        let address = visit.links.office("/cases/\(file.id)") + "#clocks"
        return """
            <a href="\(url: address)"\(attribute: "title", explanation(file, procedure))>\(tag.html(in: visit.language))</a>\
            \(optional: day)
            """
    }

    private func explanation(_ file: CaseFile, _ procedure: Procedure) -> String? {
        let history = CaseHistory(file, events: reading.events[file.id] ?? [], procedure: procedure)
        let today = visit.app.now().date
        guard let main = history.mainClock(),
            let deadline = try? main.clock.deadline(in: visit.app.holidays, asOf: main.stoppedOn ?? today)
        else { return nil }
        return deadline.lines.map { Phrase($0.words)[visit.language] }.joined(separator: "\n")
    }
}

/// The last day of a case in a few words with its urgency.
enum CaseTag {
    static func tag(_ file: CaseFile, in app: App) -> Tag {
        if let onTime = file.isOnTime, !file.isOpen {
            return onTime
                ? Tag(kind: .onTime, word: Phrase(zh: "按时办结", en: "Closed in time"))
                : Tag(kind: .late, word: Phrase(zh: "逾期办结", en: "Closed late"))
        }
        guard file.isOpen else { return Tag(kind: .plain, word: Phrase(zh: "已办结", en: "Closed")) }
        guard let due = file.dueOn else {
            return Tag(kind: .plain, word: undated(file, in: app))
        }
        return inDays(file, due, app) ?? DueTag.tag(due: .end(of: due), now: app.now(), holidays: app.holidays)
    }

    /// Where the law counts in calendar days, so does the tag; nil where it does not.
    private static func inDays(_ file: CaseFile, _ due: CivilDate, _ app: App) -> Tag? {
        let main = app.procedures.named(file.procedure)?.clocks.filter(\.isMain) ?? []
        let isInDays =
            !main.isEmpty
            && main.allSatisfy { clock in
                if case .calendarDays = clock.limit.length { true } else { false }
            }
        let left = app.now().date.days(until: due)
        guard isInDays, left != 0 else { return nil }
        if left < 0 {
            return Tag(
                kind: .late,
                word: Phrase(zh: "已逾期 \(-left) 天", en: left == -1 ? "1 day late" : "\(-left) days late")
            )
        }
        return Tag(
            kind: left <= DueTag.soonFrom ? .soon : .onTime,
            word: Phrase(zh: "还剩 \(left) 天", en: left == 1 ? "1 day left" : "\(left) days left")
        )
    }

    /// Why an open case has no last day.
    private static func undated(_ file: CaseFile, in app: App) -> Phrase {
        let procedure = app.procedures.named(file.procedure)
        if procedure?.clocks.isEmpty == true { return Phrase(zh: "无固定期限", en: "No fixed limit") }
        switch procedure?.state(file.state)?.waits {
        case .applicant, .others: return Phrase(zh: "暂不计时", en: "The clock stands still")
        default: return Phrase(zh: "期限待计算", en: "Not counted yet")
        }
    }
}

/// 受理、办结、办结率、按时办结率 of a month, by kind and together.
struct MonthTable: Component {
    var reading: CaseListReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        let month = reading.month
        let kinds = visit.app.procedures.kinds(on: visit.app.now().date)
        let rows = kinds.compactMap { procedure in
            reading.monthCounts[procedure.kind].map { row(procedure.name[language], $0, language) }
        }
        let table = DataTable(
            caption: Phrase(
                zh: "按时办结率＝按时办结÷（办结＋逾期未办结）",
                en: "In time: closed in time, of those closed and those open past their last day"
            ),
            columns: [
                .init(label: Phrase(zh: "种类", en: "Kind")),
                .init(label: Phrase(zh: "受理", en: "Received"), isNumber: true),
                .init(label: Phrase(zh: "办结", en: "Closed"), isNumber: true),
                .init(label: Phrase(zh: "逾期未办结", en: "Open and late"), isNumber: true),
                .init(label: Phrase(zh: "办结率", en: "Of received, closed"), isNumber: true),
                .init(label: Phrase(zh: "按时办结率", en: "In time"), isNumber: true),
            ],
            rows: rows,
            totals: row(
                Phrase(zh: "合计", en: "Together")[language],
                .total(reading.monthCounts.values),
                language
            ),
            id: "month"
        )
        let before = month.adding(months: -1)
        let earlier = visit.links.office("/cases") + "?month=\(before.iso.prefix(7))"
        return PagePart(
            Phrase(
                zh: "\(month.year)年\(month.month)月办件统计",
                en: "Cases of \(month.iso.prefix(7))"
            ),
            id: "counts",
            """
            \(table.html(in: language))<p><a href="\(url: earlier)#counts">\(Phrase(zh: "上一个月", en: "The month before")[language])</a></p>
            """
        ).html(in: language)
    }

    private func row(_ name: String, _ counts: CaseCounts, _ language: Language) -> [DataTable.Cell] {
        [
            .text(name), .number(counts.received), .number(counts.closed), .number(counts.overdueOpen),
            counts.finishedRate.words.map { .text($0[language]) } ?? .blank,
            counts.onTimeRate.words.map { .text($0[language]) } ?? .blank,
        ]
    }
}
