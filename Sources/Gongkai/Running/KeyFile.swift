import Database
import Disclosure
import Foundation
import Text

/// The file with the keys that seal secrets in the database: one line `key` and 64 hexadecimal digits each, the last one
/// in use.
///
/// It lies outside the database on purpose, and is backed up apart from it: either alone shows nothing.
struct KeyFile {
    static let usualName = "gongkai.keys"
    private static let heading = """
        # Keys of Gongkai. Whoever has this file and the database can read what is sealed there: keep them apart.
        # Without it second factors must be set up anew. The last key seals; do not remove the others.

        """

    var path: String

    init(path: String) { self.path = path }

    init(_ settings: Settings) {
        path = settings.keyFile ?? settings.dataDirectory + "/" + Self.usualName
    }

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// The keys in it, the oldest first.
    ///
    /// - Throws: `CommandFailure` when it cannot be read or has a line that is no key.
    func secrets() throws -> [[UInt8]] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure(
                zh: "无法读取密钥文件 \(path)；请检查权限（属主可读，0600）",
                en: "the key file \(path) cannot be read; check its permissions (0600, the program's own account)",
                status: CommandFailure.badSettings
            )
        }
        var secrets: [[UInt8]] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.filter { !$0.isWhitespace || $0 == " " }
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0] == "key", let secret = Hex.bytes(parts[1]),
                secret.count == KeyRing.keyLength
            else {
                // The line itself is not repeated: it may be a key with a slip of the pen.
                throw CommandFailure(
                    zh: "\(path):\(number + 1)：不是密钥；允许：key 加 64 位十六进制数字",
                    en: "\(path):\(number + 1): no key; allowed: «key» and 64 hexadecimal digits",
                    status: CommandFailure.badSettings
                )
            }
            secrets.append(secret)
        }
        return secrets
    }

    /// Adds a key that seals from now on; makes the file (0600) where there is none.
    ///
    /// The new content is written beside, flushed and put in its place: a break leaves the old file whole.
    /// - Returns: the id of the new key.
    func add(_ secret: [UInt8]) throws -> String {
        let old = isThere ? try secrets() : []
        try place(old + [secret], isFirst: old.isEmpty)
        return KeyRing.id(of: secret)
    }

    /// Takes a key out, in the same way.
    func remove(_ id: String) throws {
        try place(try secrets().filter { KeyRing.id(of: $0) != id }, isFirst: false)
    }

    private func place(_ secrets: [[UInt8]], isFirst: Bool) throws {
        let lines = secrets.map { "key \(Hex.text($0))\n" }.joined()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw unwritable() }
        let bytes = Array((Self.heading + lines).utf8)
        let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        // A first file is linked, not renamed: of two programs that start at once one makes it, and the other reads it.
        let isPlaced = isWritten && (isFirst ? link(draft, path) == 0 || isThere : rename(draft, path) == 0)
        unlink(draft)
        guard isPlaced else { throw unwritable() }
    }

    private func unwritable() -> CommandFailure {
        let reason = String(cString: strerror(errno))
        return CommandFailure(
            zh: "无法写入密钥文件 \(path)：\(reason)",
            en: "the key file \(path) cannot be written: \(reason)"
        )
    }

    /// The keys for a database: of the file, which is made at the very first start.
    ///
    /// - Throws: `CommandFailure` when the database has used a key that the file does not hold.
    func ring(for database: any SQLDatabase) async throws -> KeyRing {
        let known = try await database.read { try $0.sealingKeys.ids() }
        if !isThere, known.isEmpty { _ = try add(SystemRandom.bytes(KeyRing.keyLength)) }
        guard isThere else { throw missing(known) }
        let ring = KeyRing(try secrets())
        let lost = known.filter { !ring.ids.contains($0) }
        guard lost.isEmpty else { throw missing(lost) }
        guard !ring.ids.isEmpty else {
            throw CommandFailure(
                zh: "密钥文件 \(path) 中没有密钥；请运行 gongkai keys add",
                en: "the key file \(path) holds no key; run gongkai keys add",
                status: CommandFailure.badSettings
            )
        }
        let new = ring.ids.filter { !known.contains($0) }
        if !new.isEmpty {
            let now = SystemClock.now()
            let ids = ring.ids
            try await database.write { tx in
                // Another machine may have begun with a key of its own meanwhile.
                let known = try tx.sealingKeys.ids()
                let lost = known.filter { !ids.contains($0) }
                guard lost.isEmpty else { throw self.missing(lost) }
                for id in new { try tx.sealingKeys.insert(id, at: now) }
            }
        }
        return ring
    }

    private func missing(_ ids: [String]) -> CommandFailure {
        let list = ids.joined(separator: ", ")
        return CommandFailure(
            zh: "密钥文件 \(path) 中缺少密钥 \(list)：请从备份或另一台机器取回该文件；确已丢失的，用 gongkai keys forget 放弃",
            en:
                "the key file \(path) lacks key \(list): bring the file back from its backup or from the other machine; if it is lost for good, give the key up with gongkai keys forget",
            status: CommandFailure.badSettings
        )
    }
}
