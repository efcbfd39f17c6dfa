package import Text

/// The catalogue in the columns of the national standard table (安全生产领域基层政务公开标准目录).
package struct CatalogueListing: Sendable {
    /// One duty as a row of the table.
    package struct Row: Sendable, Hashable {
        /// Code of the duty, which is no column of the standard table.
        package var code: String
        /// Whether the row of the standard was seen in a published copy.
        package var isVerified: Bool
        /// One text for each of the columns.
        package var cells: [String]
    }

    /// The language of names and cells.
    package let language: Language
    /// One row for each duty, in the order of the catalogue.
    package let rows: [Row]

    /// The listing of all duties of a catalogue.
    package init(_ catalogue: Catalogue, language: Language) {
        self.language = language
        rows = catalogue.duties.enumerated().map { number, duty in
            Row(
                code: duty.code,
                isVerified: duty.isVerified,
                cells: Self.cells(of: duty, number: number + 1, language)
            )
        }
    }

    /// The columns of the standard table; the two below 公开事项 stand for its levels.
    package static let columns: [Phrase] = [
        Phrase(zh: "序号", en: "No."),
        Phrase(zh: "一级事项", en: "First-level matter"),
        Phrase(zh: "二级事项", en: "Second-level matter"),
        Phrase(zh: "公开内容（要素）", en: "Content (elements)"),
        Phrase(zh: "公开依据", en: "Basis"),
        Phrase(zh: "公开时限", en: "Time limit"),
        Phrase(zh: "公开主体", en: "Responsible"),
        Phrase(zh: "公开渠道和载体", en: "Channels"),
        Phrase(zh: "公开对象", en: "Audience"),
        Phrase(zh: "公开方式", en: "Mode"),
        Phrase(zh: "公开层级", en: "Level"),
    ]

    /// Tab-separated lines with the header first; cells hold neither tab nor line end.
    package var tsv: String {
        let header = Self.columns.map { $0[language] }
        return ([header] + rows.map(\.cells)).map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    /// A block of text for each duty, for a terminal: one line for each column under the name of the duty.
    package var text: String {
        let width = Self.columns.map { Self.width($0[language]) }.max() ?? 0
        var text = ""
        for row in rows {
            let mark = row.isVerified ? "" : (language == .zh ? "（未核实）" : " (unverified)")
            text += "\(row.cells[0]). \(row.code)  \(row.cells[1]) › \(row.cells[2])\(mark)\n"
            for (column, cell) in zip(Self.columns, row.cells).dropFirst(3) where !cell.isEmpty {
                let name = column[language]
                text += "   " + name + String(repeating: " ", count: width - Self.width(name) + 2) + cell + "\n"
            }
            text += "\n"
        }
        return text
    }

    private static func cells(of duty: Duty, number: Int, _ language: Language) -> [String] {
        let comma = language == .zh ? "、" : ", "
        let stop = language == .zh ? "；" : "; "
        var elements = duty.fields.filter { $0.showing != .never }.map { $0.name[language] }.joined(separator: comma)
        if let content = duty.content { elements = content[language] + (elements.isEmpty ? "" : stop + elements) }
        var limits = duty.limits.map { words(of: $0, in: duty)[language] }
        if let note = duty.limitNote { limits.insert(note[language], at: 0) }
        return [
            "\(number)",
            duty.matter.name[language],
            duty.name[language],
            elements,
            unique(duty.basis.map { $0.numbered[language] }).joined(separator: stop),
            unique(limits).joined(separator: stop),
            duty.section[language],
            duty.channels.map { $0.name[language] }.joined(separator: comma),
            duty.audience.name[language],
            duty.mode.name[language],
            duty.levels.map { $0.name[language] }.joined(separator: comma),
        ].map { $0.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ") }
    }

    /// The limit, and when it applies if it does not always.
    private static func words(of limit: DutyLimit, in duty: Duty) -> Phrase {
        let words = limit.words(in: duty)
        guard let condition = limit.condition, let field = duty.field(condition.field) else { return words }
        let names = (field.type.options ?? []).filter { condition.values.contains($0.code) }.map(\.name)
        let zh = names.map(\.zh).joined(separator: "、")
        let en = names.map(\.en).joined(separator: ", ")
        return Phrase(zh: "\(words.zh)（\(field.name.zh)：\(zh)）", en: "\(words.en) (\(field.name.en): \(en))")
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// Places on a terminal: Chinese characters and full-width marks take two.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }
}
