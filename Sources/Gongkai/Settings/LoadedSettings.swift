import Disclosure
import Logging
import Text

/// The settings in force, and where each was said.
struct LoadedSettings {
    var settings: Settings
    var logFormat: LogFormat
    /// Name of the settings file, if there is one.
    var file: String?
    /// Keys that are not in here have their default.
    var origins: [SettingsKey: SettingsOrigin]

    /// Reads and validates everything once.
    ///
    /// - Throws: every problem of every source together, those too that a stronger source overrides.
    static func read(from sources: SettingsSources) throws(SettingsError) -> LoadedSettings {
        var (entries, problems) = sources.read()
        var draft = SettingsDraft()
        var origins: [SettingsKey: SettingsOrigin] = [:]
        var misfits: [Phrase] = []
        for entry in entries {
            if draft.take(entry) {
                origins[entry.key] = entry.origin
            } else {
                misfits.append(entry.problem)
            }
        }
        problems += misfits
        if problems.isEmpty { problems += draft.missing }
        guard problems.isEmpty else { throw SettingsError(problems: problems) }
        return LoadedSettings(
            settings: draft.settings(workingDirectory: sources.workingDirectory),
            logFormat: draft.logFormat ?? .text,
            file: sources.fileName,
            origins: origins
        )
    }

    /// The effective values as a settings file, each with its origin; passwords are left out.
    func shown(in language: Language) -> String {
        var table = TextTable()
        for key in SettingsKey.allCases {
            let origin = (origins[key] ?? .default).words(for: key)
            let line = value(of: key).map { "\(key.rawValue): \($0)" } ?? "# \(key.rawValue):"
            table.add([line, "# \(origin[language])"])
        }
        return table.text
    }

    private static func value(of key: SettingsKey, _ mail: MailSettings) -> String? {
        switch (key, mail.way) {
        case (.mailFrom, _): mail.from.text
        case (.mailProgram, .program(let path)): path
        case (.mailServer, .server(let server, _)): server
        case (.mailLoginFile, .server(_, let file)): file
        default: nil
        }
    }

    /// The value as YAML; nil where there is none.
    private func value(of key: SettingsKey) -> String? {
        switch key {
        case .host: YamlText.plainOrQuoted(settings.host)
        case .port: String(settings.port)
        case .publicURL: YamlText.plainOrQuoted(settings.publicURL)
        case .dataDirectory: YamlText.plainOrQuoted(settings.dataDirectory)
        case .database:
            switch settings.database {
            case .sqlite(let path): YamlText.plainOrQuoted(path)
            case .postgres(let url, _): YamlText.plainOrQuoted(Secrets.redacted(url))
            }
        case .databaseConnections:
            switch settings.database {
            case .sqlite: String(SettingsDraft.usualConnections)
            case .postgres(_, let connections): String(connections)
            }
        case .filesDirectory: YamlText.plainOrQuoted(settings.filesDirectory)
        case .attachmentMegabytes: String(settings.attachmentMegabytes)
        case .attachmentsPerItem: String(settings.attachmentsPerItem)
        case .catalogueDirectory: settings.catalogueDirectory.map(YamlText.plainOrQuoted)
        case .keyFile: settings.keyFile.map(YamlText.plainOrQuoted)
        case .clientAddressHeader: settings.clientAddressHeader.map(YamlText.plainOrQuoted)
        case .mailServer, .mailLoginFile, .mailProgram, .mailFrom:
            settings.mail.flatMap { Self.value(of: key, $0) }.map(YamlText.plainOrQuoted)
        case .migrateAtStart: String(settings.migratesAtStart)
        case .logLevel: settings.logLevel.rawValue
        case .logFormat: logFormat.rawValue
        }
    }
}

/// Texts as YAML writes them.
enum YamlText {
    /// The text itself where that is safe, else in single quotes.
    static func plainOrQuoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "-", "_", ":", "=", "@", "+": true
            default: false
            }
        }
        let isOdd =
            text.isEmpty || text.hasPrefix("-") || text.hasPrefix(":") || text.hasPrefix("@") || text.hasSuffix(":")
        return isPlain && !isOdd ? text : "'\(text.replacing("'", with: "''"))'"
    }
}
