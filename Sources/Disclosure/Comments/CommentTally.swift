/// How many comments came and how they were treated: counted from the records, never typed.
package struct CommentTally: Sendable, Hashable {
    /// The fields of an outcome that give the counts.
    package enum Key {
        package static let draft = "draft"
        package static let received = "received"
        package static let comments = "comments"

        static func count(of treatment: PublicComment.Treatment) -> String { treatment.rawValue }
    }

    package var treated: [PublicComment.Treatment: Int] = [:]
    /// Not treated yet.
    package var open = 0

    package init() {}

    package var received: Int { treated.values.reduce(open, +) }

    package func count(_ treatment: PublicComment.Treatment) -> Int { treated[treatment] ?? 0 }

    /// The counts by the keys of the fields that hold them.
    var fields: [String: Int] {
        var fields = [Key.received: received]
        for treatment in PublicComment.Treatment.allCases { fields[Key.count(of: treatment)] = count(treatment) }
        return fields
    }
}
