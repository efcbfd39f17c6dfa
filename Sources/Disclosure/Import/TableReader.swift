/// Comma-separated values (RFC 4180), record by record with the line on which each begins.
///
/// Quoted cells may hold commas, line ends and doubled quotes. LF and CR LF end a record. Blank lines are passed over.
/// What is wrong with a record is told with it, and the reading goes on behind it.
struct TableReader {
    enum Flaw: Sendable, Hashable {
        /// A quoted cell was still open at the end of the file.
        case openQuote
        /// Something stands between a closing quote and the next comma.
        case textBehindQuote
        /// A quote stands inside a cell that does not begin with one.
        case quoteInside
    }

    struct Record: Sendable, Hashable {
        /// From 1.
        var line: Int
        var cells: [String]
        var flaw: Flaw?
    }

    private enum Place { case cellStart, plain, quoted, behindQuote }

    private let source: FileBytes
    private let separator: UInt8
    private var piece: [UInt8] = []
    private var place = 0
    private var line = 1

    /// - Parameter separator: `,` or a tab.
    init(_ source: FileBytes, separator: UInt8 = UInt8(ascii: ",")) {
        self.source = source
        self.separator = separator
    }

    /// The next record, or nil at the end of the file.
    mutating func next() throws -> Record? {
        while let record = try nextOfAny() {
            if record.cells != [""] || record.flaw != nil { return record }
        }
        return nil
    }

    private mutating func nextByte() throws -> UInt8? {
        while place == piece.count {
            guard let more = try source.next() else { return nil }
            piece = more
            place = 0
        }
        defer { place += 1 }
        return piece[place]
    }

    private mutating func nextOfAny() throws -> Record? {
        var record = Record(line: line, cells: [], flaw: nil)
        var cell: [UInt8] = []
        var state = Place.cellStart
        var isEmpty = true
        while let byte = try nextByte() {
            isEmpty = false
            if byte == UInt8(ascii: "\n") { line += 1 }
            switch (state, byte) {
            case (.quoted, UInt8(ascii: "\"")): state = .behindQuote
            case (.quoted, _): cell.append(byte)
            case (.behindQuote, UInt8(ascii: "\"")):
                cell.append(byte)
                state = .quoted
            case (_, separator):
                record.cells.append(Self.text(&cell))
                state = .cellStart
            case (_, UInt8(ascii: "\n")):
                if cell.last == UInt8(ascii: "\r"), state != .behindQuote { cell.removeLast() }
                record.cells.append(Self.text(&cell))
                return record
            case (.behindQuote, UInt8(ascii: "\r")): continue
            case (.behindQuote, _): record.flaw = record.flaw ?? .textBehindQuote
            case (.cellStart, UInt8(ascii: "\"")): state = .quoted
            default:
                if byte == UInt8(ascii: "\"") { record.flaw = record.flaw ?? .quoteInside }
                cell.append(byte)
                state = .plain
            }
            guard cell.count <= LineReader.longest else {
                throw UnreadableFile(
                    zh: "第\(record.line)行起的一格超过 16 MB，多半是引号没有成对",
                    en: "A cell from line \(record.line) on has more than 16 MB; most likely a quote is not closed"
                )
            }
        }
        if isEmpty { return nil }
        if state == .quoted { record.flaw = .openQuote }
        record.cells.append(Self.text(&cell))
        return record
    }

    private static func text(_ cell: inout [UInt8]) -> String {
        defer { cell.removeAll(keepingCapacity: true) }
        return String(decoding: cell, as: UTF8.self)
    }
}
