import ArgumentParser
import Disclosure
import Text

/// The duty catalogue: what the bureau must make public.
struct DutiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract: Phrase(zh: "公开事项目录：列出、检查", en: "The duty catalogue: list, check").inTerminal,
        subcommands: [ListDuties.self, CheckDuties.self]
    )
}

/// Lists the duties in force.
struct ListDuties: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出公开事项", en: "List the duties").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let catalogue = try Program.catalogue(of: options.load().settings)
        var table = TextTable()
        for (place, duty) in catalogue.duties.enumerated() {
            table.add([String(place + 1), duty.code, duty.column, duty.name.inTerminal])
        }
        Terminal.say(table.text)
    }
}

/// Checks catalogue files before they are put into the folder of the settings: each mistake with file, line and key.
struct CheckDuties: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Phrase(
            zh: "检查叠加在内置目录之上的 YAML 文件",
            en: "Check YAML files as they would lie over the built-in catalogue"
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "YAML 文件", en: "YAML files", valueName: "file"))
    var files: [String]

    func run() throws {
        var overlay: [CatalogueFile] = []
        for path in files { overlay.append(try CatalogueFile.file(at: path)) }
        let catalogue = try Catalogue.load(overlay: overlay)
        Terminal.say(
            Phrase(
                zh: "没有问题：合计 \(catalogue.duties.count) 项公开事项",
                en: "no mistakes: \(catalogue.duties.count) duties in all"
            ).inTerminal
        )
    }
}
