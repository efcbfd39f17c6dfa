package import Civil
package import Database
package import Text

/// One piece of disclosed information (信息) under a duty, with versions.
package struct Item: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case draft
        /// Before the reviewers, or waiting for the signature.
        case review
        case published
        /// Signed, but not for the public: on request, or not open.
        case filed

        package var name: Phrase {
            switch self {
            case .draft: Phrase(zh: "草稿", en: "Draft")
            case .review: Phrase(zh: "审查中", en: "In review")
            case .published: Phrase(zh: "已公开", en: "Published")
            case .filed: Phrase(zh: "已归档（不主动公开）", en: "Filed (not proactive)")
            }
        }
    }

    package enum Provenance: String, Sendable { case own, imported }

    package var id: ID<Item>
    package var agency: ID<Agency>
    package var duty: String
    package var section: ID<Section>?
    package var itemClass: ID<ItemClass>?
    package var column: ID<Column>?
    package private(set) var state: State
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
    package private(set) var returnedReason: String?
    /// The shortest of its time limits, if any.
    package var dueAt: Instant?
    package var createdBy: ID<Person>
    package var createdAt: Instant
    package private(set) var changedAt: Instant

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
        guard state == .draft || state == .review else {
            throw .wrongState(
                Phrase(
                    zh: "这条信息\(state.name.zh)，不能再改动正在公开的版本",
                    en: "This item is “\(state.name.en)”; its version can no longer be changed here"
                )
            )
        }
        guard let formed = version.content[CommonFields.formedOn].flatMap({ CivilDate($0) }) else {
            throw .invalid([FieldProblem(CommonFields.formedOn, zh: "请填写成文日期", en: "Enter the date it was formed")])
        }
        currentVersion = version.id
        title = version.content[CommonFields.title] ?? ""
        formedOn = formed
        changedAt = now
    }

    mutating func submit(at now: Instant) throws(Refusal) {
        guard state == .draft else {
            throw .wrongState(Phrase(zh: "只有草稿可以提交审查", en: "Only a draft can be submitted for review"))
        }
        state = .review
        returnedReason = nil
        changedAt = now
    }

    mutating func sendBack(reason: String, at now: Instant) throws(Refusal) {
        try requireReview()
        state = .draft
        returnedReason = reason
        changedAt = now
    }

    /// Only within the transaction that writes the leaf.
    mutating func publish(leafID: String, leafIndex: Int64, indexNumber: String, at now: Instant) throws(Refusal) {
        try requireReview()
        state = .published
        publicVersion = currentVersion
        self.leafID = leafID
        self.leafIndex = leafIndex
        self.indexNumber = indexNumber
        publishedAt = now
        changedAt = now
    }

    mutating func file(at now: Instant) throws(Refusal) {
        try requireReview()
        state = .filed
        changedAt = now
    }

    func requireReview() throws(Refusal) {
        guard state == .review else {
            throw .wrongState(
                Phrase(
                    zh: "这条信息现在是“\(state.name.zh)”，不在审查中，请刷新后再看",
                    en: "This item is “\(state.name.en)”, not in review; reload the page"
                )
            )
        }
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
        provenance = try row.choice("provenance")
        title = try row.text("title")
        formedOn = try row.date("formed_on")
        currentVersion = try row.id("current_version")
        publicVersion = try row.optionalID("public_version")
        leafID = try row.optionalText("leaf_id")
        leafIndex = try row.optionalInt("leaf_index")
        indexNumber = try row.optionalText("index_number")
        publishedAt = try row.optionalInstant("published_at")
        returnedReason = try row.optionalText("returned_reason")
        dueAt = try row.optionalInstant("due_at")
        createdBy = try row.id("created_by")
        createdAt = try row.instant("created_at")
        changedAt = try row.instant("changed_at")
    }
}
