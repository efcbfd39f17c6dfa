import ArgumentParser
import Civil
import Database
import Disclosure
import Foundation
import Text

/// Writes the report of a year from the records, in every format that this machine can write.
struct WriteReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: Phrase(
            zh: "由记录写出一份年报：Word、PDF、表格、Markdown、JSON",
            en: "Write a report from the records: Word, PDF, tables, Markdown, JSON"
        ).inTerminal
    )

    @Option(help: ArgumentHelp(zh: "机关代码", en: "code of the agency"))
    var agency: String

    @Option(help: ArgumentHelp(zh: "年份", en: "the year"))
    var year: Int

    @Option(help: ArgumentHelp(zh: "季度 1–4：季度统计表", en: "a quarter, 1 to 4: the statistics of a quarter"))
    var quarter: Int?

    @Option(help: ArgumentHelp(zh: "格式；不写则取这一年的格式", en: "the format; without it the one for the year"))
    var format: String?

    @Option(help: ArgumentHelp(zh: "放文件的文件夹", en: "the folder for the files"))
    var output = "."

    @Flag(help: ArgumentHelp(zh: "用英文标签", en: "with labels in English"))
    var english = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let app = program.app
            let (sheet, findings) = try await sheet(app)
            let language: Language = english ? .en : .zh
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for file in ReportFile.allCases where file.isAvailable(with: app.tools) {
                let bytes = try await file.bytes(of: sheet, in: language, app) { _ in nil }
                let path = "\(output)/\(agency)-\(sheet.report.slug).\(file.rawValue)"
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                Terminal.say(path)
            }
            if !ReportFile.pdf.isAvailable(with: app.tools) {
                Terminal.note(Phrase(zh: "没有生成 PDF 的程序", en: "there is no program that writes PDF").inTerminal)
            }
            say(findings, sheet)
        }
    }

    /// What the public has, or what is before the reviewers, or what is counted now.
    private func sheet(_ app: App) async throws -> (ReportSheet, [ReportFinding]) {
        try await app.database.write { tx in
            try app.holidayBook.look(tx)
            guard let agency = try tx.agencies.find(code: self.agency) else {
                throw CommandFailure(zh: "没有代码为 \(self.agency) 的机关", en: "there is no agency \(self.agency)")
            }
            guard
                let report = try BeginReports.begin(
                    year: year,
                    quarter: quarter,
                    of: agency,
                    format: format,
                    tx,
                    in: app
                )
            else {
                throw CommandFailure(
                    zh: "这个机关在 \(year) 年没有这样的年报格式",
                    en: "the agency has no such format of a report for \(year)"
                )
            }
            if let published = try tx.reports.published(report) { return (published.sheet, []) }
            let live = try tx.reports.live(report, in: app)
            return (live, try tx.reports.findings(of: live, on: app.now().date))
        }
    }

    private func say(_ findings: [ReportFinding], _ sheet: ReportSheet) {
        if let frozenAt = sheet.frozenAt {
            Terminal.say(
                Phrase(
                    zh: "数字已于\(frozenAt.date.chinese)冻结",
                    en: "the numbers were frozen on \(frozenAt.date.english)"
                ).inTerminal
            )
        }
        for finding in findings {
            let level =
                finding.level == .error ? Phrase(zh: "错误", en: "error") : Phrase(zh: "提醒", en: "warning")
            Terminal.note("\(level.inTerminal): \(finding.rule.inTerminal): \(finding.says.inTerminal)")
        }
    }
}
