import Text

/// Where a setting was said.
enum SettingsOrigin: Sendable, Hashable {
    case `default`
    case file(name: String, line: Int, column: Int)
    case environment
    case flag

    func words(for key: SettingsKey) -> Phrase {
        switch self {
        case .default: Phrase(zh: "默认值", en: "default")
        case .file(let name, let line, _): Phrase(zh: "\(name):\(line)", en: "\(name):\(line)")
        case .environment: Phrase(zh: key.variable, en: key.variable)
        case .flag: Phrase(zh: "--\(key.rawValue)", en: "--\(key.rawValue)")
        }
    }
}

/// One setting as it was said somewhere.
struct SettingsEntry: Sendable {
    var key: SettingsKey
    var text: String
    var origin: SettingsOrigin
    /// What a relative path is relative to: the folder of the file that says it, else the working directory.
    var folder: String
}
