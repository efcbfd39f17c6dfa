import Testing

@testable import Web

/// Which part of a file a browser asks for (RFC 9110 §14).
@Suite struct ByteRangeTests {
    struct Row: Sendable {
        var header: String?
        var size: Int
        var range: ByteRange

        init(_ header: String?, _ size: Int, _ range: ByteRange) {
            self.header = header
            self.size = size
            self.range = range
        }
    }

    @Test(arguments: [
        Row(nil, 10, .whole), Row("bytes=0-0", 10, .part(0..<1)), Row("bytes=0-9", 10, .part(0..<10)),
        Row("bytes=3-", 10, .part(3..<10)), Row("bytes=-3", 10, .part(7..<10)), Row("bytes=-99", 10, .part(0..<10)),
        Row("bytes=8-99", 10, .part(8..<10)), Row("bytes=10-", 10, .outside), Row("bytes=10-12", 10, .outside),
        Row("bytes=-0", 10, .outside), Row("bytes=0-", 0, .outside), Row("bytes=-1", 0, .outside),
        Row("bytes=2-1", 10, .whole), Row("bytes=--1", 10, .whole), Row("bytes=-", 10, .whole),
        Row("bytes=0-1, 3-4", 10, .whole), Row("items=0-1", 10, .whole), Row("bytes= 0-1", 10, .whole),
        Row("bytes=9223372036854775807-9223372036854775807", 10, .outside),
        Row("bytes=0-9223372036854775808", 10, .whole),
    ])
    func reads(row: Row) {
        #expect(ByteRange.read(row.header, size: row.size) == row.range)
    }
}
