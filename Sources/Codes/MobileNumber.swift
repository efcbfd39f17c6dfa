/// Mobile telephone numbers 手机号码 of the mainland: eleven digits, the first 1, the second 3 to 9.

/// A mobile number without the country code.
package struct MobileNumber: Code, CustomStringConvertible {
    /// Eleven digits.
    package let text: String

    private static let name = (zh: "手机号码", en: "mobile number")

    /// Reads a number; the country code 86, spaces and hyphens are dropped.
    package init(_ typed: String) throws(CodeProblem) {
        var characters = TypedCode.characters(of: typed).filter { $0 != "-" }
        for prefix in ["+86", "0086", "86"] where characters.count == 11 + prefix.count {
            if characters.starts(with: prefix) { characters.removeFirst(prefix.count) }
        }
        guard characters.count == 11 else {
            throw .wrongLength(Self.name, characters.count, expected: "11")
        }
        let (digits, other) = TypedCode.digits(characters)
        if let other { throw .notADigit(Self.name, characters[other], place: other) }
        guard Self.isMobile(digits) else {
            throw CodeProblem(
                zh: "手机号码应以13至19开头；固定电话请填入固定电话栏并带区号。",
                en: "Mobile numbers begin with 13 to 19. Enter a landline with its area code in its own field."
            )
        }
        text = String(characters)
    }

    /// The number with the middle hidden, 138****8000.
    package var masked: String { Masking.middle(text, keeping: 3, 4) }

    /// The masked number, so that no log or page prints the full one by accident.
    package var description: String { masked }

    static func isMobile(_ digits: [Int]) -> Bool {
        digits.count == 11 && digits[0] == 1 && digits[1] >= 3
    }
}
