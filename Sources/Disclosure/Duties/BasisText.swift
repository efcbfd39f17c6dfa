import Civil
package import Text

/// Cites a legal basis with the number of its document, as the standard catalogue does (公开依据).
extension Duty.LegalBasis {
    /// 《中华人民共和国政府信息公开条例》（国务院令第711号）第二十六条.
    ///
    /// Marks inside the name become 〈〉 (GB/T 15834-2011).
    package var numbered: Phrase {
        let inner = String(law.zh.map { $0 == "《" ? "〈" : $0 == "》" ? "〉" : $0 })
        let rule = RuleReference(law: Words(zh: inner, en: law.en), article: article, version: version)
        guard !number.isEmpty else { return Phrase(zh: rule.words.zh, en: rule.words.en) }
        return Phrase(
            zh: "《\(inner)》（\(number)）\(rule.words.zh.dropFirst(inner.count + 2))",
            en: "\(law.en) (\(number))\(rule.words.en.dropFirst(law.en.count))"
        )
    }
}
