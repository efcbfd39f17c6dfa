/// Administrative divisions 行政区划 have six digits: province, city, county (GB/T 2260).

/// The code of a province, city or county; names and periods of validity are kept elsewhere.
package struct RegionCode: Code {
    /// Six digits, for example 440605.
    package let text: String

    /// The level of a division.
    package enum Level: Sendable, Hashable {
        /// Province, autonomous region, municipality: xx0000.
        case province
        /// Prefecture-level city, prefecture, league: xxxx00.
        case city
        /// County, district, county-level city.
        case county
    }

    private static let name = (zh: "行政区划代码", en: "region code")
    /// The first two digits of every province-level division.
    static let provinces: Set<String> = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ]

    /// Reads a code and checks that its province exists.
    package init(_ typed: String) throws(CodeProblem) {
        let characters = TypedCode.characters(of: typed)
        guard characters.count == 6 else {
            throw .wrongLength(Self.name, characters.count, expected: "6")
        }
        if let other = TypedCode.digits(characters).firstOther {
            throw .notADigit(Self.name, characters[other], place: other)
        }
        let text = String(characters)
        guard Self.provinces.contains(String(text.prefix(2))) else {
            throw CodeProblem(
                zh: "行政区划代码前两位“\(text.prefix(2))”不是任何省级行政区，请核对。",
                en: "The first two digits, “\(text.prefix(2))”, are no province. Check them."
            )
        }
        guard !(text.dropFirst(2).hasPrefix("00") && text.suffix(2) != "00") else {
            throw CodeProblem(
                zh: "行政区划代码中间两位为“00”时末两位也应为“00”，请核对。",
                en: "Where digits 3 and 4 are “00”, the last two must be “00” too. Check them."
            )
        }
        self.text = text
    }

    /// The level that the zeros at the end tell.
    ///
    /// A city without counties (Dongguan 441900) is a city here; a county directly under a province is a county.
    package var level: Level {
        text.hasSuffix("0000") ? .province : text.hasSuffix("00") ? .city : .county
    }

    /// The code of the province.
    package var province: String { text.prefix(2) + "0000" }

    /// The code of the city level; the province itself for a province.
    package var city: String { text.prefix(4) + "00" }

    /// Whether the other division is this one or lies within it, by the digits alone.
    package func contains(_ other: RegionCode) -> Bool {
        switch level {
        case .province: other.text.hasPrefix(text.prefix(2))
        case .city: other.text.hasPrefix(text.prefix(4))
        case .county: other == self
        }
    }
}
