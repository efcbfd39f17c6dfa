import Foundation
import Testing
import Web

/// WCAG 2.1, 1.4.3 (4.5:1 for text) and our own 7:1 in elder mode, on both papers, by day and by night.
@Suite struct ContrastTests {
    struct Mode: Sendable {
        var name: String
        /// The blocks of the tokens file that apply, in order.
        var blocks: [Int]
        var least: Double
    }

    static let modes = [
        Mode(name: "light", blocks: [0], least: 4.5),
        Mode(name: "dark", blocks: [0, 1], least: 4.5),
        Mode(name: "elder light", blocks: [0, 2], least: 7),
        Mode(name: "elder dark", blocks: [0, 1, 2, 3], least: 7),
    ]

    @Test(arguments: modes)
    func textIsReadableOnPaper(mode: Mode) throws {
        let colours = try tokens(mode.blocks)
        for text in ["ink", "quiet", "action", "pressed", "on-time", "soon", "late"] {
            let ratio = contrast(try #require(colours[text]), try #require(colours["paper"]))
            #expect(ratio >= mode.least, "\(mode.name): \(text) on paper \(ratio)")
        }
    }

    @Test(arguments: modes)
    func textIsReadableOnWash(mode: Mode) throws {
        let colours = try tokens(mode.blocks)
        for text in ["ink", "quiet", "action", "late"] {
            let ratio = contrast(try #require(colours[text]), try #require(colours["wash"]))
            #expect(ratio >= min(mode.least, 6.5), "\(mode.name): \(text) on wash \(ratio)")
        }
    }

    @Test func theMeasureItselfIsRight() {
        #expect(contrast("#000000", "#ffffff") == 21)
        #expect(contrast("#777777", "#ffffff") < 4.5)
        #expect(contrast("#767676", "#ffffff") > 4.5)
    }

    /// The colours of the blocks `{ … }` that hold them, later ones over earlier ones.
    private func tokens(_ blocks: [Int]) throws -> [String: String] {
        let css = String(decoding: try #require(Stylesheet.parts.first).css, as: UTF8.self)
        let bodies = css.split(separator: "{").map { $0.prefix { $0 != "}" } }.filter { $0.contains("--quiet:") }
        #expect(bodies.count == 4)
        var result: [String: String] = [:]
        for body in blocks.map({ bodies[$0] }) {
            for declaration in body.split(separator: ";") {
                let parts = declaration.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
                if parts.count == 2, parts[1].hasPrefix("#") { result[String(parts[0].dropFirst(2))] = parts[1] }
            }
        }
        return result
    }

    private func contrast(_ one: String, _ other: String) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        var digits = String(colour.dropFirst())
        if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        let value = Int(digits, radix: 16) ?? 0
        let linear = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
