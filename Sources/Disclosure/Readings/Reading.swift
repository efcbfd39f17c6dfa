package import Civil
package import Text

/// A number that no record of the platform can give: read somewhere else (外部读数), or counted on paper before (期初累计数).
///
/// It is written down once and never changed; a correction is another reading that stands in its place, with a reason.
package struct Reading: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case reading
        /// Everything that was counted through the day of the reading, the last of the paper days.
        case opening
    }

    package var id: ID<Reading>
    package var agency: ID<Agency>
    /// Of the figure; an opening balance of one class of applicants is under `key:class`.
    package var key: String
    package var kind: Kind
    /// The day for which the number holds.
    package var readOn: CivilDate
    package var relation: FigureRelation
    /// In fen where the figure is an amount of money.
    package var value: Int
    /// Where it was read.
    package var source: String
    /// What proves it and where that is kept: number of a document, archive, link, index number.
    package var evidence: String
    package var note: String
    /// In whose place it stands.
    package var replaces: ID<Reading>?
    /// Why it stands there.
    package var reason: String?
    package var recordedBy: ID<Person>
    package var recordedAt: Instant
    /// What stands in its place now.
    package var replacedBy: ID<Reading>?

    /// Whether it still counts.
    package var stands: Bool { replacedBy == nil }

    /// What it says as the value of its figure.
    package func figureValue(of figure: Figure) -> FigureValue {
        if figure.isMoney { return .money(value) }
        return relation == .equal ? .number(value) : .bound(value, relation)
    }
}

extension Reading.Kind {
    package var name: Phrase {
        switch self {
        case .reading: Phrase(zh: "读数", en: "Reading")
        case .opening: Phrase(zh: "期初累计数", en: "Opening balance")
        }
    }
}

extension FigureRelation {
    /// Before a number, as one says it; empty for an exact one.
    package var word: Phrase {
        switch self {
        case .equal: Phrase(zh: "", en: "")
        case .above: Phrase(zh: "超过 ", en: "more than ")
        case .about: Phrase(zh: "约 ", en: "about ")
        case .atMost: Phrase(zh: "不超过 ", en: "at most ")
        }
    }

    /// As a choice of a form.
    package var name: Phrase {
        switch self {
        case .equal: Phrase(zh: "正好", en: "exactly")
        case .above: Phrase(zh: "超过（如“70000余份”）", en: "more than")
        case .about: Phrase(zh: "约（如“约4万人”）", en: "about")
        case .atMost: Phrase(zh: "不超过（如“前三名”）", en: "at most")
        }
    }
}

extension Figure {
    /// Whether people write it down, because no record can give it.
    package var isRead: Bool {
        if case .records(let filter) = counting { filter.kind == .readings } else { false }
    }

    /// Whether what was counted on paper can be added to it; a share is made of its parts anew.
    package var takesOpening: Bool {
        switch counting {
        case .records, .sum: true
        default: false
        }
    }

    /// Whether its readings are amounts of money, kept in fen.
    package var isMoney: Bool { Self.moneyUnits.contains(unit.zh) }

    static let moneyUnits: Set<String> = ["元", "万元"]

    /// Whether somebody is reminded where a year has no reading.
    var isReminded: Bool {
        if case .records(let filter) = counting { filter.kind == .readings && filter.isReminded } else { false }
    }
}
