package import Civil
import Synchronization

/// A clock that stands still until the test moves it: Monday 4 March 2024, nine in the morning.
package final class TestClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_709_514_000_000))

    package init() {}

    package var now: Instant { instant.withLock { $0 } }

    package func set(_ new: Instant) { instant.withLock { $0 = new } }

    package func advance(milliseconds: Int64) {
        instant.withLock { $0 = $0.adding(milliseconds: milliseconds) }
    }

    package func advance(days: Int64) { advance(milliseconds: days * 86_400_000) }
}

/// Random bytes that every run repeats (SplitMix64).
package final class TestRandom: Sendable {
    private let state: Mutex<UInt64>

    package init(seed: UInt64 = 20_240_304) { state = Mutex(seed) }

    package func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) }
    }

    private func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
