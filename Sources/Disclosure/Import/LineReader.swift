/// The lines of a file with their numbers, one at a time; LF and CR LF end a line.
struct LineReader {
    /// A line beyond this many bytes is refused, so that a file without line ends cannot fill the memory.
    static let longest = 16 * 1024 * 1024

    private let source: FileBytes
    private var piece: [UInt8] = []
    private var place = 0
    private var number = 0
    private var isAtEnd = false

    init(_ source: FileBytes) {
        self.source = source
    }

    /// The next line without its end, and its number from 1; nil at the end of the file.
    mutating func next() throws -> (number: Int, bytes: [UInt8])? {
        var line: [UInt8] = []
        while true {
            if place == piece.count {
                guard !isAtEnd, let more = try source.next() else {
                    isAtEnd = true
                    guard !line.isEmpty else { return nil }
                    number += 1
                    return (number, line)
                }
                piece = more
                place = 0
                continue
            }
            guard let end = piece[place...].firstIndex(of: UInt8(ascii: "\n")) else {
                line += piece[place...]
                place = piece.count
                guard line.count <= Self.longest else { throw tooLong }
                continue
            }
            line += piece[place..<end]
            place = end + 1
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            number += 1
            return (number, line)
        }
    }

    private var tooLong: UnreadableFile {
        UnreadableFile(
            zh: "第\(number + 1)行超过 16 MB，这不像是一行一条的文件",
            en: "Line \(number + 1) has more than 16 MB; this does not look like one record a line"
        )
    }
}
