import ArgumentParser
import Database
import Disclosure
import Text

/// A few figures of every agency, one line each: who discloses how much, and whose requests are answered in time.
struct OverviewFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overview",
        abstract: Phrase(zh: "各机关的几项指标，每个机关一行", en: "A few figures of every agency, one line each").inTerminal
    )

    private static let usual = ["items", "requests", "requests.closed", "requests.in-time-rate"]

    @Option(help: ArgumentHelp(zh: "年份", en: "the year"))
    var year: Int

    @Option(help: ArgumentHelp(zh: "季度 1–4", en: "a quarter, 1 to 4"))
    var quarter: Int?

    @Option(
        help: ArgumentHelp(
            zh: "指标，可以写多个，例如 items:total；不写则为 \(usual.joined(separator: " "))",
            en: "a figure, such as items:total, as often as wanted; without it \(usual.joined(separator: " "))",
            valueName: "key"
        )
    )
    var figure: [String] = []

    @Flag(help: ArgumentHelp(zh: "以 CSV 输出", en: "as CSV"))
    var csv = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        guard let period = quarter.map({ FigurePeriod.quarter($0, of: year) }) ?? .year(year) else {
            throw CommandFailure(zh: "没有这样的年份或者季度", en: "there is no such year or quarter")
        }
        let asked = try (figure.isEmpty ? Self.usual : figure).map { text in
            guard let asked = FigureAsked(text: text) else { throw Self.unknown(text) }
            return asked
        }
        try await Program.with(options) { program in
            let app = program.app
            let overview = try await app.database.read { tx in
                try FigureOverview(of: asked, over: period, tx, in: app)
            }
            if !overview.lines.isEmpty {
                for (place, one) in asked.enumerated() where overview.lines.allSatisfy({ $0.values[place] == nil }) {
                    throw Self.unknown(one.description)
                }
            }
            say(overview, asked)
        }
    }

    private static func unknown(_ text: String) -> CommandFailure {
        CommandFailure(
            zh: "没有「\(text)」这个指标；gongkai figures count 列出一个机关的全部指标",
            en: "there is no figure «\(text)»; gongkai figures count lists all of an agency"
        )
    }

    private func say(_ overview: FigureOverview, _ asked: [FigureAsked]) {
        let head =
            [Phrase(zh: "代码", en: "code").inTerminal, Phrase(zh: "机关", en: "agency").inTerminal]
            + asked.map(\.description)
        let rows = [head] + overview.lines.map { [$0.code, $0.name.inTerminal] + $0.texts.map(\.inTerminal) }
        if csv {
            let bytes = CSVLine.byteOrderMark + rows.flatMap(CSVLine.bytes)
            return Terminal.write(String(decoding: bytes, as: UTF8.self), to: 1)
        }
        var table = TextTable()
        for row in rows { table.add(row) }
        Terminal.say(table.text)
    }
}
