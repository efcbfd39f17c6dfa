import Civil
import Foundation

/// The only place where the program asks the machine for the time; everything else is told.
enum SystemClock {
    static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}

/// The only place where the program asks the machine for chance.
enum SystemRandom {
    /// So many bytes of the kernel's generator (getrandom).
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        // The kernel gives eight bytes at a time.
        while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes += $0 } }
        return Array(bytes.prefix(count))
    }
}
