/// The citizen identity number 公民身份号码: region, birthday, order and check character (GB 11643-1999).

package import Civil

/// An 18-character identity number.
///
/// It is personal information: pages and logs show ``masked`` (and so does the description), never ``text``.
package struct IdentityNumber: Code, CustomStringConvertible {
    /// The full number, for example 11010519491231002X.
    package let text: String
    /// The birthday that the number states.
    package let birthday: CivilDate

    private static let name = (zh: "公民身份号码", en: "citizen identity number")
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkCharacters = Array("10X98765432")

    /// Reads a number and checks its date and check character; the region is judged by ``isImpossibleRegion`` alone.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.characters(of: typed)
        if characters.count == 15 {
            throw CodeProblem(
                zh: "15位的旧身份证号码已停止使用，请填写18位公民身份号码。",
                en: "Identity numbers of 15 digits are out of use. Enter the number of 18 characters."
            )
        }
        guard characters.count == 18 else {
            throw .wrongLength(Self.name, characters.count, expected: "18")
        }
        let (digits, other) = TypedCode.digits(characters.prefix(17))
        if let other { throw .notADigit(Self.name, characters[other], place: other) }
        guard Self.checkCharacters.contains(characters[17]) else {
            throw CodeProblem(
                zh: "公民身份号码第18位“\(characters[17])”应为数字或X，请核对。",
                en: "Character 18 of the identity number, “\(characters[17])”, must be a digit or X. Check it."
            )
        }
        guard let birthday = Self.birthday(digits) else {
            throw CodeProblem(
                zh: "公民身份号码第7至14位“\(String(characters[6..<14]))”不是有效的出生日期，请核对。",
                en: "Characters 7 to 14, “\(String(characters[6..<14]))”, are no date of birth. Check them."
            )
        }
        guard characters[17] == Self.checkCharacter(for: digits) else {
            throw CodeProblem(
                zh: "公民身份号码的校验码不符，其中至少有一位有误，请对照证件逐位核对。",
                en: "The check character does not fit: at least one character is wrong. Compare each with the document."
            )
        }
        text = String(characters)
        self.birthday = birthday
    }

    /// Whether no province ever issued the number, as in test data (999999…).
    ///
    /// Numbers of foreigners with permanent residence begin with 9 and go on with the province.
    package var isImpossibleRegion: Bool {
        let province = text.first == "9" ? text.dropFirst().prefix(2) : text.prefix(2)
        return !RegionCode.provinces.contains(String(province))
    }

    /// Whether the number belongs to a man: the order number (characters 15 to 17) is odd.
    package var isMale: Bool {
        text.dropFirst(16).first.flatMap(TypedCode.digit).map { !$0.isMultiple(of: 2) } ?? false
    }

    /// The number with the birthday hidden, 110105********002X: what pages, lists and logs show.
    package var masked: String { Masking.middle(text, keeping: 6, 4) }

    /// The masked number, so that no log or page prints the full one by accident.
    package var description: String { masked }

    /// The check character for 17 digits.
    static func checkCharacter(for digits: [Int]) -> Character {
        checkCharacters[zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11]
    }

    /// The date in digits 7 to 14, within the centuries that numbers are issued for.
    static func birthday(_ digits: [Int]) -> CivilDate? {
        let year = digits[6] * 1000 + digits[7] * 100 + digits[8] * 10 + digits[9]
        guard (1880...2099).contains(year) else { return nil }
        return CivilDate(year: year, month: digits[10] * 10 + digits[11], day: digits[12] * 10 + digits[13])
    }
}
