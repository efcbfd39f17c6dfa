import Civil
import Testing

@testable import Disclosure

/// So many at once, then one in each interval; memory is bounded whatever comes.
@Suite struct RateLimiterTests {
    private let limit = RateLimit("test", burst: 3, interval: 10_000)
    private let start = Instant(milliseconds: 1_709_514_000_000)

    private func waits(_ limiter: RateLimiter, _ key: String, after milliseconds: Int64) -> Int {
        do throws(Refusal) {
            try limiter.take(limit, key, at: start.adding(milliseconds: milliseconds))
            return 0
        } catch .tooMany(let seconds) {
            return seconds
        } catch {
            return -1
        }
    }

    @Test func theBurstThenOneByOne() {
        let limiter = RateLimiter()
        let waited = [0, 0, 0, 0, 500, 9_999, 10_000, 10_001, 19_000, 20_000].map { waits(limiter, "a", after: $0) }
        #expect(waited == [0, 0, 0, 10, 10, 1, 0, 10, 1, 0])
        // After a long rest the whole burst is free again, and not more.
        let rested = (0..<4).map { _ in waits(limiter, "a", after: 3_600_000) }
        #expect(rested == [0, 0, 0, 10])
    }

    @Test func keysAndLimitsDoNotMix() throws {
        let limiter = RateLimiter()
        for _ in 0..<3 { try limiter.take(limit, "a", at: start) }
        #expect(waits(limiter, "b", after: 0) == 0)
        try limiter.take(RateLimit("other", burst: 1, interval: 10_000), "a", at: start)
        #expect(waits(limiter, "a", after: 0) == 10)
    }

    /// A flood of addresses neither grows without end nor forgets who has just been stopped.
    @Test func memoryIsBounded() {
        let limiter = RateLimiter()
        for _ in 0..<3 { _ = waits(limiter, "guilty", after: 60_000) }
        for number in 0..<25_000 { _ = waits(limiter, "address \(number)", after: Int64(number)) }
        #expect(limiter.size <= RateLimiter.most)
        #expect(waits(limiter, "guilty", after: 60_000) > 0)
    }
}
