internal import CTables

/// Looks a code up in an embedded table of lines `code TAB name [TAB more]` sorted by code, without building anything.
struct CodeTable: Sendable {
    private let bytes: @Sendable () -> UnsafeBufferPointer<UInt8>

    init(_ bytes: @escaping @Sendable () -> UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The cells of the line under that code, the code itself first.
    func line(of code: String) -> [String]? {
        let bytes = bytes()
        let wanted = Array(code.utf8)
        var low = 0
        var high = bytes.count
        while low < high {
            let middle = lineStart(before: (low + high) / 2, in: bytes)
            let end = lineEnd(from: middle, in: bytes)
            let codeEnd = bytes[middle..<end].firstIndex(of: 0x09) ?? end
            if wanted.elementsEqual(bytes[middle..<codeEnd]) { return cells(bytes[middle..<end]) }
            if wanted.lexicographicallyPrecedes(bytes[middle..<codeEnd]) {
                high = middle
            } else {
                low = end + 1
            }
        }
        return nil
    }

    /// The cells of every line whose name is the given one, by a walk over the table.
    func lines(named name: String) -> [[String]] {
        let bytes = bytes()
        let wanted = Array(name.utf8)
        var found: [[String]] = []
        var start = 0
        while start < bytes.count {
            let end = lineEnd(from: start, in: bytes)
            let line = bytes[start..<end]
            if let tab = line.firstIndex(of: 0x09), line[(tab + 1)...].starts(with: wanted) {
                let after = tab + 1 + wanted.count
                if after == end || bytes[after] == 0x09 { found.append(cells(line)) }
            }
            start = end + 1
        }
        return found
    }

    private func lineStart(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var place = place
        while place > 0, bytes[place - 1] != 0x0A { place -= 1 }
        return place
    }

    private func lineEnd(from place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var place = place
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        return place
    }

    private func cells(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
        line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
