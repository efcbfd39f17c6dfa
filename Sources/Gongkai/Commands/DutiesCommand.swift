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
struct CheckDuties: OverlayCheck {
    static let subject = Phrase(zh: "目录", en: "catalogue")
    @OptionGroup var overlay: OverlayFiles

    static func load(_ files: [CatalogueFile]) throws(CatalogueError) -> Phrase? {
        let count = try Catalogue.load(overlay: files).duties.count
        return Phrase(zh: "合计 \(count) 项公开事项", en: "\(count) duties in all")
    }
}
