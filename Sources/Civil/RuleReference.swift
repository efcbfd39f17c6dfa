/// Where a rule stands: the law, the article, and the version that was in force.
package struct RuleReference: Sendable, Hashable {
    /// Full name of the law or document, in Chinese without the marks 《》.
    package let law: Words
    /// Number of the article, such as `33`; `78.2` for a paragraph (款), `13(2)` for an item (项).
    ///
    /// Empty when the rule is the document as a whole or its article is not known.
    package let article: String
    /// Key of the rule set, such as `reg2019`.
    package let version: String

    package init(law: Words, article: String, version: String) {
        self.law = law
        self.article = article
        self.version = version
    }

    /// «《中华人民共和国政府信息公开条例》第三十三条» or "Regulations on Open Government Information, art 33".
    package func text(chinese: Bool) -> String {
        guard !article.isEmpty else { return chinese ? "《\(law.zh)》" : law.en }
        return chinese ? "《\(law.zh)》\(chineseArticle)" : "\(law.en), art \(article)"
    }

    /// The article alone, «第三十三条» or "art 33"; nil where there is none.
    package var articleWords: Words? {
        article.isEmpty ? nil : Words(zh: chineseArticle, en: "art \(article)")
    }

    /// Both languages of ``text(chinese:)``.
    package var words: Words { Words(zh: text(chinese: true), en: text(chinese: false)) }

    private var chineseArticle: String {
        var text = ""
        var digits = ""
        var unit = "条"
        for character in article + "." {
            switch character {
            case "0"..."9":
                digits.append(character)
            case ".", "(", ")":
                guard let number = Int(digits) else { continue }
                let numeral = Self.chineseNumeral(number)
                text += unit == "项" ? "第（\(numeral)）项" : "第\(numeral)\(unit)"
                digits = ""
                unit = character == "(" ? "项" : "款"
            default:
                return "第\(article)条"
            }
        }
        return text
    }

    /// 1 … 999 as a law writes it: 33 is 三十三, 10 is 十, 105 is 一百零五; others stay digits.
    static func chineseNumeral(_ number: Int) -> String {
        guard (1...999).contains(number) else { return String(number) }
        let numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
        var text = hundreds > 0 ? numerals[hundreds] + "百" : ""
        switch (hundreds, tens) {
        case (0, 1): text += "十"
        case (_, 0): text += hundreds > 0 && ones > 0 ? "零" : ""
        default: text += numerals[tens] + "十"
        }
        return text + numerals[ones]
    }
}
