import Civil
import Database
import Logging
import ServiceLifecycle

extension App {
    /// Claims due jobs and does each in a transaction of its own, or, where it waits for a disk or a program, outside of
    /// any and then ends it; one that fails is tried again later.
    /// - Returns: how many were claimed.
    @discardableResult
    package func runDueJobs(limit: Int = 50) async throws -> Int {
        let now = now()
        let jobs = try await database.write { try $0.jobs.claim(at: now, limit: limit) }
        for job in jobs {
            do {
                let work = try await work(of: job)
                try await database.write { tx in
                    try holidayBook.look(tx)
                    try work(tx)
                    try tx.jobs.finish(job)
                }
            } catch let error as DatabaseError where Outage(error) != nil {
                // Not the job's fault: it stays claimed and is free again a few minutes later.
                throw error
            } catch {
                let pause = Job.pause(afterAttempts: job.attempts)
                logger.error(
                    "job failed, will be tried again",
                    metadata: ["job": "\(job.kind)", "attempt": "\(job.attempts)", "error": "\(error)"]
                )
                try await database.write {
                    try $0.jobs.postpone(job, to: now.adding(milliseconds: pause), error: "\(error)")
                }
            }
        }
        return jobs.count
    }

    /// What the job's transaction does; whatever is long, or asks the outside world, has been done before it.
    private func work(of job: Job) async throws -> JobWork {
        switch job.task {
        case .deliverItem(let item): { tx in try DeliverItem(item: item).perform(tx, in: self) }
        case .publishItem(let item): { tx in try PublishScheduled(item: item).perform(tx, in: self) }
        case .endStaleSessions: { tx in try tx.sessions.endStale(at: self.now()) }
        case .nightly(let task, let night): try await task.work(on: night, in: self)
        case .readFile(let sha256): try await outside { try await ReadFile(sha256: sha256).run(in: self) }
        case .sweepFiles: try await outside { try await SweepFiles().run(in: self) }
        case .checkLinks(let night): try await CheckLinks(night: night).work(in: self)
        case .sendNotice(let notice): try await SendNotice(notice: notice, attempt: job.attempts).work(in: self)
        case nil: throw DatabaseError.other("no such kind of job: \(job.kind)")
        }
    }

    /// Work that waits for a disk or a program; nothing is left for the transaction but to end the job.
    private func outside(_ work: () async throws -> Void) async throws -> JobWork {
        try await work()
        return { _ in }
    }

    /// Sees to it that what must happen every hour is due once in this hour.
    package func scheduleHourlyJobs() async throws {
        let hour = now().milliseconds / 3_600_000
        try await database.write { tx in
            try tx.jobs.enqueue(
                .endStaleSessions,
                at: Instant(milliseconds: hour * 3_600_000),
                key: "end-stale-sessions/\(hour)",
                in: self
            )
            guard hour.isMultiple(of: 6) else { return }
            try tx.jobs.enqueue(
                .sweepFiles,
                at: Instant(milliseconds: hour * 3_600_000),
                key: "sweep-files/\(hour)",
                in: self
            )
        }
    }
}

/// The part of a job that happens in its transaction.
typealias JobWork = @Sendable (any SQLConnection) throws -> Void

/// Does what waits in the job table until the program shuts down; the running job is always finished.
package struct Worker: Service {
    let app: App
    let pause: Duration

    package init(_ app: App, pause: Duration = .seconds(1)) {
        self.app = app
        self.pause = pause
    }

    package func run() async throws {
        var scheduledHour: Int64 = -1
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            var done = 0
            do {
                let hour = app.now().milliseconds / 3_600_000
                if hour != scheduledHour {
                    try await app.scheduleHourlyJobs()
                    try await app.scheduleNightlyJobs()
                    scheduledHour = hour
                }
                done = try await app.runDueJobs()
            } catch {
                if !app.outages.note(error, app.logger, at: app.now()) {
                    app.logger.error("the worker could not reach its jobs", metadata: ["error": "\(error)"])
                }
            }
            if done == 0 {
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
            }
        }
    }
}
