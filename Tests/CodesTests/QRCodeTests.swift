import Codes
import Testing

/// QR codes: fixed parts where they belong, sizes by length, and one whole code that a reader has read.
@Suite struct QRCodeTests {
    struct Size: Sendable {
        var length: Int
        var side: Int?
    }

    /// Byte capacities of the standard at level M.
    @Test(arguments: [
        Size(length: 1, side: 21), Size(length: 14, side: 21), Size(length: 15, side: 25), Size(length: 26, side: 25),
        Size(length: 27, side: 29), Size(length: 122, side: 45), Size(length: 123, side: 49),
        Size(length: 213, side: 57), Size(length: 214, side: 61), Size(length: 666, side: 97),
        Size(length: 667, side: nil),
    ])
    func theSmallestSizeThatHoldsTheText(size: Size) {
        #expect(QRCode(String(repeating: "a", count: size.length))?.size == size.side)
    }

    @Test func findersAndTimingStandWhereReadersLook() throws {
        let code = try #require(QRCode("otpauth://totp/li.na?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        for (left, top) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
            let drawn = (0..<7).map { y in (0..<7).map { code.isDark(left + $0, top + y) ? "1" : "0" }.joined() }
            #expect(drawn == finder)
        }
        for place in 8..<code.size - 8 {
            #expect(code.isDark(place, 6) == place.isMultiple(of: 2))
            #expect(code.isDark(6, place) == place.isMultiple(of: 2))
        }
        #expect(code.isDark(8, code.size - 8))
    }

    /// Read back by zbarimg when it was written down, as were codes of every version from 1 to 20.
    @Test func aWholeCode() throws {
        let code = try #require(QRCode("公开 gongkai"))
        let drawn = (0..<code.size).map { y in (0..<code.size).map { code.isDark($0, y) ? "1" : "0" }.joined() }
        #expect(drawn == Self.whole)
    }

    private static let whole = [
        "111111101111001111111",
        "100000101001101000001",
        "101110100100001011101",
        "101110101011101011101",
        "101110100101001011101",
        "100000100000001000001",
        "111111101010101111111",
        "000000001010000000000",
        "101101110000101001011",
        "011010001010010111100",
        "110011110100010100000",
        "010011010111000010100",
        "001111100010101100010",
        "000000001111110010100",
        "111111101111001010001",
        "100000101011010101001",
        "101110100011100001110",
        "101110101000101011010",
        "101110101001101111100",
        "100000100000111001101",
        "111111101111011101100",
    ]
}
