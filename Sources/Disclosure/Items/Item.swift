package import Civil
package import Database
import Text

/// One piece of disclosed information (信息) under a duty, with versions.
package struct Item: Sendable, Hashable {
    package enum Provenance: String, Sendable { case own, imported }

    package var id: ID<Item>
    package var agency: ID<Agency>
    package var duty: String
    package var section: ID<Section>?
    package var itemClass: ID<ItemClass>?
    package var column: ID<Column>?
    package private(set) var state: State
    /// How far a new version of a published item has come; the public version stays until it replaces it.
    package private(set) var revision: Revision?
    package var provenance: Provenance
    package private(set) var title: String
    package private(set) var formedOn: CivilDate
    package private(set) var currentVersion: ID<Version>
    package private(set) var publicVersion: ID<Version>?
    /// `<agency code>-<duty code>-<year>-<5 digits>`; given at publication.
    package private(set) var leafID: String?
    /// The place of its first leaf in the ledger: items are listed in this order.
    package private(set) var leafIndex: Int64?
    package private(set) var indexNumber: String?
    package private(set) var publishedAt: Instant?
    /// When the signed version becomes public, if that is later than the signature.
    package private(set) var publishAt: Instant?
    /// The last day of display; nil when it stays.
    package private(set) var displayUntil: CivilDate?
    /// When it came down, and on which ground.
    package private(set) var ended: Ending?
    package private(set) var validity: Validity
    /// Since when it is amended, repealed or lapsed.
    package private(set) var validityOn: CivilDate?
    package private(set) var returnedReason: String?
    /// The shortest of its time limits, if any.
    package var dueAt: Instant?
    package var createdBy: ID<Person>
    package var createdAt: Instant
    package private(set) var changedAt: Instant

    /// A new version of a published item, and why it is needed.
    package struct Revision: Sendable, Hashable {
        package var stage: Stage
        package var ground: RevisionGround
        package var reason: String
        /// The day from which its time limit runs, where its ground sets one.
        package var eventOn: CivilDate?
    }

    /// How an item came down.
    package struct Ending: Sendable, Hashable {
        package var at: Instant
        package var ground: EndingGround
    }

    /// Where the version in work stands; nil when nothing is in work.
    package var stage: Stage? {
        switch state {
        case .draft: .draft
        case .review: .review
        case .scheduled: .scheduled
        case .published: revision?.stage
        case .filed, .withdrawn, .expired: nil
        }
    }

    /// A new draft.
    init(
        id: ID<Item>,
        agency: ID<Agency>,
        duty: String,
        provenance: Provenance,
        version: Version,
        by person: ID<Person>,
        at now: Instant
    ) throws(Refusal) {
        self.id = id
        self.agency = agency
        self.duty = duty
        self.provenance = provenance
        state = .draft
        validity = .inForce
        title = ""
        formedOn = now.date
        currentVersion = version.id
        createdBy = person
        createdAt = now
        changedAt = now
        try take(version, at: now)
    }

    /// Makes a new version the current one.
    ///
    /// In review this voids the opinions, for they bind to the version before.
    mutating func take(_ version: Version, at now: Instant) throws(Refusal) {
        guard stage == .draft || stage == .review else {
            throw .wrongState(
                Phrase(
                    zh: "这条信息\(state.name.zh)，不能直接改动；已公开的信息请先发起修订",
                    en:
                        "This item is “\(state.name.en)” and is not changed directly; start a revision of what is public"
                )
            )
        }
        guard let formed = version.content[CommonFields.formedOn].flatMap({ CivilDate($0) }) else {
            throw .invalid([FieldProblem(CommonFields.formedOn, zh: "请填写成文日期", en: "Enter the date it was formed")])
        }
        currentVersion = version.id
        changedAt = now
        // Lists and the desk show the words of the public version until the new one replaces it.
        guard state != .published else { return }
        title = version.content[CommonFields.title] ?? ""
        formedOn = formed
    }

    mutating func submit(at now: Instant) throws(Refusal) {
        guard stage == .draft else {
            throw .wrongState(Phrase(zh: "只有草稿可以提交审查", en: "Only a draft can be submitted for review"))
        }
        move(to: .review, at: now)
        returnedReason = nil
    }

    mutating func sendBack(reason: String, at now: Instant) throws(Refusal) {
        try requireReview()
        move(to: .draft, at: now)
        returnedReason = reason
    }

    /// The signed version waits for its moment.
    mutating func schedule(for moment: Instant, at now: Instant) throws(Refusal) {
        try requireReview()
        move(to: .scheduled, at: now)
        publishAt = moment
    }

    /// Takes a signed version back before its moment; it stands in the draft again.
    mutating func unschedule(reason: String, at now: Instant) throws(Refusal) {
        guard stage == .scheduled else {
            throw .wrongState(
                Phrase(zh: "这条信息没有排定公开时间", en: "No moment of publication is set for this item")
            )
        }
        move(to: .draft, at: now)
        publishAt = nil
        returnedReason = reason
    }

    /// Begins a new version beside the public one, on a ground (修订).
    mutating func revise(
        on ground: RevisionGround,
        reason: String,
        since eventOn: CivilDate?,
        at now: Instant
    ) throws(Refusal) {
        guard state == .published else {
            throw .wrongState(
                Phrase(
                    zh: "这条信息现在是“\(state.name.zh)”，只有已公开的信息才需要修订",
                    en: "This item is “\(state.name.en)”; only what is public is revised"
                )
            )
        }
        guard revision == nil else {
            throw .wrongState(
                Phrase(zh: "这条信息已在修订中，请继续办理或先放弃", en: "A revision is under way; go on with it or drop it first")
            )
        }
        revision = Revision(stage: .draft, ground: ground, reason: reason, eventOn: eventOn)
        returnedReason = nil
        changedAt = now
    }

    /// Goes back to the public version; the versions of the dropped revision stay in the history.
    mutating func dropRevision(at now: Instant) throws(Refusal) {
        guard revision != nil, let publicVersion else {
            throw .wrongState(Phrase(zh: "这条信息没有在修订", en: "No revision of this item is under way"))
        }
        revision = nil
        publishAt = nil
        returnedReason = nil
        currentVersion = publicVersion
        changedAt = now
    }

    /// Only within the transaction that writes the leaf.
    ///
    /// A revision keeps number, place in the ledger and day of publication of the first time.
    mutating func publish(
        _ version: Version,
        until displayEnd: CivilDate?,
        as numbers: Numbers,
        at now: Instant
    ) throws(Refusal) {
        guard stage == .review || stage == .scheduled else { throw notInReview }
        if leafID == nil {
            (leafID, leafIndex, indexNumber) = (numbers.leafID, numbers.leafIndex, numbers.indexNumber)
            publishedAt = now
        }
        state = .published
        revision = nil
        publishAt = nil
        ended = nil
        returnedReason = nil
        publicVersion = currentVersion
        displayUntil = displayEnd
        title = version.content[CommonFields.title] ?? ""
        formedOn = version.content[CommonFields.formedOn].flatMap { CivilDate($0) } ?? formedOn
        changedAt = now
    }

    /// What an item gets with its first publication.
    struct Numbers {
        var leafID: String
        var leafIndex: Int64
        var indexNumber: String
    }

    mutating func file(at now: Instant) throws(Refusal) {
        guard state == .review || state == .scheduled else { throw notInReview }
        state = .filed
        publishAt = nil
        changedAt = now
    }

    /// Only within the transaction that writes the leaf of the withdrawal.
    mutating func end(as state: State, on ground: EndingGround, at now: Instant) throws(Refusal) {
        try requirePublished()
        self.state = state
        revision = nil
        publishAt = nil
        displayUntil = nil
        returnedReason = nil
        ended = Ending(at: now, ground: ground)
        if let publicVersion { currentVersion = publicVersion }
        changedAt = now
    }

    /// Makes a draft of what was withdrawn, to publish it once more under its old number.
    mutating func reopen(at now: Instant) throws(Refusal) {
        guard state == .withdrawn, ended?.ground.mayReturn == true else {
            throw .wrongState(
                Phrase(
                    zh: "只有因内容原因撤回的信息可以改正后重新公开",
                    en: "Only what was withdrawn for its content can be put right and published again"
                )
            )
        }
        state = .draft
        changedAt = now
    }

    /// The display period of a duty that only marks its end is over.
    mutating func lapse(at now: Instant) {
        let day = displayUntil?.adding(days: 1)
        displayUntil = nil
        stand(as: .lapsed, since: day ?? now.date, at: now)
    }

    mutating func stand(as validity: Validity, since day: CivilDate?, at now: Instant) {
        self.validity = validity
        validityOn = validity == .inForce ? nil : day
        changedAt = now
    }

    func requireReview() throws(Refusal) {
        guard stage == .review else { throw notInReview }
    }

    func requirePublished() throws(Refusal) {
        guard state == .published else {
            throw .wrongState(
                Phrase(
                    zh: "这条信息现在是“\(state.name.zh)”，没有在公开，请刷新后再看",
                    en: "This item is “\(state.name.en)” and not public; reload the page"
                )
            )
        }
    }

    private var notInReview: Refusal {
        .wrongState(
            Phrase(
                zh: "这条信息现在是“\((stage?.name ?? state.name).zh)”，不在审查中，请刷新后再看",
                en: "This item is “\((stage?.name ?? state.name).en)”, not in review; reload the page"
            )
        )
    }

    private mutating func move(to stage: Stage, at now: Instant) {
        if state == .published {
            revision?.stage = stage
        } else {
            state =
                switch stage {
                case .draft: .draft
                case .review: .review
                case .scheduled: .scheduled
                }
        }
        changedAt = now
    }
}

extension Item {
    package init(_ row: SQLRow) throws {
        id = try row.id("id")
        agency = try row.id("agency")
        duty = try row.text("duty")
        section = try row.optionalID("section")
        itemClass = try row.optionalID("class")
        column = try row.optionalID("portal_column")
        state = try row.choice("state")
        if let stage = try row.optionalChoice("revision", as: Stage.self) {
            revision = Revision(
                stage: stage,
                ground: try row.choice("revision_ground"),
                reason: try row.text("revision_reason"),
                eventOn: try row.optionalDate("revision_event_on")
            )
        }
        provenance = try row.choice("provenance")
        title = try row.text("title")
        formedOn = try row.date("formed_on")
        currentVersion = try row.id("current_version")
        publicVersion = try row.optionalID("public_version")
        leafID = try row.optionalText("leaf_id")
        leafIndex = try row.optionalInt("leaf_index")
        indexNumber = try row.optionalText("index_number")
        publishedAt = try row.optionalInstant("published_at")
        publishAt = try row.optionalInstant("publish_at")
        displayUntil = try row.optionalDate("display_until")
        if let at = try row.optionalInstant("ended_at") {
            ended = Ending(at: at, ground: try row.choice("end_ground"))
        }
        validity = try row.choice("validity")
        validityOn = try row.optionalDate("validity_on")
        returnedReason = try row.optionalText("returned_reason")
        dueAt = try row.optionalInstant("due_at")
        createdBy = try row.id("created_by")
        createdAt = try row.instant("created_at")
        changedAt = try row.instant("changed_at")
    }
}
