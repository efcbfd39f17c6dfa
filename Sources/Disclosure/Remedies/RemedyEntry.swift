package import Civil
package import Text

/// What was brought against the agency over disclosure: an administrative review (行政复议), a lawsuit (行政诉讼), or a complaint
/// to the organ that watches over disclosure (条例 arts 47, 51).
package struct RemedyEntry: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case review
        /// 未经复议直接起诉.
        case lawsuit
        /// 复议后起诉.
        case lawsuitAfterReview = "lawsuit-after-review"
        case complaint
    }

    /// How it ended, as the annual report asks (国办公开办函〔2021〕30号, table 四).
    package enum Result: String, Sendable, CaseIterable {
        case upheld, corrected, other
    }

    package var id: ID<RemedyEntry>
    package var agency: ID<Agency>
    package var kind: Kind
    /// Of the case, as the organ or the court numbers it.
    package var number: String
    /// A few words without names.
    package var about: String
    /// Our case that it is about.
    package var caseFile: ID<CaseFile>?
    package var filedOn: CivilDate
    package var result: Result?
    package var endedOn: CivilDate?
    /// Counts its changes from 1, so that two people cannot change it unseen.
    package var edition: Int
    package var recordedBy: ID<Person>
    package var recordedAt: Instant
    package var changedAt: Instant

    package var isOpen: Bool { result == nil }
}

/// What a remedy was after one act.
package struct RemedyChange: Sendable, Hashable {
    package enum Act: String, Sendable {
        case recorded, closed, corrected
    }

    package var edition: Int
    package var act: Act
    package var kind: RemedyEntry.Kind
    package var number: String
    package var about: String
    package var filedOn: CivilDate
    package var result: RemedyEntry.Result?
    package var endedOn: CivilDate?
    /// Why it was corrected.
    package var reason: String?
    package var person: ID<Person>
    package var at: Instant
}

extension RemedyEntry.Kind {
    package var name: Phrase {
        switch self {
        case .review: Phrase(zh: "行政复议", en: "Administrative review")
        case .lawsuit: Phrase(zh: "行政诉讼（未经复议直接起诉）", en: "Lawsuit without a review before")
        case .lawsuitAfterReview: Phrase(zh: "行政诉讼（复议后起诉）", en: "Lawsuit after a review")
        case .complaint: Phrase(zh: "举报投诉", en: "Complaint")
        }
    }
}

extension RemedyEntry.Result {
    package var name: Phrase {
        switch self {
        case .upheld: Phrase(zh: "结果维持", en: "Upheld")
        case .corrected: Phrase(zh: "结果纠正", en: "Corrected")
        case .other: Phrase(zh: "其他结果", en: "Another result")
        }
    }
}

extension RemedyChange.Act {
    package var name: Phrase {
        switch self {
        case .recorded: Phrase(zh: "登记", en: "Recorded")
        case .closed: Phrase(zh: "审结", en: "Ended")
        case .corrected: Phrase(zh: "更正", en: "Corrected")
        }
    }
}
