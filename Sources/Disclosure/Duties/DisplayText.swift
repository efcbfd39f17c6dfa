import Civil
import Codes
package import Text

/// Canonical values as a reader wants them: names of options and regions, dates in words, money with thousands.
extension Field {
    /// The text for a page; apply it to the public text where the reader is the public.
    package func displayText(of canonical: String, language: Language) -> String {
        type.displayText(of: canonical, language: language)
    }
}

extension FieldType {
    /// The text for a page; a value that is not canonical is shown as it stands.
    package func displayText(of canonical: String, language: Language) -> String {
        switch self {
        case .text, .longText, .creditCode, .personName, .documentNumber, .link, .item, .integer: canonical
        case .date: Self.date(canonical, language)
        case .time: Self.time(canonical, language)
        case .money(let unit): Self.money(canonical, unit, language)
        case .choice(let options), .choices(let options): Self.names(canonical, options, language)
        case .region: Regions.fullName(of: canonical) ?? canonical
        case .industry: Industries.name(of: canonical) ?? canonical
        case .attachment: Self.files(canonical, language)
        case .table(let columns): Self.table(canonical, columns, language)
        }
    }

    private static func date(_ canonical: String, _ language: Language) -> String {
        guard let date = CivilDate(canonical) else { return canonical }
        return language == .zh ? date.chinese : date.english
    }

    private static func time(_ canonical: String, _ language: Language) -> String {
        guard let instant = Instant.read(canonical) else { return canonical }
        return language == .zh ? instant.chinese : instant.english
    }

    /// Fen as 元 with thousands, or as 万元 where the column is kept so; always yuan in English.
    private static func money(_ canonical: String, _ unit: Money, _ language: Language) -> String {
        guard let amount = Int64(canonical) else { return canonical }
        let fen = Fen(amount)
        switch (language, unit) {
        case (.zh, .tenThousandYuan): return grouped(fen.tenThousandText) + "万元"
        case (.zh, .yuan): return grouped(fen.yuanText) + "元"
        case (.en, _): return grouped(fen.yuanText) + " yuan"
        }
    }

    /// 1234567.50 as 1,234,567.50.
    private static func grouped(_ number: String) -> String {
        let sign = number.prefix { $0 == "-" }
        let whole = number.dropFirst(sign.count).prefix { $0 != "." }
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return sign + text + number.dropFirst(sign.count + whole.count)
    }

    private static func names(_ canonical: String, _ options: [Option], _ language: Language) -> String {
        let names = canonical.split(separator: ",").map { code in
            options.first { $0.code == code }?.name[language] ?? String(code)
        }
        return names.joined(separator: language == .zh ? "、" : ", ")
    }

    private static func files(_ canonical: String, _ language: Language) -> String {
        let names = canonical.split(separator: "\n").map { line in
            line.split(separator: " ", maxSplits: 2).last.map(String.init) ?? ""
        }
        return names.joined(separator: language == .zh ? "、" : ", ")
    }

    private static func table(_ canonical: String, _ columns: [Column], _ language: Language) -> String {
        let rows = TableInput.rows(canonical).map { cells in
            zip(columns, cells).map { $0.type.displayText(of: $1, language: language) }
                .filter { !$0.isEmpty }.joined(separator: language == .zh ? "，" : ", ")
        }
        return rows.joined(separator: language == .zh ? "；" : "; ")
    }
}
