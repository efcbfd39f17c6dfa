import Database

/// One page of a walk through published items, newest first, with the ways on to its neighbours.
///
/// Pages are cut by the leaf index, so a page never shifts while somebody reads it and a new item never appears twice.
package struct ItemStretch: Sendable {
    /// What lies before this page.
    package enum Newer: Sendable, Hashable {
        /// Nothing: this is the newest page.
        case none
        /// The newest page.
        case start
        /// The page of items before that leaf index.
        case before(Int64)
    }

    package var items: [Item]
    package var newer: Newer
    /// The next page holds the items before this leaf index; nil on the last page.
    package var older: Int64?

    package init(items: [Item], newer: Newer, older: Int64?) {
        self.items = items
        self.newer = newer
        self.older = older
    }

    /// - Parameters:
    ///   - found: up to one item more than a page holds.
    ///   - above: leaf indexes of up to one item more than a page holds that lie above `before`, nearest first.
    init(found: [Item], before: Int64?, above: [Int64], limit: Int) {
        items = Array(found.prefix(limit))
        older = found.count > limit ? items.last?.leafIndex : nil
        if before == nil || above.isEmpty {
            newer = .none
        } else if above.count <= limit {
            newer = .start
        } else {
            newer = .before(above[limit - 1] + 1)
        }
    }
}
