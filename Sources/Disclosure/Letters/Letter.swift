package import Civil
import Crypto
import Database

/// A letter that went out with an event of a case; its text is sealed, its hash stands in the ledger.
package struct Letter: Sendable, Hashable {
    /// Of the event.
    package var place: Int
    package var kind: String
    /// Such as 公复〔2024〕3号.
    package var number: String
    package var leafID: String
    package var at: Instant
}

extension Letter {
    init(_ row: SQLRow) throws {
        place = try row.number("place")
        kind = try row.text("kind")
        number = try row.text("number")
        leafID = try row.text("leaf_id")
        at = try row.instant("at")
    }
}

/// The text of a letter with the salt that keeps its hash from being guessed.
package struct LetterBody: Sendable, Hashable {
    /// Sixty-four hexadecimal digits.
    package var salt: String
    package var text: String

    /// What the leaf covers: anybody who holds the letter and its salt can compute it.
    package var hash: String { SHA256.hex(Array((salt + "\n" + text).utf8)) }

    var bytes: [UInt8] { Array((salt + "\n" + text).utf8) }

    init(salt: String, text: String) {
        self.salt = salt
        self.text = text
    }

    /// - Parameter bytes: as they were sealed.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        salt = String(decoding: bytes[..<end], as: UTF8.self)
        text = String(decoding: bytes[(end + 1)...], as: UTF8.self)
    }
}

extension LetterStore {
    /// The text of a letter; nil where it was erased.
    package func body(of letter: Letter, _ file: ID<CaseFile>, in app: App) throws -> LetterBody? {
        try tx.cases.bytes(.letter(letter.place), of: file, in: app).flatMap { LetterBody($0) }
    }
}
