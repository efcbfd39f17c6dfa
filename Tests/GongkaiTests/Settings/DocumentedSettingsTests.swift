import Disclosure
import Foundation
import Testing

@testable import Gongkai

/// The operator's manual names every setting under its key and its variable, and no other.
struct DocumentedSettingsTests {
    /// The folder of the project.
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func theTableIsComplete() throws {
        let manual = try String(contentsOf: Self.root.appendingPathComponent("docs/OPERATIONS.md"), encoding: .utf8)
        let rows = manual.split(separator: "\n").compactMap { line -> [String]? in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
            return cells.count == 4 && cells[1].hasPrefix("GONGKAI_") ? Array(cells.prefix(2)) : nil
        }
        #expect(rows == SettingsKey.allCases.map { [$0.rawValue, $0.variable] })
    }

    @Test func theShippedFileIsRead() throws {
        let file = Self.root.appendingPathComponent("packaging/gongkai.yaml").path
        let loaded = try LoadedSettings.read(
            from: SettingsSources(file: file, environment: [:], workingDirectory: "/srv")
        )
        #expect(loaded.settings.isSecure)
        #expect(loaded.settings.database == .sqlite(path: "/var/lib/gongkai/gongkai.sqlite"))
    }
}
