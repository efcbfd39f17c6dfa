package import Logging

/// How one deployment is run: read once from file, environment and flags, and validated.
package struct Settings: Sendable, Hashable {
    package enum DatabaseKind: Sendable, Hashable {
        /// One file in the data directory.
        case sqlite(path: String)
        /// `postgres://…`; may hold a password.
        case postgres(url: String, connections: Int)
    }

    /// Address to listen on.
    package var host: String
    package var port: Int
    /// How the public reaches the site, without a slash at the end; `https` makes cookies secure.
    package var publicURL: String
    package var database: DatabaseKind
    /// Where the database file, blobs and keys are.
    package var dataDirectory: String
    /// Where uploaded files are; machines that share a database share it as well.
    package var filesDirectory: String
    /// The largest file that is taken, in megabytes.
    package var attachmentMegabytes: Int
    /// Files beside one item at most.
    package var attachmentsPerItem: Int
    /// A folder of YAML files that lie over the built-in duty catalogue.
    package var catalogueDirectory: String?
    /// The file with the keys that seal secrets in the database; nil for `gongkai.keys` in the data directory.
    package var keyFile: String?
    /// The header in which a proxy that stands before the program says whose request it is, such as `X-Real-IP`.
    ///
    /// Nil means that nobody is believed: addresses are those of the connections.
    package var clientAddressHeader: String?
    /// How e-mail leaves the machine; nil where applicants get no notices.
    package var mail: MailSettings?
    package var logLevel: Logger.Level
    /// Apply waiting migrations at start.
    package var migratesAtStart: Bool

    package static let usualAttachmentMegabytes = 50
    package static let usualAttachmentsPerItem = 20

    package var isSecure: Bool { publicURL.hasPrefix("https://") }

    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        publicURL: String = "http://127.0.0.1:8080",
        database: DatabaseKind,
        dataDirectory: String,
        filesDirectory: String = "",
        attachmentMegabytes: Int = Settings.usualAttachmentMegabytes,
        attachmentsPerItem: Int = Settings.usualAttachmentsPerItem,
        catalogueDirectory: String? = nil,
        keyFile: String? = nil,
        clientAddressHeader: String? = nil,
        mail: MailSettings? = nil,
        logLevel: Logger.Level = .info,
        migratesAtStart: Bool = true
    ) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.database = database
        self.dataDirectory = dataDirectory
        self.filesDirectory = filesDirectory
        self.attachmentMegabytes = attachmentMegabytes
        self.attachmentsPerItem = attachmentsPerItem
        self.catalogueDirectory = catalogueDirectory
        self.keyFile = keyFile
        self.clientAddressHeader = clientAddressHeader
        self.mail = mail
        self.logLevel = logLevel
        self.migratesAtStart = migratesAtStart
    }
}
