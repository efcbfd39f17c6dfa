package import Civil
import Crypto
package import Database

/// What was encrypted, with the id of the key that opens it.
package struct Sealed: Sendable, Hashable {
    package var keyID: String
    /// Nonce, ciphertext and tag of AES-GCM, in this order.
    package var bytes: [UInt8]

    package init(keyID: String, bytes: [UInt8]) {
        self.keyID = keyID
        self.bytes = bytes
    }
}

/// The keys with which secrets are encrypted before they reach the database (个人信息保护法 art 51).
///
/// They live in a file outside the database, so that neither a stolen backup nor a query shows what they seal. The last
/// key seals; every key opens what it once sealed.
package struct KeyRing: Sendable {
    /// Why something sealed cannot be opened.
    package enum Failure: Error, Sendable, Hashable {
        /// The key file does not hold this key.
        case noKey(String)
        /// The bytes were changed, or belong to another row.
        case damaged
    }

    /// In bytes: AES-256.
    package static let keyLength = 32

    private struct Key: Sendable {
        let id: String
        let secret: SymmetricKey
    }

    private let keys: [Key]

    /// - Parameter secrets: keys of 32 bytes, the oldest first; those of another length are left out.
    package init(_ secrets: [[UInt8]] = []) {
        keys = secrets.filter { $0.count == Self.keyLength }.map { secret in
            Key(id: Self.id(of: secret), secret: SymmetricKey(data: secret))
        }
    }

    /// The ids of all keys, the oldest first.
    package var ids: [String] { keys.map(\.id) }

    /// Names a key without telling it: sixteen digits of a hash of it.
    package static func id(of secret: [UInt8]) -> String {
        String(SHA256.hex(Array("gongkai key ".utf8) + secret).prefix(16))
    }

    /// - Parameter place: the row that it belongs to; in another row it does not open.
    func seal(_ bytes: [UInt8], in place: String, nonce: [UInt8]) throws -> Sealed {
        guard let key = keys.last else { throw Failure.noKey("") }
        let box = try AES.GCM.seal(
            bytes,
            using: key.secret,
            nonce: AES.GCM.Nonce(data: nonce),
            authenticating: Array(place.utf8)
        )
        guard let combined = box.combined else { throw Failure.damaged }
        return Sealed(keyID: key.id, bytes: Array(combined))
    }

    /// A hash of a text that only who holds the key can make: the same for the same text, and telling nothing of it.
    ///
    /// Nil where the key is not there.
    func mark(_ text: String, with id: String) -> String? {
        keys.first { $0.id == id }.map { key in
            let own = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key.secret,
                info: Array("gongkai mark".utf8),
                outputByteCount: Self.keyLength
            )
            return Hex.text(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: own).prefix(16))
        }
    }

    /// - Throws: `Failure` when the key is not there or the bytes are not what was sealed for this place.
    package func open(_ sealed: Sealed, in place: String) throws -> [UInt8] {
        guard let key = keys.first(where: { $0.id == sealed.keyID }) else { throw Failure.noKey(sealed.keyID) }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed.bytes)
            return Array(try AES.GCM.open(box, using: key.secret, authenticating: Array(place.utf8)))
        } catch {
            throw Failure.damaged
        }
    }
}

extension App {
    /// Encrypts bytes for one row of the database.
    package func seal(_ bytes: [UInt8], in place: String) throws -> Sealed {
        try keys.seal(bytes, in: place, nonce: randomBytes(12))
    }
}

/// Which keys the database has seen, so that a machine without one of them does not start.
package struct SealingKeyStore {
    let tx: any SQLConnection

    /// The ids of all keys that have been in use.
    package func ids() throws -> [String] {
        try tx.rows("SELECT id FROM sealing_key ORDER BY id").map { try $0.text("id") }
    }

    package func insert(_ id: String, at now: Instant) throws {
        try tx.execute(
            "INSERT INTO sealing_key (id, created_at) VALUES (\(id), \(now)) ON CONFLICT (id) DO NOTHING"
        )
    }

    /// The key that makes marks now: the one that the last rotation chose, else the oldest of the file.
    func marking(in app: App) throws -> String? {
        let chosen = try tx.first(
            "SELECT id FROM sealing_key WHERE marks_since IS NOT NULL ORDER BY marks_since DESC, id DESC LIMIT 1"
        )
        return try chosen?.text("id") ?? app.keys.ids.first
    }

    /// Lets a key make marks from now on.
    func mark(with id: String, from now: Instant) throws {
        try insert(id, at: now)
        try tx.execute("UPDATE sealing_key SET marks_since = \(now) WHERE id = \(id)")
    }

    func remove(_ id: String) throws {
        try tx.execute("DELETE FROM sealing_key WHERE id = \(id)")
    }

    /// Gives up a key that is lost, with everything that it sealed.
    ///
    /// - Returns: how many people must set up their second factor anew.
    package func forget(_ id: String) throws -> Int {
        try tx.execute("DELETE FROM kept_form WHERE key_id = \(id)")
        let people = try tx.execute("DELETE FROM second_factor WHERE key_id = \(id)")
        try tx.execute("DELETE FROM sealing_key WHERE id = \(id)")
        return people
    }
}

extension SQLConnection {
    package var sealingKeys: SealingKeyStore { SealingKeyStore(tx: self) }
}
