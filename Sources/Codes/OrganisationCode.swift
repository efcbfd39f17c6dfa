/// The organisation code 组织机构代码: eight characters and a check character (GB 11714-1997).

/// A nine-character organisation code, still found inside credit codes and index numbers.
package struct OrganisationCode: Code {
    /// Nine characters without the hyphen, for example 192203821.
    package let text: String

    private static let name = (zh: "组织机构代码", en: "organisation code")
    private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// Reads a code, with or without the hyphen before the check character.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.characters(of: typed).filter { $0 != "-" && $0 != "－" && $0 != "–" }
        guard characters.count == 9 else {
            throw .wrongLength(Self.name, characters.count, expected: "9")
        }
        for (place, character) in characters.enumerated() where Self.value(of: character) == nil {
            throw CodeProblem(
                zh: "组织机构代码第\(place + 1)位“\(character)”不是数字或大写字母，请核对。",
                en:
                    "Character \(place + 1) of the organisation code, “\(character)”, is neither digit nor letter. Check it."
            )
        }
        let expected = Self.checkCharacter(for: characters.prefix(8))
        guard characters[8] == expected else {
            throw CodeProblem(
                zh: "组织机构代码的校验码不符：按前8位计算末位应为“\(expected)”，现为“\(characters[8])”，请对照证书逐位核对。",
                en: """
                    The check character does not fit: the first 8 characters call for “\(expected)”, not \
                    “\(characters[8])”. Compare each character with the certificate.
                    """
            )
        }
        text = String(characters)
    }

    /// The check character for eight characters of 0–9 and A–Z; others count as 0.
    static func checkCharacter(for characters: some Sequence<Character>) -> Character {
        let sum = zip(characters, weights).reduce(0) { $0 + (value(of: $1.0) ?? 0) * $1.1 }
        return switch 11 - sum % 11 {
        case 10: "X"
        case 11: "0"
        case let digit: Character(String(digit))
        }
    }

    private static func value(of character: Character) -> Int? {
        guard let ascii = character.asciiValue else { return nil }
        return switch ascii {
        case 0x30...0x39: Int(ascii) - 0x30
        case 0x41...0x5A: Int(ascii) - 0x41 + 10
        default: nil
        }
    }
}
