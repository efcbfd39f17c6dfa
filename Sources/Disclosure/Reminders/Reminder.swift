package import Civil
import Database
package import Text

/// Something that somebody should see to, found by a nightly task and gone as soon as its cause is (规则: 到期提醒).
package struct Reminder: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case lateItem = "late-item"
        case refusalReview = "refusal-review"
        case deadLink = "dead-link"
        case handOver = "hand-over"
        case accidentReport = "accident-report"
        case commentOutcome = "comment-outcome"
        case holidayTable = "holiday-table"
        case caseClock = "case-clock"
        case caseMessage = "case-message"
        case silentCase = "silent-case"
        case caseReview = "case-review"
        case lostNotice = "lost-notice"
        case missingReading = "missing-reading"
    }

    package var agency: ID<Agency>
    package var kind: Kind
    /// What it is about within its kind: an item, a channel, a year.
    package var subject: String
    /// The item that it leads to, if it is about one.
    package var item: ID<Item>?
    /// The case that it leads to, if it is about one.
    package var caseFile: ID<CaseFile>?
    /// Since when its cause exists.
    package var since: Instant
    /// A number or a code that its words need; never personal data.
    package var detail: String

    package init(
        agency: ID<Agency>,
        kind: Kind,
        subject: String,
        item: ID<Item>? = nil,
        caseFile: ID<CaseFile>? = nil,
        since: Instant,
        detail: String = ""
    ) {
        self.agency = agency
        self.kind = kind
        self.subject = subject
        self.item = item
        self.caseFile = caseFile
        self.since = since
        self.detail = detail
    }
}

extension Reminder.Kind {
    /// Who is reminded.
    package var roles: Set<Role> {
        switch self {
        case .lateItem, .refusalReview, .deadLink, .handOver, .commentOutcome: [.disclosureOfficer]
        case .accidentReport: [.disclosureOfficer, .administrator]
        case .holidayTable: [.administrator]
        case .caseClock, .caseMessage: [.caseOfficer, .disclosureOfficer, .approver]
        case .lostNotice: [.caseOfficer, .disclosureOfficer]
        case .silentCase: [.disclosureOfficer, .administrator]
        case .caseReview, .missingReading: [.disclosureOfficer]
        }
    }

    /// Whether it is for the officer of the case and those who lead the office, and for no other officer.
    var isPersonal: Bool { [.caseClock, .caseMessage, .lostNotice].contains(self) }

    package var name: Phrase {
        switch self {
        case .lateItem: Phrase(zh: "逾期未公开", en: "Past its time limit")
        case .refusalReview: Phrase(zh: "不予公开的信息应再次评估", en: "A refusal to be assessed again")
        case .deadLink: Phrase(zh: "公布地址打不开", en: "An address that does not open")
        case .handOver: Phrase(zh: "尚未移送档案馆、图书馆", en: "Not yet handed to archives or library")
        case .accidentReport: Phrase(zh: "事故调查报告页面异常", en: "Accident report not reachable")
        case .commentOutcome: Phrase(zh: "意见征集已结束，结果尚未公布", en: "Comments closed, outcome not published")
        case .holidayTable: Phrase(zh: "缺少下一年的放假安排", en: "Holidays of the coming year missing")
        case .caseClock: Phrase(zh: "办件期限临近或已过", en: "Time limits of cases")
        case .caseMessage: Phrase(zh: "申请人留言待回复", en: "Messages of applicants to answer")
        case .silentCase: Phrase(zh: "超过三个月没有回应", en: "Unanswered for three months")
        case .caseReview: Phrase(zh: "不予公开的申请应再次评估", en: "A refused request to be assessed again")
        case .lostNotice: Phrase(zh: "邮件提醒未能送达", en: "A notice that did not arrive")
        case .missingReading: Phrase(zh: "上一年的读数还没有登记", en: "A reading of the past year is missing")
        }
    }
}

/// Reminders in the database.
package struct ReminderStore {
    let tx: any SQLConnection

    /// Makes the reminders of a kind what was found: the new ones come, those whose cause is gone go.
    func replace(_ kind: Reminder.Kind, with found: [Reminder]) throws {
        let before = Set(try tx.rows("SELECT * FROM reminder WHERE kind = \(kind.rawValue)").map(Reminder.init))
        let after = Set(found)
        for gone in before.subtracting(after) {
            try tx.execute(
                """
                DELETE FROM reminder
                WHERE agency = \(gone.agency) AND kind = \(kind.rawValue) AND subject = \(gone.subject)
                """
            )
        }
        for new in after.subtracting(before) { try insert(new) }
    }

    /// The same for causes that do not say since when they exist: one that was found before keeps its first day.
    func renew(_ kind: Reminder.Kind, with found: [Reminder]) throws {
        let rows = try tx.rows("SELECT * FROM reminder WHERE kind = \(kind.rawValue)").map(Reminder.init)
        let since = Dictionary(
            rows.map { (Subject(agency: $0.agency, text: $0.subject), $0.since) },
            uniquingKeysWith: { first, _ in first }
        )
        try replace(
            kind,
            with: found.map { reminder in
                var reminder = reminder
                reminder.since =
                    since[Subject(agency: reminder.agency, text: reminder.subject)] ?? reminder.since
                return reminder
            }
        )
    }

    private struct Subject: Hashable {
        var agency: ID<Agency>
        var text: String
    }

    /// Puts one in place of whatever was said of the same subject before.
    func put(_ reminder: Reminder) throws {
        try tx.execute(
            """
            DELETE FROM reminder
            WHERE agency = \(reminder.agency) AND kind = \(reminder.kind.rawValue) AND subject = \(reminder.subject)
            """
        )
        try insert(reminder)
    }

    private func insert(_ reminder: Reminder) throws {
        try tx.execute(
            """
            INSERT INTO reminder (agency, kind, subject, item, case_file, since, detail)
            VALUES (\(reminder.agency), \(reminder.kind.rawValue), \(reminder.subject), \(reminder.item),
                \(reminder.caseFile), \(reminder.since), \(reminder.detail))
            ON CONFLICT (agency, kind, subject) DO NOTHING
            """
        )
    }
}

extension SQLConnection {
    package var reminders: ReminderStore { ReminderStore(tx: self) }
}

extension Reminder {
    init(_ row: SQLRow) throws {
        self.init(
            agency: try row.id("agency"),
            kind: try row.choice("kind"),
            subject: try row.text("subject"),
            item: try row.optionalID("item"),
            caseFile: try row.optionalID("case_file"),
            since: try row.instant("since"),
            detail: try row.text("detail")
        )
    }
}
