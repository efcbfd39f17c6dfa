import Text

/// Every setting: its key in the file, its flag, its variable, and what it is for.
enum SettingsKey: String, CaseIterable, Sendable {
    case host
    case port
    case publicURL = "public-url"
    case dataDirectory = "data-directory"
    case database
    case databaseConnections = "database-connections"
    case filesDirectory = "files-directory"
    case attachmentMegabytes = "attachment-megabytes"
    case attachmentsPerItem = "attachments-per-item"
    case catalogueDirectory = "catalogue-directory"
    case keyFile = "key-file"
    case clientAddressHeader = "client-address-header"
    case mailServer = "mail-server"
    case mailLoginFile = "mail-login-file"
    case mailProgram = "mail-program"
    case mailFrom = "mail-from"
    case migrateAtStart = "migrate-at-start"
    case logLevel = "log-level"
    case logFormat = "log-format"

    /// `GONGKAI_PUBLIC_URL`.
    var variable: String {
        "GONGKAI_" + rawValue.uppercased().replacing("-", with: "_")
    }

    var meaning: Phrase {
        switch self {
        case .host: Phrase(zh: "监听地址", en: "address to listen on")
        case .port: Phrase(zh: "监听端口", en: "port to listen on")
        case .publicURL:
            Phrase(
                zh: "公众访问的网址；https 时 Cookie 仅经加密连接发送",
                en: "how the public reaches the site; with https cookies are secure"
            )
        case .dataDirectory: Phrase(zh: "数据目录", en: "folder of the records")
        case .database: Phrase(zh: "SQLite 文件，或 postgresql://…", en: "an SQLite file, or postgresql://…")
        case .databaseConnections: Phrase(zh: "PostgreSQL 连接数上限", en: "connections to PostgreSQL at most")
        case .filesDirectory:
            Phrase(
                zh: "附件文件夹；用 PostgreSQL 时必填，各机器共用",
                en: "folder of uploaded files; with PostgreSQL one that all machines share"
            )
        case .attachmentMegabytes: Phrase(zh: "单个附件的上限（MB）", en: "megabytes of one uploaded file at most")
        case .attachmentsPerItem: Phrase(zh: "每条信息的附件数上限", en: "files beside one item at most")
        case .catalogueDirectory:
            Phrase(zh: "叠加在内置事项目录之上的 YAML 目录", en: "folder of YAML files over the built-in duty catalogue")
        case .keyFile: Phrase(zh: "加密密钥文件", en: "file with the keys that seal secrets")
        case .clientAddressHeader:
            Phrase(zh: "反向代理写明来访地址的请求头", en: "header in which the proxy says whose request it is")
        case .mailServer: Phrase(zh: "发送邮件提醒的服务器", en: "server that takes notices by e-mail")
        case .mailLoginFile: Phrase(zh: "邮件服务器的登录文件", en: "file with name and password at the mail server")
        case .mailProgram: Phrase(zh: "发送邮件提醒的程序", en: "program that takes notices by e-mail, as sendmail does")
        case .mailFrom: Phrase(zh: "邮件提醒的发件地址", en: "sender's address of notices by e-mail")
        case .migrateAtStart:
            Phrase(zh: "启动时升级数据库（SQLite 默认是）", en: "migrate the database at start (default with SQLite)")
        case .logLevel: Phrase(zh: "日志级别", en: "log level")
        case .logFormat: Phrase(zh: "日志格式", en: "log format")
        }
    }

    /// What may stand there, in few words.
    var allowed: Phrase {
        switch self {
        case .host: Phrase(zh: "主机名或 IP 地址，如 127.0.0.1", en: "a host name or IP address such as 127.0.0.1")
        case .port: Phrase(zh: "1 到 65535 的整数", en: "a whole number from 1 to 65535")
        case .publicURL:
            Phrase(
                zh: "http:// 或 https:// 加主机名，末尾不带斜杠和路径",
                en: "http:// or https:// and a host, without slash or path at the end"
            )
        case .attachmentMegabytes: Phrase(zh: "1 到 100 的整数", en: "a whole number from 1 to 100")
        case .attachmentsPerItem: Phrase(zh: "1 到 100 的整数", en: "a whole number from 1 to 100")
        case .dataDirectory, .filesDirectory, .catalogueDirectory: Phrase(zh: "目录", en: "a folder")
        case .database: Phrase(zh: "SQLite 文件路径，或 postgresql://…", en: "the path of an SQLite file, or postgresql://…")
        case .databaseConnections: Phrase(zh: "2 到 100 的整数", en: "a whole number from 2 to 100")
        case .keyFile, .mailLoginFile: Phrase(zh: "文件", en: "a file")
        case .mailServer:
            Phrase(
                zh: "smtp:// 或 smtps:// 加主机名和端口，不含用户名和密码，如 smtps://mail.example.gov.cn:465",
                en:
                    "smtp:// or smtps://, host and port, without name and password, such as smtps://mail.example.gov.cn:465"
            )
        case .mailProgram:
            Phrase(zh: "程序的路径，如 /usr/sbin/sendmail", en: "the path of a program such as /usr/sbin/sendmail")
        case .mailFrom: Phrase(zh: "邮箱地址，如 gongkai@example.gov.cn", en: "an address such as gongkai@example.gov.cn")
        case .clientAddressHeader:
            Phrase(
                zh: "请求头名称，如 X-Real-IP、X-Forwarded-For",
                en: "the name of a header such as X-Real-IP or X-Forwarded-For"
            )
        case .migrateAtStart: Phrase(zh: "true、false", en: "true, false")
        case .logLevel:
            Phrase(zh: Self.levels.joined(separator: "、"), en: Self.levels.joined(separator: ", "))
        case .logFormat: Phrase(zh: "text、json", en: "text, json")
        }
    }

    private static let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
}
