import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One reading with its proof, and what the same number was before.
enum ReadingPage {
    static func show(_ visit: Visit) async throws -> Response {
        let id = ID<Reading>(try visit.parameter("id"))
        let (frame, reading, history, names) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let reading = try tx.readings.require(id, of: frame.agency.id)
            let history = try tx.readings.history(of: reading)
            return (frame, reading, history, try tx.people.names(of: Set(history.map(\.recordedBy))))
        }
        let language = visit.language
        let figures = visit.app.figures.all(of: frame.agency)
        let shown = ShownReading(reading, figures)
        let correct = Button(
            act: Phrase(zh: "更正这条读数", en: "Correct this reading"),
            weight: .second,
            does: .leads(to: visit.links.office("\(ReadingListPage.path)/\(id)/correction"))
        )
        let mayCorrect = reading.stands && frame.session.actor.may(.recordReadings)
        return OfficePage(frame, .figures, title: shown.name[language]).response(
            to: visit,
            """
            \(Done.notice(visit))\(replacement(reading, visit))\(facts(shown, names, visit))\
            \(mayCorrect ? "<div class=\"buttons\">\(correct.html(in: language))</div>" : HTML.empty)\
            \(past(history, figures, names, visit))
            """
        )
    }

    private static func replacement(_ reading: Reading, _ visit: Visit) -> HTML {
        guard let later = reading.replacedBy else { return .empty }
        let words = Phrase(zh: "这条读数已经更正，不再计入统计", en: "This reading was corrected and no longer counts")
        let link = Phrase(zh: "看代替它的一条", en: "See what stands in its place")
        return Notice(kind: .care, title: words).html(in: visit.language) + """
            <p><a href="\(url: visit.links.office("\(ReadingListPage.path)/\(later)"))">\(link[visit.language])</a></p>
            """
    }

    private static func facts(_ shown: ShownReading, _ names: [ID<Person>: String], _ visit: Visit) -> HTML {
        let language = visit.language
        let reading = shown.reading
        var rows: [SummaryList.Row] = []
        func add(_ zh: String, _ en: String, _ value: HTML?) {
            if let value { rows.append(.init(label: Phrase(zh: zh, en: en), value: value)) }
        }
        add("数值", "Number", shown.value(visit))
        add("种类", "Kind", HTML(text: reading.kind.name[language]))
        add("日期", "Day", reading.readOn.element(in: language))
        add("从哪里读取", "Where it was read", HTML.record(reading.source, in: language))
        add("凭证", "Evidence", HTML.record(reading.evidence, in: language))
        add("备注", "Note", reading.note.isEmpty ? nil : HTML.record(reading.note, in: language))
        add("更正原因", "Why it was corrected", reading.reason.map { HTML.record($0, in: language) })
        add("登记人", "Recorded by", HTML(text: names[reading.recordedBy] ?? "—"))
        add("登记时间", "Recorded", reading.recordedAt.element(in: language))
        add("指标口径", "How the figure is counted", shown.figure.map { HTML(text: $0.how[language]) })
        return SummaryList(rows: rows).html(in: language)
    }

    private static func past(
        _ history: [Reading],
        _ figures: [Figure],
        _ names: [ID<Person>: String],
        _ visit: Visit
    ) -> HTML {
        guard history.count > 1 else { return .empty }
        let language = visit.language
        let title = Phrase(zh: "更正历史", en: "Corrections")
        let table = DataTable(
            caption: title,
            columns: [
                .init(label: Phrase(zh: "登记时间", en: "Recorded")), .init(label: Phrase(zh: "数值", en: "Number")),
                .init(label: Phrase(zh: "日期", en: "Day")), .init(label: Phrase(zh: "更正原因", en: "Why")),
                .init(label: Phrase(zh: "登记人", en: "By")),
            ],
            rows: history.reversed().map { reading in
                [
                    .markup(reading.recordedAt.element(in: language)),
                    .markup(ShownReading(reading, figures).value(visit)),
                    .markup(reading.readOn.element(in: language)), reading.reason.map { .text($0) } ?? .blank,
                    .text(names[reading.recordedBy] ?? "—"),
                ]
            },
            id: "history"
        )
        return PagePart(title, table.html(in: language)).html(in: language)
    }
}
