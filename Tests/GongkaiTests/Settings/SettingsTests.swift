import Disclosure
import Foundation
import Logging
import Testing
import Text

@testable import Gongkai

/// Settings are read once, and every mistake of every source is told with its place and what is allowed there.
struct SettingsTests {
    struct Good: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var file: String? = nil
        var environment: [String: String] = [:]
        var flags: [SettingsKey: String] = [:]
        var expected: @Sendable (inout Settings) -> Void
    }

    @Test(arguments: [
        Good("nothing said: defaults") { _ in },
        Good("an empty file says nothing", file: "# all of this is a comment\n\n  # port: 1\n") { _ in },
        Good("the file", file: "host: 0.0.0.0\nport: 8443\npublic-url: https://gk.example.gov.cn\n") {
            $0.host = "0.0.0.0"
            $0.port = 8443
            $0.publicURL = "https://gk.example.gov.cn"
        },
        Good(
            "environment over file, flag over environment",
            file: "port: 1111\nlog-level: debug\nhost: ::1",
            environment: ["GONGKAI_PORT": "2222", "GONGKAI_HOST": "localhost"],
            flags: [.port: "3333"]
        ) {
            $0.port = 3333
            $0.host = "localhost"
            $0.publicURL = "http://localhost:3333"
            $0.logLevel = .debug
        },
        Good(
            "a path in the file is relative to the file",
            file: "data-directory: records\ncatalogue-directory: ./duties"
        ) {
            $0.dataDirectory = "/etc/gongkai/records"
            $0.database = .sqlite(path: "/etc/gongkai/records/gongkai.sqlite")
            $0.filesDirectory = "/etc/gongkai/records/blobs"
            $0.catalogueDirectory = "/etc/gongkai/duties"
        },
        Good(
            "a path in a variable is relative to the working directory",
            environment: ["GONGKAI_DATABASE": "here.sqlite"]
        ) {
            $0.database = .sqlite(path: "/srv/here.sqlite")
            $0.filesDirectory = "/srv/blobs"
        },
        Good("files elsewhere", file: "files-directory: files\nattachment-megabytes: 10\nattachments-per-item: 5") {
            $0.filesDirectory = "/etc/gongkai/files"
            $0.attachmentMegabytes = 10
            $0.attachmentsPerItem = 5
        },
        Good(
            "PostgreSQL waits for gongkai migrate",
            flags: [.database: "postgresql://gongkai@db/gongkai", .filesDirectory: "/mnt/files"]
        ) {
            $0.database = .postgres(url: "postgresql://gongkai@db/gongkai", connections: 8)
            $0.filesDirectory = "/mnt/files"
            $0.migratesAtStart = false
        },
        Good(
            "PostgreSQL may be told to migrate at start",
            file:
                "database: postgres://db/gongkai\ndatabase-connections: 20\nmigrate-at-start: true\nfiles-directory: /mnt/files"
        ) {
            $0.filesDirectory = "/mnt/files"
            $0.database = .postgres(url: "postgres://db/gongkai", connections: 20)
            $0.migratesAtStart = true
        },
        Good("an address for all interfaces is no address for a browser", environment: ["GONGKAI_HOST": "::"]) {
            $0.host = "::"
            $0.publicURL = "http://127.0.0.1:8080"
        },
        Good("an IPv6 address is bracketed", flags: [.host: "fd00::1"]) {
            $0.host = "fd00::1"
            $0.publicURL = "http://[fd00::1]:8080"
        },
        Good("a public address may have a port", file: "public-url: http://[fd00::1]:8081") {
            $0.publicURL = "http://[fd00::1]:8081"
        },
        Good(
            "e-mail over a server",
            file:
                "mail-from: gk@example.gov.cn\nmail-server: smtps://mail.example.gov.cn:465\nmail-login-file: /etc/gongkai/login"
        ) {
            $0.mail = MailAddress("gk@example.gov.cn").map {
                MailSettings(
                    way: .server("smtps://mail.example.gov.cn:465", loginFile: "/etc/gongkai/login"),
                    from: $0
                )
            }
        },
        Good(
            "e-mail through a program",
            environment: ["GONGKAI_MAIL_PROGRAM": "/usr/sbin/sendmail", "GONGKAI_MAIL_FROM": "gk@example.gov.cn"]
        ) {
            $0.mail = MailAddress("gk@example.gov.cn").map {
                MailSettings(way: .program("/usr/sbin/sendmail"), from: $0)
            }
        },
        Good("variables of tests are passed over", environment: ["GONGKAI_REQUIRE_POSTGRES": "1", "HOME": "/root"]) {
            _ in
        },
    ])
    func good(_ example: Good) throws {
        let folder = try SettingsFolder(example.file)
        let loaded = try LoadedSettings.read(
            from: folder.sources(flags: example.flags, environment: example.environment)
        )
        var expected = Settings(
            database: .sqlite(path: "/srv/data/gongkai.sqlite"),
            dataDirectory: "/srv/data",
            filesDirectory: "/srv/data/blobs"
        )
        example.expected(&expected)
        #expect(folder.withoutItsPath(loaded.settings) == expected)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var file: String? = nil
        var environment: [String: String] = [:]
        var flags: [SettingsKey: String] = [:]
        var problems: [String]
    }

    @Test(arguments: [
        Bad(
            "PostgreSQL without a folder of files",
            flags: [.database: "postgresql://gongkai@db/gongkai"],
            problems: ["files-directory: must be said with PostgreSQL; allowed: a folder that all machines share"]
        ),
        Bad(
            "an unknown key",
            file: "host: 127.0.0.1\nprot: 8080\n",
            problems: [
                "gongkai.yaml:2:1: key «prot»: no such key; allowed: host, port, public-url, data-directory, database, "
                    + "database-connections, files-directory, attachment-megabytes, attachments-per-item, "
                    + "catalogue-directory, key-file, client-address-header, mail-server, mail-login-file, mail-program, "
                    + "mail-from, migrate-at-start, log-level, log-format"
            ]
        ),
        Bad(
            "a key twice",
            file: "port: 1\nport: 2\n",
            problems: ["gongkai.yaml:2:1: key «port»: the key stands twice; allowed: each key once"]
        ),
        Bad(
            "a list",
            file: "host:\n  - a\n",
            problems: ["gongkai.yaml:2:3: key «host»: a text is missing; allowed: a text that is not empty"]
        ),
        Bad(
            "no map",
            file: "just words\n",
            problems: ["gongkai.yaml:1:1: a map must stand here; allowed: a map of keys and values"]
        ),
        Bad(
            "a port beyond the range",
            file: "port: 65536\n",
            problems: ["gongkai.yaml:1:7: key «port»: «65536» cannot be used; allowed: a whole number from 1 to 65535"]
        ),
        Bad(
            "a port in words",
            environment: ["GONGKAI_PORT": "http"],
            problems: ["GONGKAI_PORT: «http» cannot be used; allowed: a whole number from 1 to 65535"]
        ),
        Bad(
            "the port of a container platform",
            environment: ["GONGKAI_PORT": "tcp://10.0.0.1:8080"],
            problems: ["GONGKAI_PORT: «tcp://10.0.0.1:8080» cannot be used; allowed: a whole number from 1 to 65535"]
        ),
        Bad(
            "a host with a scheme",
            flags: [.host: "http://0.0.0.0"],
            problems: ["--host: «http://0.0.0.0» cannot be used; allowed: a host name or IP address such as 127.0.0.1"]
        ),
        Bad(
            "a public address with a path",
            file: "public-url: https://example.gov.cn/gk\n",
            problems: [
                "gongkai.yaml:1:13: key «public-url»: «https://example.gov.cn/gk» cannot be used; "
                    + "allowed: http:// or https:// and a host, without slash or path at the end"
            ]
        ),
        Bad(
            "a public address without scheme",
            flags: [.publicURL: "example.gov.cn"],
            problems: [
                "--public-url: «example.gov.cn» cannot be used; allowed: http:// or https:// and a host, without slash or path at the end"
            ]
        ),
        Bad(
            "another database",
            environment: ["GONGKAI_DATABASE": "mysql://root:secret@db/x"],
            problems: [
                "GONGKAI_DATABASE: «mysql://root:***@db/x» cannot be used; allowed: the path of an SQLite file, or postgresql://…"
            ]
        ),
        Bad(
            "a mail server with a password",
            environment: ["GONGKAI_MAIL_SERVER": "smtp://gk:secret@mail.example.gov.cn"],
            problems: [
                "GONGKAI_MAIL_SERVER: «smtp://gk:***@mail.example.gov.cn» cannot be used; allowed: smtp:// or smtps://, host and "
                    + "port, without name and password, such as smtps://mail.example.gov.cn:465"
            ]
        ),
        Bad(
            "an address that is none",
            flags: [.mailFrom: "gk@example.gov.cn\nBcc: a@b.cn"],
            problems: [
                "--mail-from: «gk@example.gov.cn\nBcc: a@b.cn» cannot be used; allowed: an address such as gongkai@example.gov.cn"
            ]
        ),
        Bad(
            "e-mail without a sender",
            flags: [.mailProgram: "/usr/sbin/sendmail"],
            problems: ["mail-from: must be said to send e-mail; allowed: an address such as gongkai@example.gov.cn"]
        ),
        Bad(
            "a sender without a server",
            flags: [.mailFrom: "gk@example.gov.cn"],
            problems: [
                "mail-server: must be said beside mail-from, or mail-program; allowed: smtp:// or smtps://, host and port, without "
                    + "name and password, such as smtps://mail.example.gov.cn:465"
            ]
        ),
        Bad(
            "a server and a program",
            flags: [.mailFrom: "g@b.cn", .mailProgram: "/usr/sbin/sendmail", .mailServer: "smtp://127.0.0.1:25"],
            problems: [
                "mail-program: cannot stand beside mail-server; allowed: the path of a program such as /usr/sbin/sendmail"
            ]
        ),
        Bad(
            "a database in memory",
            flags: [.database: ":memory:"],
            problems: ["--database: «:memory:» cannot be used; allowed: the path of an SQLite file, or postgresql://…"]
        ),
        Bad(
            "too few connections",
            file: "database-connections: 1",
            problems: [
                "gongkai.yaml:1:23: key «database-connections»: «1» cannot be used; allowed: a whole number from 2 to 100"
            ]
        ),
        Bad(
            "yes is no true",
            file: "migrate-at-start: yes",
            problems: ["gongkai.yaml:1:19: key «migrate-at-start»: «yes» cannot be used; allowed: true, false"]
        ),
        Bad(
            "a level nobody has",
            environment: ["GONGKAI_LOG_LEVEL": "loud"],
            problems: [
                "GONGKAI_LOG_LEVEL: «loud» cannot be used; allowed: trace, debug, info, notice, warning, error, critical"
            ]
        ),
        Bad(
            "a format nobody has",
            flags: [.logFormat: "xml"],
            problems: ["--log-format: «xml» cannot be used; allowed: text, json"]
        ),
        Bad(
            "a misspelt variable",
            environment: ["GONGKAI_DATABSE": "x"],
            problems: [
                "environment variable GONGKAI_DATABSE: no such setting; allowed: GONGKAI_HOST, GONGKAI_PORT, GONGKAI_PUBLIC_URL, "
                    + "GONGKAI_DATA_DIRECTORY, GONGKAI_DATABASE, GONGKAI_DATABASE_CONNECTIONS, GONGKAI_FILES_DIRECTORY, "
                    + "GONGKAI_ATTACHMENT_MEGABYTES, GONGKAI_ATTACHMENTS_PER_ITEM, GONGKAI_CATALOGUE_DIRECTORY, "
                    + "GONGKAI_KEY_FILE, GONGKAI_CLIENT_ADDRESS_HEADER, GONGKAI_MAIL_SERVER, GONGKAI_MAIL_LOGIN_FILE, "
                    + "GONGKAI_MAIL_PROGRAM, GONGKAI_MAIL_FROM, "
                    + "GONGKAI_MIGRATE_AT_START, GONGKAI_LOG_LEVEL, GONGKAI_LOG_FORMAT, GONGKAI_CONFIG"
            ]
        ),
        Bad(
            "a file that is not there",
            environment: ["GONGKAI_CONFIG": "/nowhere/gongkai.yaml"],
            problems: ["/nowhere/gongkai.yaml: the settings file cannot be read; allowed: a readable UTF-8 file"]
        ),
        Bad(
            "all at once, those of weaker sources too",
            file: "port: x\nlog-level: y\n",
            environment: ["GONGKAI_HOST": ""],
            flags: [.port: "80"],
            problems: [
                "gongkai.yaml:1:7: key «port»: «x» cannot be used; allowed: a whole number from 1 to 65535",
                "gongkai.yaml:2:12: key «log-level»: «y» cannot be used; allowed: trace, debug, info, notice, warning, error, critical",
                "GONGKAI_HOST: «» cannot be used; allowed: a host name or IP address such as 127.0.0.1",
            ]
        ),
    ])
    func bad(_ example: Bad) throws {
        let folder = try SettingsFolder(example.file)
        let error = #expect(throws: SettingsError.self) {
            try LoadedSettings.read(from: folder.sources(flags: example.flags, environment: example.environment))
        }
        let found = error?.problems.map { $0.en.replacing(folder.path + "/", with: "") }
        #expect(found == example.problems)
    }

    @Test func theMessageSaysEverythingInBothLanguages() throws {
        let folder = try SettingsFolder("port: x")
        let error = #expect(throws: SettingsError.self) { try LoadedSettings.read(from: folder.sources()) }
        for message in [error?.message.zh, error?.message.en] {
            #expect(message?.contains("«x» 不能用") == true)
            #expect(message?.contains("«x» cannot be used") == true)
        }
    }

    @Test func aFileInTheWorkingDirectoryIsRead() throws {
        let folder = try SettingsFolder("port: 9999")
        let sources = SettingsSources(environment: [:], workingDirectory: folder.path)
        let loaded = try LoadedSettings.read(from: sources)
        #expect(loaded.settings.port == 9999)
        #expect(loaded.file == "gongkai.yaml")
        #expect(loaded.origins[.port] == .file(name: "gongkai.yaml", line: 1, column: 7))
    }
}

extension SettingsTests.Good {
    init(
        _ name: String,
        file: String? = nil,
        environment: [String: String] = [:],
        flags: [SettingsKey: String] = [:],
        _ expected: @escaping @Sendable (inout Settings) -> Void
    ) {
        self.init(testDescription: name, file: file, environment: environment, flags: flags, expected: expected)
    }
}

extension SettingsTests.Bad {
    init(
        _ name: String,
        file: String? = nil,
        environment: [String: String] = [:],
        flags: [SettingsKey: String] = [:],
        problems: [String]
    ) {
        self.init(testDescription: name, file: file, environment: environment, flags: flags, problems: problems)
    }
}

/// A folder with a settings file in it, gone with the test.
final class SettingsFolder {
    let path: String
    private let file: String?

    init(_ text: String?) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/gongkai-settings-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/gongkai.yaml")) }
        path = folder
        file = text == nil ? nil : folder + "/gongkai.yaml"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The file, some flags and variables, as a process in `/srv` meets them.
    func sources(flags: [SettingsKey: String] = [:], environment: [String: String] = [:]) -> SettingsSources {
        SettingsSources(flags: flags, file: file, environment: environment, workingDirectory: "/srv")
    }

    /// As if the file stood in `/etc/gongkai`.
    func withoutItsPath(_ settings: Settings) -> Settings {
        var settings = settings
        func moved(_ text: String) -> String { text.replacing(path, with: "/etc/gongkai") }
        settings.dataDirectory = moved(settings.dataDirectory)
        settings.filesDirectory = moved(settings.filesDirectory)
        settings.catalogueDirectory = settings.catalogueDirectory.map(moved)
        if case .sqlite(let path) = settings.database { settings.database = .sqlite(path: moved(path)) }
        return settings
    }
}
