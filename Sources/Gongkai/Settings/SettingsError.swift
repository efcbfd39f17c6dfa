import Disclosure
import Text

/// Settings with a mistake do not start: every problem of file, environment and flags, each with its place, its key and
/// what is allowed there.
struct SettingsError: Error {
    /// In the order file, environment, flags; never empty.
    var problems: [Phrase]

    /// One line for each problem, in both languages: whoever reads the log of a failed start may know only one.
    var message: Phrase {
        let zh = problems.map(\.zh).joined(separator: "\n")
        let en = problems.map(\.en).joined(separator: "\n")
        return Phrase(zh: "设置有误\n\(zh)\n\(en)", en: "the settings have mistakes\n\(en)\n\(zh)")
    }
}

extension SettingsEntry {
    /// The problem that this entry is not what its key allows.
    var problem: Phrase {
        // A connection string may hold a password even when it is misspelt.
        let shown = key == .database || key == .mailServer ? Secrets.redacted(text) : String(text.prefix(80))
        let what = Phrase(zh: "«\(shown)» 不能用", en: "«\(shown)» cannot be used")
        return problem(what)
    }

    private func problem(_ what: Phrase) -> Phrase {
        switch origin {
        case .file(let name, let line, let column):
            return YamlProblem(
                file: name,
                line: line,
                column: column,
                key: key.rawValue,
                what: what,
                allowed: key.allowed
            ).message
        case .environment, .flag, .default:
            let place = origin.words(for: key)
            return Phrase(
                zh: "\(place.zh)：\(what.zh)；允许：\(key.allowed.zh)",
                en: "\(place.en): \(what.en); allowed: \(key.allowed.en)"
            )
        }
    }
}
