package import Civil
package import Database
import Text

/// Something happens to a case: by its officer, an approver, the applicant, or the program at night.
package struct RecordEvent: UseCase {
    package var file: ID<CaseFile>
    /// Key of the procedure's event.
    package var event: String
    /// How many events the case had when the form was shown; nil where nothing was shown.
    package var base: Int?
    /// The day that it happened; today if nil.
    package var on: CivilDate?
    /// Answers to the event's questions.
    package var typed: [String: String]
    /// Whether it happens to the cases that are handled together with this one as well.
    package var isForMerged: Bool
    package var by: Author

    /// Who records it.
    package enum Author: Sendable, Hashable {
        case staff(Actor)
        /// The applicant, who has shown the code and the contact of the case.
        case applicant
        case program

        var actor: Actor? {
            if case .staff(let actor) = self { actor } else { nil }
        }
    }

    package init(
        _ event: String,
        to file: ID<CaseFile>,
        base: Int? = nil,
        on: CivilDate? = nil,
        typed: [String: String] = [:],
        isForMerged: Bool = false,
        by: Author
    ) {
        self.file = file
        self.event = event
        self.base = base
        self.on = on
        self.typed = typed
        self.isForMerged = isForMerged
        self.by = by
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        guard let file = try tx.cases.find(file) else { throw Refusal.notFound }
        var history = try CaseHistory(file, tx, in: app)
        if let actor = by.actor { try actor.requireReach(of: file, under: history.procedure) }
        guard let rule = history.procedure.event(event) else { throw Refusal.notFound }
        let performer = try performer(of: rule)
        if let base, base != file.events { throw CaseRefusal.changed }
        let day = on ?? app.now().date
        try history.require(rule, on: day, by: by.actor?.person, in: app)
        let (content, problems) = history.check(rule, typed, on: day, in: app)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        history.add(
            rule,
            CaseHistory.Entry(
                on: day,
                choice: content["outcome"] ?? content["result"] ?? content["rating"],
                days: content["days"].flatMap { Int($0) },
                fen: content["amount"].flatMap { Int64($0) },
                performer: performer,
                person: by.actor?.person
            ),
            in: app
        )
        try save(history, content, tx, app)
        if isForMerged { try recordOnMerged(tx, app) }
        return history.file
    }

    /// All of them or none: the first that it cannot happen to is named.
    private func recordOnMerged(_ tx: any SQLConnection, _ app: App) throws {
        for other in try tx.cases.others(of: file, .merged) where other.isOpen {
            do {
                _ = try RecordEvent(event, to: other.id, on: on, typed: typed, by: by).perform(tx, in: app)
            } catch let refusal as Refusal {
                throw CaseRefusal.onMerged(other, refusal)
            }
        }
    }

    /// As whom the author does it.
    private func performer(of rule: Procedure.Event) throws -> Performer {
        switch by {
        case .applicant where rule.by.contains(.applicant): return .applicant
        case .program where rule.by.contains(.program): return .program
        case .applicant, .program: throw Refusal.notFound
        case .staff(let actor):
            let able = rule.by.first { performer in performer.act.map { actor.may($0) } ?? false }
            if let able { return able }
            guard let needed = rule.by.compactMap(\.act).first else { throw CaseRefusal.notForStaff(rule) }
            throw Refusal.notAllowed(needed)
        }
    }

    private func save(_ history: CaseHistory, _ content: ItemContent, _ tx: any SQLConnection, _ app: App) throws {
        let file = history.file
        guard let event = history.events.last else { return }
        try tx.cases.insert(event, of: file.id)
        try tx.cases.insert(content, .event(event.place), of: file.id, in: app)
        if history.procedure.event(event.event)?.letter != nil {
            let applicant = Applicant(try tx.cases.words(.applicant, of: file.id, in: app) ?? ItemContent())
            try WriteLetter(history: history, content: content, applicant: applicant).write(tx, in: app)
        }
        try tx.cases.update(file)
        try tx.cases.save(history.clocks(), of: file, in: app)
        try history.follow(tx, in: app)
        guard let actor = by.actor else {
            try tx.audit.record(
                "case.respond",
                of: "case",
                file.id.text,
                detail: event.event,
                by: nil,
                agency: file.agency,
                in: app
            )
            return
        }
        let act = event.performer == .approver ? "case.decide" : "case.handle"
        try tx.audit.record(act, of: "case", file.id.text, detail: event.event, by: actor, in: app)
    }
}

/// Why something cannot happen to a case now.
enum CaseRefusal {
    static let changed = Refusal.conflict(
        Phrase(
            zh: "这件办件在您填写时已有新的进展，您填写的内容还在下面；请看过最新进展后再提交",
            en:
                "Something has happened to this case meanwhile. What you typed is kept below; look at it and send it again"
        )
    )

    static func onMerged(_ other: CaseFile, _ refusal: Refusal) -> Refusal {
        .wrongState(
            Phrase(
                zh: "没有保存：并案的「\(other.number)」不能同时登记（\(refusal.words.zh)）。可以不勾选并案办件，或者先取消并案",
                en:
                    "Nothing was saved: it cannot happen to «\(other.number)», which goes with this case (\(refusal.words.en)). Record it without the others, or part them first"
            )
        )
    }

    static func notForStaff(_ rule: Procedure.Event) -> Refusal {
        .wrongState(
            Phrase(
                zh: "「\(rule.name.zh)」由申请人办理或者由系统自动记录，不能由工作人员登记",
                en: "«\(rule.name.en)» comes from the applicant or the program; staff cannot record it"
            )
        )
    }
}
