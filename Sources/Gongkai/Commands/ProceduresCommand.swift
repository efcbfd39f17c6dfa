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
struct CheckProcedures: OverlayCheck {
    static let subject = Phrase(zh: "程序", en: "procedures")
    @OptionGroup var overlay: OverlayFiles

    static func load(_ files: [CatalogueFile]) throws(CatalogueError) -> Phrase? {
        let count = try Procedures.load(overlay: files).all.count
        return Phrase(zh: "合计 \(count) 个程序", en: "\(count) procedures in all")
    }
}
