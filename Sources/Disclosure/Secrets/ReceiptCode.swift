import Crypto

/// The code that somebody gets who sent something without an account: with it they see later what became of it.
package enum ReceiptCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Twelve characters that are hard to mistake, such as `7KQ2-M0PD-9XAR`: sixty bits that nobody guesses.
    static func make(in app: App) -> String {
        let letters = app.randomBytes(12).map { alphabet[Int($0 & 31)] }
        return stride(from: 0, to: 12, by: 4).map { String(letters[$0..<($0 + 4)]) }.joined(separator: "-")
    }

    /// Letters in either case, with or without hyphens and blanks.
    ///
    /// - Parameter purpose: keeps the codes of one thing apart from those of another.
    static func hash(of code: String, for purpose: String) -> String {
        let letters = code.uppercased().filter { $0.isLetter || $0.isNumber }
        return SHA256.hex(Array("gongkai \(purpose) \(letters)".utf8))
    }
}
