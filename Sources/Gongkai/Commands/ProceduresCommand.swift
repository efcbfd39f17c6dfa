import ArgumentParser
import Civil
import Disclosure
import Text

/// The procedures of cases: what the public may ask, and by which rules it is handled.
struct ProceduresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "procedures",
        abstract: Phrase(zh: "办件程序：列出、检查", en: "The procedures of cases: list, check").inTerminal,
        subcommands: [ListProcedures.self, CheckProcedures.self]
    )
}

/// Lists the procedures with the days of receipt that each is for.
struct ListProcedures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出办件程序", en: "List the procedures").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() throws {
        var table = TextTable()
        for procedure in try Program.procedures(of: options.load().settings).all {
            let days = "\(procedure.from.iso)..\(procedure.through?.iso ?? "")"
            table.add([procedure.key, procedure.kind, days, procedure.name.inTerminal])
        }
        Terminal.say(table.text)
    }
}

/// Checks procedure files before they are put into the folder of the settings: each mistake with file, line and key.
struct CheckProcedures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Phrase(
            zh: "检查叠加在内置程序之上的 YAML 文件",
            en: "Check YAML files as they would lie over the built-in procedures"
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "YAML 文件", en: "YAML files", valueName: "file"))
    var files: [String]

    func run() throws {
        var overlay: [CatalogueFile] = []
        for path in files { overlay.append(try CatalogueFile.file(at: path)) }
        let procedures = try Procedures.load(overlay: overlay)
        Terminal.say(
            Phrase(
                zh: "没有问题：合计 \(procedures.all.count) 个程序",
                en: "no mistakes: \(procedures.all.count) procedures in all"
            ).inTerminal
        )
    }
}
