import Foundation

/// Files are looked at through small windows, so that a large one costs no memory.

/// Bytes that can be read at any place.
protocol ByteSource: AnyObject, Sendable {
    /// How many there are.
    var count: Int { get }
    /// Up to so many bytes from a place; fewer only at the end.
    func bytes(at offset: Int, count: Int) throws(DocumentProblem) -> [UInt8]
}

extension ByteSource {
    /// Exactly these bytes; `nil` when the end comes first.
    func exactly(_ count: Int, at offset: Int) throws(DocumentProblem) -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else { return nil }
        let read = try bytes(at: offset, count: count)
        return read.count == count ? read : nil
    }
}

/// A file on disk, open for reading while the value lives.
final class FileSource: ByteSource {
    let count: Int
    private let descriptor: Int32

    /// Opens a regular file; a folder, a link or a device is not read.
    init(_ path: String) throws(DocumentProblem) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unreadable }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .unreadable
        }
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func bytes(at offset: Int, count wanted: Int) throws(DocumentProblem) -> [UInt8] {
        let length = max(0, min(wanted, count - offset))
        guard length > 0 else { return [] }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            while filled < length {
                guard let start = buffer.baseAddress else { break }
                let got = pread(descriptor, start + filled, length - filled, off_t(offset + filled))
                if got < 0 && errno == EINTR { continue }
                if got <= 0 {
                    failed = true
                    break
                }
                filled += got
            }
        }
        if failed { throw .unreadable }
        return bytes
    }
}

/// Bytes that are in memory already, such as a picture out of a document.
final class MemorySource: ByteSource {
    let contents: [UInt8]
    var count: Int { contents.count }

    init(_ contents: [UInt8]) { self.contents = contents }

    func bytes(at offset: Int, count wanted: Int) throws(DocumentProblem) -> [UInt8] {
        guard offset < contents.count else { return [] }
        return Array(contents[offset..<min(contents.count, offset + wanted)])
    }
}

/// A walk through a source from front to back, by windows of 64 kB.
struct ByteCursor {
    let source: any ByteSource
    private(set) var window: [UInt8] = []
    private var windowStart = 0
    private var index = 0

    init(_ source: any ByteSource, at position: Int = 0) {
        self.source = source
        windowStart = position
    }

    /// The place of the next byte.
    var position: Int { windowStart + index }

    /// The next byte without taking it; nil at the end.
    mutating func peek() throws(DocumentProblem) -> UInt8? {
        if index < window.count { return window[index] }
        try refill()
        return index < window.count ? window[index] : nil
    }

    /// Takes the next byte; nil at the end.
    mutating func next() throws(DocumentProblem) -> UInt8? {
        guard let byte = try peek() else { return nil }
        index += 1
        return byte
    }

    /// Goes on from another place.
    mutating func move(to position: Int) {
        if position >= windowStart, position <= windowStart + window.count {
            index = position - windowStart
        } else {
            windowStart = max(0, position)
            window = []
            index = 0
        }
    }

    /// Goes to the next such byte without taking it; false when there is none.
    mutating func seek(_ byte: UInt8) throws(DocumentProblem) -> Bool {
        while try peek() != nil {
            if let found = window.position(of: byte, from: index) {
                index = found
                return true
            }
            index = window.count
        }
        return false
    }

    private mutating func refill() throws(DocumentProblem) {
        windowStart += index
        index = 0
        window = try source.bytes(at: windowStart, count: 1 << 16)
    }
}

extension [UInt8] {
    /// The place of a byte at or after a place.
    func position(of byte: UInt8, from start: Int) -> Int? {
        guard start < count else { return nil }
        return withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            guard let found = memchr(base + start, Int32(byte), count - start) else { return nil }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    /// Little-endian number of two bytes; the caller has checked that they are there.
    func little16(_ place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

    /// Little-endian number of four bytes.
    func little32(_ place: Int) -> Int { little16(place) | little16(place + 2) << 16 }

    /// Big-endian number of two bytes.
    func big16(_ place: Int) -> Int { Int(self[place]) << 8 | Int(self[place + 1]) }

    /// Big-endian number of four bytes.
    func big32(_ place: Int) -> Int { big16(place) << 16 | big16(place + 2) }
}
