import Disclosure
import Foundation
import NIOPosix

/// Checks addresses with the `curl` program, called without a shell, on a thread of its own.
///
/// The name is resolved here, every answer must be an address of the open internet, and curl is bound to the one that was
/// looked at: neither a private address, nor a name that changes its answer, nor a redirect leads into the agency's own
/// network.
struct CurlLinkChecker: LinkChecker {
    /// In seconds, for each step of a way.
    static let patience = 8
    static let mostRedirects = 4

    /// Nil when curl is not installed.
    let program: URL?

    init() {
        program = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            .map { URL(fileURLWithPath: String($0)).appendingPathComponent("curl") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    func check(_ address: String) async -> LinkOutcome {
        guard let program else { return .notChecked }
        do {
            return try await NIOThreadPool.singleton.runIfActive { Self.follow(address, with: program) }
        } catch {
            return .notChecked
        }
    }

    private static func follow(_ address: String, with program: URL) -> LinkOutcome {
        var address = address
        for _ in 0...mostRedirects {
            guard let target = LinkTarget(address) else { return .refused }
            let addresses = target.resolved()
            guard let first = addresses.first else { return .unreachable }
            guard addresses.allSatisfy({ PublicAddress.isPublic($0.bytes) }) else { return .refused }
            var answer = ask(target, at: first.text, with: program, isHead: true)
            // Some servers know no HEAD.
            if [400, 403, 404, 405, 501].contains(answer.status) {
                answer = ask(target, at: first.text, with: program, isHead: false)
            }
            switch answer.status {
            case 200..<300: return .opens
            case 300..<400 where !answer.location.isEmpty: address = answer.location
            case 100...: return .answers(answer.status)
            default: return answer.isLate ? .tooSlow : .unreachable
            }
        }
        return .unreachable
    }

    private struct Reply {
        var status: Int
        var location: String
        var isLate: Bool
    }

    private static func ask(_ target: LinkTarget, at ip: String, with program: URL, isHead: Bool) -> Reply {
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.environment = ["LC_ALL": "C"]
        process.arguments =
            [
                "-q", "--silent", "--noproxy", "*", "--proto", "=http,https", "--max-redirs", "0",
                "--connect-timeout", "5", "--max-time", String(patience), "--max-filesize", "1048576",
                "--output", "/dev/null", "--write-out", "%{http_code} %{redirect_url}",
                "--user-agent", "Gongkai (link check)", "--resolve", "\(target.host):\(target.port):\(ip)",
            ] + (isHead ? ["--head"] : ["--range", "0-1023"]) + ["--", target.address]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            return Reply(status: 0, location: "", isLate: false)
        }
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(4096), as: UTF8.self)
        process.waitUntilExit()
        let parts = said.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        return Reply(
            status: parts.first.flatMap { Int($0) } ?? 0,
            location: parts.count > 1 ? String(parts[1]) : "",
            isLate: process.terminationStatus == 28
        )
    }
}
