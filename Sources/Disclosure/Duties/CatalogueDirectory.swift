internal import Foundation
import Text

/// A province lays its own catalogue over the built-in one by a folder of YAML files.
extension Catalogue {
    /// The built-in catalogue under the `*.yaml` and `*.yml` files of that folder, in the order of their names.
    package static func loading(directory: String) throws(CatalogueError) -> Catalogue {
        try load(overlay: CatalogueFile.files(in: directory))
    }
}

extension CatalogueFile {
    /// The YAML files of a folder, in the order of their names; hidden files are passed over.
    package static func files(in directory: String) throws(CatalogueError) -> [CatalogueFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        } catch {
            throw unreadable(directory)
        }
        var files: [CatalogueFile] = []
        for name in names where !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) {
            files.append(try file(at: directory + "/" + name))
        }
        return files
    }

    /// Whether there is such a folder.
    static func hasFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// One file by its path, which is also its name in messages.
    ///
    /// - Throws: a problem when it cannot be read or is no UTF-8 text.
    package static func file(at path: String) throws(CatalogueError) -> CatalogueFile {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: YamlReader.maximumBytes + 1) ?? Data(),
            let text = String(validating: data, as: UTF8.self)
        else { throw unreadable(path) }
        return CatalogueFile(name: path, text: text)
    }

    private static func unreadable(_ path: String) -> CatalogueError {
        CatalogueError(problems: [
            YamlProblem(
                file: path,
                line: 1,
                column: 1,
                key: "",
                what: Phrase(zh: "无法读取", en: "cannot be read"),
                allowed: Phrase(zh: "可读的 UTF-8 文件或目录", en: "a readable UTF-8 file or folder")
            )
        ])
    }
}
