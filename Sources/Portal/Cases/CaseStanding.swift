import Civil
import Disclosure
import Html
import Text
import Web

/// Where a case stands and for whom it waits, in words for its applicant.
struct CaseStanding: Sendable {
    var state: Phrase
    var waits: Phrase

    init(_ history: CaseHistory) {
        let found = history.procedure.state(history.file.state)
        state = found?.name ?? Phrase(zh: history.file.state, en: history.file.state)
        waits =
            switch found?.waits {
            case .office, nil: Phrase(zh: "等本机关办理", en: "the agency is to act")
            case .approver: Phrase(zh: "等本机关负责人签发", en: "a leader of the agency is to sign")
            case .applicant: Phrase(zh: "等您办理", en: "you are to act")
            case .others: Phrase(zh: "等其他单位答复或者处理", en: "others are to answer")
            case .nobody: Phrase(zh: "已经结束", en: "it is closed")
            }
    }

    /// The same as a heading.
    var call: Phrase { Phrase(zh: "\(state.zh)，\(waits.zh)", en: "\(state.en): \(waits.en)") }

    var sentence: Phrase { Phrase(zh: "\(state.zh)，\(waits.zh)。", en: "\(state.en): \(waits.en).") }
}

/// The clocks of a case that matter to its applicant, each with how it was counted, as lines and as a calendar.
struct CaseClockList: Sendable {
    var history: CaseHistory
    /// Who granted extensions.
    var approvers: [ID<Person>: String] = [:]
    /// Only the one by which the case has to be closed.
    var isMainOnly = false

    func html(_ visit: Visit) -> HTML {
        let main = Set(history.procedure.clocks.filter(\.isMain).map(\.key))
        let shown = history.shownClocks(approvers: approvers, in: visit.app).filter {
            main.contains($0.key) || ($0.stoppedOn == nil && !isMainOnly)
        }
        return provisional(shown, visit.language) + shown.map { clock($0, visit) }.joined()
    }

    private func clock(_ running: CaseClocks.Running, _ visit: Visit) -> HTML {
        let language = visit.language
        let today = visit.app.now().date
        let holidays = visit.app.holidays
        let drawn: HTML
        do {
            let deadline = try running.clock.deadline(in: holidays, asOf: running.stoppedOn ?? today)
            let clock = try Clock(deadline, on: today, doneOn: running.stoppedOn, holidays: holidays)
            drawn = """
                \(clock.html(in: language))<details><summary>\(Phrase(zh: "日历图", en: "Calendar")[language])</summary>\
                \(DeadlineCalendar(deadline).html(in: language))</details>
                """
        } catch {
            let words = (error as? NoDeadline)?.words ?? (error as? OutsideHolidayTable)?.words
            drawn = Notice(
                title: Phrase(zh: "期限暂时无法计算", en: "The time limit cannot be counted yet"),
                text: words.map { Phrase($0) }
            ).html(in: language)
        }
        return "<h3>\(name(of: running)[language])</h3>\(drawn)"
    }

    private func name(of running: CaseClocks.Running) -> Phrase {
        let duty = running.clock.limit.duty
        return Phrase(zh: "期限：\(duty.zh)", en: "Time to \(duty.en)")
    }

    /// What arrives over the internet begins with its confirmation (条例 art 31).
    private func provisional(_ shown: [CaseClocks.Running], _ language: Language) -> HTML {
        guard shown.contains(where: { $0.isProvisional && $0.stoppedOn == nil }) else { return .empty }
        let words = Phrase(
            zh: "本机关还要与您确认收到，期限从确认之日起算；在此之前先从提交之日计算，供您参考。",
            en:
                "The agency still has to confirm receipt; the time counts from that day. Until then it is shown from the day of filing."
        )
        return "<p>\(words[language])</p>"
    }
}
