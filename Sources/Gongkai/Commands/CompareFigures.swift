import ArgumentParser
import Database
import Disclosure
import Foundation
import Text

/// Compares a table of printed figures with what is counted from records, row by row.
struct CompareFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: Phrase(zh: "把已印的数字与按记录计算的数字逐行核对", en: "Compare printed figures with what is counted").inTerminal,
        discussion: Phrase(
            zh: "表格为 CSV，列：id, bureau, year, figure, scope, relation, value, unit, on_channel。有对不上又没有解释的，以 1 退出。",
            en:
                "The table is CSV with the columns id, bureau, year, figure, scope, relation, value, unit, on_channel. Exit "
                + "status 1 when a row neither agrees nor is explained."
        ).inTerminal
    )

    @Option(help: ArgumentHelp(zh: "已印数字的表格", en: "table of printed figures", valueName: "file"))
    var figures: String

    @Option(
        help: ArgumentHelp(
            zh: "机关：表中名称=代码；只写代码则全部行都是该机关",
            en: "an agency as NAME=CODE; a code alone is the agency of all rows",
            valueName: "name=code"
        )
    )
    var agency: [String] = []

    @Option(help: ArgumentHelp(zh: "只核对这一年", en: "this year alone"))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            zh: "解释文件（YAML），代替内置的",
            en: "explanations (YAML) in place of those built in",
            valueName: "file"
        )
    )
    var explanations: [String] = []

    @Flag(help: ArgumentHelp(zh: "列出各报告自身的矛盾", en: "list what contradicts itself within the reports"))
    var contradictions = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let (rows, explained) = try read()
        try await Program.with(options) { program in
            let app = program.app
            let mapping = mapping(of: rows)
            let comparison = try await app.database.read { tx in
                do {
                    return try FigureComparison(
                        rows,
                        file: figures,
                        agencies: mapping,
                        explained: explained,
                        tx,
                        in: app
                    )
                } catch let error as CatalogueError {
                    throw CommandFailure(zh: error.message.zh, en: error.message.en)
                }
            }
            say(comparison, explained)
            guard comparison.needless.isEmpty else {
                let ids = comparison.needless.joined(separator: ", ")
                throw CommandFailure(
                    zh: "这些数字与记录相符，不需要解释，请从解释文件中删去：\(ids)",
                    en: "these agree with the records and need no explanation; take them out of the file: \(ids)"
                )
            }
            if comparison.unexplained > 0 { throw ExitCode.failure }
        }
    }

    private func read() throws -> ([PrintedRow], FigureExplanations) {
        guard let bytes = FileManager.default.contents(atPath: figures) else {
            throw CommandFailure(
                zh: "找不到文件「\(figures)」，或无权读取",
                en: "there is no file “\(figures)”, or it may not be read"
            )
        }
        do {
            var rows = try PrintedRow.read([UInt8](bytes), file: figures)
            if let year { rows = rows.filter { $0.year == year } }
            guard !explanations.isEmpty else { return (rows, try FigureExplanations.builtIn()) }
            var files: [CatalogueFile] = []
            for path in explanations { files.append(try CatalogueFile.file(at: path)) }
            return (rows, try FigureExplanations.read(files))
        } catch let error as CatalogueError {
            throw CommandFailure(zh: error.message.zh, en: error.message.en)
        } catch let error as UnreadableFile {
            throw CommandFailure(zh: error.message.zh, en: error.message.en)
        }
    }

    private func mapping(of rows: [PrintedRow]) -> [String: String] {
        var mapping: [String: String] = [:]
        for entry in agency {
            if let split = entry.lastIndex(of: "=") {
                mapping[String(entry[..<split])] = String(entry[entry.index(after: split)...])
            } else {
                for row in rows { mapping[row.bureau] = entry }
            }
        }
        return mapping
    }

    private func say(_ comparison: FigureComparison, _ explained: FigureExplanations) {
        var table = TextTable()
        for line in comparison.lines {
            table.add([
                line.printed.id, line.printed.name, line.printed.printed, line.computed.inTerminal, Self.words(line),
            ])
        }
        if !comparison.lines.isEmpty { Terminal.say(table.text) }
        if contradictions {
            let ids = Set(comparison.lines.map(\.printed.id))
            for one in explained.contradictions where one.about.isEmpty || one.about.contains(where: ids.contains) {
                let about = one.about.isEmpty ? "" : " (\(one.about.joined(separator: ", ")))"
                Terminal.say("\(one.bureau)\(about): \(one.sentence.inTerminal)")
            }
        }
        Terminal.say(
            "reproduced \(comparison.reproduced) of \(comparison.lines.count), explained \(comparison.explained), "
                + "unexplained \(comparison.unexplained)"
        )
    }

    private static func words(_ line: FigureComparison.Line) -> String {
        switch line.verdict {
        case .reproduced: Phrase(zh: "相符", en: "reproduced").inTerminal
        case .explained(let sentence): Phrase(zh: "已解释：\(sentence.zh)", en: "explained: \(sentence.en)").inTerminal
        case .unexplained(let what): Phrase(zh: "未解释：\(what.zh)", en: "unexplained: \(what.en)").inTerminal
        case .needlesslyExplained: Phrase(zh: "相符，却有解释", en: "reproduced, and yet explained").inTerminal
        }
    }
}
