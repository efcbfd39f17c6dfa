import Text

/// Public items that may already answer what somebody asks for in their own words: a search in pieces, for nobody types a
/// request as a query.
extension SearchStore {
    /// Pieces of a description that are looked up.
    private static let mostPieces = 24
    private static let hitsPerPiece = 20

    /// The items in which most pieces of the text occur, the newest first among equals.
    package func items(like text: String, in agency: Agency, limit: Int) throws -> [Item] {
        let pieces = Self.pieces(of: text)
        var found: [ID<Item>: (item: Item, count: Int)] = [:]
        for piece in pieces {
            guard let query = SearchQuery(piece) else { continue }
            for item in try items(matching: query, in: agency, before: nil, limit: Self.hitsPerPiece) {
                found[item.id, default: (item, 0)].count += 1
            }
        }
        // One piece in common among many is chance.
        let fewest = pieces.count >= 6 ? 2 : 1
        let likely = found.values.filter { $0.count >= fewest }.sorted {
            ($0.count, $0.item.leafIndex ?? 0) > ($1.count, $1.item.leafIndex ?? 0)
        }
        return likely.prefix(limit).map(\.item)
    }

    /// Whole words of letters and digits, and four characters at a time of what is written without blanks.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for run in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let characters = Array(run)
            if characters.allSatisfy(\.isASCII) {
                if characters.count >= 4 { pieces.append("\"\(run)\"") }
                continue
            }
            for start in stride(from: 0, through: max(0, characters.count - 2), by: 2) {
                let piece = characters[start..<min(start + 4, characters.count)]
                if piece.count == 4 || (start == 0 && piece.count >= 2) { pieces.append(String(piece)) }
            }
        }
        var distinct: [String] = []
        for piece in pieces where !distinct.contains(piece) { distinct.append(piece) }
        return Array(distinct.prefix(mostPieces))
    }
}
