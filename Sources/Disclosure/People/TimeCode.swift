package import Civil
import Crypto

/// Codes that change every half minute (RFC 6238: SHA-1, six digits, thirty seconds), as every authenticator shows them.
package enum TimeCode {
    /// In bytes, as RFC 4226 recommends for SHA-1.
    static let secretLength = 20
    /// In milliseconds.
    package static let stepLength: Int64 = 30_000
    package static let digits = 6

    /// The step of an instant: how many half minutes since 1970.
    package static func step(at instant: Instant) -> Int64 { instant.milliseconds / stepLength }

    /// The code of a step.
    package static func code(_ secret: [UInt8], step: Int64, digits: Int = digits) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var modulus: UInt32 = 1
        for _ in 0..<digits { modulus *= 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The step whose code was typed: the present one or a neighbour, and none that was used already.
    ///
    /// It looks at all three, so that the time taken does not tell which one it was.
    static func step(typed: String, secret: [UInt8], at now: Instant, after last: Int64) -> Int64? {
        let present = step(at: now)
        var found: Int64?
        for step in present - 1...present + 1 {
            let isSame = areEqual(Array(typed.utf8), Array(code(secret, step: step).utf8))
            if isSame, step > last { found = step }
        }
        return found
    }

    private static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The address that an authenticator reads as a QR code (Key Uri Format).
    package static func address(_ secret: [UInt8], login: String, issuer: String) -> String {
        // The issuer only once: in Chinese it is long, and a smaller code is easier to read.
        "otpauth://totp/\(encoded(login))?secret=\(Base32.text(secret))&issuer=\(encoded(issuer))"
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
            default: "%" + Hex.text([byte]).uppercased()
            }
        }.joined()
    }
}

/// Bytes as letters A–Z and digits 2–7 (RFC 4648 §6), without padding.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var buffer = 0
        var width = 0
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            width += 8
            while width >= 5 {
                width -= 5
                text.append(alphabet[buffer >> width & 31])
            }
        }
        if width > 0 { text.append(alphabet[buffer << (5 - width) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
