import Civil
import Database
import Disclosure
import Html
import Text
import Web

/// Reminders as lines: what it is about, since when, and where something can be done about it.
struct ReminderLines: Sendable {
    private var lines: [(reminder: Reminder, title: Phrase)]
    private var visit: Visit
    /// Of the figures whose reading is missing.
    private var lastReadings: [String: LastReading] = [:]

    /// What was written down the time before.
    private struct LastReading: Sendable {
        var words: Phrase

        init(_ reading: Reading, of figure: Figure) {
            let value = Phrase(
                zh: reading.figureValue(of: figure).text(in: .zh),
                en: reading.figureValue(of: figure).text(in: .en)
            )
            words = Phrase(
                zh: "，上次 \(value.zh)\(figure.unit.zh)（\(reading.readOn.chinese)）",
                en: "; last: \(value.en) \(figure.unit.en) on \(reading.readOn.english)"
            )
        }
    }

    init(_ reminders: [Reminder], _ visit: Visit, _ tx: any SQLConnection) throws {
        let agency = try visit.actor().agency
        let titles = try tx.items.titles(of: Set(reminders.compactMap(\.item)), in: agency)
        let numbers = try tx.cases.numbers(of: Set(reminders.compactMap(\.caseFile)), in: agency)
        let channels = try tx.channels.all(of: agency)
        let figures = try tx.agencies.find(agency).map { visit.app.figures.all(of: $0) } ?? []
        for reminder in reminders where reminder.kind == .missingReading {
            guard let figure = figures.first(where: { $0.key == reminder.subject }),
                let last = try tx.readings.standing(of: agency, key: figure.key)
            else { continue }
            lastReadings[figure.key] = LastReading(last, of: figure)
        }
        lines = reminders.map { reminder in
            let title =
                switch reminder.kind {
                case .handOver: channels.first { $0.id.text == reminder.subject }?.name
                case .holidayTable: Phrase(zh: "\(reminder.subject)年", en: reminder.subject)
                case .missingReading: figures.first { $0.key == reminder.subject }?.name
                case .caseClock, .caseMessage, .silentCase, .caseReview, .lostNotice:
                    reminder.caseFile.flatMap { numbers[$0] }.map { Phrase(zh: $0, en: $0) }
                default: reminder.item.flatMap { titles[$0] }.map { Phrase(zh: $0, en: $0) }
                }
            return (reminder, title ?? reminder.kind.name)
        }
        self.visit = visit
    }

    var isEmpty: Bool { lines.isEmpty }

    func html() -> HTML {
        let language = visit.language
        let rows = lines.map { line -> HTML in
            let title = HTML.record(line.title[language], in: language)
            let name = line.reminder.kind.address.map { address -> HTML in
                "<a href=\"\(url: visit.links.office(address(line.reminder)))\">\(title)</a>"
            }
            return """
                <li>\(tag(line.reminder).html(in: language))<div class="what">\(name ?? title) \
                <span class="quiet">\(words(line.reminder)[language])</span></div></li>
                """
        }
        return "<ul class=\"ruled\">\(rows)</ul>"
    }

    private func tag(_ reminder: Reminder) -> Tag {
        switch reminder.kind {
        case .lateItem, .caseClock, .caseMessage:
            return DueTag.tag(due: reminder.since, now: visit.app.now(), holidays: visit.app.holidays)
        case .accidentReport, .silentCase: return Tag(kind: .late, word: reminder.kind.name)
        default: return Tag(kind: .soon, word: reminder.kind.name)
        }
    }

    /// What is the case and what to do.
    private func words(_ reminder: Reminder) -> Phrase {
        let since = (zh: reminder.since.date.chinese, en: reminder.since.date.english)
        switch reminder.kind {
        case .lateItem:
            let duty = visit.app.catalogue.duty(reminder.detail)?.name
            return Phrase(
                zh: "\(duty?.zh ?? reminder.detail)，应于\(since.zh)前公开",
                en: "\(duty?.en ?? reminder.detail), was due on \(since.en)"
            )
        case .refusalReview: return Phrase(zh: "\(since.zh)起应再次评估", en: "to be assessed again since \(since.en)")
        case .deadLink:
            return Phrase(
                zh: "\(since.zh)起打不开，请核对公布地址",
                en: "has not opened since \(since.en); check the address"
            )
        case .handOver:
            return Phrase(
                zh: "\(reminder.detail) 条未移送，最早的\(since.zh)公开",
                en: "\(reminder.detail) items not handed over, the oldest published on \(since.en)"
            )
        case .accidentReport:
            return reminder.detail == "leaf"
                ? Phrase(
                    zh: "\(since.zh)起内容与公开日志不符，请立即联系运维人员",
                    en: "does not agree with the log since \(since.en); call the operator now"
                )
                : Phrase(
                    zh: "\(since.zh)起网页打不开，请立即联系运维人员",
                    en: "its page does not open since \(since.en); call the operator now"
                )
        case .commentOutcome:
            return Phrase(zh: "征求意见\(since.zh)截止，请公布结果", en: "comments closed on \(since.en); publish the outcome")
        case .caseClock:
            let limit = visit.app.procedures.all.lazy.compactMap { $0.clock(reminder.detail)?.limit.duty }.first
            return Phrase(
                zh: "「\(limit?.zh ?? reminder.detail)」期限到\(since.zh)为止",
                en: "time to \(limit?.en ?? reminder.detail) until \(since.en)"
            )
        case .caseMessage:
            return reminder.detail == "grave"
                ? Phrase(
                    zh: "应于\(since.zh)前回复，已超过15个工作日",
                    en: "was to be answered by \(since.en); more than 15 working days have passed"
                )
                : Phrase(zh: "应于\(since.zh)前回复", en: "to be answered by \(since.en)")
        case .silentCase:
            return Phrase(
                zh: "\(since.zh)起超过三个月没有回应，网站检查单项否决（互动回应差），请立即回应",
                en: "unanswered for three months since \(since.en), which fails the whole site; answer it now"
            )
        case .caseReview: return Phrase(zh: "\(since.zh)起应再次评估", en: "to be assessed again since \(since.en)")
        case .lostNotice:
            let reason = CaseNotice.Reason(rawValue: reminder.detail)?.words
            return Phrase(
                zh: "\(since.zh)放弃发送：\(reason?.zh ?? "")；请用其他方式告知申请人",
                en: "given up on \(since.en): \(reason?.en ?? ""); tell the applicant in another way"
            )
        case .missingReading:
            let last = lastReadings[reminder.subject]?.words
            return Phrase(
                zh: "请登记\(visit.app.now().date.year - 1)年的读数\(last?.zh ?? "，以前没有登记过")",
                en: "write down that of \(visit.app.now().date.year - 1)\(last?.en ?? "; there was none before")"
            )
        case .holidayTable:
            return Phrase(
                zh: "系统还没有这一年的放假安排，跨年的期限无法计算，请按国务院办公厅通知导入",
                en:
                    "its holidays are not known yet, so deadlines into it cannot be counted; import them from the notice"
            )
        }
    }
}

extension Reminder.Kind {
    /// Below `/office`, where something can be done about it.
    fileprivate var address: (@Sendable (Reminder) -> String)? {
        switch self {
        case .lateItem, .accidentReport: { "/items/\($0.subject)" }
        case .deadLink: { "/items/\($0.subject)#bonds" }
        case .refusalReview: { "/items/\($0.subject)/assessment" }
        case .handOver: { "/hand-over?channel=\($0.subject)" }
        case .commentOutcome: { "/items/\($0.subject)/outcome" }
        case .caseClock: { "/cases/\($0.caseFile?.text ?? "")#clocks" }
        case .caseMessage, .silentCase, .lostNotice: { "/cases/\($0.subject)" }
        case .caseReview: { "/cases/\($0.subject)/assessment" }
        case .missingReading: { "/readings/new?key=\(queryEncoded($0.subject))" }
        case .holidayTable: { _ in HolidayPages.path }
        }
    }
}
