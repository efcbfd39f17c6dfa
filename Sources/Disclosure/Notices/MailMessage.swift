package import Civil
import Foundation

/// One e-mail as it goes to a mail program: headers by RFC 5322, words in other letters by RFC 2047, the text in base64.
///
/// Nothing that is written into it can become a header: names and subject are always encoded, addresses are
/// ``MailAddress``, the text is no header.
package struct MailMessage: Sendable, Hashable {
    package var from: MailAddress
    package var sender: String
    package var to: MailAddress
    package var subject: String
    /// Lines that are already short enough to be read anywhere.
    package var text: String
    /// The same for a message that is sent again, so that mail programs can tell.
    package var id: String
    package var at: Instant

    /// Bytes of UTF-8 in one encoded word: sixty characters with what is around them.
    private static let wordLength = 36

    package var bytes: [UInt8] {
        let headers = [
            "From: \(Self.encoded(sender))\r\n <\(from.text)>",
            "To: <\(to.text)>",
            "Subject: \(Self.encoded(subject))",
            "Date: \(Self.date(at))",
            "Message-ID: <\(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })@\(from.domain)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let body = Data(lines.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    /// Encoded words, each of whole characters, on lines of their own.
    static func encoded(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for character in text {
            let character =
                character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? character : " "
            if word.utf8.count + character.utf8.count > wordLength, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        words.append(word)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Such as `Mon, 4 Mar 2024 09:00:00 +0800`.
    static func date(_ instant: Instant) -> String {
        let day = instant.date
        let clock = instant.clock
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[day.weekday.rawValue - 1]), \(day.day) \(months[day.month - 1]) \(day.year) "
            + "\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second)) +0800"
    }
}
