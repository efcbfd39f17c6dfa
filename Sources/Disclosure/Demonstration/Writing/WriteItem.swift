import Civil

/// Everything that an editor types for one planned item: the common fields in the bureau's words, the duty's own by type.
struct WrittenItem: Sendable {
    var typed: [String: String]

    /// What every title of the demonstration begins with.
    static let mark = "〔演示〕"

    init(_ planned: PlannedItem, duty: Duty, agency: Agency, plan: BureauPlan, parties: [InventedParty]) {
        var story = Story(planned, in: plan, parties: parties)
        let texts =
            DutyTexts.all[duty.code] ?? DutyTexts(titles: ["{topic}（{n}）"], openings: ["{topic}。"], sentences: [])
        let title = story.tell(planned.line.title ?? story.pick(texts.titles) ?? "")
        let opening = story.tell(story.pick(texts.openings) ?? "")
        let text = opening + story.tellSome(1...4, of: texts.sentences)
        var writer = FieldWriter(duty: duty, agency: agency, fixed: planned.line.fixed, story: story)
        typed = writer.typed()
        typed[CommonFields.title] = Self.mark + title
        typed[CommonFields.formedOn] = planned.formedOn.iso
        typed[CommonFields.disclosure] = Duty.DisclosureMode.proactive.rawValue
        typed[CommonFields.summary] = opening
        typed[CommonFields.text] = text
        typed[CommonFields.origin] = "own"
        if duty.demands.contains(CommonFields.source) {
            typed[CommonFields.origin] = "forwarded"
            typed[CommonFields.source] = duty.code == "WARNPASS" ? "气象部门" : story.tell("{organ}")
        }
        if duty.policyDocument || duty.demands.contains(CommonFields.documentNumber) {
            typed[CommonFields.documentNumber] = story.tell("{word}〔{year}〕{document}号")
        }
    }
}
