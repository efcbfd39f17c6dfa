import ArgumentParser
import Database
import Disclosure
import Text

/// Agencies of this deployment.
struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency",
        abstract: Phrase(zh: "机关：新增、列出", en: "Agencies: add, list").inTerminal,
        subcommands: [AddAgencyCommand.self, ListAgencies.self]
    )
}

/// Founds an agency with the columns of the catalogue; people, sections and contacts follow.
struct AddAgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: Phrase(zh: "新增机关", en: "Add an agency").inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "网址和日志编号中的代码，如 nanhai", en: "code in addresses and log entries, such as nanhai"))
    var code: String

    @Option(help: ArgumentHelp(zh: "名称", en: "name in Chinese"))
    var name: String

    @Option(help: ArgumentHelp(zh: "英文名称", en: "name in English"))
    var nameEn: String

    @Option(help: ArgumentHelp(zh: "统一社会信用代码", en: "unified social credit code (统一社会信用代码)"))
    var creditCode: String

    @Option(help: ArgumentHelp(zh: "行政区划代码，六位", en: "region code (行政区划代码), six digits"))
    var regionCode: String

    @Option(help: ArgumentHelp(zh: "网站标识码，十位", en: "website identifier (网站标识码), ten digits"))
    var siteId = ""

    @Option(help: ArgumentHelp(zh: "层级：province、city、county、township", en: "level: province, city, county or township"))
    var level = "county"

    @Option(help: ArgumentHelp(zh: "索引号模板", en: "template of index numbers (索引号)"))
    var indexTemplate = "{organisation-code}/{year}-{serial:5}"

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        guard let level = Duty.Level(rawValue: level) else {
            throw ValidationError("--level: \(Duty.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let form = AgencyForm(
            code: code,
            level: level,
            name: Phrase(zh: name, en: nameEn),
            regionCode: regionCode,
            creditCode: creditCode,
            siteIDCode: siteId,
            indexTemplate: indexTemplate
        )
        try await Program.with(options) { program in
            let agency = try await AddAgency(form: form).run(in: program.app)
            Terminal.say(
                Phrase(
                    zh: "已新增 \(agency.name.zh)（\(agency.code)）。下一步：gongkai user add --agency \(agency.code)",
                    en: "Added \(agency.name.en) (\(agency.code)). Next: gongkai user add --agency \(agency.code)"
                ).inTerminal
            )
        }
    }
}

/// Lists the agencies.
struct ListAgencies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出机关", en: "List the agencies").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let agencies = try await program.app.database.read { try $0.agencies.all() }
            guard !agencies.isEmpty else {
                return Terminal.note(
                    Phrase(zh: "还没有机关：gongkai agency add", en: "no agency yet: gongkai agency add").inTerminal
                )
            }
            var table = TextTable()
            for agency in agencies {
                table.add([
                    agency.code, agency.level.rawValue, agency.regionCode, agency.creditCode, agency.name.inTerminal,
                ])
            }
            Terminal.say(table.text)
        }
    }
}
