import Foundation

extension BlobStore {
    /// What became of a file that should be in this store as well.
    package enum Copied: Sendable, Hashable {
        case wasThere
        case copied
        /// It is not in the other store, or not what its name says.
        case lost
    }

    /// Sees to it that this store has a file of another one, byte for byte: both copies are checked by their hash.
    ///
    /// - Throws: `BlobFailure` when this store cannot be written.
    package func copy(_ sha256: String, from other: BlobStore) async throws -> Copied {
        guard let source = other.path(of: sha256), let place = path(of: sha256) else { return .lost }
        let waiting = "\(incomingFolder)/copy-\(sha256)"
        let found: Copied = try await blocking {
            if Self.isWhole(place, sha256) { return .wasThere }
            guard Self.isWhole(source, sha256) else { return .lost }
            try Self.makeFolder(folder)
            try Self.makeFolder(incomingFolder)
            unlink(waiting)
            do {
                try FileManager.default.copyItem(atPath: source, toPath: waiting)
            } catch {
                throw BlobFailure(act: "copy", code: EIO)
            }
            guard Self.isWhole(waiting, sha256) else { throw BlobFailure(act: "copy", code: EIO) }
            return .copied
        }
        if found == .copied { try await keep(waiting, as: sha256) }
        return found
    }

    private static func isWhole(_ path: String, _ sha256: String) -> Bool {
        (try? digest(of: path))?.sha256 == sha256
    }
}
