package import Civil
package import Database

/// Work for later, kept as a row that is written in the transaction that causes it: none is lost, none is made up.
package struct Job: Sendable, Hashable {
    /// What can be done later.
    package enum Task: Sendable, Hashable {
        case deliverItem(ID<Item>)
        /// A signed version whose moment has come.
        case publishItem(ID<Item>)
        /// The text of a stored file, for scanner and search.
        case readFile(String)
        /// Every six hours: files that nothing has.
        case sweepFiles
        /// Every hour: sessions that nobody used for twelve hours end.
        case endStaleSessions
        /// Once a night, the night named by the day on which it ends.
        case nightly(NightlyTask, CivilDate)
        /// One stretch of that night's check of addresses.
        case checkLinks(CivilDate)
        /// Word by e-mail that there is news about a case.
        case sendNotice(CaseNotice)

        var kind: String {
            switch self {
            case .deliverItem: "deliver-item"
            case .publishItem: "publish-item"
            case .readFile: "read-file"
            case .sweepFiles: "sweep-files"
            case .endStaleSessions: "end-stale-sessions"
            case .nightly(let task, _): task.kind
            case .checkLinks: "check-links"
            case .sendNotice: "send-notice"
            }
        }

        var payload: String {
            switch self {
            case .deliverItem(let item), .publishItem(let item): item.text
            case .readFile(let sha256): sha256
            case .sweepFiles, .endStaleSessions: ""
            case .nightly(_, let night), .checkLinks(let night): night.iso
            case .sendNotice(let notice): notice.text
            }
        }

        init?(kind: String, payload: String) {
            switch kind {
            case "deliver-item": self = .deliverItem(ID(payload))
            case "publish-item": self = .publishItem(ID(payload))
            case "read-file": self = .readFile(payload)
            case "sweep-files": self = .sweepFiles
            case "end-stale-sessions": self = .endStaleSessions
            case "check-links":
                guard let night = CivilDate(payload) else { return nil }
                self = .checkLinks(night)
            case "send-notice":
                guard let notice = CaseNotice(text: payload) else { return nil }
                self = .sendNotice(notice)
            default:
                guard let task = NightlyTask(kind: kind), let night = CivilDate(payload) else { return nil }
                self = .nightly(task, night)
            }
        }
    }

    package var id: ID<Job>
    package var kind: String
    package var payload: String
    package var attempts: Int
    package var task: Task? { Task(kind: kind, payload: payload) }

    /// How long after a failure the next try is: a minute, doubling up to six hours.
    static func pause(afterAttempts attempts: Int) -> Int64 { min(360, 1 << Int64(min(attempts - 1, 9))) * 60_000 }
}

/// Jobs in the database.
package struct JobStore {
    let tx: any SQLConnection

    /// How long a claimed job belongs to its worker before another may take it.
    static let claimTime: Int64 = 5 * 60_000

    /// - Parameter key: at most one job with the same key waits at a time.
    package func enqueue(_ task: Job.Task, at due: Instant, key: String? = nil, in app: App) throws {
        try tx.send(
            """
            INSERT INTO job (id, kind, payload, due_at, attempts, unique_key)
            VALUES (\(app.newID(Job.self)), \(task.kind), \(task.payload), \(due), 0, \(key))
            ON CONFLICT (unique_key) DO NOTHING
            """
        )
    }

    /// Claims up to so many due jobs, oldest first.
    ///
    /// One writer at a time makes a claim exclusive.
    func claim(at now: Instant, limit: Int) throws -> [Job] {
        let rows = try tx.rows(
            """
            UPDATE job SET claimed_until = \(now.adding(milliseconds: Self.claimTime)), attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM job WHERE due_at <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(now))
                ORDER BY due_at, id LIMIT \(limit)
            )
            RETURNING id, kind, payload, attempts
            """
        )
        return try rows.map {
            Job(
                id: try $0.id("id"),
                kind: try $0.text("kind"),
                payload: try $0.text("payload"),
                attempts: try $0.number("attempts")
            )
        }
    }

    func finish(_ job: Job) throws {
        try tx.execute("DELETE FROM job WHERE id = \(job.id)")
    }

    func postpone(_ job: Job, to due: Instant, error: String) throws {
        try tx.execute(
            "UPDATE job SET due_at = \(due), claimed_until = NULL, last_error = \(error) WHERE id = \(job.id)"
        )
    }

    /// Jobs that wait or failed and will be tried again.
    package func count() throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM job"))
    }

    /// Jobs that should have been done by now, or were tried and failed; what is planned for later is not among them.
    package func countUndone(at now: Instant) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM job WHERE due_at <= \(now) OR attempts > 0"))
    }

    /// Whether a job of that kind waits, for whatever time.
    func isWaiting(kind: String) throws -> Bool {
        try tx.first("SELECT 1 AS waits FROM job WHERE kind = \(kind) LIMIT 1") != nil
    }

    /// When the oldest waiting job was due, for the readiness page.
    package func oldestDue() throws -> Instant? {
        try tx.first("SELECT min(due_at) AS due FROM job")?.optionalInstant("due")
    }
}

extension SQLConnection {
    package var jobs: JobStore { JobStore(tx: self) }
}
