import Civil
import Disclosure
import Documents
import Html
import Text
import Web

/// What happened to a case, the newest first, with what each event says.
struct CaseTimeline: Component {
    var reading: CaseReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        let rows = reading.history.events.reversed().enumerated().map { index, event -> HTML in
            """
            <li\(attribute: "class", index == 0 ? "now" : nil)><div>\(reading.name(of: event)[language])</div>\
            <div class="meta">\(event.on.element(in: language)) <span>\(reading.doer(of: event)[language])</span></div>\
            \(words(event, language))\(letter(event, language))\(files(event, language))</li>
            """
        }
        return PagePart(
            Phrase(zh: "办理经过", en: "What happened"),
            id: "events",
            "<ol class=\"history\">\(rows)</ol>"
        ).html(in: language)
    }

    /// Its number, where the public log has its hash, and for those who may know who asked the way to its text.
    private func letter(_ event: CaseEvent, _ language: Language) -> HTML {
        guard let letter = reading.letters.first(where: { $0.place == event.place }) else { return .empty }
        let name = LetterKind.named(letter.kind)?.name ?? Phrase(zh: "文书", en: "Letter")
        let line: HTML = "<p class=\"small\">\(name[language]) \(letter.number) <code>\(letter.leafID)</code></p>"
        guard reading.reach.readsApplicant else { return line }
        return line + opening("letters/\(letter.place)", Phrase(zh: "打开文书", en: "Open the letter"))
    }

    /// A button that opens something once, which is written down.
    private func opening(_ path: String, _ act: Phrase) -> HTML {
        let address = visit.links.office("/cases/\(reading.file.id)/\(path)")
        return """
            <form action="\(url: address)" method="post">\(visit.formToken.html(in: visit.language))\
            \(Button(act: act, weight: .second).html(in: visit.language))</form>
            """
    }

    /// What the applicant added: its kind and size, and for those who may know who asked its name and the way to it.
    private func files(_ event: CaseEvent, _ language: Language) -> HTML {
        reading.files.filter { $0.place == event.place }.map { file -> HTML in
            let facts: HTML = "<span class=\"quiet\">\(file.kind.name[language]) · \(file.size.fileSize)</span>"
            guard reading.reach.readsApplicant else { return "<p class=\"small\">\(facts)</p>" }
            return """
                <p class="small">\(HTML.record(file.name, in: language)) \(facts)</p>\
                \(opening("files/\(file.id)", Phrase(zh: "打开材料", en: "Open the file")))
                """
        }.joined()
    }

    private func words(_ event: CaseEvent, _ language: Language) -> HTML {
        guard let words = reading.words[event.place] else { return .empty }
        // In the order in which the form asked.
        let asked = reading.procedure.event(event.event)?.questions.map(\.key) ?? []
        let place = { (entry: ItemContent.Entry) in asked.firstIndex(of: entry.key) ?? asked.count }
        let rows = words.entries.sorted { place($0) < place($1) }.map { entry -> SummaryList.Row in
            let (label, text) = shown(entry, event, language)
            return SummaryList.Row(label: label, value: HTML.lines(reading.reach.shown(text), in: language))
        }
        return SummaryList(rows: rows).html(in: language)
    }

    private func shown(_ entry: ItemContent.Entry, _ event: CaseEvent, _ language: Language) -> (Phrase, String) {
        if let field = reading.procedure.event(event.event)?.questions.first(where: { $0.key == entry.key }) {
            return (field.name, field.displayText(of: entry.text, language: language))
        }
        switch entry.key {
        case "officer":
            let name = reading.officers.first { $0.id.text == entry.text }?.name
            return (Phrase(zh: "办件人员", en: "Officer"), name ?? entry.text)
        case "section":
            let name = reading.sections.first { $0.id.text == entry.text }?.name[language]
            return (Phrase(zh: "科室", en: "Section"), name ?? entry.text)
        case "reason": return (Phrase(zh: "理由", en: "Reason"), entry.text)
        case "case": return (Phrase(zh: "相关办件", en: "Cases"), entry.text)
        case "kept": return (Phrase(zh: "本件办理的事项", en: "Matter of this case"), entry.text)
        default: return (Phrase(zh: "内容", en: "Text"), entry.text)
        }
    }
}

/// Every clock of a case with its whole explanation, the one that counts last started first.
struct CaseClocksView: Component {
    var reading: CaseReading
    var app: App

    func html(in language: Language) -> HTML {
        let approvers = reading.names
        let main = reading.history.mainClock()?.key
        let clocks = reading.history.shownClocks(approvers: approvers, in: app)
        let ordered = clocks.filter { $0.key == main } + clocks.filter { $0.key != main }.reversed()
        let none = Phrase(zh: "这类办件没有规定的时限，或者还没有起算。", en: "No limit is set for it, or none has begun.")
        let parts = ordered.enumerated().map { index, running in
            index == 0 ? clock(running, language) : folded(running, language)
        }
        return PagePart(
            Phrase(zh: "时限", en: "Time limits"),
            id: "clocks",
            parts.isEmpty ? "<p>\(none[language])</p>" : parts.joined()
        ).html(in: language)
    }

    private func folded(_ running: CaseClocks.Running, _ language: Language) -> HTML {
        let duty = Phrase(running.clock.limit.duty)
        return "<details><summary>\(duty[language])</summary>\(clock(running, language))</details>"
    }

    private func clock(_ running: CaseClocks.Running, _ language: Language) -> HTML {
        let today = app.now().date
        do {
            let deadline = try running.clock.deadline(in: app.holidays, asOf: running.stoppedOn ?? today)
            let drawn = try Clock(deadline, on: today, doneOn: running.stoppedOn, holidays: app.holidays)
            let provisional = Phrase(
                zh: "尚未确认收到，暂按提交之日计算；过期同样视为逾期。",
                en: "Not confirmed yet: counted from the day it was sent, and late all the same when that passes."
            )
            let note: HTML = running.isProvisional ? "<p class=\"hint\">\(provisional[language])</p>" : .empty
            return """
                \(note)\(drawn.html(in: language))<details><summary>\
                \(Phrase(zh: "日历图", en: "As a calendar")[language])</summary>\
                \(DeadlineCalendar(deadline).html(in: language))</details>
                """
        } catch {
            let unknown = Phrase(
                zh: "这一年的放假安排尚未录入，暂不能计算时限。",
                en: "The holidays of that year are not known yet, so the limit cannot be counted."
            )
            return "<p>\(unknown[language])</p>"
        }
    }
}
