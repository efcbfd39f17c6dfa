/// A golden file is the accepted text of a page or a file format: what changes must be looked at before it is accepted.

import Foundation
package import Testing

/// Compares a text with `Golden/<name>` in the target of the test that calls.
///
/// On a difference it writes `<name>.actual` beside the golden file and fails. With `GOLDEN=write` in the environment
/// the text is accepted as the new golden file.
package func expectGolden(
    _ text: String,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let golden = goldenFolder(of: file).appendingPathComponent(name)
    let actual = golden.appendingPathExtension("actual")
    do {
        let folder = golden.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try Data(text.utf8).write(to: golden)
        }
        if let accepted = try? Data(contentsOf: golden), accepted == Data(text.utf8) {
            try? FileManager.default.removeItem(at: actual)
            return
        }
        try Data(text.utf8).write(to: actual)
        Issue.record("differs from Golden/\(name): see \(name).actual", sourceLocation: sourceLocation)
    } catch {
        Issue.record("Golden/\(name) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
}

/// The `Golden` folder at the root of the test target that the file belongs to.
private func goldenFolder(of file: String) -> URL {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while !folder.lastPathComponent.hasSuffix("Tests"), folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("Golden")
}
