/// What was promised of a reader or writer, and is not so for some input.
package struct BrokenPromise: Error, CustomStringConvertible {
    package var description: String

    init(_ promise: String) { description = promise }
}

func promise(_ isKept: Bool, _ words: @autoclosure () -> String) throws {
    if !isKept { throw BrokenPromise(words()) }
}

/// The share of a case where two try one reader or writer: as it is written and read, and with whatever comes.
let half = 0.5

/// One reader or writer under fire: makes an input by chance and tries every promise on it.
package struct FuzzCase: Sendable, CustomStringConvertible {
    package var name: String
    /// How many inputs it gets for each of a full run.
    ///
    /// What reads most of strangers gets as many as the run has, in one case or two; the others a tenth.
    package var share: Double
    let attempt: @Sendable (inout Chance) throws -> Void

    package var description: String { name }

    init(_ name: String, share: Double = 0.1, _ attempt: @escaping @Sendable (inout Chance) throws -> Void) {
        self.name = name
        self.share = share
        self.attempt = attempt
    }

    /// Every case.
    package static let all: [FuzzCase] =
        formCases + multipartCases + canonicalCases + ledgerCases + recordCases + yamlCases + searchCases + codeCases
        + civilCases
        + markupCases + fieldCases

    /// Tries one input; the same seed and number are the same input.
    package func run(seed: UInt64, number: Int) throws {
        var chance = Chance(seed: seed ^ (UInt64(bitPattern: Int64(number)) &* 0xD134_2543_DE82_EF95) ^ Self.hash(name))
        try attempt(&chance)
    }

    private static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension Array where Element == UInt8 {
    /// The bytes in pieces of chance, as a file or a network hands them out.
    func pieces(_ chance: inout Chance) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = self[...]
        while !rest.isEmpty {
            let length = 1 + chance.number(below: chance.number(below: 4) == 0 ? 3 : 64)
            pieces.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
