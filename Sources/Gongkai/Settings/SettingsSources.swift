import Disclosure
import Foundation
import Text

/// What was said about the settings, before anything of it is believed: the file, then the environment, then the flags.
struct SettingsSources {
    /// The file that is read when none is named, if it is there.
    static let usualFile = "gongkai.yaml"
    /// Names the settings file.
    static let fileVariable = "GONGKAI_CONFIG"
    /// Variables with our prefix that are for tests and benchmarks.
    static let otherVariables = [fileVariable, "GONGKAI_REQUIRE_POSTGRES", "GONGKAI_SAMPLES"]

    /// Flags as given, under their keys.
    var flags: [SettingsKey: String] = [:]
    /// `--config`.
    var file: String?
    var environment: [String: String]
    var workingDirectory: String

    /// The name of the settings file, if there is one.
    var fileName: String? {
        if let name = file ?? environment[Self.fileVariable] { return name }
        return FileManager.default.fileExists(atPath: absolute(Self.usualFile)) ? Self.usualFile : nil
    }

    /// All entries in rising order of their weight, and the problems met on the way.
    func read() -> (entries: [SettingsEntry], problems: [Phrase]) {
        var entries: [SettingsEntry] = []
        var problems: [Phrase] = []
        if let fileName {
            let said = inFile(fileName)
            entries += said.entries
            problems += said.problems
        }
        for (name, text) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("GONGKAI_") {
            if let key = SettingsKey.allCases.first(where: { $0.variable == name }) {
                entries.append(SettingsEntry(key: key, text: text, origin: .environment, folder: workingDirectory))
            } else if !Self.otherVariables.contains(name) {
                problems.append(Self.unknown(variable: name))
            }
        }
        for key in SettingsKey.allCases {
            guard let text = flags[key] else { continue }
            entries.append(SettingsEntry(key: key, text: text, origin: .flag, folder: workingDirectory))
        }
        return (entries, problems)
    }

    private func inFile(_ name: String) -> (entries: [SettingsEntry], problems: [Phrase]) {
        let text: String
        do {
            text = try CatalogueFile.file(at: absolute(name)).text
        } catch {
            let message = Phrase(
                zh: "\(name)：无法读取设置文件；允许：可读的 UTF-8 文件",
                en: "\(name): the settings file cannot be read; allowed: a readable UTF-8 file"
            )
            return ([], [message])
        }
        let found = YamlProblems()
        let reader = YamlReader(file: name, problems: found)
        let folder = URL(fileURLWithPath: absolute(name)).deletingLastPathComponent().path
        var entries: [SettingsEntry] = []
        // A file whose lines are all comments says nothing, which is allowed.
        let saysNothing = text.split(whereSeparator: \.isNewline).allSatisfy {
            let line = $0.drop(while: \.isWhitespace)
            return line.isEmpty || line.hasPrefix("#")
        }
        if !saysNothing, let root = reader.root(of: text, keys: SettingsKey.allCases.map(\.rawValue)) {
            for entry in root.entries {
                guard let key = SettingsKey(rawValue: entry.key), let value = entry.value.string() else { continue }
                let origin = SettingsOrigin.file(name: name, line: entry.value.line, column: entry.value.column)
                entries.append(SettingsEntry(key: key, text: value, origin: origin, folder: folder))
            }
        }
        return (entries, found.sorted.map(\.message))
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : workingDirectory + "/" + path
    }

    private static func unknown(variable: String) -> Phrase {
        let names = SettingsKey.allCases.map(\.variable) + [fileVariable]
        return Phrase(
            zh: "环境变量 \(variable)：没有这个设置；允许：\(names.joined(separator: "、"))",
            en: "environment variable \(variable): no such setting; allowed: \(names.joined(separator: ", "))"
        )
    }
}
