import Civil
import Crypto
import Database
import Text

/// The job that sends one notice: the address is opened now and kept nowhere else.
///
/// What the mail server took cannot be taken back, so a program that was killed, or a server that fell silent after the
/// message, lets it be sent once more and never a third time. Everything else is tried again with growing pauses, for
/// about a day, and then given up: the officer sees it.
struct SendNotice: Sendable {
    /// Tries before it is given up: with their pauses about a day.
    static let mostTries = 12
    /// How long a try that is not settled may still be under way.
    static let patience: Int64 = 4 * 60_000

    var notice: CaseNotice
    /// Which try of its job this is, from 1.
    var attempt: Int

    private enum Beginning: Sendable {
        case nothingToDo
        case busy
        case lost(CaseNotice.Reason)
        case send(MailMessage)
    }

    func work(in app: App) async throws -> JobWork {
        let beginning = try await app.database.write { tx in try begin(tx, in: app) }
        switch beginning {
        case .nothingToDo: return { _ in }
        case .busy: throw MailFailure.busy
        case .lost(let reason): return giveUp(reason, in: app)
        case .send(let message): return try await send(message, in: app)
        }
    }

    private func send(_ message: MailMessage, in app: App) async throws -> JobWork {
        do throws(MailFailure) {
            try await app.mailer.send(message)
        } catch {
            return try await settle(error, in: app)
        }
        return { tx in try tx.notices.settle(notice, .sent, at: app.now()) }
    }

    private func settle(_ failure: MailFailure, in app: App) async throws -> JobWork {
        switch failure {
        case .refused: return giveUp(.refused, in: app)
        case .notSent, .notSetUp, .busy:
            if attempt >= Self.mostTries { return giveUp(.unreachable, in: app) }
            try await app.database.write { try $0.notices.wait(notice, wasBrokenOff: false) }
        case .unknown:
            try await app.database.write { try $0.notices.wait(notice, wasBrokenOff: true) }
        }
        throw failure
    }

    private func giveUp(_ reason: CaseNotice.Reason, in app: App) -> JobWork {
        { tx in
            try tx.notices.settle(notice, .givenUp, reason, at: app.now())
            guard let file = try tx.cases.find(notice.file) else { return }
            try tx.reminders.put(
                Reminder(
                    agency: file.agency,
                    kind: .lostNotice,
                    subject: file.id.text,
                    caseFile: file.id,
                    since: app.now(),
                    detail: reason.rawValue
                )
            )
        }
    }

    private func begin(_ tx: any SQLConnection, in app: App) throws -> Beginning {
        guard let row = try tx.notices.row(notice), let file = try tx.cases.find(notice.file),
            let agency = try tx.agencies.find(file.agency), let mail = app.settings.mail
        else { return .nothingToDo }
        guard row.state == .waiting || row.state == .sending else { return .nothingToDo }
        if row.state == .sending, row.begunAt.map({ app.now() < $0.adding(milliseconds: Self.patience) }) ?? false {
            return .busy
        }
        // A try that nobody settled: whether it was sent, nobody knows.
        let brokenOff = row.brokenOff + (row.state == .sending ? 1 : 0)
        if brokenOff > 1 { return .lost(.unknown) }
        guard try tx.notices.isOn(for: file.id) else {
            try tx.notices.settle(notice, .stopped, at: app.now())
            return .nothingToDo
        }
        let email = try tx.cases.words(.applicant, of: file.id, in: app)?["email"] ?? ""
        guard let address = MailAddress(email) else { return .lost(.address) }
        try tx.notices.start(notice, brokenOff: brokenOff, at: app.now())
        let words = NoticeText(file: file, agency: agency, notice: notice, publicURL: app.settings.publicURL)
        return .send(
            MailMessage(
                from: mail.from,
                sender: agency.name.zh,
                to: address,
                subject: words.subject,
                text: words.text,
                id: String(SHA256.hex(Array("gongkai notice \(notice.text)".utf8)).prefix(32)),
                at: app.now()
            )
        )
    }
}

extension NoticeStore {
    struct Row {
        var state: CaseNotice.State
        var begunAt: Instant?
        var brokenOff: Int
    }

    func row(_ notice: CaseNotice) throws -> Row? {
        try tx.first("SELECT state, begun_at, broken_off FROM case_notice WHERE \(Self.condition(notice))").map { row in
            Row(
                state: try row.choice("state"),
                begunAt: try row.optionalInstant("begun_at"),
                brokenOff: try row.number("broken_off")
            )
        }
    }

    func start(_ notice: CaseNotice, brokenOff: Int, at now: Instant) throws {
        try tx.send(
            """
            UPDATE case_notice SET state = 'sending', begun_at = \(now), broken_off = \(brokenOff)
            WHERE \(Self.condition(notice))
            """
        )
    }

    /// Back to waiting, after a try that failed.
    func wait(_ notice: CaseNotice, wasBrokenOff: Bool) throws {
        let more = wasBrokenOff ? 1 : 0
        try tx.send(
            """
            UPDATE case_notice SET state = 'waiting', broken_off = broken_off + \(more)
            WHERE \(Self.condition(notice)) AND state = 'sending'
            """
        )
    }

    func settle(_ notice: CaseNotice, _ state: CaseNotice.State, _ reason: CaseNotice.Reason? = nil, at now: Instant)
        throws
    {
        try tx.send(
            """
            UPDATE case_notice SET state = \(state.rawValue), settled_at = \(now), reason = \(reason?.rawValue)
            WHERE \(Self.condition(notice))
            """
        )
    }

    private static func condition(_ notice: CaseNotice) -> SQL {
        "case_file = \(notice.file) AND place = \(notice.place) AND occasion = \(notice.occasion.rawValue)"
    }
}
