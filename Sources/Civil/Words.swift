/// One text in the two languages of the platform, for what this module says itself.
package struct Words: Sendable, Hashable {
    /// Chinese, the authoritative wording.
    package let zh: String
    /// English, for foreign readers.
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in Chinese, or in English.
    package func text(chinese: Bool) -> String { chinese ? zh : en }
}
