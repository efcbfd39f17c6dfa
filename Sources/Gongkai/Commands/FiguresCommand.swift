import ArgumentParser
import Civil
import Database
import Disclosure
import Text

/// The figures: what is counted, and what it comes to.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: Phrase(zh: "统计指标：计数、检查定义", en: "The figures: count, check definitions").inTerminal,
        subcommands: [CountFigures.self, OverviewFigures.self, CheckFigures.self, FillFigures.self]
    )
}

/// Counts every figure of an agency over a year, a quarter or a month, from the records alone.
struct CountFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: Phrase(zh: "按记录计算一个机关的全部指标", en: "Count every figure of an agency from its records").inTerminal
    )

    @Option(help: ArgumentHelp(zh: "机关代码", en: "code of the agency"))
    var agency: String

    @Option(help: ArgumentHelp(zh: "年份", en: "the year"))
    var year: Int

    @Option(help: ArgumentHelp(zh: "季度 1–4", en: "a quarter, 1 to 4"))
    var quarter: Int?

    @Option(help: ArgumentHelp(zh: "月份 1–12", en: "a month, 1 to 12"))
    var month: Int?

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        guard let period else {
            throw CommandFailure(zh: "没有这样的年份、季度或者月份", en: "there is no such year, quarter or month")
        }
        try await Program.with(options) { program in
            let app = program.app
            let rows = try await app.database.read { tx in
                guard let agency = try tx.agencies.find(code: self.agency) else {
                    throw CommandFailure(zh: "没有代码为 \(self.agency) 的机关", en: "there is no agency \(self.agency)")
                }
                let figures = app.figures.all(of: agency)
                let count = FigureCount(figures, of: agency.id, over: period, tx, in: app)
                return try figures.map { figure in
                    let value = try count.value(of: figure.key)
                    let unit = if case .number = value { figure.unit.inTerminal } else { "" }
                    return [figure.key, figure.text(of: value, in: Terminal.language), unit, figure.name.inTerminal]
                }
            }
            var table = TextTable()
            for row in rows { table.add(row) }
            Terminal.say(table.text)
        }
    }

    private var period: FigurePeriod? {
        if let quarter { return month == nil ? .quarter(quarter, of: year) : nil }
        if let month { return .month(month, of: year) }
        return .year(year)
    }
}

/// Checks files of figures before they are put into the folder of the settings: each mistake with file, line and key.
struct CheckFigures: OverlayCheck {
    static let subject = Phrase(zh: "指标", en: "figures")
    @OptionGroup var overlay: OverlayFiles

    static func load(_ files: [CatalogueFile]) throws(CatalogueError) -> Phrase? {
        _ = try Figures.load(overlay: files)
        return nil
    }
}

/// Makes anew what is kept of published items for figures that take values from their fields.
struct FillFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: Phrase(
            zh: "为已公开的信息补存指标要用的字段（新增取值的指标之后运行）",
            en: "Keep the fields that figures take values from, of what is published already"
        ).inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let count = try await FillValues().run(in: program.app)
            Terminal.say(Phrase(zh: "已处理 \(count) 条信息", en: "\(count) items looked at").inTerminal)
        }
    }
}
