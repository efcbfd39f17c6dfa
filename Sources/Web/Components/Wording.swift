/// How dates, numbers, sizes and the texts of records are written for a reader.

package import Civil
package import Html
package import Text

extension CivilDate {
    /// The date in words: 2018年3月8日 or 8 March 2018.
    package func words(in language: Language) -> String {
        language == .zh ? chinese : english
    }

    /// The date in words inside a `time` element that machines can read.
    package func element(in language: Language) -> HTML {
        "<time datetime=\"\(iso)\">\(words(in: language))</time>"
    }
}

extension Instant {
    /// The minute in a `time` element that machines can read.
    package func element(in language: Language) -> HTML {
        "<time datetime=\"\(iso8601)\">\(minuteText)</time>"
    }
}

extension Int {
    /// A number of bytes as a reader expects it: 812 B, 34 kB, 1.2 MB (powers of 1,000, cut and not rounded).
    package var fileSize: String {
        if self < 1_000 { return "\(self) B" }
        if self < 1_000_000 { return "\(self / 1_000) kB" }
        return "\(self / 1_000_000).\(self % 1_000_000 / 100_000) MB"
    }
}

extension HTML {
    /// The text of a record, marked as Chinese where the page is not, so that it is read aloud rightly (WCAG 2.1, 3.1.2).
    package static func record(_ text: String, in language: Language) -> HTML {
        guard let tag = languageTag(of: text, in: language) else { return HTML(text: text) }
        return "<span lang=\"\(tag)\">\(text)</span>"
    }

    /// The `lang` value that a text needs on a page in the given language, if any.
    package static func languageTag(of text: String, in language: Language) -> String? {
        let isForeign = language == .en && text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
        return isForeign ? "zh-CN" : nil
    }
}

extension Language {
    /// The language tag of a page (BCP 47).
    package var tag: String { self == .zh ? "zh-CN" : "en" }
}
