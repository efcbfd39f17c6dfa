package import Civil

/// The days on which the public may comment on a decision draft (重大行政决策程序暂行条例 art 15), as its item names them.
///
/// Both ends are civil days in +08:00, and the last day counts to its end (民法典 art 203).
package struct CommentPeriod: Sendable, Hashable {
    /// The fields of a duty that make it one with a comment period.
    package enum Key {
        package static let from = "comment-from"
        package static let until = "comment-until"
    }

    /// Where a day stands.
    package enum Standing: Sendable, Hashable {
        case opens(CivilDate)
        case open(until: CivilDate)
        case closed(on: CivilDate)
    }

    package var from: CivilDate
    package var until: CivilDate

    package init(from: CivilDate, until: CivilDate) {
        self.from = from
        self.until = until
    }

    /// The period that an item names, or nil when its duty has none or the item does not say.
    package init?(_ content: ItemContent, under duty: Duty) {
        guard duty.takesComments,
            let from = content[Key.from].flatMap({ CivilDate($0) }),
            let until = content[Key.until].flatMap({ CivilDate($0) })
        else { return nil }
        self.init(from: from, until: until)
    }

    package func standing(on day: CivilDate) -> Standing {
        if day < from { return .opens(from) }
        return day <= until ? .open(until: until) : .closed(on: until)
    }
}

extension Duty {
    /// Whether the public comments on items of this duty: it names the days.
    package var takesComments: Bool {
        [CommentPeriod.Key.from, CommentPeriod.Key.until].allSatisfy { field($0)?.type == .date }
    }
}

extension Catalogue {
    /// The duty under which the outcome of comments on that duty's items is published (重大行政决策程序暂行条例 art 18).
    package func outcomeDuty(of duty: Duty) -> Duty? {
        guard duty.takesComments else { return nil }
        return duties.first { $0.boundTo == duty.code && $0.field(CommentTally.Key.received)?.type == .integer }
    }
}
