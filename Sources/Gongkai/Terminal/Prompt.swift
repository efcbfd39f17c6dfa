import Foundation
import Text

/// Asks the operator at the terminal; where nobody sits at one, nothing is asked.
enum Prompt {
    /// Whether somebody can be asked.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// One line of text; nil at the end of input.
    static func line(_ question: Phrase) -> String? {
        Terminal.write(question.inTerminal, to: STDERR_FILENO)
        return readLine().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// A line that is not shown while it is typed; nil when the operator breaks off (Ctrl-C, Ctrl-D).
    ///
    /// The keys that end a program are read as keys here, so that the terminal is never left without its echo.
    static func hidden(_ question: Phrase) -> String? {
        Terminal.write(question.inTerminal, to: STDERR_FILENO)
        defer { Terminal.write("\n", to: STDERR_FILENO) }
        var usual = termios()
        guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return readLine() }
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { return nil }
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual) }
        var keys = HiddenKeys()
        while true {
            var byte: UInt8 = 0
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            switch keys.press(byte) {
            case .more: continue
            case .done(let text): return text
            case .brokenOff: return nil
            }
        }
    }
}

/// The keys of a line that is not shown, byte by byte.
struct HiddenKeys {
    enum Outcome: Equatable {
        case more, brokenOff
        case done(String)
    }

    private var bytes: [UInt8] = []

    mutating func press(_ byte: UInt8) -> Outcome {
        switch byte {
        case 0x0A, 0x0D: return .done(String(decoding: bytes, as: UTF8.self))
        case 0x03, 0x04: return .brokenOff
        case 0x08, 0x7F:
            // A letter of several bytes goes as a whole.
            while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        case 0x15: bytes = []
        default: bytes.append(byte)
        }
        return .more
    }
}
