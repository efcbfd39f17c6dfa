import Civil
import Codes
import Database
import Disclosure
import Text
import Web

/// One case with everything that its page shows this person, read in one transaction.
struct CaseReading: Sendable {
    var frame: OfficeFrame
    var history: CaseHistory
    var reach: CaseReach
    var content: ItemContent?
    /// What each event says, by its place; empty for those who may not read it.
    var words: [Int: ItemContent] = [:]
    var letters: [Letter]
    var notices: CaseNotice.Standing
    /// When the refusal is to be assessed again; nil where it is none.
    var reviewOn: CivilDate?
    /// What the applicant added; named for those who may know who asked.
    var files: [CaseAttachment]
    var like: LikeCases
    var related: RelatedCases
    /// Reviews, lawsuits and complaints that name it.
    var remedies: [RemedyEntry]
    /// What was drafted for everybody from it.
    var items: [Item]
    var officers: [Person]
    var sections: [Section]
    var names: [ID<Person>: String]
    /// Requests of the applicant in the month of receipt, this one included; nil where nothing tells who it is.
    var monthCount: Int?

    /// - Throws: `Refusal.notFound` for a case of another agency.
    init(_ visit: Visit, _ id: ID<CaseFile>, _ tx: any SQLConnection) throws {
        frame = try OfficeFrame(visit, tx)
        let app = visit.app
        let file = try tx.cases.require(id, of: frame.agency.id)
        history = try CaseHistory(file, tx, in: app)
        let actor = frame.session.actor
        reach = actor.reach(of: file, under: history.procedure)
        content = reach.readsWords ? try tx.cases.words(.content, of: id, in: app) : nil
        like = try LikeCases(file, content, for: actor, tx, in: app)
        related = try tx.cases.related(to: id)
        remedies = try tx.remedies.about(id)
        items = try tx.cases.items(from: id)
        letters = try tx.letters.all(of: id)
        notices = try tx.notices.standing(of: history, in: app)
        reviewOn = try tx.caseReviews.date(of: id)
        files = try tx.cases.attachments(of: id, opensNames: reach.readsApplicant, in: app)
        officers = try tx.people.caseOfficers(of: frame.agency.id)
        sections = try tx.agencies.sections(of: frame.agency.id)
        names = try tx.people.names(of: Set(history.events.compactMap(\.person) + [file.officer].compactMap { $0 }))
        if reach.readsWords {
            for event in history.events {
                words[event.place] = try tx.cases.words(.event(event.place), of: id, in: app)
            }
        }
        guard let mark = file.applicantMark else { return }
        let first = file.receivedOn.adding(days: 1 - file.receivedOn.day)
        monthCount = try tx.cases.count(
            of: mark,
            file.kind,
            in: file.agency,
            from: first,
            through: first.adding(months: 1).adding(days: -1)
        )
    }

    var file: CaseFile { history.file }
    var procedure: Procedure { history.procedure }
    var actor: Actor { frame.session.actor }

    /// The events that this person can record now.
    var possible: [Procedure.Event] {
        guard reach.handles else { return [] }
        return history.possible.filter { $0.by.contains { $0.act.map(actor.may) ?? false } }
    }

    /// What an event is called.
    func name(of event: CaseEvent) -> Phrase {
        if files.contains(where: { $0.place == event.place }) {
            return Phrase(zh: "补充材料", en: "Files added")
        }
        if let common = CaseEvent.Common(rawValue: event.event) { return common.name }
        return procedure.event(event.event)?.name ?? Phrase(zh: event.event, en: event.event)
    }

    /// Who did it.
    func doer(of event: CaseEvent) -> Phrase {
        switch event.performer {
        case .applicant: Phrase(zh: "申请人", en: "The applicant")
        case .program: Phrase(zh: "系统", en: "The program")
        case .officer, .approver:
            event.person.flatMap { names[$0] }.map { Phrase(zh: $0, en: $0) }
                ?? Phrase(zh: "工作人员", en: "Staff")
        }
    }

    /// What the fee would be by either scheme, for whoever sends a fee notice.
    func feeHint(for rule: Procedure.Event) -> Phrase? {
        guard rule.questions.contains(where: { $0.key == EventQuestion.amount.rawValue }), let monthCount,
            rule.questions.contains(where: { $0.key == EventQuestion.pages.rawValue })
        else { return nil }
        let own = InformationFee.byItem(adding: 1, to: monthCount - 1)
        let pages = [31, 100, 200, 300].map { (count: $0, fee: InformationFee.byPage($0)) }
        return Phrase(
            zh: """
                该申请人本月已有\(monthCount)件申请（含本件）。按件计收，本件一个事项应收\(own.yuanText)元；\
                按量计收，30页以内免费，\(pages.map { "\($0.count)页\($0.fee.yuanText)元" }.joined(separator: "，"))。\
                两种方式只能选一种。
                """,
            en: """
                This applicant has \(monthCount) requests this month, this one included. By item, one item of this request \
                costs \(own.yuanText) yuan; by page the first 30 are free, \
                \(pages.map { "\($0.count) pages \($0.fee.yuanText) yuan" }.joined(separator: ", ")). Only one of both applies.
                """
        )
    }
}

extension CaseEvent.Common {
    var name: Phrase {
        switch self {
        case .filed: Phrase(zh: "收到", en: "Arrived")
        case .assigned: Phrase(zh: "分办", en: "Assigned")
        case .message: Phrase(zh: "留言", en: "Message")
        case .note: Phrase(zh: "内部备注", en: "Note for the office")
        case .merged: Phrase(zh: "并案", en: "Handled together")
        case .parted: Phrase(zh: "取消并案", en: "Parted")
        case .split: Phrase(zh: "拆分（一事一申请）", en: "Split, one matter to a case")
        case .drafted: Phrase(zh: "起草公开信息", en: "Item drafted from it")
        }
    }
}
