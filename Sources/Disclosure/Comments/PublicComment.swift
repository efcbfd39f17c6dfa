package import Civil
import Codes
import Database
package import Text

/// What somebody of the public said to a decision draft; who it was and what was said are encrypted at rest.
package struct PublicComment: Sendable, Hashable {
    /// How the agency dealt with it (重大行政决策程序暂行条例 art 18).
    package enum Treatment: String, Sendable, CaseIterable {
        case adopted, partly
        case notAdopted = "not-adopted"
        case irrelevant

        package var name: Phrase {
            switch self {
            case .adopted: Phrase(zh: "采纳", en: "Adopted")
            case .partly: Phrase(zh: "部分采纳", en: "Adopted in part")
            case .notAdopted: Phrase(zh: "不予采纳", en: "Not adopted")
            case .irrelevant: Phrase(zh: "与草案无关", en: "Not about the draft")
            }
        }
    }

    /// Who commented, as far as they said.
    package struct Commenter: Sendable, Hashable {
        package var name: String
        package var contact: String
    }

    package var id: ID<PublicComment>
    package var item: ID<Item>
    var keyID: String
    var person: [UInt8]?
    var body: [UInt8]
    /// What the scanner found in the text, by kind and count; never what it says.
    package var findings: String
    package var receivedAt: Instant
    package var treatment: Treatment?
    package var reason: String
    /// The comment in the agency's own words, as the outcome will give it.
    package var gist: String
    package var treatedBy: ID<Person>?
    package var treatedAt: Instant?

    /// Whether the commenter said anything of themselves.
    package var hasCommenter: Bool { person != nil }

    /// What was said.
    /// - Throws: `KeyRing.Failure` when the key is not there.
    package func text(in app: App) throws -> String {
        let bytes = try app.keys.open(Sealed(keyID: keyID, bytes: body), in: Self.place(of: id, "body"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What was said, with every number that the scanner knows masked: the form in which lists and pages show it.
    package func maskedText(in app: App) throws -> String { SensitiveScanner.masked(try text(in: app)) }

    /// Who said it; whoever reads this writes it down.
    package func commenter(in app: App) throws -> Commenter? {
        guard let person else { return nil }
        let bytes = try app.keys.open(Sealed(keyID: keyID, bytes: person), in: Self.place(of: id, "person"))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 2 else { throw KeyRing.Failure.damaged }
        return Commenter(name: String(lines[0]), contact: String(lines[1]))
    }

    static func place(of id: ID<PublicComment>, _ part: String) -> String { "public_comment/\(id)/\(part)" }
}

extension SensitiveScanner {
    /// The text with everything that is found in it replaced by its masked form.
    static func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for finding in scan(text).reversed() where finding.utf8Range.upperBound <= bytes.count {
            bytes.replaceSubrange(finding.utf8Range, with: Array(finding.excerpt.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PublicComment {
    init(_ row: SQLRow) throws {
        id = try row.id("id")
        item = try row.id("item")
        keyID = try row.text("key_id")
        person = try row.optionalBytes("person")
        body = try row.bytes("body")
        findings = try row.text("findings")
        receivedAt = try row.instant("received_at")
        treatment = try row.optionalText("treatment") == nil ? nil : row.choice("treatment")
        reason = try row.text("reason")
        gist = try row.text("gist")
        treatedBy = try row.optionalID("treated_by")
        treatedAt = try row.optionalInstant("treated_at")
    }
}
