package import Text

extension Item {
    /// Where an item stands in its life.
    package enum State: String, Sendable, CaseIterable {
        case draft
        /// Before the reviewers, or waiting for the signature.
        case review
        /// Signed, and public from a later moment.
        case scheduled
        case published
        /// Signed, but not for the public: on request, or not open.
        case filed
        /// Taken back on a legal ground.
        case withdrawn
        /// Its display period is over.
        case expired

        package var name: Phrase {
            switch self {
            case .draft: Phrase(zh: "草稿", en: "Draft")
            case .review: Phrase(zh: "审查中", en: "In review")
            case .scheduled: Phrase(zh: "已签发，待公开", en: "Signed, to be published")
            case .published: Phrase(zh: "已公开", en: "Published")
            case .filed: Phrase(zh: "已归档（不主动公开）", en: "Filed (not proactive)")
            case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
            case .expired: Phrase(zh: "公示期满", en: "Display ended")
            }
        }
    }

    /// Where the version in work stands: of a new item, or beside the public version of a published one.
    package enum Stage: String, Sendable, CaseIterable {
        case draft, review, scheduled

        package var name: Phrase {
            switch self {
            case .draft: State.draft.name
            case .review: State.review.name
            case .scheduled: State.scheduled.name
            }
        }
    }

    /// Whether what the item says still holds (有效性).
    package enum Validity: String, Sendable, CaseIterable {
        case inForce = "in-force"
        case amended, repealed, lapsed

        package var name: Phrase {
            switch self {
            case .inForce: Phrase(zh: "有效", en: "In force")
            case .amended: Phrase(zh: "已修改", en: "Amended")
            case .repealed: Phrase(zh: "已废止", en: "Repealed")
            case .lapsed: Phrase(zh: "失效", en: "Lapsed")
            }
        }
    }
}
