/// The least change between two sequences, in bounded time: Myers, «An O(ND) Difference Algorithm» (1986), for stretches
/// that differ little; between elements that occur once in both (patience) where they differ much.

/// Compares sequences of numbers.
enum SequenceDifference {
    /// A step of the comparison; the steps in order cover both sequences.
    enum Step: Hashable {
        /// The same elements; the range is of the old sequence.
        case same(Range<Int>)
        /// Elements of the old sequence were replaced by elements of the new one; one of the ranges may be empty.
        case changed(Range<Int>, Range<Int>)
    }

    /// Beyond so many insertions and deletions a stretch is taken apart by its unique elements, or replaced.
    private static let changeLimit = 600
    /// How often a stretch is taken apart by unique elements before it is replaced as a whole.
    private static let depthLimit = 6

    /// The steps from the old sequence to the new one.
    static func steps(_ old: [Int32], _ new: [Int32]) -> [Step] {
        var steps: [Step] = []
        compare(old[...], new[...], depth: 0, into: &steps)
        return steps
    }

    private static func compare(
        _ old: ArraySlice<Int32>,
        _ new: ArraySlice<Int32>,
        depth: Int,
        into steps: inout [Step]
    ) {
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter && old[old.startIndex + head] == new[new.startIndex + head] { head += 1 }
        var tail = 0
        while tail < shorter - head && old[old.endIndex - 1 - tail] == new[new.endIndex - 1 - tail] { tail += 1 }
        if head > 0 { steps.append(.same(old.startIndex..<(old.startIndex + head))) }
        compareMiddle(
            old.dropFirst(head).dropLast(tail),
            new.dropFirst(head).dropLast(tail),
            depth: depth,
            into: &steps
        )
        if tail > 0 { steps.append(.same((old.endIndex - tail)..<old.endIndex)) }
    }

    private static func compareMiddle(
        _ old: ArraySlice<Int32>,
        _ new: ArraySlice<Int32>,
        depth: Int,
        into steps: inout [Step]
    ) {
        if old.isEmpty && new.isEmpty { return }
        if old.isEmpty || new.isEmpty {
            steps.append(.changed(old.indices, new.indices))
        } else if let matches = shortestEdit(old, new) {
            append(matches, old, new, to: &steps)
        } else {
            let anchors = depth < depthLimit ? uniqueMatches(old, new) : []
            if anchors.isEmpty {
                steps.append(.changed(old.indices, new.indices))
                return
            }
            var (oldStart, newStart) = (old.startIndex, new.startIndex)
            for anchor in anchors {
                compare(old[oldStart..<anchor.old], new[newStart..<anchor.new], depth: depth + 1, into: &steps)
                steps.append(.same(anchor.old..<(anchor.old + 1)))
                (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
            }
            compare(old[oldStart...], new[newStart...], depth: depth + 1, into: &steps)
        }
    }

    private struct Match {
        let old: Int
        let new: Int
    }

    private static func append(
        _ matches: [Match],
        _ old: ArraySlice<Int32>,
        _ new: ArraySlice<Int32>,
        to steps: inout [Step]
    ) {
        var (oldAt, newAt) = (old.startIndex, new.startIndex)
        for match in matches {
            if match.old > oldAt || match.new > newAt {
                steps.append(.changed(oldAt..<match.old, newAt..<match.new))
            }
            steps.append(.same(match.old..<(match.old + 1)))
            (oldAt, newAt) = (match.old + 1, match.new + 1)
        }
        if oldAt < old.endIndex || newAt < new.endIndex {
            steps.append(.changed(oldAt..<old.endIndex, newAt..<new.endIndex))
        }
    }

    /// Myers' greedy search; nil when more than ``changeLimit`` changes are needed.
    private static func shortestEdit(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Match]? {
        let limit = min(changeLimit, old.count + new.count)
        let center = limit + 1
        var reach = [Int32](repeating: 0, count: 2 * limit + 3)
        var history: [[Int32]] = []
        for changes in 0...limit {
            history.append(Array(reach[(center - changes - 1)...(center + changes + 1)]))
            for diagonal in stride(from: -changes, through: changes, by: 2) {
                let slot = center + diagonal
                let isDown = diagonal == -changes || (diagonal != changes && reach[slot - 1] < reach[slot + 1])
                var x = isDown ? Int(reach[slot + 1]) : Int(reach[slot - 1]) + 1
                while x < old.count, x - diagonal < new.count,
                    old[old.startIndex + x] == new[new.startIndex + x - diagonal]
                {
                    x += 1
                }
                reach[slot] = Int32(truncatingIfNeeded: x)
                if x >= old.count && x - diagonal >= new.count { return walkBack(history, old, new) }
            }
        }
        return nil
    }

    /// The matches on the path that the search found, in order.
    private static func walkBack(
        _ history: [[Int32]],
        _ old: ArraySlice<Int32>,
        _ new: ArraySlice<Int32>
    ) -> [Match] {
        var matches: [Match] = []
        var (x, y) = (old.count, new.count)
        for changes in stride(from: history.count - 1, through: 0, by: -1) {
            let reach = history[changes]
            let center = changes + 1
            let diagonal = x - y
            let isDown =
                diagonal == -changes
                || (diagonal != changes && reach[center + diagonal - 1] < reach[center + diagonal + 1])
            let from = isDown ? diagonal + 1 : diagonal - 1
            let startX = changes == 0 ? 0 : Int(reach[center + from])
            let startY = changes == 0 ? 0 : startX - from
            let (snakeX, snakeY) = changes == 0 ? (0, 0) : isDown ? (startX, startY + 1) : (startX + 1, startY)
            while x > snakeX && y > snakeY {
                x -= 1
                y -= 1
                matches.append(Match(old: old.startIndex + x, new: new.startIndex + y))
            }
            (x, y) = (startX, startY)
        }
        return matches.reversed()
    }

    /// Elements that occur exactly once in both, thinned to the longest row that keeps the order of both.
    private static func uniqueMatches(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Match] {
        let oldPlaces = uniquePlaces(old)
        let newPlaces = uniquePlaces(new)
        let common = old.indices.compactMap { place -> Match? in
            guard oldPlaces[old[place]] == place, let other = newPlaces[old[place]], other >= 0 else { return nil }
            return Match(old: place, new: other)
        }
        return longestRising(common)
    }

    /// The place of each element that occurs once, -1 for the others.
    private static func uniquePlaces(_ sequence: ArraySlice<Int32>) -> [Int32: Int] {
        var places: [Int32: Int] = [:]
        for place in sequence.indices {
            places[sequence[place]] = places[sequence[place]] == nil ? place : -1
        }
        return places
    }

    private static func longestRising(_ matches: [Match]) -> [Match] {
        var piles: [Int] = []
        var previous = [Int](repeating: -1, count: matches.count)
        for index in matches.indices {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if matches[piles[middle]].new < matches[index].new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = piles[low - 1] }
            if low < piles.count { piles[low] = index } else { piles.append(index) }
        }
        var row: [Match] = []
        var at = piles.last ?? -1
        while at >= 0 {
            row.append(matches[at])
            at = previous[at]
        }
        return row.reversed()
    }
}
