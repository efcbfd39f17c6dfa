import Civil
import Foundation
import Logging
import Synchronization
import Testing

@testable import Gongkai

/// Each event of the log is one line, and no value can begin another line, another key or another level.
struct LogLineTests {
    private static let at = Instant(milliseconds: 1_772_690_709_045)

    struct Example: Sendable {
        var value: String
        var text: String
        var json: String
    }

    @Test(arguments: [
        Example(value: "plain", text: "plain", json: #""plain""#),
        Example(value: "", text: #""""#, json: #""""#),
        Example(value: "two words", text: #""two words""#, json: #""two words""#),
        Example(value: "a=b", text: #""a=b""#, json: #""a=b""#),
        Example(value: #"say "no""#, text: #""say \"no\"""#, json: #""say \"no\"""#),
        Example(
            value: "x\ntime=forged level=info",
            text: #""x\ntime=forged level=info""#,
            json: #""x\ntime=forged level=info""#
        ),
        Example(value: "a\r\tb\\c", text: #""a\r\tb\\c""#, json: #""a\r\tb\\c""#),
        Example(
            value: "\u{1B}[31m\u{0}\u{85}\u{2028}",
            text: #""\u001b[31m\u0000\u0085\u2028""#,
            json: #""\u001b[31m\u0000\u0085\u2028""#
        ),
        Example(value: "公开", text: "公开", json: #""公开""#),
    ])
    func values(_ example: Example) {
        let line = LogLine(at: Self.at, level: .info, message: "m", fields: [(key: "key", value: example.value)])
        #expect(line.text(as: .text) == "time=2026-03-05T14:05:09.045+08:00 level=info message=m key=\(example.text)")
        #expect(
            line.text(as: .json)
                == #"{"time":"2026-03-05T14:05:09.045+08:00","level":"info","message":"m","key":\#(example.json)}"#
        )
    }

    @Test func jsonIsRead() throws {
        let every = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
        let line = LogLine(at: Self.at, level: .error, message: every, fields: [])
        let read = try JSONSerialization.jsonObject(with: Data(line.text(as: .json).utf8)) as? [String: String]
        #expect(read?["message"].map { Array($0.unicodeScalars) } == Array(every.unicodeScalars))
        #expect(!line.text(as: .text).contains("\n"))
    }

    @Test func aKeyCannotPassForTheTimeOrAnotherKey() {
        let line = LogLine(
            at: Self.at,
            level: .info,
            message: "m",
            fields: [(key: "level", value: "x"), (key: "a b=c", value: "y")]
        )
        #expect(line.text(as: .text).hasSuffix(" message=m _level=x a_b_c=y"))
    }

    @Test func theHandlerMergesWhatItKnows() {
        let sink = Lines()
        var logger = Logger(label: "gongkai.database") { label in
            LineLogHandler(label: label, level: .info, format: .text, now: { Self.at }, write: sink.add)
        }
        logger[metadataKey: "request"] = "01ABC"
        logger.debug("not worth a line")
        logger.warning("Slow", metadata: ["ms": "300", "request": "01DEF"])
        #expect(
            sink.all == [
                "time=2026-03-05T14:05:09.045+08:00 level=warning message=Slow source=gongkai.database ms=300 request=01DEF\n"
            ]
        )
    }
}

/// Lines as they were written.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    @Sendable func add(_ line: String) { lines.withLock { $0.append(line) } }
}
