import Civil
package import Documents
package import Text

extension ReportSheet {
    /// The report as it is set on paper: PDF and Word files.
    package func document(in language: Language = .zh) -> TypesetDocument {
        var blocks: [TypesetDocument.Block] = []
        for section in format.sections {
            blocks.append(.heading(section.name[language], level: 1))
            blocks += self.blocks(of: section).flatMap { set($0, language) }
        }
        if let frozenAt {
            let day = frozenAt.date
            blocks.append(
                .note(
                    Phrase(
                        zh: "本报告的数字于\(day.chinese)由记录计算得出并冻结，每个数字所计的记录可在网站上逐条查看。",
                        en:
                            "The numbers were counted from records and frozen on \(day.english); the site lists the records of each."
                    )[language]
                )
            )
        }
        return TypesetDocument(
            title: title[language],
            language: language == .zh ? "zh-CN" : "en",
            blocks: blocks
        )
    }

    private func set(_ block: ReportBlock, _ language: Language) -> [TypesetDocument.Block] {
        switch block {
        case .heading(let runs): return [.heading(runs.plain, level: 2)]
        case .paragraph(let runs): return [.paragraph(runs.plain)]
        case .list(let items, let isNumbered): return [.list(items.map(\.plain), isNumbered: isNumbered)]
        case .part(let key):
            if let table = table(key, in: language) { return [.table(table)] }
            return chart(key).map { [.chart($0)] } ?? []
        }
    }

    /// Every table of the report, and one of all its numbers with how each is counted.
    package func workbook(in language: Language = .zh) -> Spreadsheet {
        let tables = format.tables.compactMap { table($0.key, in: language) }
        let charts = format.charts.compactMap { chart($0.key)?.table(in: language) }
        return Spreadsheet(
            (tables + charts + [numbers(in: language)]).map { Spreadsheet.Sheet($0.caption, $0) }
        )
    }

    /// All numbers that the report names, with how each is counted.
    package func numbers(in language: Language = .zh) -> ReportTable {
        let heads = [
            Phrase(zh: "指标", en: "Figure"), Phrase(zh: "名称", en: "Name"), Phrase(zh: "年度", en: "Year"),
            Phrase(zh: "数值", en: "Value"), Phrase(zh: "单位", en: "Unit"), Phrase(zh: "如何计算", en: "How this is counted"),
        ]
        let rows = values.sorted { $0.key.description < $1.key.description }.map {
            number,
            value -> [ReportTable.Cell] in
            let definition = definitions[number.asked.key]
            return [
                .text(number.asked.description), .text(definition?.name[language] ?? ""),
                .text(String(report.year - number.yearsBack)), ReportTable.Cell(cell(of: number, language)),
                .text(definition?.unit[language] ?? ""), .text(definition?.how[language] ?? ""),
            ]
        }
        return ReportTable(
            caption: Phrase(zh: "全部指标", en: "All figures")[language],
            heads: [heads.map { .text($0[language]) }],
            rows: rows
        )
    }
}
