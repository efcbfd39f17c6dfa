package import Documents
import NIOPosix
import Synchronization

/// Sets documents on paper at request; what comes of it is stored nowhere, but what never changes is kept for a while.
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

    /// In bytes, of what is kept.
    static let mostKept = 64 << 20

    private let count = Mutex(0)
    private let kept = Mutex<[String: [UInt8]]>([:])

    package init() {}

    /// A file of something that never changes: made once and kept in memory, for everybody may ask for it.
    ///
    /// - Parameter key: another one for everything that is another file.
    func once(_ key: String, _ make: () async throws -> [UInt8]) async throws -> [UInt8] {
        if let there = kept.withLock({ $0[key] }) { return there }
        let bytes = try await make()
        kept.withLock { kept in
            let size = kept.values.reduce(bytes.count) { $0 + $1.count }
            if size > Self.mostKept { kept = [:] }
            kept[key] = bytes
        }
        return bytes
    }

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
