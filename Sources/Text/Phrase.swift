/// Every text a person reads exists in Chinese and in English; these two types carry the pair and the choice.

/// A language of the user interface; the raw value is the BCP 47 primary language subtag.
package enum Language: String, CaseIterable, Sendable {
    /// Simplified Chinese, the language of the law and the default.
    case zh
    /// English.
    case en
}

/// One user-visible text in both languages.
///
/// Callers that need values inside the text interpolate them into both strings.
package struct Phrase: Sendable, Hashable {
    /// The Chinese text.
    package let zh: String
    /// The English text.
    package let en: String

    /// Makes a phrase from both texts; neither may be left out.
    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in the given language.
    package subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
