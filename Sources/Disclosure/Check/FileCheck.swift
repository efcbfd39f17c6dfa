package import Civil
import Database
import Foundation
import Text

/// The rows of files (附件): each version has those that it names, and what waits to be read has its job.
struct FileRowCheck: RecordCheck {
    let key = "file-rows"
    let name = Phrase(zh: "附件登记", en: "Records of files")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM version_file")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT f.version, f.place, f.blob, b.size, v.bytes FROM version_file f
            LEFT JOIN version v ON v.id = f.version LEFT JOIN blob b ON b.sha256 = f.blob
            ORDER BY f.version, f.place
            """
        ) { row in
            findings.examine()
            // What cannot be decoded is told by the check of versions.
            guard let bytes = try row.optionalBytes("bytes"),
                let named = try? CanonicalBytes.decode(bytes).attachments
            else { return }
            let place = try row.number("place")
            let attachment = named.indices.contains(place) ? named[place] : nil
            if try attachment?.sha256 != row.text("blob")
                || attachment.map({ Int64($0.size) }) != row.optionalInt("size")
            {
                findings.add(
                    try row.text("version"),
                    zh: "登记的附件不是这个版本所列的附件",
                    en: "a file recorded of the version is not the one that it names"
                )
            }
        }
        try FlawQuery(
            zh: "附件等待读取，但没有读取任务",
            en: "the file waits to be read, but no job will read it",
            sql: """
                SELECT b.sha256 AS subject FROM blob b WHERE b.text_state = 'waiting'
                AND NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = 'read-file' AND j.payload = b.sha256) ORDER BY b.sha256
                """
        ).run(tx, &findings)
    }
}

/// Where the files of a database are looked for.
package struct FilePlaces: Sendable {
    /// A file may stand in any of them.
    var stores: [BlobStore]
    /// In which nothing may stand that has no row, from so long ago; nil when other records share the folder.
    var strays: (store: BlobStore, before: Instant)?

    /// Of the database of the site: the sweep takes what has no row after a day, and comes every six hours.
    package init(of store: BlobStore, now: Instant) {
        stores = [store]
        strays = (store, now.adding(milliseconds: -2 * SweepFiles.age))
    }

    /// Of a copy: backups of one place share a folder.
    package init(ofCopy stores: [BlobStore]) {
        self.stores = stores
    }
}

/// The folder of files: no row without a file, every file whole by its hash, and no file without a row.
///
/// The disk is read after the transaction, so that the snapshot of a site at work is not held for as long as that takes.
struct FileCheck {
    static let key = "files"
    static let name = Phrase(zh: "附件文件", en: "Files")
    private static let batch = 200

    let database: any SQLDatabase
    let places: FilePlaces

    func run(_ findings: inout Findings) async throws {
        var last = ""
        while true {
            let after = last
            let files = try await database.read { try $0.files.rows(after: after, limit: Self.batch) }
            guard let newest = files.last else { break }
            for file in files { try await check(file.sha256, size: file.size, &findings) }
            last = newest.sha256
        }
        if let strays = places.strays { try await findStrays(strays.store, before: strays.before, &findings) }
    }

    private func check(_ sha256: String, size: Int, _ findings: inout Findings) async throws {
        findings.examine()
        let stores = places.stores
        guard let store = stores.first(where: { $0.holds(sha256, size: size) }), let path = store.path(of: sha256)
        else {
            // The sweep may have taken row and file meanwhile.
            guard try await database.read({ try $0.files.known(of: [sha256]) }).contains(sha256) else { return }
            return findings.add(sha256, zh: "附件文件不在，或长度不符", en: "the file is not there, or not in its full length")
        }
        let digest = try await store.blocking { try? BlobStore.digest(of: path).sha256 }
        if digest != sha256 {
            findings.add(sha256, zh: "附件文件的内容与其摘要不符", en: "what the file contains is not what its hash says")
        }
    }

    private func findStrays(_ store: BlobStore, before limit: Instant, _ findings: inout Findings) async throws {
        for shelf in try await store.blocking({ store.shelves() }) {
            let old = try await store.blocking { store.old(in: shelf, before: limit) }
            for start in stride(from: 0, to: old.count, by: Self.batch) {
                let names = old[start..<min(start + Self.batch, old.count)].map { ($0 as NSString).lastPathComponent }
                let known = try await database.read { try $0.files.known(of: names) }
                for name in names where !known.contains(name) {
                    findings.add(name, zh: "附件文件没有登记", en: "the file has no row")
                }
            }
        }
    }
}
