import Crypto

/// Bytes as lower-case hexadecimal text, and back.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless the text is an even number of hexadecimal digits.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.map { UInt8(Character(UnicodeScalar($0)).hexDigitValue ?? 255) }
        guard digits.count.isMultiple(of: 2), !digits.contains(255) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

extension SHA256 {
    /// The digest of the bytes as 64 hexadecimal digits.
    static func hex(_ bytes: [UInt8]) -> String { Hex.text(SHA256.hash(data: bytes)) }
}

/// A secret that is handed out once and kept only as its hash: a session's token, a one-time link.
package struct SecretToken: Sendable, Hashable {
    /// 64 hexadecimal digits.
    package let text: String

    package init(_ text: String) { self.text = text }

    static func make(in app: App) -> SecretToken { SecretToken(Hex.text(app.randomBytes(32))) }

    var hash: String { SHA256.hex(Array(text.utf8)) }

    /// A value that only a page of this session can know; goes with every form (CSRF).
    package var formToken: String { SHA256.hex(Array("gongkai form \(text)".utf8)) }

    /// What is kept of the form token, to know a form of this session after it has ended.
    var formHash: String { Self.formHash(formToken) }

    static func formHash(_ formToken: String) -> String { SHA256.hex(Array(formToken.utf8)) }
}
