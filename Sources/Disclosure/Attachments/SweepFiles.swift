import Civil
import Database
import Documents
import Foundation

/// Removes what no version has: uploads that broke off, files whose row was never written, rows whose version never was.
///
/// What a killed process left of files that it was reading or redacting goes as well.
///
/// Only what is older than a day goes, so that nothing that is just arriving is touched. Run twice, or cut off anywhere,
/// it leaves every row its file: a row goes before its file, and a file only when, in the same turn of writing, no row
/// has it.
struct SweepFiles: Sendable {
    static let age: Int64 = 24 * 3_600_000
    private static let batch = 200

    func run(in app: App) async throws {
        let limit = app.now().adding(milliseconds: -Self.age)
        try await removeUnusedRows(storedBefore: limit, app)
        let blobs = app.blobs
        let (broken, shelves) = try await blobs.blocking {
            (blobs.old(in: blobs.incomingFolder, before: limit), blobs.shelves())
        }
        for path in broken { unlink(path) }
        let tools = app.tools
        try await blobs.blocking {
            PrivateFolder.removeLeftovers(in: tools.temporaryFolder, before: limit.milliseconds / 1000)
        }
        for shelf in shelves {
            let old = try await blobs.blocking { blobs.old(in: shelf, before: limit) }
            for start in stride(from: 0, to: old.count, by: Self.batch) {
                try await removeStrays(Array(old[start..<min(start + Self.batch, old.count)]), before: limit, app)
            }
        }
    }

    private func removeUnusedRows(storedBefore limit: Instant, _ app: App) async throws {
        var removed = 0
        repeat {
            removed = try await app.database.write { tx in
                let unused = try tx.files.unused(storedBefore: limit, limit: Self.batch)
                for sha256 in unused { try tx.files.remove(sha256) }
                return unused.count
            }
        } while removed == Self.batch
    }

    private func removeStrays(_ paths: [String], before limit: Instant, _ app: App) async throws {
        let names = paths.map { ($0 as NSString).lastPathComponent }
        let known = try await app.database.read { try $0.files.known(of: names) }
        guard known.count < names.count else { return }
        let blobs = app.blobs
        try await app.database.write { tx in
            let known = try tx.files.known(of: names)
            for (name, path) in zip(names, paths) where !known.contains(name) && blobs.isOld(path, before: limit) {
                unlink(path)
            }
        }
    }
}

extension BlobStore {
    /// Every folder that files stand in.
    func shelves() -> [String] {
        entries(of: folder).filter { $0.count == 2 }.flatMap { first in
            entries(of: "\(folder)/\(first)").map { "\(folder)/\(first)/\($0)" }
        }
    }

    /// Files of a folder that were last written before an instant.
    func old(in folder: String, before limit: Instant) -> [String] {
        entries(of: folder).map { "\(folder)/\($0)" }.filter { isOld($0, before: limit) }
    }

    /// By the clock of the disk; false for what is not there.
    func isOld(_ path: String, before limit: Instant) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return Int64(status.st_mtim.tv_sec) * 1000 < limit.milliseconds
    }

    private func entries(of folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
