package import Codes

/// Codes that are right in form and belong to nobody: region 999999 does not exist (GB/T 2260).
package enum InventedCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// A unified social credit code (GB 32100-2015) in region 999999 with both check characters right.
    ///
    /// - Parameters:
    ///   - kind: the registering department and kind of holder, such as `91` for an enterprise or `11` for an organ.
    ///   - body: what the eight characters of the organisation code are made of; only its last eight digits count.
    /// - Returns: nil only when `kind` is not two characters that such a code can begin with.
    package static func credit(kind: String, body: Int) -> CreditCode? {
        let digits = String(body.magnitude % 100_000_000)
        let filled = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        // The check characters are what makes a code right, so the right ones are found by trying.
        for inner in "0123456789X" {
            guard (try? OrganisationCode(filled + String(inner))) != nil else { continue }
            return alphabet.lazy.compactMap { try? CreditCode("\(kind)999999\(filled)\(inner)\($0)") }.first
        }
        return nil
    }
}
