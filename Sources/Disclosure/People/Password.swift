import Crypto
import CryptoExtras
package import NIOPosix

/// A password as it is kept: scrypt (RFC 7914) with its parameters and salt beside it.
package struct PasswordHash: Sendable, Hashable {
    /// The stored form, `scrypt$<rounds>$<salt hex>$<key hex>`.
    package let stored: String
    let rounds: Int
    let salt: [UInt8]
    let key: [UInt8]

    init(rounds: Int, salt: [UInt8], key: [UInt8]) {
        self.rounds = rounds
        self.salt = salt
        self.key = key
        stored = "scrypt$\(rounds)$\(Hex.text(salt))$\(Hex.text(key))"
    }

    package init?(stored: String) {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "scrypt", let rounds = Int(parts[1]) else { return nil }
        guard let salt = Hex.bytes(parts[2]), let key = Hex.bytes(parts[3]) else { return nil }
        self.init(rounds: rounds, salt: salt, key: key)
    }
}

/// Makes and checks password hashes on threads of their own: one takes a tenth of a second and must not hold up requests.
package struct PasswordHasher: Sendable {
    /// scrypt's N: 2^15 in earnest, 2^4 in tests.
    let rounds: Int
    let threads: NIOThreadPool

    package init(rounds: Int, threads: NIOThreadPool = .singleton) {
        self.rounds = rounds
        self.threads = threads
    }

    package func hash(_ password: String, salt: [UInt8]) async throws -> PasswordHash {
        let rounds = rounds
        return try await threads.runIfActive {
            PasswordHash(rounds: rounds, salt: salt, key: try Self.derive(password, salt: salt, rounds: rounds))
        }
    }

    /// Whether the password is the hashed one.
    ///
    /// With no hash it does the same work and says no, so that the time taken does not tell whether an account exists.
    package func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        let rounds = hash?.rounds ?? rounds
        let salt = hash?.salt ?? Array(repeating: 0, count: 16)
        let key = try await threads.runIfActive { try Self.derive(password, salt: salt, rounds: rounds) }
        guard let hash, key.count == hash.key.count else { return false }
        return zip(key, hash.key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, salt: [UInt8], rounds: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: rounds,
            blockSize: 8,
            parallelism: 1
        )
        return key.withUnsafeBytes { Array($0) }
    }
}
