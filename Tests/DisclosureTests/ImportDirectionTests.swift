import Foundation
import Testing

/// Which module may import which, with the reason: the compiler only refuses what is not declared.
@Suite struct ImportDirectionTests {
    struct Wall: Sendable {
        var folder: String
        var forbidden: [String]
        var reason: String
    }

    static let walls = [
        Wall(folder: "Html", forbidden: ["Foundation", "Text", "Civil"], reason: "markup knows nothing but markup"),
        Wall(
            folder: "Civil",
            forbidden: ["Foundation", "Text", "Html"],
            reason: "dates are arithmetic, not a machine's calendar"
        ),
        Wall(folder: "Codes", forbidden: ["Foundation", "Text", "Html"], reason: "codes are bytes and checks"),
        Wall(folder: "Text", forbidden: ["Foundation", "Civil", "Html"], reason: "text stands alone"),
        Wall(
            folder: "Database",
            forbidden: ["Disclosure", "Civil", "Text", "Html", "Hummingbird"],
            reason: "the database knows no table"
        ),
        Wall(
            folder: "Disclosure",
            forbidden: ["Hummingbird", "Html", "GRDB", "CLibPQ", "ArgumentParser", "Web", "HTTPTypes"],
            reason: "rules and SQL serve every front end alike"
        ),
        Wall(
            folder: "Web",
            forbidden: ["GRDB", "CLibPQ", "Portal", "Office"],
            reason: "what both sides share depends on neither"
        ),
        Wall(folder: "Portal", forbidden: ["Office", "GRDB", "CLibPQ"], reason: "front ends do not know each other"),
        Wall(folder: "Office", forbidden: ["Portal", "GRDB", "CLibPQ"], reason: "front ends do not know each other"),
        Wall(folder: "Gongkai", forbidden: ["GRDB", "CLibPQ", "Html"], reason: "the program only puts parts together"),
    ]

    @Test(arguments: walls) func theWallStands(wall: Wall) throws {
        for (file, line) in try Self.lines(of: wall.folder) {
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), words.count > place + 1 else { continue }
            guard
                words[..<place].allSatisfy({ ["package", "public", "internal", "private", "@testable"].contains($0) })
            else {
                continue
            }
            #expect(!wall.forbidden.contains(String(words[place + 1])), "\(file): \(line) – \(wall.reason)")
        }
    }

    /// What makes a program say different things on different machines or break where nobody looks.
    @Test(arguments: [
        "Date()", "UUID()", "fatalError(", "try!", " as! ", "preconditionFailure(", "nonisolated(unsafe)",
    ])
    func theseWordsStandOnlyAtTheEdge(word: String) throws {
        for folder in ["Html", "Civil", "Codes", "Text", "Database", "Disclosure", "Web", "Portal", "Office", "Site"] {
            for (file, line) in try Self.lines(of: folder) where line.contains(word) {
                #expect(line.drop { $0 == " " }.hasPrefix("//"), "\(file): \(line)")
            }
        }
    }

    private static func lines(of folder: String) throws -> [(file: String, line: String)] {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/\(folder)")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var lines: [(String, String)] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            lines += text.split(separator: "\n").map { (file.lastPathComponent, String($0)) }
        }
        #expect(!lines.isEmpty)
        return lines
    }
}
