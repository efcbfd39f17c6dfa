package import Civil
package import Text

/// What somebody who disagrees with an outcome may do, as the letter must say it (行政复议法, 行政诉讼法).
package enum Remedy: String, Sendable, CaseIterable {
    /// Nothing of that kind: the case was no administrative act.
    case none
    /// Review or court, at choice.
    case choice
    /// Review has to come first where the refusal rests on arts 14–16 of the Regulations (复议法2023 art 23(1)(4)).
    case reviewFirst = "review-first"

    /// Review before court came with the law of 2024; before it the choice was free.
    package func asOf(_ day: CivilDate) -> Remedy {
        self == .reviewFirst && RuleSet.inForce(.review, on: day)?.key != "review2024" ? .choice : self
    }

    /// The paragraph of the letter.
    package var paragraph: Phrase? {
        switch self {
        case .none:
            nil
        case .choice:
            Phrase(
                zh: "如对本答复不服，可以自收到本答复之日起60日内申请行政复议，或者自收到本答复之日起6个月内向人民法院提起行政诉讼。",
                en: """
                    If you disagree with this reply you may apply for administrative review within 60 days of receiving \
                    it, or bring an action before the people's court within 6 months of receiving it.
                    """
            )
        case .reviewFirst:
            Phrase(
                zh: "如对本答复不服，应当自收到本答复之日起60日内先申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向人民法院提起行政诉讼。",
                en: """
                    If you disagree with this reply you must first apply for administrative review within 60 days of \
                    receiving it; against the review decision you may bring an action before the people's court within \
                    15 days of receiving that decision.
                    """
            )
        }
    }
}

extension Procedure {
    /// The remedy against an outcome, from the grounds of its passages where something was released in part.
    package func remedy(of outcome: String, grounds: [String], on day: CivilDate) -> Remedy {
        guard let outcome = self.outcome(outcome) else { return .none }
        guard outcome.isPartial else { return outcome.remedy.asOf(day) }
        let needsReview = grounds.contains { self.outcome($0)?.remedy == .reviewFirst }
        return (needsReview ? Remedy.reviewFirst : outcome.remedy).asOf(day)
    }
}
