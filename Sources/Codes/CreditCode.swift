/// The unified social credit code 统一社会信用代码 names every organisation (GB 32100-2015).

/// An 18-character credit code: registering department, kind of holder, region, organisation code, check character.
package struct CreditCode: Code {
    /// Eighteen characters, for example 914403001922038216.
    package let text: String

    private static let name = (zh: "统一社会信用代码", en: "unified social credit code")
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    /// The letters that the standard leaves out, with what they are usually mistaken for.
    private static let lookalikes: [Character: Character] = ["I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"]

    /// Reads a code and checks both check characters, its own and the one of the organisation code inside.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.characters(of: typed)
        guard characters.count == 18 else {
            throw .wrongLength(Self.name, characters.count, expected: "18")
        }
        for (place, character) in characters.enumerated() {
            if let problem = Self.problem(with: character, at: place) {
                throw problem.proposing(Self.withoutLookalikes(characters))
            }
        }
        let expected = Self.checkCharacter(for: characters)
        guard characters[17] == expected else {
            throw CodeProblem(
                zh: "统一社会信用代码的校验码不符：按前17位计算第18位应为“\(expected)”，现为“\(characters[17])”，"
                    + "说明其中至少有一位有误，请对照营业执照或证书逐位核对。",
                en: """
                    The check character does not fit: the first 17 characters call for “\(expected)” at the end, not \
                    “\(characters[17])”. At least one character is wrong; compare each with the licence.
                    """
            )
        }
        let inner = OrganisationCode.checkCharacter(for: characters[8..<16])
        guard characters[16] == inner else {
            throw CodeProblem(
                zh: "统一社会信用代码第9至17位（组织机构代码）的校验码不符：第17位应为“\(inner)”，现为“\(characters[16])”，请逐位核对。",
                en: """
                    Characters 9 to 17 (the organisation code) do not fit together: character 17 should be \
                    “\(inner)”, not “\(characters[16])”. Compare each with the licence.
                    """
            )
        }
        text = String(characters)
    }

    /// The registering department and the kind of holder, the first two characters, for example 91.
    package var kind: Substring { text.prefix(2) }

    /// Whether the holder is an individual business 个体工商户, whose name may be a person's.
    package var isIndividualBusiness: Bool { kind == "92" }

    /// The six digits of the region that first registered the holder (GB/T 2260), which may be out of date.
    package var regionDigits: Substring { text.dropFirst(2).prefix(6) }

    /// The nine characters of the organisation code.
    package var organisationCode: Substring { text.dropFirst(8).prefix(9) }

    private static func problem(with character: Character, at place: Int) -> CodeProblem? {
        if (2..<8).contains(place) {
            return TypedCode.digit(character) == nil ? .notADigit(name, character, place: place) : nil
        }
        if alphabet.contains(character) { return nil }
        if let meant = lookalikes[character] {
            return CodeProblem(
                zh: "统一社会信用代码第\(place + 1)位不会是字母“\(character)”（标准不使用I、O、S、V、Z），可能是“\(meant)”，请核对。",
                en: """
                    Character \(place + 1) cannot be “\(character)” (the standard has no I, O, S, V, Z); it may be \
                    “\(meant)”. Check it.
                    """
            )
        }
        return CodeProblem(
            zh: "统一社会信用代码第\(place + 1)位“\(character)”不是数字或大写字母，请核对。",
            en: "Character \(place + 1), “\(character)”, is neither a digit nor a letter of the standard. Check it."
        )
    }

    private static func withoutLookalikes(_ characters: [Character]) -> String? {
        let meant = characters.map { lookalikes[$0] ?? $0 }
        guard meant != characters, let code = try? CreditCode(String(meant)) else { return nil }
        return code.text
    }

    /// Σ Cᵢ·3^(i−1) mod 31 over the first 17 characters.
    private static func checkCharacter(for characters: [Character]) -> Character {
        var weight = 1
        var sum = 0
        for character in characters.prefix(17) {
            sum += (alphabet.firstIndex(of: character) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }
}
