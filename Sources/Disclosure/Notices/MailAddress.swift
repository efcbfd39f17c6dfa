/// An address that mail can be sent to without doubt: plain ASCII, no quotes, nothing that a mail program could take for
/// more than an address.
package struct MailAddress: Sendable, Hashable {
    /// In characters (RFC 5321).
    private static let longest = 254

    package let text: String

    /// Nil for whatever is no such address; line ends, blanks, brackets and commas are in none.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 2, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else {
            return nil
        }
        self.text = text
    }

    package var domain: String { text.split(separator: "@").last.map { $0.lowercased() } ?? "" }

    private static func isLocal(_ text: Substring) -> Bool {
        let atoms = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // Some mail programs take what begins with a hyphen for an option.
        return text.utf8.count <= 64 && !text.hasPrefix("-")
            && atoms.allSatisfy { atom in !atom.isEmpty && atom.allSatisfy(isAtom) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
                    && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetter(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
