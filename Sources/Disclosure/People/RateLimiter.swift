package import Civil
import Crypto
import Synchronization

/// How often something may be tried: so many times at once, then once in each interval.
package struct RateLimit: Sendable, Hashable {
    /// Keeps the counts of one limit apart from those of another.
    package var name: String
    package var burst: Int64
    /// In milliseconds.
    package var interval: Int64

    package init(_ name: String, burst: Int64, interval: Int64) {
        self.name = name
        self.burst = burst
        self.interval = interval
    }

    /// Signing in with name and password.
    package static let signIn = RateLimit("sign-in", burst: 20, interval: 6_000)
    /// Opening a one-time link.
    package static let link = RateLimit("link", burst: 20, interval: 6_000)
    /// The code of the second factor.
    package static let code = RateLimit("code", burst: 10, interval: 6_000)
    /// Keeping what was typed in a session that ended.
    package static let keep = RateLimit("keep", burst: 20, interval: 15_000)
    /// Forms that anybody may send without an account.
    package static let publicForm = RateLimit("public-form", burst: 10, interval: 60_000)
    /// Opening a case with its code.
    package static let caseCode = RateLimit("case-code", burst: 10, interval: 60_000)
    /// What applicants do on the page of their case.
    package static let caseAct = RateLimit("case-act", burst: 20, interval: 15_000)

    /// The same for an address where accounts are counted too: a whole bureau may come from one.
    package var forAddress: RateLimit {
        RateLimit(name + "/address", burst: burst * 3, interval: max(1, interval / 3))
    }

    /// The same for all whose address is not known, who share one count.
    package var forEverybody: RateLimit {
        RateLimit(name + "/everybody", burst: burst * 20, interval: max(1, interval / 20))
    }
}

/// Counts tries in the memory of this process; several machines count each for itself (decision 8).
///
/// A count is one number, the moment at which the whole burst is free again (the generic cell rate algorithm). There are
/// at most `most` of them for each limit; when there are more, those that are free soonest are forgotten.
package final class RateLimiter: Sendable {
    static let most = 10_000

    /// By limit, then by a hash of the key: a long name costs no more than a short one, and nobody's address is kept.
    private let counts = Mutex<[String: [[UInt8]: Int64]]>([:])

    package init() {}

    /// Takes one try of the key.
    /// - Throws: `Refusal.tooMany` with the seconds until the next one.
    package func take(_ limit: RateLimit, _ key: String, at now: Instant) throws(Refusal) {
        let place = Array(SHA256.hash(data: Array(key.utf8)).prefix(16))
        let wait = counts.withLock { counts -> Int64 in
            let known = counts[limit.name]?[place]
            let free = max(known ?? now.milliseconds, now.milliseconds)
            let wait = free - now.milliseconds - (limit.burst - 1) * limit.interval
            if wait > 0 { return wait }
            if known == nil, counts[limit.name, default: [:]].count >= Self.most {
                Self.makeRoom(in: &counts[limit.name, default: [:]], at: now)
            }
            counts[limit.name, default: [:]][place] = free + limit.interval
            return 0
        }
        if wait > 0 { throw .tooMany(seconds: Int((wait + 999) / 1000)) }
    }

    private static func makeRoom(in counts: inout [[UInt8]: Int64], at now: Instant) {
        counts = counts.filter { $0.value > now.milliseconds }
        guard counts.count >= most else { return }
        for entry in counts.sorted(by: { $0.value < $1.value }).prefix(most / 4) { counts[entry.key] = nil }
    }

    /// How many counts are kept, for tests.
    package var size: Int { counts.withLock { $0.values.reduce(0) { $0 + $1.count } } }
}
