import Foundation

/// Whether a program has an SQLite file open, read off the locks that every connection holds on it
/// (https://www.sqlite.org/lockingv3.html; in WAL mode the shared lock stays as long as the connection).
enum SQLiteFileLock {
    /// PENDING_BYTE of the format, at 1 GiB, followed by the reserved byte and 510 bytes for shared locks.
    private static let first: off_t = 0x4000_0000
    private static let length: off_t = 512

    /// Whether another process holds any lock on the file; false when the file is not there.
    ///
    /// Locks of this process are not seen.
    static func isHeld(on path: String) -> Bool {
        let file = open(path, O_RDWR)
        guard file >= 0 else { return false }
        defer { close(file) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = first
        lock.l_len = length
        guard fcntl(file, F_GETLK, &lock) == 0 else { return false }
        return lock.l_type != Int16(F_UNLCK)
    }
}
