import ArgumentParser
import Disclosure
import Text

/// Reports: what was printed against what the records say.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Phrase(
            zh: "年报：写出、与已印数字核对、检查格式",
            en: "Reports: write them, compare with printed figures, check formats"
        ).inTerminal,
        subcommands: [WriteReport.self, CompareFigures.self, CheckReportFormats.self]
    )
}

/// Checks formats of reports before they are put into the folder of the settings: each mistake with file, line and key.
struct CheckReportFormats: OverlayCheck {
    static let subject = Phrase(zh: "年报格式", en: "formats of reports")
    @OptionGroup var overlay: OverlayFiles

    static func load(_ files: [CatalogueFile]) throws(CatalogueError) -> Phrase? {
        _ = try ReportFormats.load(overlay: files)
        return nil
    }
}
