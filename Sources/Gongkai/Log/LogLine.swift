import Civil
import Logging

/// One event as one line: whatever stands in a value, it cannot begin a second line or another key.
struct LogLine {
    var at: Instant
    var level: Logger.Level
    var message: String
    /// In the order of the line, after the message.
    var fields: [(key: String, value: String)]

    /// The line without its end.
    func text(as format: LogFormat) -> String {
        let all =
            [("time", time), ("level", level.rawValue), ("message", message)] + fields.map { (key($0.key), $0.value) }
        switch format {
        case .text:
            return all.map { "\($0)=\(Self.logfmt($1))" }.joined(separator: " ")
        case .json:
            return "{" + all.map { "\(Self.quoted($0)):\(Self.quoted($1))" }.joined(separator: ",") + "}"
        }
    }

    /// ISO 8601 with milliseconds on the official clock of China.
    private var time: String {
        let milliseconds = Int((at.milliseconds % 1000 + 1000) % 1000)
        let digits = String(1000 + milliseconds).dropFirst()
        return at.iso8601.replacing("+08:00", with: ".\(digits)+08:00")
    }

    /// A key that a value cannot be mistaken for.
    private func key(_ name: String) -> String {
        let safe = name.unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
            default: "_"
            }
        }
        let text = String(safe)
        return ["time", "level", "message", ""].contains(text) ? "_" + text : text
    }

    private static func logfmt(_ value: String) -> String {
        let isPlain = value.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0 != "\"" && $0 != "=" && $0 != "\\" && $0.value != 0x7F
        }
        return isPlain && !value.isEmpty ? value : quoted(value)
    }

    /// A JSON string (RFC 8259 §7); DEL and the line separators of Unicode are escaped too.
    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || [0x2028, 0x2029].contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
