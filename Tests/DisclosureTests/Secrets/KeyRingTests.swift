import TestKit
import Testing

@testable import Disclosure

/// What is sealed opens with its key, in its place, unchanged, and in no other way.
@Suite struct KeyRingTests {
    private let old = Array(repeating: UInt8(1), count: 32)
    private let new = Array(repeating: UInt8(2), count: 32)
    private let nonce = Array(repeating: UInt8(3), count: 12)
    private let secret = Array("何必告人".utf8)

    @Test func theLastKeySealsAndEveryKeyOpens() throws {
        let first = try KeyRing([old]).seal(secret, in: "table/1", nonce: nonce)
        let both = KeyRing([old, new])
        #expect(try both.open(first, in: "table/1") == secret)
        let second = try both.seal(secret, in: "table/1", nonce: nonce)
        #expect(first.keyID != second.keyID)
        #expect(second.keyID == KeyRing.id(of: new))
        #expect(throws: KeyRing.Failure.noKey(second.keyID)) { try KeyRing([old]).open(second, in: "table/1") }
        #expect(!Hex.text(second.bytes).contains(Hex.text(secret)))
    }

    @Test func anotherRowOrAChangedBitDoesNotOpen() throws {
        let ring = KeyRing([old])
        let sealed = try ring.seal(secret, in: "table/1", nonce: nonce)
        #expect(throws: KeyRing.Failure.damaged) { try ring.open(sealed, in: "table/2") }
        for place in sealed.bytes.indices {
            var changed = sealed
            changed.bytes[place] ^= 1
            #expect(throws: KeyRing.Failure.damaged) { try ring.open(changed, in: "table/1") }
        }
        #expect(throws: KeyRing.Failure.damaged) {
            try ring.open(Sealed(keyID: sealed.keyID, bytes: [1, 2, 3]), in: "table/1")
        }
    }

    @Test func withoutAKeyNothingIsSealed() {
        #expect(throws: KeyRing.Failure.noKey("")) { try KeyRing().seal(secret, in: "table/1", nonce: nonce) }
        #expect(KeyRing([[1, 2, 3]]).ids.isEmpty)
    }
}
