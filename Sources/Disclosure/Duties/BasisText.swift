package import Text

/// Cites a legal basis with the number of its document, as the standard catalogue does (公开依据).
extension Duty.LegalBasis {
    /// 《中华人民共和国政府信息公开条例》（国务院令第711号）第二十六条.
    package var numbered: Phrase {
        guard !number.isEmpty else { return words }
        let end = words.zh.firstIndex(of: "》").map { words.zh.index(after: $0) } ?? words.zh.endIndex
        return Phrase(
            zh: "\(words.zh[..<end])（\(number)）\(words.zh[end...])",
            en: "\(law.en) (\(number))\(words.en.dropFirst(law.en.count))"
        )
    }
}
