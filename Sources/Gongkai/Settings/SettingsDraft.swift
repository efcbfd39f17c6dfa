import Disclosure
import Logging
import Text

/// Settings while they are put together: each entry is checked by itself, the last one holds.
struct SettingsDraft {
    /// Connections to PostgreSQL when nothing else is said.
    static let usualConnections = 8

    private(set) var logFormat: LogFormat?
    private var host: String?
    private var port: Int?
    private var publicURL: String?
    private var dataDirectory: String?
    private var database: Database?
    private var connections: Int?
    private var filesDirectory: String?
    private var attachmentMegabytes: Int?
    private var attachmentsPerItem: Int?
    private var catalogueDirectory: String?
    private var keyFile: String?
    private var clientAddressHeader: String?
    private var mail = MailDraft()
    private var migratesAtStart: Bool?
    private var logLevel: Logger.Level?

    private enum Database {
        case sqlite(String)
        case postgres(String)
    }

    /// - Returns: false when the entry is not what its key allows.
    mutating func take(_ entry: SettingsEntry) -> Bool {
        let text = entry.text
        switch entry.key {
        case .host: return Self.keep(Self.isHost(text) ? text : nil, in: &host)
        case .port: return Self.keep(Self.number(text, in: 1...65_535), in: &port)
        case .publicURL: return Self.keep(Self.isPublicURL(text) ? text : nil, in: &publicURL)
        case .dataDirectory: return Self.keep(Self.path(text, in: entry.folder), in: &dataDirectory)
        case .database: return Self.keep(Self.database(text, in: entry.folder), in: &database)
        case .databaseConnections: return Self.keep(Self.number(text, in: 2...100), in: &connections)
        case .filesDirectory: return Self.keep(Self.path(text, in: entry.folder), in: &filesDirectory)
        case .attachmentMegabytes: return Self.keep(Self.number(text, in: 1...100), in: &attachmentMegabytes)
        case .attachmentsPerItem: return Self.keep(Self.number(text, in: 1...100), in: &attachmentsPerItem)
        case .catalogueDirectory: return Self.keep(Self.path(text, in: entry.folder), in: &catalogueDirectory)
        case .keyFile: return Self.keep(Self.path(text, in: entry.folder), in: &keyFile)
        case .clientAddressHeader: return Self.keep(Self.isHeader(text) ? text : nil, in: &clientAddressHeader)
        case .mailServer: return Self.keep(MailDraft.server(text), in: &mail.server)
        case .mailLoginFile: return Self.keep(Self.path(text, in: entry.folder), in: &mail.loginFile)
        case .mailProgram: return Self.keep(text.hasPrefix("/") ? text : nil, in: &mail.program)
        case .mailFrom: return Self.keep(MailAddress(text), in: &mail.from)
        case .migrateAtStart: return Self.keep(["true": true, "false": false][text], in: &migratesAtStart)
        case .logLevel: return Self.keep(Logger.Level(rawValue: text), in: &logLevel)
        case .logFormat: return Self.keep(LogFormat(rawValue: text), in: &logFormat)
        }
    }

    /// What is said alone and needs something beside it.
    var missing: [Phrase] {
        guard case .postgres? = database, filesDirectory == nil else { return mail.problems }
        let key = SettingsKey.filesDirectory
        return [
            Phrase(
                zh: "\(key.rawValue)：使用 PostgreSQL 时必须指定；允许：各机器共用的目录",
                en: "\(key.rawValue): must be said with PostgreSQL; allowed: a folder that all machines share"
            )
        ] + mail.problems
    }

    /// The settings with defaults for whatever nobody said.
    func settings(workingDirectory: String) -> Settings {
        let host = host ?? "127.0.0.1"
        let port = port ?? 8080
        let dataDirectory = dataDirectory ?? Self.join(workingDirectory, "data")
        let kind: Settings.DatabaseKind
        let migratesByItself: Bool
        switch database {
        case .postgres(let url)?:
            kind = .postgres(url: url, connections: connections ?? Self.usualConnections)
            // Several machines may share the server: somebody says when it is time.
            migratesByItself = false
        case .sqlite(let path)?:
            kind = .sqlite(path: path)
            migratesByItself = true
        case nil:
            kind = .sqlite(path: Self.join(dataDirectory, "gongkai.sqlite"))
            migratesByItself = true
        }
        return Settings(
            host: host,
            port: port,
            publicURL: publicURL ?? "http://\(Self.reachable(host)):\(port)",
            database: kind,
            dataDirectory: dataDirectory,
            filesDirectory: filesDirectory ?? Self.files(of: kind, dataDirectory),
            attachmentMegabytes: attachmentMegabytes ?? Settings.usualAttachmentMegabytes,
            attachmentsPerItem: attachmentsPerItem ?? Settings.usualAttachmentsPerItem,
            catalogueDirectory: catalogueDirectory,
            keyFile: keyFile,
            clientAddressHeader: clientAddressHeader,
            mail: mail.settings,
            logLevel: logLevel ?? .info,
            migratesAtStart: migratesAtStart ?? migratesByItself
        )
    }

    /// Files stand beside the SQLite file, so that a backup of the folder has both.
    private static func files(of database: Settings.DatabaseKind, _ dataDirectory: String) -> String {
        guard case .sqlite(let path) = database, let slash = path.lastIndex(of: "/") else {
            return join(dataDirectory, "blobs")
        }
        return path[...slash] + "blobs"
    }

    private static func keep<Value>(_ value: Value?, in place: inout Value?) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !text.hasPrefix("0") else { return nil }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.unicodeScalars.allSatisfy {
                switch $0 {
                case "a"..."z", "A"..."Z", "0"..."9", ".", "-", ":", "%": true
                default: false
                }
            }
    }

    private static func isHeader(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy {
                switch $0 {
                case "a"..."z", "A"..."Z", "0"..."9", "-": true
                default: false
                }
            }
    }

    /// Scheme, host and perhaps a port; no path, for addresses of pages begin at the root of the site.
    private static func isPublicURL(_ text: String) -> Bool {
        for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            guard rest.first == "[" else {
                let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
                guard let host = parts.first, parts.count <= 2, isHost(String(host)) else { return false }
                return parts.count == 1 || number(String(parts[1]), in: 1...65_535) != nil
            }
            guard let close = rest.firstIndex(of: "]") else { return false }
            let port = rest[rest.index(after: close)...]
            guard isHost(String(rest[..<close].dropFirst())) else { return false }
            return port.isEmpty || (port.first == ":" && number(String(port.dropFirst()), in: 1...65_535) != nil)
        }
        return false
    }

    private static func database(_ text: String, in folder: String) -> Database? {
        if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
            return text.contains(where: \.isWhitespace) ? nil : .postgres(text)
        }
        // Another scheme is a mistake, not the name of a file.
        guard !text.contains("://"), text != ":memory:" else { return nil }
        return path(text, in: folder).map(Database.sqlite)
    }

    private static func path(_ text: String, in folder: String) -> String? {
        guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
        return text.hasPrefix("/") ? text : join(folder, text)
    }

    private static func join(_ folder: String, _ name: String) -> String {
        let name = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// An address that a browser on this machine can open.
    private static func reachable(_ host: String) -> String {
        if ["0.0.0.0", "::"].contains(host) { return "127.0.0.1" }
        return host.contains(":") ? "[\(host)]" : host
    }
}
