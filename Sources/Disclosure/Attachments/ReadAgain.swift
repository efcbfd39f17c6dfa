import Database
import Documents

/// Files whose text could not be read because a program was missing are read once it is installed: the scanner and the
/// search know then what a person had to look at until now.
///
/// The file keeps its state until its text is there, so no review waits for it anew.
enum ReadAgain {
    /// Files of one night; more come in the nights after.
    static let most = 1_000

    static func begin(in app: App) async throws -> JobWork {
        let readable = DocumentKind.allCases.filter { app.documents.isAbleToRead($0) }
        let unread = try await app.database.read { try $0.files.withoutReader(of: readable, limit: most) }
        return { tx in
            for sha256 in unread {
                try tx.jobs.enqueue(.readFile(sha256), at: app.now(), key: "read-again/\(sha256)", in: app)
            }
        }
    }

    /// Indexes the published items anew of whose public version a file is.
    static func index(_ sha256: String, _ tx: any SQLConnection, in app: App) throws {
        for item in try tx.files.published(with: sha256) {
            guard let place = item.leafIndex, let duty = app.catalogue.duty(item.duty),
                let version = try item.publicVersion.flatMap({ try tx.items.version($0) }),
                let agency = try tx.agencies.find(item.agency)
            else { continue }
            try tx.search.remove(item, of: agency)
            try tx.search.index(item, version, duty: duty, agency: agency, at: place)
        }
    }
}

extension FileStore {
    /// Files of these kinds whose reader was missing, in the order of their hashes; the first so many.
    fileprivate func withoutReader(of kinds: [DocumentKind], limit: Int) throws -> [String] {
        guard !kinds.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT sha256 FROM blob WHERE text_state = \(TextState.toolMissing.rawValue)
            AND kind IN \(list: kinds.map(\.rawValue)) ORDER BY sha256 LIMIT \(limit)
            """
        ).map { try $0.text("sha256") }
    }

    /// The items that give the file to the public now.
    fileprivate func published(with sha256: String) throws -> [Item] {
        try tx.rows(
            """
            SELECT i.* FROM version_file f JOIN item i ON i.public_version = f.version
            WHERE f.blob = \(sha256) AND i.state = \(Item.State.published.rawValue) ORDER BY i.leaf_index
            """
        ).map(Item.init)
    }
}
