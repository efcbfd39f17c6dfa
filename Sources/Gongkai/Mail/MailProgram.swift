import Disclosure
import Foundation
import NIOPosix

/// How a called program that takes mail ended.
enum MailProgramEnd: Hashable {
    case exited(Int32, said: String)
    /// It was stopped, by us or by somebody else.
    case stopped
}

/// Calls a program that takes a message, without a shell, and without a word of it on its command line or on the disk.
struct MailProgram: Sendable {
    /// In seconds; then the program is ended.
    static let patience = 45
    /// More would not fit into a pipe that nobody reads yet.
    static let largest = 60_000

    var path: String
    var arguments: [String]
    /// Comes on the standard input.
    var input: [UInt8]
    /// Comes on the descriptor of the standard error, for a program that reads two things: what curl is to do, and the
    /// message.
    ///
    /// A file would leave the address on the disk.
    var second: [UInt8]?

    func run() async throws(MailFailure) -> MailProgramEnd {
        guard input.count <= Self.largest, second?.count ?? 0 <= Self.largest else { throw .refused(0) }
        do {
            return try await NIOThreadPool.singleton.runIfActive { try call() }
        } catch {
            throw .notSetUp
        }
    }

    private func call() throws -> MailProgramEnd {
        let process = Process()
        let output = Pipe()
        let first = try Self.filled(input)
        process.executableURL = URL(fileURLWithPath: path)
        process.environment = ["LC_ALL": "C", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.arguments = arguments
        process.standardInput = first.fileHandleForReading
        process.standardOutput = output
        let other = try second.map(Self.filled)
        process.standardError = other?.fileHandleForReading ?? FileHandle.nullDevice
        try process.run()
        let watch = DispatchWorkItem { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.patience), execute: watch)
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(4096), as: UTF8.self)
        process.waitUntilExit()
        watch.cancel()
        guard process.terminationReason == .exit else { return .stopped }
        return .exited(process.terminationStatus, said: said)
    }

    /// A pipe with everything in it and closed at its end.
    private static func filled(_ bytes: [UInt8]) throws -> Pipe {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        return pipe
    }

    /// The first program of that name on the path.
    static func path(of name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
