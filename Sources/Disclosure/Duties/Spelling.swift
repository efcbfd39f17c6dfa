package import Text

/// How codes, keys and paths of the catalogue are spelt.
enum Spelling {
    static let code = Phrase(
        zh: "2–12 个大写字母或数字，以字母开头",
        en: "2–12 capital letters or digits, beginning with a letter"
    )
    static let key = Phrase(
        zh: "至多 40 个小写字母、数字和连字符，以字母开头",
        en: "at most 40 lower-case letters, digits and hyphens, beginning with a letter"
    )
    static let optionCode = Phrase(
        zh: "至多 40 个小写字母、数字和连字符",
        en: "at most 40 lower-case letters, digits and hyphens"
    )
    static let slug = Phrase(
        zh: "一至三段小写字母、数字和连字符，以 / 分隔",
        en: "one to three parts of lower-case letters, digits and hyphens, separated by /"
    )
    static let columnCode = Phrase(
        zh: "至多 40 个大写字母、数字和下划线",
        en: "at most 40 capital letters, digits and underscores"
    )

    static func isCode(_ text: String) -> Bool {
        (2...12).contains(text.utf8.count) && text.utf8.first.map(isCapital) == true
            && text.utf8.allSatisfy { isCapital($0) || isDigit($0) }
    }

    static func isKey(_ text: String) -> Bool {
        text.utf8.first.map(isSmall) == true && isOptionCode(text)
    }

    static func isOptionCode(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.utf8.allSatisfy { isSmall($0) || isDigit($0) }
            }
    }

    static func isSlug(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return (1...3).contains(parts.count) && parts.allSatisfy { isOptionCode(String($0)) }
    }

    static func isColumnCode(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count) && text.utf8.allSatisfy { isCapital($0) || isDigit($0) || $0 == 0x5F }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }
    private static func isSmall(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte }
    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

extension YamlValue {
    /// A text that keeps to a spelling.
    func spelt(_ isRight: (String) -> Bool, _ allowed: Phrase) -> String? {
        guard let text = string() else { return nil }
        guard isRight(text) else {
            refuse(Phrase(zh: "«\(shown)» 写法不对", en: "«\(shown)» is misspelt"), allowed: allowed)
            return nil
        }
        return text
    }

    /// A text in both languages: `{ zh: …, en: … }`.
    package func phrase(limit: Int = 300) -> Phrase? {
        guard let map = map(keys: ["zh", "en"]) else { return nil }
        let zh = map.required("zh", allowed: Self.bothLanguages)?.string(limit: limit)
        let en = map.required("en", allowed: Self.bothLanguages)?.string(limit: limit * 2)
        guard let zh, let en else { return nil }
        return Phrase(zh: zh, en: en)
    }

    static let bothLanguages = Phrase(zh: "zh 与 en 都要有", en: "both zh and en")
}
