import ArgumentParser
import Text

/// Reports: what was printed against what the records say.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Phrase(zh: "年报：写出、与已印数字核对", en: "Reports: write them, compare with printed figures").inTerminal,
        subcommands: [WriteReport.self, CompareFigures.self]
    )
}
