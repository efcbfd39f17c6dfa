package import Civil
package import Database
package import Text

/// Word by e-mail that there is news about a case: no name, no content, only where to look, and only to applicants who
/// asked for it (个人信息保护法 arts 6, 13).
///
/// Informants get none: an e-mail in their mailbox would say that they reported (安全生产法 art 73).
package struct CaseNotice: Sendable, Hashable {
    /// What it tells of.
    package enum Occasion: String, Sendable, CaseIterable {
        /// Something happened that the applicant sees on the page of the case.
        case event
        /// A term of the applicant ends soon, and the request with it.
        case lapse
    }

    package enum State: String, Sendable, CaseIterable {
        case waiting, sending, sent, stopped
        case givenUp = "given-up"
    }

    /// Why it was given up.
    package enum Reason: String, Sendable, CaseIterable {
        case address, refused, unreachable, unknown

        package var words: Phrase {
            switch self {
            case .address: Phrase(zh: "邮箱地址不能使用", en: "the address cannot be used")
            case .refused: Phrase(zh: "对方邮件服务器拒收", en: "the mail server refused it")
            case .unreachable: Phrase(zh: "多次发送均未成功", en: "many tries failed")
            case .unknown: Phrase(zh: "两次发送后均未得到确认", en: "it was sent twice without an answer")
            }
        }
    }

    package var file: ID<CaseFile>
    /// The event of the case.
    package var place: Int
    package var occasion: Occasion

    package init(_ file: ID<CaseFile>, place: Int, _ occasion: Occasion) {
        self.file = file
        self.place = place
        self.occasion = occasion
    }

    /// As a job carries it; no personal data.
    var text: String { "\(file)/\(place)/\(occasion.rawValue)" }

    init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let place = Int(parts[1]), let occasion = Occasion(rawValue: parts[2]) else {
            return nil
        }
        self.init(ID(parts[0]), place: place, occasion)
    }

    /// How it stands with the notices of a case.
    package struct Standing: Sendable, Hashable {
        /// Whether they can be had at all: e-mail is set up, the applicant left an address, and is no informant.
        package var isOffered = false
        package var isOn = false
        /// The newest that was given up, where none got through after it.
        package var lost: Reason?
    }
}

extension Procedure {
    /// Whether its applicants may have notices by e-mail.
    package var allowsNotices: Bool { protects == .applicant }
}

/// Notices and who wants them, in the database.
package struct NoticeStore {
    let tx: any SQLConnection

    func isOn(for file: ID<CaseFile>) throws -> Bool {
        try tx.exists("SELECT 1 FROM case_subscription WHERE case_file = \(file) AND ended_at IS NULL")
    }

    func begin(for file: ID<CaseFile>, at now: Instant) throws {
        try tx.send(
            """
            INSERT INTO case_subscription (case_file, began_at) VALUES (\(file), \(now))
            ON CONFLICT (case_file) DO UPDATE SET began_at = excluded.began_at, ended_at = NULL
            """
        )
    }

    func end(for file: ID<CaseFile>, at now: Instant) throws {
        try tx.send("UPDATE case_subscription SET ended_at = \(now) WHERE case_file = \(file) AND ended_at IS NULL")
    }

    func erase(_ file: ID<CaseFile>) throws {
        try tx.send("DELETE FROM case_subscription WHERE case_file = \(file)")
        try tx.send("DELETE FROM case_notice WHERE case_file = \(file)")
    }

    /// Writes a notice and the job that sends it, once for each event and occasion.
    func insert(_ notice: CaseNotice, in app: App) throws {
        guard app.settings.mail != nil, try isOn(for: notice.file) else { return }
        let isNew = try tx.execute(
            """
            INSERT INTO case_notice (case_file, place, occasion, state, created_at)
            VALUES (\(notice.file), \(notice.place), \(notice.occasion.rawValue), 'waiting', \(app.now()))
            ON CONFLICT (case_file, place, occasion) DO NOTHING
            """
        )
        guard isNew == 1 else { return }
        try tx.jobs.enqueue(.sendNotice(notice), at: app.now(), key: "send-notice/\(notice.text)", in: app)
    }

    /// How many were sent and given up since an instant, and how many wait.
    package func counts(since: Instant) throws -> (sent: Int, lost: Int, waiting: Int) {
        let rows = try tx.rows(
            """
            SELECT state, count(*) AS n FROM case_notice
            WHERE settled_at IS NULL OR settled_at >= \(since) GROUP BY state
            """
        )
        var counts = (sent: 0, lost: 0, waiting: 0)
        for row in rows {
            let number = try row.number("n")
            let state: CaseNotice.State = try row.choice("state")
            switch state {
            case .sent: counts.sent += number
            case .givenUp: counts.lost += number
            case .waiting, .sending: counts.waiting += number
            case .stopped: break
            }
        }
        return counts
    }

    package func standing(of history: CaseHistory, in app: App) throws -> CaseNotice.Standing {
        guard app.settings.mail != nil, history.procedure.allowsNotices else { return CaseNotice.Standing() }
        let file = history.file.id
        let email = try tx.cases.words(.applicant, of: file, in: app)?["email"] ?? ""
        let last = try tx.first(
            """
            SELECT state, reason FROM case_notice WHERE case_file = \(file) AND state IN ('sent', 'given-up')
            ORDER BY settled_at DESC, place DESC LIMIT 1
            """
        )
        return CaseNotice.Standing(
            isOffered: MailAddress(email) != nil,
            isOn: try isOn(for: file),
            lost: try last?.optionalText("reason").flatMap(CaseNotice.Reason.init)
        )
    }
}

extension SQLConnection {
    package var notices: NoticeStore { NoticeStore(tx: self) }
}
