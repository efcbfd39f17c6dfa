import ArgumentParser
import Text

/// Reports: what was printed against what the records say.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Phrase(zh: "年报：与已印数字核对", en: "Reports: compare with printed figures").inTerminal,
        subcommands: [CompareFigures.self]
    )
}
