import Foundation
package import NIOPosix

/// Files are kept once by what they contain, as `ab/cd/<sha256>` in one folder beside the database.
///
/// A file is on the disk, whole and under its name, before the database hears of it; what a crash leaves without a row is
/// removed by `SweepFiles`. Everything here blocks on the disk and so runs on threads of its own.
package struct BlobStore: Sendable {
    /// Made at first use, for the owner alone.
    package let folder: String
    private let threads: NIOThreadPool

    package init(folder: String, threads: NIOThreadPool = .singleton) {
        self.folder = folder
        self.threads = threads
    }

    /// Threads for programs that take files apart, so that a slow one holds up neither readers nor passwords.
    private static let documentThreads: NIOThreadPool = {
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        return threads
    }()

    /// Does something that may wait long for a program that takes a file apart.
    func waiting<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await Self.documentThreads.runIfActive(body)
    }

    /// Does something that blocks on the disk.
    func blocking<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await threads.runIfActive(body)
    }

    /// Where files stand while they arrive, on the same disk, so that they can take their name in one step.
    var incomingFolder: String { folder + "/incoming" }

    /// Where the file with that content stands; nil for what is no hash.
    package func path(of sha256: String) -> String? {
        let digits = sha256.utf8
        guard digits.count == 64, digits.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else { return nil }
        return "\(shelf(of: sha256))/\(sha256)"
    }

    private func shelf(of sha256: String) -> String {
        "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))"
    }

    // MARK: Arriving

    /// A new, empty file that takes what comes.
    package func receive(in app: App) async throws -> IncomingFile {
        let path = incomingPath(in: app)
        return try await threads.runIfActive {
            try Self.makeFolder(folder)
            try Self.makeFolder(incomingFolder)
            return try IncomingFile(path: path, threads: threads)
        }
    }

    /// A name that nothing has, for a file that is made out of another.
    func incomingPath(in app: App) -> String { "\(incomingFolder)/\(app.newID(IncomingFile.self))" }

    /// Puts a finished file under the name of its content: on the disk, renamed, and the folder on the disk as well.
    ///
    /// A file with the same content is replaced by it, so that the newest arrival counts for the sweep.
    package func keep(_ path: String, as sha256: String) async throws {
        guard let place = self.path(of: sha256) else { throw BlobFailure(act: "keep", code: EINVAL) }
        try await threads.runIfActive {
            try Self.flush(path)
            let shelf = shelf(of: sha256)
            try Self.makeFolder((shelf as NSString).deletingLastPathComponent)
            try Self.makeFolder(shelf)
            guard rename(path, place) == 0 else { throw BlobFailure(act: "rename") }
            try Self.flush(shelf)
        }
    }

    /// Removes files that were received and not kept.
    package func discard(_ files: [ReceivedFile]) {
        for file in files { unlink(file.path) }
    }

    /// Whether the file with that content is there in full length.
    package func holds(_ sha256: String, size: Int) -> Bool {
        guard let path = path(of: sha256) else { return false }
        var status = stat()
        return stat(path, &status) == 0 && Int(status.st_size) == size
    }

    // MARK: Reading

    /// Opens a file for reading in pieces.
    ///
    /// - Throws: `BlobFailure` when it is not there, which a row promised.
    package func open(_ sha256: String) async throws -> BlobReader {
        guard let path = path(of: sha256) else { throw BlobFailure(act: "open", code: ENOENT) }
        return try await threads.runIfActive { try BlobReader(path: path, threads: threads) }
    }

    // MARK: The disk

    /// Makes a folder that is not there, and sees to it that it stays.
    static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o700) == 0 {
            return try flush((path as NSString).deletingLastPathComponent)
        }
        switch errno {
        case EEXIST: return
        case ENOENT:
            let above = (path as NSString).deletingLastPathComponent
            guard !above.isEmpty, above != path else { throw BlobFailure(act: "mkdir") }
            try makeFolder(above)
            try makeFolder(path)
        default: throw BlobFailure(act: "mkdir")
        }
    }

    /// Waits until a file or folder is on the disk.
    static func flush(_ path: String) throws {
        let file = Foundation.open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw BlobFailure(act: "open") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw BlobFailure(act: "fsync") }
    }
}

/// The folder of files could not be written or read: full, missing, or of somebody else.
package struct BlobFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The call that failed.
    package let act: String
    /// `errno`.
    package let code: Int32

    init(act: String, code: Int32 = errno) {
        self.act = act
        self.code = code
    }

    package var description: String { "folder of files: \(act): \(String(cString: strerror(code)))" }
}
