import NIOCore
import NIOPosix
import ServiceLifecycle

/// A service whose tasks run on the event loops of its connections: an answer that needs no other thread changes none.
///
/// What computes for long must step aside, for a loop that computes keeps its other connections waiting; the office
/// does so for every request (`SiteResponder`), and the database has threads of its own.
struct OnEventLoops<Base: Service>: Service {
    let base: Base

    func run() async throws {
        try await withTaskExecutorPreference(EventLoopExecutor()) { try await base.run() }
    }
}

/// Runs a task on the event loop that wakes it, or else on the next one.
private final class EventLoopExecutor: TaskExecutor {
    private let loops = MultiThreadedEventLoopGroup.singleton

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loops.any().execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
