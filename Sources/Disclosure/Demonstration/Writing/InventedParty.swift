import Codes

/// An enterprise that does not exist: its name says «演示» and its code lies in region 999999.
package struct InventedParty: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case company, individual }

    package var name: String
    package var code: String
    package var kind: Kind
    package var trade: Trade
    package var town: String
    /// A name that nobody bears.
    package var representative: String

    /// What it does, with its division of GB/T 4754.
    package struct Trade: Sendable, Hashable {
        package var name: String
        package var industry: String
    }

    /// So many parties of one bureau, no two alike.
    static func pool(_ count: Int, of bureau: String) -> [InventedParty] {
        var random = RepeatableRandom(seed: "\(bureau)/parties")
        var parties: [InventedParty] = []
        var names: Set<String> = []
        while parties.count < count {
            guard let trade = random.pick(WordLists.trades) else { break }
            let town = random.word(WordLists.towns)
            let kind: Kind = random.chance(1, in: 8) ? .individual : .company
            let brand = random.word(WordLists.firstCharacters) + random.word(WordLists.secondCharacters)
            let form = kind == .company ? random.word(["有限公司", "制造有限公司", "实业有限公司", "厂"]) : "经营部"
            let name = "\(town.dropLast(town.hasSuffix("街道") ? 2 : 1))演示\(brand)\(trade.name)\(form)"
            let body = random.int(10_000_000...99_999_999)
            guard let code = InventedCode.credit(kind: kind == .company ? "91" : "92", body: body) else { continue }
            guard names.insert(name).inserted else { continue }
            parties.append(
                InventedParty(
                    name: name,
                    code: code.text,
                    kind: kind,
                    trade: trade,
                    town: town,
                    representative: "演示\(random.word(WordLists.stems))"
                )
            )
        }
        return parties
    }
}
