import Civil
import Database

/// What is looked after every night, each task a job row of its own: one that fails is tried again without the others.
///
/// A task names the night by the day on which it ends. The transaction that does a night's work enqueues the next
/// night, so the chain neither breaks nor doubles; a machine that was off catches up with one run, for a task looks at
/// how things are and not at what happened since.
package enum NightlyTask: String, Sendable, CaseIterable, Hashable {
    /// Items past their time limit that are not public yet (条例 art 26; 双公示 7 working days).
    case lateItems = "late-items"
    /// What has been shown long enough (公示截止期 reached).
    case displayEnds = "display-ends"
    /// The holidays of the coming year are not known yet (国务院办公厅 announces them in the autumn).
    case holidayTable = "holiday-table"
    /// Drafts whose comments are closed and whose outcome is not public (重大行政决策程序暂行条例 art 18).
    case commentOutcomes = "comment-outcomes"
    /// Refusals to be assessed again (条例 art 18).
    case refusals
    /// Addresses of other organs that items lead to.
    case links
    /// What is not yet handed to archives and library (条例 art 25(3)).
    case handOvers = "hand-overs"
    /// Published accident reports, as a reader gets them (安全生产法 art 86).
    case accidentReports = "accident-reports"
    /// Names and words of cases whose time is over (个人信息保护法 art 47).
    case caseErasure = "case-erasure"
    /// Clocks of cases that end soon or have ended (条例 arts 30, 32, 33; 信访工作条例).
    case caseClocks = "case-clocks"
    /// What the public wrote and nobody answered (国办秘函〔2019〕19号: 互动回应差).
    case caseMessages = "case-messages"
    /// Refused requests to be assessed again (条例 art 18).
    case caseReviews = "case-reviews"
    /// Numbers of the past year that nobody wrote down (条例 art 49).
    case missingReadings = "missing-readings"
    /// Files whose text can be read since the program that it takes was installed.
    case unreadFiles = "unread-files"

    /// Two in the morning: the day's clerks are gone, and the dates of the new day hold.
    static let hour: Int64 = 2

    var kind: String { "nightly-\(rawValue)" }

    init?(kind: String) {
        guard kind.hasPrefix("nightly-") else { return nil }
        self.init(rawValue: String(kind.dropFirst("nightly-".count)))
    }

    /// What the night's transaction does; the reading, and all that asks the outside world, is done before it.
    ///
    /// Done twice for one night it must leave behind what one run leaves.
    func work(on night: CivilDate, in app: App) async throws -> JobWork {
        let tonight = try await check(on: night, in: app)
        return { tx in
            try tonight(tx)
            try tx.jobs.enqueueNext(self, after: night, in: app)
        }
    }

    private func check(on night: CivilDate, in app: App) async throws -> JobWork {
        switch self {
        case .lateItems: try await LateItems().reminders(on: night, in: app)
        case .displayEnds: try await EndDisplays().all(in: app)
        case .holidayTable: try await HolidayNotice().reminders(on: night, in: app)
        case .commentOutcomes: try await CommentReminders().reminders(on: night, in: app)
        case .refusals: try await RefusalReview.reminders(on: night, in: app)
        case .links: CheckLinks.begin(on: night, in: app)
        case .handOvers: try await HandOvers.reminders(on: night, in: app)
        case .accidentReports: try await AccidentReports().reminders(on: night, in: app)
        case .caseErasure: EraseCases().work(on: night, in: app)
        case .caseClocks: try await DueCases().reminders(on: night, in: app)
        case .caseMessages: try await UnansweredCases().reminders(on: night, in: app)
        case .caseReviews: try await CaseReviews.reminders(on: night, in: app)
        case .missingReadings: try await MissingReadings().reminders(on: night, in: app)
        case .unreadFiles: try await ReadAgain.begin(in: app)
        }
    }
}

extension JobStore {
    /// The next night of a task, once.
    ///
    /// - Parameter done: the night that was worked, which never comes again, even where the clock was set back.
    func enqueueNext(_ task: NightlyTask, after done: CivilDate? = nil, in app: App) throws {
        var night = app.now().date
        if Self.time(of: night) <= app.now() { night = night.adding(days: 1) }
        if let done, night <= done { night = done.adding(days: 1) }
        try enqueue(
            .nightly(task, night),
            at: Self.time(of: night),
            key: "\(task.kind)/\(night.iso)",
            in: app
        )
    }

    private static func time(of night: CivilDate) -> Instant {
        Instant.start(of: night).adding(milliseconds: Instant.hours(NightlyTask.hour))
    }
}

extension App {
    /// Sees to it that every nightly task has its next night: at the first start, and after an update that brings new tasks.
    package func scheduleNightlyJobs() async throws {
        try await database.write { tx in
            for task in NightlyTask.allCases where try !tx.jobs.isWaiting(kind: task.kind) {
                try tx.jobs.enqueueNext(task, in: self)
            }
        }
    }
}
