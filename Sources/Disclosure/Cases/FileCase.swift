package import Civil
package import Database
import Logging
import Text

/// A case comes in: from the portal without an account, or entered by a clerk from a letter, a fax, the counter.
package struct FileCase: UseCase {
    package struct Filed: Sendable {
        package var file: CaseFile
        /// With it, and with their telephone or e-mail, applicants follow the case.
        package var code: String
    }

    package var agency: ID<Agency>
    package var kind: String
    package var channel: IntakeChannel
    package var applicant: Applicant
    /// What is asked, by the keys of the procedure's fields.
    package var typed: [String: String]
    /// The day on which it arrived; today if nil.
    package var receivedOn: CivilDate?
    /// Where it was imported from.
    package var source: String?
    /// The clerk who enters it; nil for the portal.
    package var actor: Actor?
    /// The applicant wants notices by e-mail.
    package var wantsNotices: Bool

    package init(
        agency: ID<Agency>,
        kind: String,
        channel: IntakeChannel = .portal,
        applicant: Applicant,
        typed: [String: String],
        receivedOn: CivilDate? = nil,
        source: String? = nil,
        actor: Actor? = nil,
        wantsNotices: Bool = false
    ) {
        self.agency = agency
        self.kind = kind
        self.channel = channel
        self.applicant = applicant
        self.typed = typed
        self.receivedOn = receivedOn
        self.source = source
        self.actor = actor
        self.wantsNotices = wantsNotices
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Filed {
        let today = app.now().date
        let day = receivedOn ?? today
        let procedure = try rules(on: day, in: app)
        let (content, problems) = check(procedure, day, today)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        do {
            return try record(content, under: procedure, on: day, tx, app)
        } catch let failure as KeyRing.Failure {
            app.logger.error("a case could not be sealed", metadata: ["error": "\(failure)"])
            throw Refusal.wrongState(
                Phrase(
                    zh: "现在不能安全地保存，您写的内容还在页面上；请稍后再试，或者当面、邮寄提交",
                    en:
                        "Nothing can be stored safely now. What you wrote is still on the page; try later, or bring or post it"
                )
            )
        }
    }

    /// Without a key nothing is stored in the open.
    private func record(
        _ content: ItemContent,
        under procedure: Procedure,
        on day: CivilDate,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Filed {
        let code = ReceiptCode.make(in: app)
        var history = CaseHistory(try file(procedure, day, tx, app), procedure: procedure)
        let staff = actor.map(\.person)
        history.add(
            .filed,
            .init(on: day, performer: actor == nil ? .applicant : .officer, person: staff),
            in: app
        )
        if let beginning = procedure.beginning(for: content), !needsConfirmation(procedure) {
            let entry = CaseHistory.Entry(on: day, performer: actor == nil ? .program : .officer, person: staff)
            history.add(beginning, entry, in: app)
        }
        try tx.cases.insert(history.file, code: code)
        for event in history.events { try tx.cases.insert(event, of: history.file.id) }
        try tx.cases.save(history.clocks(), of: history.file, in: app)
        try tx.cases.insert(
            applicant.isBlank ? ItemContent() : applicant.content,
            .applicant,
            of: history.file.id,
            in: app
        )
        try tx.cases.insert(content, .content, of: history.file.id, in: app)
        try WriteLetter(history: history, content: ItemContent(), applicant: applicant).write(tx, in: app)
        if wantsNotices, procedure.allowsNotices, app.settings.mail != nil {
            try tx.notices.begin(for: history.file.id, at: app.now())
        }
        try audit(history.file, tx, app)
        return Filed(file: history.file, code: code)
    }

    /// What is missing or wrong, before anything is filed.
    ///
    /// - Throws: `Refusal.notFound` where there is no such kind of case, or none that comes this way; for a clerk it stands
    ///   beside the day or the way.
    package func problems(in app: App) throws -> [FieldProblem] {
        let today = app.now().date
        let day = receivedOn ?? today
        return check(try rules(on: day, in: app), day, today).1
    }

    private func rules(on day: CivilDate, in app: App) throws -> Procedure {
        if let actor {
            try actor.require(.handleCases)
            guard actor.agency == agency else { throw Refusal.notFound }
        }
        // What a clerk mistypes is said beside its field; the portal offers nothing else than what there is.
        let mayBeMistyped = actor != nil && app.procedures.all.contains { $0.kind == kind }
        guard let procedure = app.procedures.inForce(kind, on: day) else {
            guard mayBeMistyped else { throw Refusal.notFound }
            throw Refusal.invalid([
                FieldProblem(
                    "received-on",
                    zh: "收到日期那天还没有这类办件的办理规定，请核对日期",
                    en: "No procedure of that kind was in force on that day; check the day"
                )
            ])
        }
        guard procedure.intake.contains(where: { $0.channel == channel }) else {
            guard mayBeMistyped else { throw Refusal.notFound }
            throw Refusal.invalid([
                FieldProblem(
                    "channel",
                    zh: "按收到日期那天的办理规定，这类办件不能以这种方式提出，请核对来件方式和收到日期",
                    en: "By the procedure of that day it does not come that way; check the way and the day"
                )
            ])
        }
        return procedure
    }

    private func needsConfirmation(_ procedure: Procedure) -> Bool {
        procedure.intake.first { $0.channel == channel }?.needsConfirmation ?? false
    }

    private func check(_ procedure: Procedure, _ day: CivilDate, _ today: CivilDate) -> (ItemContent, [FieldProblem]) {
        var (content, problems) = procedure.fields.checked(typed, in: FieldContext(today: today))
        problems += applicant.problems(under: procedure.applicant)
        if wantsNotices, procedure.allowsNotices, !applicant.email.contains("@") {
            problems.append(FieldProblem("email", zh: "要接收邮件提醒，请填写电子邮箱", en: "For notices by e-mail, give your e-mail"))
        } else if wantsNotices, procedure.allowsNotices, MailAddress(applicant.email) == nil {
            problems.append(
                FieldProblem(
                    "email",
                    zh: "不能向这个邮箱发送提醒，请换一个或者取消勾选邮件提醒",
                    en: "Notices cannot be sent to this address; give another one, or do without notices"
                )
            )
        }
        if day > today {
            problems.append(FieldProblem("received-on", zh: "收到日期不能晚于今天", en: "It cannot have come after today"))
        }
        return (content, problems)
    }

    private func file(
        _ procedure: Procedure,
        _ day: CivilDate,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> CaseFile {
        let serial = try tx.agencies.nextSerial(of: agency, scope: "case/\(kind)/\(day.year)")
        let mark = try tx.sealingKeys.marking(in: app).flatMap { ApplicantMark(applicant, with: $0, in: app) }
        return CaseFile(
            id: app.newID(),
            agency: agency,
            kind: kind,
            procedure: procedure.key,
            number: "〔\(day.year)〕\(procedure.word)\(serial)号",
            channel: channel,
            source: source,
            state: procedure.arrival.key,
            isOpen: true,
            events: 0,
            applicantClass: applicant.kind,
            applicantMark: mark?.text,
            markKey: mark?.keyID,
            filedAt: app.now(),
            receivedOn: day,
            isConfirmed: false
        )
    }

    private func audit(_ file: CaseFile, _ tx: any SQLConnection, _ app: App) throws {
        if let actor {
            try tx.audit.record("case.file", of: "case", file.id.text, detail: file.kind, by: actor, in: app)
        } else {
            try tx.audit.record(
                "case.receive",
                of: "case",
                file.id.text,
                detail: file.kind,
                by: nil,
                agency: agency,
                in: app
            )
        }
    }
}

extension [Field] {
    /// The canonical content of what was typed into these fields, and every problem in their order.
    func checked(_ typed: [String: String], in context: FieldContext) -> (
        content: ItemContent, problems: [FieldProblem]
    ) {
        var content = ItemContent()
        var problems: [String: FieldProblem] = [:]
        for field in self {
            let read = field.read(field.input(of: typed), in: context)
            content[field.key] = read.canonical
            problems[field.key] = read.problem
        }
        for field in self where content[field.key] == nil && field.required.holds(for: content) {
            problems[field.key] = FieldProblem(
                field.key,
                zh: "请填写「\(field.name.zh)」",
                en: "Fill in «\(field.name.en)»"
            )
        }
        return (content, compactMap { problems[$0.key] })
    }
}
