import Testing
import Web

@Suite struct StylesheetTests {
    private let css = String(decoding: Stylesheet.bytes, as: UTF8.self)

    @Test func theWholeStylesheetIsUnderThirtyKilobytes() {
        #expect(Stylesheet.bytes.count < 30_000)
        #expect(Stylesheet.bytes.count > 10_000)
    }

    @Test func tokensComeFirstAndPrintLast() {
        #expect(Stylesheet.parts.first?.name == "tokens")
        #expect(Stylesheet.parts.last?.name == "print")
    }

    @Test func nothingIsFetchedFromAnywhere() {
        #expect(!css.contains("url("))
        #expect(!css.contains("@import"))
    }

    @Test(arguments: Stylesheet.parts.map(\.name))
    func bracesAreBalanced(name: String) throws {
        let part = try #require(Stylesheet.parts.first { $0.name == name })
        let text = String(decoding: part.css, as: UTF8.self)
        #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    }

    @Test(arguments: Stylesheet.parts.map(\.name).filter { $0 != "tokens" && $0 != "print" })
    func coloursStandOnlyInTheTokens(name: String) throws {
        let part = try #require(Stylesheet.parts.first { $0.name == name })
        let text = String(decoding: part.css, as: UTF8.self)
        let colours = text.split(separator: "#").dropFirst().map { $0.prefix { $0.isHexDigit } }
        // White paper under a QR code and ink on the legal warning colours are the same by day and by night.
        #expect(Set(colours).subtracting(["fff", "16202b"]) == [])
    }
}
