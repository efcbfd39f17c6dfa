import Foundation

/// The program as it was built beside the tests, run as a process with an environment of its own.
struct BuiltProgram {
    struct Outcome: Sendable, Hashable {
        var status: Int32
        var output: String
        var errors: String
    }

    let folder: String

    /// Runs a test in a new folder that is gone afterwards.
    static func inFolder(_ body: (BuiltProgram) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/gongkai-program-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(BuiltProgram(folder: folder))
    }

    /// The build folder is the one that the running tests lie in.
    private static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/gongkai"
        }
    }

    /// Runs a command to its end.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) async throws -> Outcome {
        let process = try start(arguments, input: input, environment: environment)
        return await process.outcome()
    }

    /// Starts a command that goes on until it is stopped.
    func start(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) throws -> RunningProgram {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        return try RunningProgram(process, in: folder, input: input)
    }
}

/// A process whose output goes to files, so that nothing waits for a reader.
final class RunningProgram: Sendable {
    private let process: Process
    private let output: String
    private let errors: String

    /// `process` is started here and only asked for its identifier and its end afterwards.
    init(_ process: Process, in folder: String, input: String) throws {
        let name = UUID().uuidString
        output = folder + "/\(name).out"
        errors = folder + "/\(name).err"
        try Data(input.utf8).write(to: URL(fileURLWithPath: folder + "/\(name).in"))
        for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/\(name).in"))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        self.process = process
        try process.run()
    }

    var isRunning: Bool { process.isRunning }
    var log: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end, at most a minute; then the process is killed and its status is that of the signal.
    func outcome() async -> BuiltProgram.Outcome {
        let deadline = ContinuousClock.now + .seconds(60)
        while process.isRunning {
            if ContinuousClock.now > deadline { send(SIGKILL) }
            try? await Task.sleep(for: .milliseconds(10))
        }
        process.waitUntilExit()
        return BuiltProgram.Outcome(
            status: process.terminationStatus,
            output: (try? String(contentsOfFile: output, encoding: .utf8)) ?? "",
            errors: log
        )
    }
}
