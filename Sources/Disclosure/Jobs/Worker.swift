import Civil
import Database
import Logging
import ServiceLifecycle

extension App {
    /// Claims due jobs and does each in a transaction of its own; one that fails is tried again later.
    /// - Returns: how many were claimed.
    @discardableResult
    package func runDueJobs(limit: Int = 50) async throws -> Int {
        let now = now()
        let jobs = try await database.write { try $0.jobs.claim(at: now, limit: limit) }
        for job in jobs {
            do {
                try await database.write { tx in
                    try self.perform(job, tx)
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

    private func perform(_ job: Job, _ tx: any SQLConnection) throws {
        switch job.task {
        case .deliverItem(let item): try DeliverItem(item: item).perform(tx, in: self)
        case .endStaleSessions: try tx.sessions.endStale(at: now())
        case nil: throw DatabaseError.other("no such kind of job: \(job.kind)")
        }
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
        }
    }
}

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
