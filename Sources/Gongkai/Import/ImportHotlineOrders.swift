import ArgumentParser
import Disclosure
import Foundation
import Text
import Web

/// Enters the lines of a table as cases, and writes those that are wrong to a file with the reasons.
struct ImportHotlineOrders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: Phrase(
            zh: "把 .csv 文件逐行登记为办件（如12345热线工单）",
            en: "Enter the lines of a .csv file as cases, such as orders of the 12345 hotline"
        ).inTerminal,
        discussion: Phrase(
            zh:
                "表头须有「工单号」（或「来源编号」）和「收到日期」，可有「姓名」「电话」和这类办件的各栏名称或代码。"
                + "同一工单号不会重复登记；未登记的行及原因写入「文件名.errors.csv」，含个人信息，只有本用户可读。",
            en:
                "The header has 工单号 (or 来源编号) and 收到日期, and may have 姓名, 电话 and the names or keys of the "
                + "fields. Nothing is doubled. Lines that were not taken, and why, are in FILE.errors.csv, which holds "
                + "personal data and only this user can read."
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "文件（.csv）", en: "the file (.csv)"))
    var file: String

    @Option(help: ArgumentHelp(zh: "机关代码；只有一个机关时可省略", en: "code of the agency; may be left out where there is one"))
    var agency: String?

    @Option(help: ArgumentHelp(zh: "办件种类，默认 hotline", en: "kind of the cases, hotline by default"))
    var kind = "hotline"

    @Option(help: ArgumentHelp(zh: "登记人（办件人员）的登录名", en: "who enters them: sign-in name of a case officer"))
    var officer: String

    @Option(help: ArgumentHelp(zh: "未登记的行的位置", en: "where the lines not taken go", valueName: "file"))
    var errors: String?

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let agency = try await program.agency(agency)
            let person = try await program.person(officer)
            guard person.agency == agency.id else {
                throw CommandFailure(
                    zh: "\(officer) 不是 \(agency.code) 的人员",
                    en: "\(officer) does not work at \(agency.code)"
                )
            }
            do {
                let report = try await ImportCases(kind: kind, actor: person.actor).run(path: file, in: program.app)
                Terminal.say(report.words.inTerminal)
                guard !report.bad.isEmpty else { return }
                try write(report.sheet)
                throw ExitCode.failure
            } catch let error as UnreadableFile {
                throw CommandFailure(zh: error.message.zh, en: error.message.en)
            }
        }
    }

    private func write(_ sheet: [UInt8]) throws {
        let path = errors ?? file + ".errors.csv"
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: Data(sheet),
                attributes: [.posixPermissions: 0o600]
            )
        else {
            throw CommandFailure(zh: "无法写入 \(path)", en: "\(path) cannot be written")
        }
        Terminal.say(Phrase(zh: "未登记的行：\(path)", en: "lines not taken: \(path)").inTerminal)
    }
}

extension ImportCases.Report {
    /// What was done, line by line.
    fileprivate var words: Phrase {
        var zh = ["已登记 \(taken) 件，此前已有 \(known) 件，未登记 \(bad.count) 行"]
        var en = ["entered: \(taken), known before: \(known), lines not taken: \(bad.count)"]
        if !unused.isEmpty {
            zh.append("未使用的列：\(unused.joined(separator: "、"))")
            en.append("columns not used: \(unused.joined(separator: ", "))")
        }
        return Phrase(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n"))
    }
}
