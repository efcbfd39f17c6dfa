import Testing
import Text

@testable import Gongkai

/// `gongkai config` shows what is in force, where it was said, and no secret.
struct ShownSettingsTests {
    @Test func eachValueWithItsOrigin() throws {
        let folder = try SettingsFolder("public-url: https://gk.example.gov.cn\ndata-directory: it's here\n")
        let loaded = try LoadedSettings.read(
            from: folder.sources(
                flags: [.port: "9000", .filesDirectory: "/mnt/files"],
                environment: ["GONGKAI_DATABASE": "postgresql://gongkai:topsecret@db.example/gongkai?sslmode=require"]
            )
        )
        let shown = loaded.shown(in: .en).replacing(folder.path, with: "/etc/gongkai")
        let lines = shown.split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        #expect(lines == Self.expected)
        #expect(!shown.contains("topsecret"))
    }

    private static let expected = [
        "host: 127.0.0.1 # default",
        "port: 9000 # --port",
        "public-url: https://gk.example.gov.cn # /etc/gongkai/gongkai.yaml:1",
        "data-directory: '/etc/gongkai/it''s here' # /etc/gongkai/gongkai.yaml:2",
        "database: 'postgresql://gongkai:***@db.example/gongkai?sslmode=require' # GONGKAI_DATABASE",
        "database-connections: 8 # default",
        "files-directory: /mnt/files # --files-directory",
        "attachment-megabytes: 50 # default",
        "attachments-per-item: 20 # default",
        "# catalogue-directory: # default",
        "# key-file: # default",
        "# client-address-header: # default",
        "# mail-server: # default",
        "# mail-login-file: # default",
        "# mail-program: # default",
        "# mail-from: # default",
        "migrate-at-start: false # default",
        "log-level: info # default",
        "log-format: text # default",
    ]

    @Test func whatIsShownCanBeReadAgain() throws {
        let folder = try SettingsFolder("host: 0.0.0.0\ndata-directory: '/srv/公开 #1'\nmigrate-at-start: false\n")
        let loaded = try LoadedSettings.read(from: folder.sources())
        let again = try SettingsFolder(loaded.shown(in: .zh))
        #expect(try LoadedSettings.read(from: again.sources()).settings == loaded.settings)
    }

    struct Address: Sendable {
        var said: String
        var shown: String
    }

    @Test(arguments: [
        Address(said: "/srv/gongkai.sqlite", shown: "/srv/gongkai.sqlite"),
        Address(said: "postgresql://db/gongkai", shown: "postgresql://db/gongkai"),
        Address(said: "postgresql://u@db:5432/gongkai", shown: "postgresql://u@db:5432/gongkai"),
        Address(said: "postgresql://u:p@db/gongkai", shown: "postgresql://u:***@db/gongkai"),
        Address(said: "postgres://u:p@ss/w?rd@db/gongkai", shown: "postgres://u:***@db/gongkai"),
        Address(
            said: "postgresql://db/g?user=u&password=p&sslpassword=q&sslmode=require",
            shown: "postgresql://db/g?user=u&password=***&sslpassword=***&sslmode=require"
        ),
        Address(said: "postgresql://:p@/g", shown: "postgresql://:***@/g"),
    ])
    func passwordsAreLeftOut(_ example: Address) {
        #expect(Secrets.redacted(example.said) == example.shown)
    }
}
