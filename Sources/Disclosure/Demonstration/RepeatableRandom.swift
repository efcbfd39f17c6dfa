import Synchronization

/// Numbers that look random and come out the same every time: the demonstration is the same on every machine.
///
/// SplitMix64 (Steele, Lea, Flood 2014); nothing that is secret is ever made with it.
package struct RepeatableRandom: Sendable, Hashable {
    private var state: UInt64

    /// - Parameter seed: any text; the same text gives the same numbers (FNV-1a over its bytes).
    package init(seed: String) {
        state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range, all of them alike; the range is small against 2^64.
    package mutating func int(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next() % width)
    }

    /// True `share` times in `whole`.
    package mutating func chance(_ share: Int, in whole: Int) -> Bool { int(1...whole) <= share }

    /// One of the values; nil of none.
    package mutating func pick<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[int(0...(values.count - 1))]
    }

    /// One of the words; empty of none.
    package mutating func word(_ words: [String]) -> String { pick(words) ?? "" }

    /// The values in another order (Fisher–Yates).
    package mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        guard values.count > 1 else { return values }
        for place in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(place, int(0...place))
        }
        return values
    }

    /// So many bytes.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            let word = next()
            for place in stride(from: 0, to: 64, by: 8) where bytes.count < count {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(place)))
            }
        }
        return bytes
    }
}

/// A source of repeatable bytes that can stand where the application wants unguessable ones: for invented records only.
final class RepeatableBytes: Sendable {
    private let random: Mutex<RepeatableRandom>

    init(seed: String) {
        random = Mutex(RepeatableRandom(seed: seed))
    }

    func next(_ count: Int) -> [UInt8] {
        random.withLock { $0.bytes(count) }
    }
}
