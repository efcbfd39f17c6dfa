import ArgumentParser
import Foundation
import Text

/// The flags that every command understands: the settings file, and each setting by itself.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "设置文件（默认 ./gongkai.yaml）",
            en: "settings file (default: ./gongkai.yaml if there)",
            valueName: "file"
        )
    )
    var config: String?

    @Option(help: .of(.host)) var host: String?
    @Option(help: .of(.port)) var port: String?
    @Option(help: .of(.publicURL, valueName: "url")) var publicUrl: String?
    @Option(help: .of(.dataDirectory, valueName: "folder")) var dataDirectory: String?
    @Option(help: .of(.database, valueName: "place")) var database: String?
    @Option(help: .of(.databaseConnections, valueName: "number")) var databaseConnections: String?
    @Option(help: .of(.filesDirectory, valueName: "folder")) var filesDirectory: String?
    @Option(help: .of(.attachmentMegabytes, valueName: "number")) var attachmentMegabytes: String?
    @Option(help: .of(.attachmentsPerItem, valueName: "number")) var attachmentsPerItem: String?
    @Option(help: .of(.catalogueDirectory, valueName: "folder")) var catalogueDirectory: String?
    @Option(help: .of(.keyFile, valueName: "file")) var keyFile: String?
    @Option(help: .of(.clientAddressHeader, valueName: "name")) var clientAddressHeader: String?
    @Option(help: .of(.mailServer, valueName: "url")) var mailServer: String?
    @Option(help: .of(.mailLoginFile, valueName: "file")) var mailLoginFile: String?
    @Option(help: .of(.mailProgram, valueName: "file")) var mailProgram: String?
    @Option(help: .of(.mailFrom, valueName: "address")) var mailFrom: String?
    @Flag(inversion: .prefixedNo, help: .of(.migrateAtStart)) var migrateAtStart: Bool?
    @Option(help: .of(.logLevel, valueName: "level")) var logLevel: String?
    @Option(help: .of(.logFormat, valueName: "format")) var logFormat: String?

    /// What was said here and in the environment of the process.
    var sources: SettingsSources {
        var flags: [SettingsKey: String] = [:]
        flags[.host] = host
        flags[.port] = port
        flags[.publicURL] = publicUrl
        flags[.dataDirectory] = dataDirectory
        flags[.database] = database
        flags[.databaseConnections] = databaseConnections
        flags[.filesDirectory] = filesDirectory
        flags[.attachmentMegabytes] = attachmentMegabytes
        flags[.attachmentsPerItem] = attachmentsPerItem
        flags[.catalogueDirectory] = catalogueDirectory
        flags[.keyFile] = keyFile
        flags[.clientAddressHeader] = clientAddressHeader
        flags[.mailServer] = mailServer
        flags[.mailLoginFile] = mailLoginFile
        flags[.mailProgram] = mailProgram
        flags[.mailFrom] = mailFrom
        flags[.migrateAtStart] = migrateAtStart.map { String($0) }
        flags[.logLevel] = logLevel
        flags[.logFormat] = logFormat
        return SettingsSources(
            flags: flags,
            file: config,
            environment: ProcessInfo.processInfo.environment,
            workingDirectory: FileManager.default.currentDirectoryPath
        )
    }

    /// The settings in force.
    func load() throws(SettingsError) -> LoadedSettings {
        try LoadedSettings.read(from: sources)
    }
}

extension ArgumentHelp {
    /// What a setting is for and what is allowed.
    static func of(_ key: SettingsKey, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(key.meaning.inTerminal, valueName: valueName)
    }
}
