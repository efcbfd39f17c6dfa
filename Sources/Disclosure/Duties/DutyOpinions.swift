/// Which opinions (审查意见) a version needs: 先审查、后公开 (保守国家秘密法实施条例 art 42), and what its duty adds.
extension Duty {
    /// In the order in which they are asked for: secrecy first, sign-off last, no kind twice.
    ///
    /// A policy document not proposed for proactive disclosure goes to the disclosure office before the others
    /// (国办发〔2016〕80号 一(一)). What others said first, forwarded or reposted, needs a check of its source, whatever
    /// the duty.
    package func neededOpinions(for content: ItemContent) -> [OpinionKind] {
        var kinds: [OpinionKind] = [.secrecy]
        let disclosure = content[CommonFields.disclosure]
        if policyDocument, let disclosure, disclosure != "proactive" {
            kinds.append(.disclosureOffice)
        }
        let asked = opinions.filter { $0.condition?.holds(for: content) ?? true }.map(\.kind)
        let origin = content[CommonFields.origin]
        let isOthers = origin == "forwarded" || origin == "reposted"
        for kind in [OpinionKind.source, .legal, .consequence, .committee] {
            if asked.contains(kind) || (kind == .source && isOthers) { kinds.append(kind) }
        }
        kinds.append(.signOff)
        return kinds
    }

    /// The time limits that apply to that content.
    package func limits(for content: ItemContent) -> [DutyLimit] {
        limits.filter { $0.condition?.holds(for: content) ?? true }
    }
}
