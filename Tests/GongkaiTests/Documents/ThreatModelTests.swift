import Foundation
import Testing

/// The threat model names the test that shows each defence, and that test is there.
struct ThreatModelTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func everyTestThatItNamesIsThere() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("docs/THREAT-MODEL.md"), encoding: .utf8)
        let quoted = text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let named = Set(quoted.filter { $0.contains("Tests/") && $0.hasSuffix("Tests") && !$0.hasPrefix("Tests/") })
        #expect(named.count > 20)
        for name in named.sorted() {
            let file = Self.root.appendingPathComponent("Tests/\(name).swift").path
            #expect(FileManager.default.fileExists(atPath: file), "\(name)")
        }
    }
}
