import Database
package import Documents

/// A file that an applicant added to a case; its bytes and its name are sealed.
package struct CaseAttachment: Sendable, Hashable {
    package var id: ID<CaseAttachment>
    /// The event with which it came.
    package var place: Int
    /// In bytes.
    package var size: Int
    package var kind: DocumentKind
    /// As the applicant called it; empty when it was erased, and where it was not to be opened.
    package var name: String
}

extension CaseStore {
    /// Files of a case, in the order in which they came.
    ///
    /// - Parameter opensNames: what a file is called may say who sent it.
    package func attachments(
        of file: ID<CaseFile>,
        opensNames: Bool = true,
        in app: App
    ) throws -> [CaseAttachment] {
        try tx.rows("SELECT * FROM case_attachment WHERE case_file = \(file) ORDER BY place, id").map { row in
            let id = try row.id("id", of: CaseAttachment.self)
            let name = opensNames ? try bytes(.attachmentName(id.text), of: file, in: app) : nil
            return CaseAttachment(
                id: id,
                place: try row.number("place"),
                size: try row.number("size"),
                kind: try row.choice("kind"),
                name: name.map { String(decoding: $0, as: UTF8.self) } ?? ""
            )
        }
    }

    /// One file of a case; nil where it is of another case, or was erased.
    package func attachment(_ id: ID<CaseAttachment>, of file: ID<CaseFile>, in app: App) throws -> CaseAttachment? {
        try attachments(of: file, in: app).first { $0.id == id }
    }

    /// What a file of a case contains; nil when it was erased.
    package func content(of attachment: ID<CaseAttachment>, _ file: ID<CaseFile>, in app: App) throws -> [UInt8]? {
        try bytes(.attachment(attachment.text), of: file, in: app)
    }

    func count(ofAttachments file: ID<CaseFile>) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM case_attachment WHERE case_file = \(file)"))
    }

    func insert(_ attachment: CaseAttachment, of file: ID<CaseFile>) throws {
        try tx.send(
            """
            INSERT INTO case_attachment (id, case_file, place, size, kind)
            VALUES (\(attachment.id), \(file), \(attachment.place), \(attachment.size), \(attachment.kind.rawValue))
            """
        )
    }
}
