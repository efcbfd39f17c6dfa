import Civil
import Testing

@testable import Disclosure

/// Codes of RFC 6238, by its own test vectors, and which of them are taken.
@Suite struct TimeCodeTests {
    private static let secret = Array("12345678901234567890".utf8)

    struct Vector: Sendable {
        var seconds: Int64
        var code: String
    }

    /// RFC 6238 appendix B, SHA-1.
    @Test(arguments: [
        Vector(seconds: 59, code: "94287082"), Vector(seconds: 1_111_111_109, code: "07081804"),
        Vector(seconds: 1_111_111_111, code: "14050471"), Vector(seconds: 1_234_567_890, code: "89005924"),
        Vector(seconds: 2_000_000_000, code: "69279037"), Vector(seconds: 20_000_000_000, code: "65353130"),
    ])
    func theVectorsOfTheStandard(vector: Vector) {
        let step = TimeCode.step(at: Instant(milliseconds: vector.seconds * 1000))
        #expect(TimeCode.code(Self.secret, step: step, digits: 8) == vector.code)
        #expect(TimeCode.code(Self.secret, step: step) == String(vector.code.suffix(6)))
    }

    struct Try: Sendable {
        var offset: Int64
        var last: Int64
        var isTaken: Bool
    }

    /// The present step and one before and after it; none that was used, and none before one that was used.
    @Test(arguments: [
        Try(offset: 0, last: 0, isTaken: true), Try(offset: -1, last: 0, isTaken: true),
        Try(offset: 1, last: 0, isTaken: true), Try(offset: -2, last: 0, isTaken: false),
        Try(offset: 2, last: 0, isTaken: false), Try(offset: 0, last: 40_000_000, isTaken: false),
        Try(offset: 1, last: 40_000_000, isTaken: true), Try(offset: -1, last: 39_999_999, isTaken: false),
        Try(offset: 0, last: 39_999_999, isTaken: true),
    ])
    func whichStepsAreTaken(attempt: Try) {
        let present: Int64 = 40_000_000
        let typed = TimeCode.code(Self.secret, step: present + attempt.offset)
        let now = Instant(milliseconds: present * TimeCode.stepLength + 12_345)
        let step = TimeCode.step(typed: typed, secret: Self.secret, at: now, after: attempt.last)
        #expect(step == (attempt.isTaken ? present + attempt.offset : nil))
    }

    /// RFC 4648 §10.
    @Test func base32OfTheStandard() {
        let pairs = [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI"),
        ]
        for (plain, text) in pairs { #expect(Base32.text(Array(plain.utf8)) == text) }
    }

    @Test func theAddressIsEscaped() {
        let address = TimeCode.address(Self.secret, login: "li.na", issuer: "石桥 局&")
        #expect(address.hasPrefix("otpauth://totp/li.na?secret=GEZDGNBV"))
        #expect(address.hasSuffix("&issuer=%E7%9F%B3%E6%A1%A5%20%E5%B1%80%26"))
    }
}
