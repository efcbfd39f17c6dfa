import Civil
package import Text

/// The legal basis of a duty in words (公开依据).
extension Duty.LegalBasis {
    /// «《中华人民共和国政府信息公开条例》第二十条第（六）项»; marks inside a name become 〈〉 (GB/T 15834-2011).
    package var words: Phrase {
        let inner = law.zh.map { $0 == "《" ? "〈" : $0 == "》" ? "〉" : $0 }
        let rule = RuleReference(law: Words(zh: String(inner), en: law.en), article: article, version: version)
        return Phrase(zh: rule.words.zh, en: rule.words.en)
    }
}
