import ArgumentParser
import Disclosure
import Text

/// Bringing in what is kept elsewhere.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Phrase(zh: "导入历史信息和热线工单", en: "Bring in older records and hotline orders").inTerminal,
        subcommands: [ImportItems.self, ImportHotlineOrders.self]
    )
}

/// Publishes the rows of a file as items under one duty, after one secrecy opinion and one signature over all of them.
struct ImportItems: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: Phrase(
            zh: "把 .jsonl 或 .csv 文件逐行导入为已公开信息",
            en: "Publish the rows of a .jsonl or .csv file as items"
        ).inTerminal,
        discussion: Phrase(
            zh:
                "每行须有不变的来源编号（列名 id 或「来源编号」），中断后重新运行即可继续，不会重复。"
                + "未导入的行及原因写入「文件名.errors.csv」。扫描出疑似敏感内容的行留作草稿，除非用 --clear-findings 放行。",
            en:
                "Every row has an id that never changes (column id or 来源编号): run it again after a break and nothing is "
                + "doubled. What was not imported, and why, is in FILE.errors.csv. Rows in which the scan finds something "
                + "sensitive stay drafts, unless cleared with --clear-findings."
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "文件（.jsonl 或 .csv）", en: "the file (.jsonl or .csv)"))
    var file: String

    @Option(help: ArgumentHelp(zh: "机关代码；只有一个机关时可省略", en: "code of the agency; may be left out where there is one"))
    var agency: String?

    @Option(help: ArgumentHelp(zh: "公开事项代码，如 NEWS", en: "code of the duty, such as NEWS"))
    var duty: String

    @Option(help: ArgumentHelp(zh: "导入人（编辑）的登录名", en: "who brings it in: sign-in name of an editor"))
    var editor: String

    @Option(help: ArgumentHelp(zh: "保密审查员的登录名", en: "sign-in name of the secrecy reviewer"))
    var reviewer: String

    @Option(help: ArgumentHelp(zh: "签发领导的登录名", en: "sign-in name of the approver"))
    var approver: String

    @Option(help: ArgumentHelp(zh: "保密审查意见", en: "what the secrecy reviewer writes down", valueName: "text"))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            zh: "保密审查员放行扫描发现的内容，并写明理由",
            en: "the secrecy reviewer clears what the scan finds, for this reason",
            valueName: "reason"
        )
    )
    var clearFindings: String?

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(zh: "信息类别代码", en: "code of the items' class", valueName: "code")
    )
    var itemClass: String?

    @Option(help: ArgumentHelp(zh: "科室代码", en: "code of the section", valueName: "code"))
    var section: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            zh: "所有行的某个栏目都取此值，可重复",
            en: "a field's value for every row, may be repeated",
            valueName: "key=value"
        )
    )
    var fixed: [String] = []

    @Option(help: ArgumentHelp(zh: "加在来源编号之前的文字", en: "text put before every source id", valueName: "text"))
    var idPrefix = ""

    @Option(help: ArgumentHelp(zh: "编码：utf-8 或 gb18030（默认自动识别）", en: "utf-8 or gb18030 (found out by default)"))
    var encoding: String?

    @Option(help: ArgumentHelp(zh: "问题清单的位置", en: "where the sheet of problems goes", valueName: "file"))
    var errors: String?

    @Flag(help: ArgumentHelp(zh: "只检查，不导入", en: "only check, import nothing"))
    var dryRun = false

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        if encoding != nil, encodingRead == nil {
            throw ValidationError("--encoding: \(FileEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if RecordForm(path: file) == nil {
            throw ValidationError(
                "\(file): \(RecordForm.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))"
            )
        }
        for pair in fixed where !pair.contains("=") { throw ValidationError("--set \(pair): key=value") }
    }

    func run() async throws {
        guard let form = RecordForm(path: file) else { return }
        try await Program.with(options) { program in
            let wanted = ItemImport(
                path: file,
                form: form,
                encoding: encodingRead,
                agency: try await program.agency(agency).code,
                duty: duty,
                editor: editor,
                reviewer: reviewer,
                approver: approver,
                secrecyReason: clearFindings ?? reason ?? "",
                clearsFindings: clearFindings != nil,
                fixed: fixedRead,
                itemClass: itemClass,
                section: section,
                idPrefix: idPrefix,
                sheetPath: errors
            )
            let reading = ProgressBar(Phrase(zh: "检查", en: "Checking"))
            let writing = ProgressBar(Phrase(zh: "导入", en: "Importing"))
            do {
                let report = try await wanted.done(isRehearsal: dryRun, in: program.app) { progress in
                    switch progress.phase {
                    case .reading:
                        reading.show(progress.done, of: progress.total)
                        if progress.total != nil { reading.finish() }
                    case .writing: writing.show(progress.done, of: progress.total)
                    }
                }
                writing.finish()
                Terminal.say(report.words.inTerminal)
                if report.refused > 0 { throw ExitCode.failure }
            } catch let error as UnreadableFile {
                throw CommandFailure(zh: error.message.zh, en: error.message.en)
            }
        }
    }

    private var encodingRead: FileEncoding? { encoding.flatMap { FileEncoding(rawValue: $0.lowercased()) } }

    private var fixedRead: [String: String] {
        let pairs = fixed.map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}

extension ItemImport {
    fileprivate func done(
        isRehearsal: Bool,
        in app: App,
        _ progress: @Sendable (ImportProgress) -> Void
    ) async throws -> ImportReport {
        isRehearsal ? try await rehearse(in: app, progress: progress) : try await run(in: app, progress: progress)
    }
}

extension ImportReport {
    /// What was found and done, line by line.
    fileprivate var words: Phrase {
        var zh = [
            "文件共 \(records) 条：可公开 \(publishable)，疑似敏感 \(held)，有错误 \(refused)，此前已导入 \(known)"
        ]
        var en = [
            "\(records) records: \(publishable) to publish, \(held) held for review, \(refused) with mistakes, "
                + "\(known) already in"
        ]
        if let published, let drafted {
            zh.append("本次导入并公开 \(published) 条，留作草稿 \(drafted) 条")
            en.append("imported and published: \(published); left as drafts: \(drafted)")
        } else {
            zh.append("这是试运行，没有导入任何内容")
            en.append("this was a dry run: nothing was imported")
        }
        zh.append("清单摘要（SHA-256）：\(manifestHash)")
        en.append("SHA-256 of the manifest: \(manifestHash)")
        if !unusedColumns.isEmpty {
            zh.append("未使用的列：\(unusedColumns.joined(separator: "、"))")
            en.append("columns not used: \(unusedColumns.joined(separator: ", "))")
        }
        if let sheet {
            zh.append("问题清单：\(sheet)")
            en.append("the problems are in \(sheet)")
        }
        return Phrase(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n"))
    }
}
