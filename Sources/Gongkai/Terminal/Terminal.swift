import Foundation
import Text

/// Where a command speaks: results on standard output, everything else on standard error, in the operator's language.
enum Terminal {
    /// Chinese when the locale of the environment is a Chinese one, English otherwise.
    static let language = language(of: ProcessInfo.processInfo.environment)

    /// The language by `LC_ALL`, `LC_MESSAGES` and `LANG`, of which the first that is set counts (POSIX locale(7)).
    static func language(of environment: [String: String]) -> Language {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name?.hasPrefix("zh") == true ? .zh : .en
    }

    /// One or more lines of the result.
    static func say(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Something went wrong.
    static func complain(_ text: String) {
        write("gongkai: \(text)\n", to: STDERR_FILENO)
    }

    /// Something that the operator should know and that is not the result.
    static func note(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes all bytes in as few calls as possible; whoever does not read is not written to.
    static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension Phrase {
    /// The text in the operator's language.
    var inTerminal: String { self[Terminal.language] }
}
