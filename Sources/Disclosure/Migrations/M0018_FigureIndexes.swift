import Database

/// What figures walk along: items by the day on which they became public.
extension Migration {
    static let m0018 = Migration(number: 18, name: "figure-indexes") { _ in
        ["CREATE INDEX item_by_publication ON item (agency, published_at, duty, state)"]
    }
}
