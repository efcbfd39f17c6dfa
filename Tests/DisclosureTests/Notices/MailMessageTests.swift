import Civil
import Foundation
import TestKit
import Testing

@testable import Disclosure

/// A message is what mail programs read: headers that nobody can add to, words in Chinese, lines that are short enough.
@Suite struct MailMessageTests {
    static func message(sender: String = "石桥县应急管理局", subject: String = "您的办件有新进展", text: String = "你好") throws
        -> MailMessage
    {
        MailMessage(
            from: try #require(MailAddress("gongkai@example.gov.cn")),
            sender: sender,
            to: try #require(MailAddress("test@example.com")),
            subject: subject,
            text: text,
            id: "abc123",
            at: Instant.start(of: try #require(CivilDate("2024-03-04"))).adding(milliseconds: Instant.hours(9) + 5_000)
        )
    }

    @Test func headersAndBody() throws {
        let text = String(decoding: try Self.message().bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\r\n\r\n")
        #expect(parts.count == 2)
        #expect(
            parts[0].components(separatedBy: "\r\n") == [
                "From: =?UTF-8?B?55+z5qGl5Y6/5bqU5oCl566h55CG5bGA?=", " <gongkai@example.gov.cn>",
                "To: <test@example.com>",
                "Subject: =?UTF-8?B?5oKo55qE5Yqe5Lu25pyJ5paw6L+b5bGV?=",
                "Date: Mon, 4 Mar 2024 09:00:05 +0800",
                "Message-ID: <abc123@example.gov.cn>",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
            ]
        )
        #expect(Data(base64Encoded: parts[1].filter { !$0.isNewline }) == Data("你好".utf8))
    }

    /// Line ends and other controls in a name or a subject cannot begin a header.
    @Test(arguments: [
        "局\r\nBcc: everybody@example.com", "局\nSubject: other", "局\u{0}x", "局\u{85}x\u{2028}y", "局\r\n\r\nbody",
        "?= <a@b.c>",
        String(repeating: "很长的名称", count: 60), "",
    ])
    func nothingBecomesAHeader(typed: String) throws {
        let text = String(
            decoding: try Self.message(sender: typed, subject: typed, text: "\r\n.\r\nRCPT TO:<x@y.z>\n.").bytes,
            as: UTF8.self
        )
        let parts = text.components(separatedBy: "\r\n\r\n")
        #expect(parts.count == 2)
        let lines = parts[0].components(separatedBy: "\r\n")
        #expect(lines.filter { !$0.hasPrefix(" ") }.count == 9)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
        #expect(parts[1].components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func longWordsAreWholeCharacters() {
        let text = String(repeating: "石桥县", count: 30)
        let words = MailMessage.encoded(text).components(separatedBy: "\r\n ")
        #expect(words.count > 1 && words.allSatisfy { $0.utf8.count <= 75 })
        let back = words.compactMap { word in
            Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(back.joined() == text)
    }

    @Test(arguments: [
        "a@b.cn", "first.last+tag@mail.example.gov.cn", "o'neil@example.com", "x_y-z@1.example.com",
    ])
    func addresses(text: String) { #expect(MailAddress(text)?.text == text) }

    @Test(arguments: [
        "", "a", "a@b", "@b.cn", "a@", "a@@b.cn", "a b@c.cn", "a@b.cn\nBcc: x@y.z", "a@b.cn\r\n", "<a@b.cn>",
        "a@b.cn,c@d.cn",
        "-oQ/tmp@b.cn", "a..b@c.cn", ".a@c.cn", "a@-b.cn", "a@b-.cn", "a@b..cn", "\"a b\"@c.cn", "中@例.cn",
        "a@b.cn\u{0}",
        "a;b@c.cn", "a@b.cn>", String(repeating: "a", count: 65) + "@b.cn",
    ])
    func noAddresses(text: String) { #expect(MailAddress(text) == nil, "\(text)") }

    @Test func linesAreWrapped() {
        let text =
            "石桥县" + String(repeating: "应急，", count: 40) + "\n\nOne two three "
            + String(repeating: "word ", count: 30) + "\nhttps://example.gov.cn/" + String(repeating: "a", count: 90)
        let lines = WrappedText.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
        func width(_ line: Substring) -> Int { line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
        #expect(lines.allSatisfy { width($0) <= 74 || $0.hasPrefix("https://") })
        #expect(!lines.contains { $0.hasPrefix("，") || $0.hasSuffix(" ") || $0.hasPrefix(" ") })
        #expect(lines.contains("") && lines.last == "https://example.gov.cn/" + String(repeating: "a", count: 90))
        #expect(lines.joined().filter { $0 == "，" }.count == 40)
    }
}
