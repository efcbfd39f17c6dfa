import Testing
import Text

@testable import Gongkai

/// What an operator sees and types at a terminal.
struct TerminalTests {
    struct Locale: Sendable {
        var environment: [String: String]
        var language: Language
    }

    @Test(arguments: [
        Locale(environment: [:], language: .en),
        Locale(environment: ["LANG": "zh_CN.UTF-8"], language: .zh),
        Locale(environment: ["LANG": "C.UTF-8"], language: .en),
        Locale(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], language: .en),
        Locale(environment: ["LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": ""], language: .zh),
    ])
    func language(_ example: Locale) {
        #expect(Terminal.language(of: example.environment) == example.language)
    }

    @Test func columnsStandUnderEachOther() {
        var table = TextTable()
        table.add(["a", "公开", "last"])
        table.add(["long", "x", "last"])
        table.add(["only"])
        #expect(table.text == "a     公开  last\nlong  x     last\nonly")
    }

    struct Keys: Sendable {
        var typed: [UInt8]
        var outcome: HiddenKeys.Outcome
    }

    @Test(arguments: [
        Keys(typed: Array("geheim\n".utf8), outcome: .done("geheim")),
        Keys(typed: Array("密码\r".utf8), outcome: .done("密码")),
        Keys(typed: Array("密码".utf8) + [0x7F] + Array("x\n".utf8), outcome: .done("密x")),
        Keys(typed: [0x7F, 0x0A], outcome: .done("")),
        Keys(typed: Array("wrong".utf8) + [0x15] + Array("right\n".utf8), outcome: .done("right")),
        Keys(typed: Array("abc".utf8) + [0x03], outcome: .brokenOff),
        Keys(typed: [0x04], outcome: .brokenOff),
    ])
    func hiddenKeys(_ example: Keys) {
        var keys = HiddenKeys()
        var outcome = HiddenKeys.Outcome.more
        for byte in example.typed {
            #expect(outcome == .more)
            outcome = keys.press(byte)
        }
        #expect(outcome == example.outcome)
    }
}
