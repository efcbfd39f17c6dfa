import Civil
import Crypto
import Database

/// Names and words of a case, sealed, each part by itself: who asks, what is asked, what each event says.
package enum CasePart: Sendable, Hashable {
    /// Who asks.
    case applicant
    /// What is asked.
    case content
    /// What the event of that place says.
    case event(Int)
    /// The letter that went out with that event, as HTML.
    case letter(Int)
    /// A file.
    case attachment(String)
    /// What the applicant called it.
    case attachmentName(String)

    package var name: String {
        switch self {
        case .applicant: "applicant"
        case .content: "content"
        case .event(let place): "event/\(place)"
        case .letter(let place): "letter/\(place)"
        case .attachment(let id): "attachment/\(id)"
        case .attachmentName(let id): "attachment/\(id)/name"
        }
    }
}

extension App {
    /// Seals one part of a case.
    func seal(_ bytes: [UInt8], _ part: CasePart, of file: ID<CaseFile>) throws -> Sealed {
        try seal(bytes, in: Self.place(file, part.name))
    }

    /// Opens one part of a case.
    /// - Throws: `KeyRing.Failure` when the key is not there.
    package func open(_ sealed: Sealed, _ part: CasePart, of file: ID<CaseFile>) throws -> [UInt8] {
        try keys.open(sealed, in: Self.place(file, part.name))
    }

    static func place(_ file: ID<CaseFile>, _ part: String) -> String { "case_words/\(file)/\(part)" }
}

/// What the cases of one applicant have in common: a keyed hash, so that nobody finds the applicant by trying names.
struct ApplicantMark: Sendable, Hashable {
    var text: String
    /// The key that made it.
    var keyID: String

    /// Nil where nothing tells the applicant apart, or the key is not there.
    init?(_ applicant: Applicant, with keyID: String, in app: App) {
        guard let text = applicant.sameness.flatMap({ app.keys.mark($0, with: keyID) }) else { return nil }
        self.text = text
        self.keyID = keyID
    }
}

extension CaseStore {
    /// Sealed bytes of one part, nil where there are none or they were erased.
    func bytes(_ part: CasePart, of file: ID<CaseFile>, in app: App) throws -> [UInt8]? {
        let row = try tx.first(
            "SELECT key_id, sealed FROM case_words WHERE case_file = \(file) AND part = \(part.name)"
        )
        guard let row else { return nil }
        return try app.open(
            Sealed(keyID: try row.text("key_id"), bytes: try row.bytes("sealed")),
            part,
            of: file
        )
    }

    /// Fields of one part, nil where there are none or they were erased.
    package func words(_ part: CasePart, of file: ID<CaseFile>, in app: App) throws -> ItemContent? {
        try bytes(part, of: file, in: app).map { try CanonicalBytes.decode($0).content }
    }

    /// Seals fields; an empty set leaves no row.
    func insert(_ content: ItemContent, _ part: CasePart, of file: ID<CaseFile>, in app: App) throws {
        guard !content.isEmpty else { return }
        try insert(CanonicalBytes.encode(content, attachments: []), part, of: file, in: app)
    }

    func insert(_ bytes: [UInt8], _ part: CasePart, of file: ID<CaseFile>, in app: App) throws {
        try insert(try app.seal(bytes, part, of: file), part, of: file)
    }

    func insert(_ sealed: Sealed, _ part: CasePart, of file: ID<CaseFile>) throws {
        try tx.send(
            """
            INSERT INTO case_words (case_file, part, key_id, sealed)
            VALUES (\(file), \(part.name), \(sealed.keyID), \(sealed.bytes))
            """
        )
    }
}
