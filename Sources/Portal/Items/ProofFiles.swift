import Database
import Disclosure
import Hummingbird
import Text
import Web

/// What anybody needs to check a publication without this site: the log entry, the salt and the public bytes.
enum ProofFiles {
    /// `/{agency}/items/{leaf}/proof.txt`: facts as `name value` lines, an empty line, then the entry byte for byte.
    static func proof(_ visit: Visit) async throws -> Response {
        let reading = try await read(visit)
        guard let entry = reading.entries.last else { throw Refusal.notFound }
        var bytes = Array(
            """
            index \(entry.index)
            hash \(entry.hash)
            salt \(Hex.text(reading.given.salt))
            public-version \(address(of: reading, visit))/public-version


            """.utf8
        )
        bytes += entry.bytes
        return .bytes(bytes, type: "text/plain; charset=utf-8").hiddenFromSearch(true)
    }

    /// `/{agency}/items/{leaf}/public-version`: the canonical bytes that the log entry covers together with the salt.
    static func publicVersion(_ visit: Visit) async throws -> Response {
        let reading = try await read(visit)
        return .bytes(reading.given.bytes, type: "text/plain; charset=utf-8").hiddenFromSearch(true)
    }

    private static func read(_ visit: Visit) async throws -> ItemReading {
        let code = try visit.parameter("agency")
        let leafID = try visit.parameter("leaf")
        return try await visit.app.database.read { tx in
            try ItemReading(tx, agency: code, leafID: leafID, catalogue: visit.app.catalogue)
        }
    }

    private static func address(of reading: ItemReading, _ visit: Visit) -> String {
        "\(visit.app.settings.publicURL)/\(reading.agency.code)/items/\(reading.leafID)"
    }
}
