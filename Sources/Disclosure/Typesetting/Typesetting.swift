package import Documents
import NIOPosix
import Synchronization

/// Sets documents on paper at request; what comes of it is stored nowhere.
///
/// Programs that print take a machine's memory and time: two run at once, a few wait, and whoever comes then is told so.
package final class Typesetting: Sendable {
    /// Those that run and those that wait.
    package static let most = 6

    /// For the whole process.
    private static let threads: NIOThreadPool = {
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        return threads
    }()

    private let count = Mutex(0)

    package init() {}

    /// - Throws: `TypesettingProblem`, in words.
    package func bytes(
        of document: TypesetDocument,
        as format: TypesetFormat,
        with tools: Toolbox
    ) async throws -> [UInt8] {
        guard format.isAvailable(with: tools) else { throw TypesettingProblem.missing }
        let isTaken = count.withLock { count in
            guard count < Self.most else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw TypesettingProblem.busy }
        defer { count.withLock { $0 -= 1 } }
        return try await Self.threads.runIfActive { try document.bytes(as: format, with: tools) }
    }
}
