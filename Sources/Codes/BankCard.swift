/// Bank card numbers 银行卡号 end in a check digit by the Luhn formula (ISO/IEC 7812-1; UnionPay cards begin with 62).

/// A bank card number of 16 to 19 digits that begins with 62, 4 or 5.
///
/// Accounts of organisations follow no common rule and are not recognised.
package struct BankCard: Code, CustomStringConvertible {
    /// The digits without spaces.
    package let text: String

    private static let name = (zh: "银行卡号", en: "bank card number")

    /// Reads a number; spaces and hyphens between groups are dropped.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.characters(of: typed).filter { $0 != "-" }
        guard (16...19).contains(characters.count) else {
            throw .wrongLength(Self.name, characters.count, expected: "16–19")
        }
        let (digits, other) = TypedCode.digits(characters)
        if let other { throw .notADigit(Self.name, characters[other], place: other) }
        guard Self.beginsLikeACard(digits) else {
            throw CodeProblem(
                zh: "银行卡号应以62、4或5开头，请核对是否为卡号（不是账号）。",
                en: "Bank card numbers begin with 62, 4 or 5. Check that this is a card, not an account."
            )
        }
        guard Self.passesLuhn(digits) else {
            throw CodeProblem(
                zh: "银行卡号的校验位不符，其中至少有一位有误，请对照卡面逐位核对。",
                en: "The check digit does not fit: at least one digit is wrong. Compare each with the card."
            )
        }
        text = String(characters)
    }

    /// The number with the middle hidden, 6222********0003.
    package var masked: String { Masking.middle(text, keeping: 4, 4) }

    /// The masked number, so that no log or page prints the full one by accident.
    package var description: String { masked }

    static func beginsLikeACard(_ digits: [Int]) -> Bool {
        digits.first == 4 || digits.first == 5 || digits.starts(with: [6, 2])
    }

    static func passesLuhn(_ digits: [Int]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = place.isMultiple(of: 2) ? digit : digit * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }
}
