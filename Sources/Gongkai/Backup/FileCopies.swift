import Database
import Disclosure

/// The files that the records name, taken along with them: into a backup, and out of it again.
///
/// They stand in a folder `blobs` beside the backup, which all backups of that place share: a file never changes, so
/// tonight's backup copies only what came today.
struct FileCopies {
    var source: BlobStore
    var target: BlobStore

    private static let batch = 200

    /// Where the files of a backup are.
    static func store(beside backup: String) -> BlobStore {
        let folder = backup.lastIndex(of: "/").map { String(backup[...$0]) } ?? ""
        return BlobStore(folder: folder + "blobs")
    }

    /// Copies what is not there yet, each file checked by its hash.
    ///
    /// - Returns: how many files the records name.
    /// - Throws: `CommandFailure` with the number of those that are missing or damaged.
    func copy(namedIn database: any SQLDatabase) async throws -> Int {
        guard try await database.read({ try $0.hasTable("version_file") }) else { return 0 }
        var total = 0
        var lost: [String] = []
        var last = ""
        while true {
            let after = last
            let files = try await database.read { try $0.files.sizes(after: after, limit: Self.batch) }
            guard let newest = files.last else { break }
            for file in files where try await target.copy(file.sha256, from: source) == .lost {
                lost.append(file.sha256)
            }
            total += files.count
            last = newest.sha256
        }
        guard lost.isEmpty else {
            throw CommandFailure(
                zh: "\(lost.count) 个附件缺失或已损坏，第一个是 \(source.folder) 中的 \(lost[0])",
                en: "\(lost.count) files are missing or damaged, the first is \(lost[0]) in \(source.folder)"
            )
        }
        return total
    }
}
