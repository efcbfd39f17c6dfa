import Civil
import Codes
package import Database
import Documents

/// Stored files in the database: what they are, what text is in them, and which versions they belong to.
package struct FileStore {
    let tx: any SQLConnection

    private static let columns: SQL =
        "b.sha256, b.size, b.kind, b.metadata, b.remarks, b.text_state, b.pages_without_text, b.findings, b.stored_at"

    package func find(_ sha256: String) throws -> StoredFile? {
        try tx.first("SELECT \(Self.columns) FROM blob b WHERE b.sha256 = \(sha256)").map(StoredFile.init)
    }

    /// The files of a version in their order.
    package func all(of version: Version) throws -> [AttachedFile] {
        guard !version.attachments.isEmpty else { return [] }
        let hashes = version.attachments.map(\.sha256)
        let rows = try tx.rows("SELECT \(Self.columns) FROM blob b WHERE b.sha256 IN \(list: hashes)")
        let files = Dictionary(
            try rows.map(StoredFile.init).map { ($0.sha256, $0) },
            uniquingKeysWith: { one, _ in one }
        )
        return version.attachments.compactMap { attachment in
            files[attachment.sha256].map { AttachedFile(attachment: attachment, file: $0) }
        }
    }

    /// The newest version of an item to which the file belongs.
    package func version(of item: ID<Item>, with sha256: String) throws -> ID<Version>? {
        try tx.first(
            """
            SELECT v.id FROM version_file f JOIN version v ON v.id = f.version
            WHERE f.blob = \(sha256) AND v.item = \(item) ORDER BY v.number DESC LIMIT 1
            """
        ).map { try $0.id("id") }
    }

    /// Writes down a file that is on the disk; one that is known already stays as it is.
    /// - Returns: whether it is new.
    func insert(_ file: StoredFile) throws -> Bool {
        let remarks = file.remarks.map(\.rawValue).sorted().joined(separator: " ")
        return try !tx.rows(
            """
            INSERT INTO blob (sha256, size, kind, metadata, remarks, text_state, pages_without_text, findings,
                stored_at)
            VALUES (\(file.sha256), \(file.size), \(file.kind.rawValue), \(file.metadata.rawValue), \(remarks),
                'waiting', '', '', \(file.storedAt))
            ON CONFLICT (sha256) DO NOTHING RETURNING sha256
            """
        ).isEmpty
    }

    /// Ties the files of a version to it.
    func insertFiles(of version: Version) throws {
        for (place, attachment) in version.attachments.enumerated() {
            try tx.execute(
                """
                INSERT INTO version_file (version, place, blob) VALUES (\(version.id), \(place), \(attachment.sha256))
                """
            )
        }
    }

    // MARK: Text

    /// Keeps what was read in a file, once it is waited for.
    func setText(_ read: FileText, findings: [SensitiveFinding], of sha256: String) throws {
        if !read.text.isEmpty {
            try tx.execute(
                """
                INSERT INTO blob_text (sha256, text) VALUES (\(sha256), \(read.text))
                ON CONFLICT (sha256) DO UPDATE SET text = excluded.text
                """
            )
        }
        let lines = StoredFile.lines(findings)
        // Of many pages the first say enough.
        let pages = read.pagesWithoutText.prefix(50).map(String.init).joined(separator: " ")
        try tx.execute(
            """
            UPDATE blob SET text_state = \(read.state.rawValue), pages_without_text = \(pages), findings = \(lines)
            WHERE sha256 = \(sha256)
            """
        )
    }

    /// The text of one file; nil when none could be read.
    package func text(of sha256: String) throws -> String? {
        try tx.first("SELECT text FROM blob_text WHERE sha256 = \(sha256)")?.text("text")
    }

    /// What search looks through in files, in UTF-8 at most so many bytes together.
    ///
    /// More than that could not be indexed: PostgreSQL holds at most 1 MB of different tokens for one document.
    func searchText(of attachments: [Attachment], limit: Int = 300_000) throws -> String {
        var left = limit
        var texts: [String] = []
        for attachment in attachments {
            texts.append(attachment.name)
            guard left > 0, let text = try text(of: attachment.sha256) else { continue }
            let beginning = String(decoding: text.utf8.prefix(left), as: UTF8.self)
            left -= beginning.utf8.count
            texts.append(beginning)
        }
        return texts.joined(separator: "\n")
    }

    // MARK: Order

    /// Which of the hashes have a row.
    func known(of hashes: [String]) throws -> Set<String> {
        guard !hashes.isEmpty else { return [] }
        return Set(
            try tx.rows("SELECT sha256 FROM blob WHERE sha256 IN \(list: hashes)").map { try $0.text("sha256") }
        )
    }

    /// Files that no version has, stored before an instant; the first so many.
    func unused(storedBefore instant: Instant, limit: Int) throws -> [String] {
        try tx.rows(
            """
            SELECT b.sha256 FROM blob b WHERE b.stored_at < \(instant)
            AND NOT EXISTS (SELECT 1 FROM version_file f WHERE f.blob = b.sha256) ORDER BY b.sha256 LIMIT \(limit)
            """
        ).map { try $0.text("sha256") }
    }

    func remove(_ sha256: String) throws {
        try tx.execute("DELETE FROM blob_text WHERE sha256 = \(sha256)")
        try tx.execute("DELETE FROM blob WHERE sha256 = \(sha256)")
    }

    /// Hash and size of every row, those after one hash in order; the first so many.
    func rows(after sha256: String, limit: Int) throws -> [(sha256: String, size: Int)] {
        try tx.rows("SELECT sha256, size FROM blob WHERE sha256 > \(sha256) ORDER BY sha256 LIMIT \(limit)").map {
            (try $0.text("sha256"), try $0.number("size"))
        }
    }

    /// Hash and size of every file that a version has, those after one hash in order; the first so many.
    package func sizes(after sha256: String, limit: Int) throws -> [(sha256: String, size: Int)] {
        try tx.rows(
            """
            SELECT b.sha256, b.size FROM blob b WHERE b.sha256 > \(sha256)
            AND EXISTS (SELECT 1 FROM version_file f WHERE f.blob = b.sha256) ORDER BY b.sha256 LIMIT \(limit)
            """
        ).map { (try $0.text("sha256"), try $0.number("size")) }
    }
}

extension SQLConnection {
    package var files: FileStore { FileStore(tx: self) }
}
