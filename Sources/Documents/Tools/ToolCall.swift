import CDocuments
import Foundation

/// An outside program reads files that strangers made: it gets limits, a private folder, no input, no environment of
/// ours, and no shell between.

/// One call of a program.
struct ToolCall {
    var tool: Tool
    var arguments: [String]
    /// Exit codes that are as good as 0, such as qpdf's 3 for a file that it had to mend.
    var goodCodes: Set<Int32> = [0]
    /// Variables besides those that every program gets.
    var variables: [String] = []
    var memory = Memory.addressed
    var openFiles = 64

    /// What of its memory is limited.
    enum Memory: String {
        /// All that it may address.
        case addressed = "as"
        /// What it may write to, for programs that reserve far more addresses than they use.
        case written = "data"
    }

    /// Runs it inside the folder and waits; what it says goes to the files `output` and `messages` there.
    ///
    /// Blocks its thread for at most the seconds that the limits allow.
    func run(in folder: borrowing PrivateFolder, with box: Toolbox) throws(ToolFailure) {
        guard let program = box.path(of: tool) else { throw .missing(tool) }
        guard let limiter = box.path(of: .prlimit) else { throw .missing(.prlimit) }
        let limits = box.limits
        let command =
            [
                limiter, "--\(memory.rawValue)=\(limits.toolMemory)", "--cpu=\(limits.toolSeconds)",
                "--fsize=\(limits.toolOutput)",
                "--nofile=\(openFiles)", "--core=0", "--", program,
            ] + arguments
        let process = try ChildProcess.start(command, folder: folder.path, variables: variables)
        switch process.wait(seconds: limits.toolSeconds) {
        case nil: throw .timedOut
        case .exited(let code)? where goodCodes.contains(code): return
        case .exited?: throw Self.saysOutOfMemory(folder.file("messages")) ? .tooLarge : .broken
        case .killed(SIGXFSZ)?: throw .tooLarge
        case .killed(SIGXCPU)?, .killed(SIGKILL)?: throw .timedOut
        case .killed(SIGABRT)?: throw .tooLarge
        case .killed?: throw .broken
        }
    }

    private static func saysOutOfMemory(_ path: String) -> Bool {
        guard let source = try? FileSource(path), let bytes = try? source.bytes(at: 0, count: 1 << 16) else {
            return false
        }
        return ["out of memory", "memory exhausted", "bad_alloc", "cannot allocate", "file too large"].contains {
            word in
            bytes.contains(word: Array(word.utf8))
        }
    }
}

/// A process of ours in a group of its own, so that whatever it starts ends with it.
private struct ChildProcess {
    enum End: Hashable {
        case exited(Int32)
        case killed(Int32)
    }

    let id: pid_t

    static func start(_ command: [String], folder: String, variables: [String]) throws(ToolFailure) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { throw .notStarted }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { throw .notStarted }
        defer { posix_spawnattr_destroy(&attributes) }

        let fresh = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "\(folder)/output", fresh, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "\(folder)/messages", fresh, 0o600)
        posix_spawn_file_actions_addchdir_np(&actions, folder)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )

        let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder)", "TMPDIR=\(folder)"] + variables
        var child = pid_t()
        let result = withCStrings(command) { arguments in
            withCStrings(environment) { variables in
                posix_spawn(&child, command[0], &actions, &attributes, arguments, variables)
            }
        }
        guard result == 0 else { throw .notStarted }
        return ChildProcess(id: child)
    }

    /// How it ended; nil when it had to be ended, with its group, after so many seconds.
    func wait(seconds: Int) -> End? {
        let deadline = Self.monotonic() + Double(seconds)
        var pause: UInt32 = 500
        while true {
            var status: Int32 = 0
            let result = waitpid(id, &status, WNOHANG)
            if result == id {
                kill(-id, SIGKILL)
                return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
            }
            if result < 0 && errno != EINTR { return .killed(SIGTERM) }
            if Self.monotonic() > deadline {
                kill(-id, SIGKILL)
                while waitpid(id, &status, 0) < 0 && errno == EINTR {}
                return nil
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// Seconds of a clock that nobody sets.
    private static func monotonic() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}
