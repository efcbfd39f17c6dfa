/// The right that each act of the audit trail rests on, so that the trail can say in whose place somebody acted.
///
/// An act that is recorded and stands in neither list fails a test.
package enum AuditedActs {
    /// What everybody does in their own name alone, or the program by itself.
    package static let own: Set<String> = [
        "agency.add", "delegation.end", "delegation.give", "form.drop", "form.keep", "form.send", "person.away",
        "person.back", "person.code-failed", "person.language", "person.password", "person.password-right",
        "person.recovery-code", "person.recovery-codes", "person.second-factor-off", "person.second-factor-on",
        "person.sign-in", "person.sign-in-failed", "person.sign-in-locked", "person.sign-in-unknown",
        "person.sign-out", "person.sign-out-everywhere", "key.add", "key.forget", "key.remove",
        "key.reseal",
        "comment.file", "item.lapse", "case.attach", "case.erase", "case.receive",
        "case.respond", "case.notices",
    ]

    /// What needs a role, which may have been lent.
    package static let permissions: [String: Act] = [
        "agency.change": .manageAgency,
        "agency.part": .manageAgency,
        "agency.second-factor": .managePeople,
        "audit.export": .readAudit,
        "holidays.import": .manageAgency,
        "case.assess": .giveOpinion(.disclosureOffice),
        "case.assign": .handleCases,
        "case.file": .handleCases,
        "case.handle": .handleCases,
        "case.decide": .decideCases,
        "case.message": .handleCases,
        "case.merge": .handleCases,
        "case.part": .handleCases,
        "case.split": .handleCases,
        "case.draft": .draftItem,
        "case.read-applicant": .readApplicants,
        "case.read-file": .readApplicants,
        "letter.change": .manageLetters,
        "comment.read-personal": .draftItem,
        "comment.treat": .draftItem,
        "delivery.record": .recordDelivery,
        "item.ask-withdrawal": .draftItem,
        "item.assess": .draftItem,
        "item.attach": .draftItem,
        "item.decide-withdrawal": .decideWithdrawal,
        "item.drop-revision": .draftItem,
        "item.move": .draftItem,
        "item.no-interpretation": .giveOpinion(.signOff),
        "item.publish-urgently": .publishUrgently,
        "item.read-file": .readPersonalData,
        "item.redact-file": .draftItem,
        "item.reopen": .draftItem,
        "item.restore": .giveOpinion(.signOff),
        "item.revise": .giveOpinion(.signOff),
        "item.start-revision": .draftItem,
        "item.unschedule": .giveOpinion(.signOff),
        "item.validity": .changeValidity,
        "item.withdraw": .decideWithdrawal,
        "takedown.record": .recordDelivery,
        "item.change": .draftItem,
        "item.draft": .draftItem,
        "item.file": .giveOpinion(.signOff),
        "item.hand-on": .handOnDrafts,
        "item.publish": .giveOpinion(.signOff),
        "item.read-personal": .readPersonalData,
        "import.begin": .draftItem,
        "import.secrecy": .giveOpinion(.secrecy),
        "import.sign-off": .giveOpinion(.signOff),
        "item.submit": .draftItem,
        "reading.correct": .recordReadings,
        "reading.record": .recordReadings,
        "remedy.close": .recordRemedies,
        "remedy.correct": .recordRemedies,
        "remedy.record": .recordRemedies,
        "person.add": .managePeople,
        "person.change": .managePeople,
        "person.link": .managePeople,
        "person.second-factor-reset": .managePeople,
    ]

    /// The acts whose right depends on what the detail says.
    package static let dependent: Set<String> = ["item.opinion"]

    /// - Parameter detail: begins with the kind of the opinion for `item.opinion`.
    static func permission(_ act: String, detail: String) -> Act? {
        guard dependent.contains(act) else { return permissions[act] }
        return detail.split(separator: " ").first.flatMap { OpinionKind(rawValue: String($0)) }.map(Act.giveOpinion)
    }
}
