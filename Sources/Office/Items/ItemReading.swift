import Civil
import Database
import Disclosure
import Documents
import Text
import Web

/// Everything that the pages of one item show, read at once.
struct ItemReading: Sendable {
    var frame: OfficeFrame
    var item: Item
    var duty: Duty
    /// The current version.
    var version: Version
    /// All versions without their content, newest first.
    var versions: [VersionSummary]
    /// Every opinion ever given, oldest first.
    var opinions: [Opinion]
    /// The part that the person who looks has in the current version.
    var myPart: Part?
    var channels: [Channel]
    var deliveries: [Delivery]
    var entries: [AuditEntry]
    var choices: PlacementChoices
    var names: [ID<Person>: String]
    /// The files of the current version.
    var files: [AttachedFile]
    /// What was taken out of them, by hash; none for a file as it came.
    var redactions: [String: [Redaction]] = [:]

    /// - Throws: `Refusal.notFound` for an item of another agency.
    init(_ visit: Visit, _ id: ID<Item>, _ tx: any SQLConnection) throws {
        frame = try OfficeFrame(visit, tx)
        guard let item = try tx.items.find(id), item.agency == frame.agency.id,
            let version = try tx.items.version(item.currentVersion)
        else { throw Refusal.notFound }
        guard let duty = visit.app.catalogue.duty(item.duty) else { throw Self.lost(item.duty) }
        self.item = item
        self.version = version
        self.duty = duty
        versions = try tx.items.versionSummaries(of: id)
        opinions = try tx.items.opinions(of: id)
        myPart = try tx.items.part(of: frame.session.actor.person, in: version.id)
        channels = try tx.channels.all(of: frame.agency.id)
        deliveries = try tx.channels.deliveries(of: id)
        entries = try tx.audit.about(id.text)
        choices = try PlacementChoices(of: frame.agency.id, tx)
        files = try tx.files.all(of: version)
        for file in files where file.file.kind == .pdf {
            let taken = try tx.redactions.all(of: file.attachment.sha256)
            if !taken.isEmpty { redactions[file.attachment.sha256] = taken }
        }
        let people = versions.map(\.author) + opinions.map(\.person) + deliveries.compactMap(\.recordedBy)
        names = try tx.people.names(of: Set(people + entries.compactMap(\.person) + [item.createdBy]))
    }

    private static func lost(_ code: String) -> Refusal {
        .wrongState(
            Phrase(
                zh: "公开事项 \(code) 已不在目录中，请管理员把它加回目录后再查看",
                en: "The duty \(code) is no longer in the catalogue; ask the operator to put it back"
            )
        )
    }

    var actor: Actor { frame.session.actor }

    /// How far the opinions on the current version have come.
    var review: Review { version.review(under: duty, opinions: opinions) }

    var findings: [SensitivePassage] { version.findings(under: duty) + files.findings }

    func name(of person: ID<Person>?) -> String {
        person.flatMap { names[$0] } ?? "—"
    }

    func number(of version: ID<Version>) -> Int? { versions.first { $0.id == version }?.number }

    /// Whether this person can give that opinion now, and if not, why.
    func standing(of kind: OpinionKind) -> OpinionStanding {
        let review = review
        guard actor.may(.giveOpinion(kind)) else { return .notAllowed }
        guard item.state == .review else { return .notInReview(item.state) }
        guard review.needed.contains(kind) else { return .notNeeded }
        if review.opinion(kind) != nil { return .given }
        guard review.open.contains(kind) else { return .waiting(review.open) }
        let wanted: Part = kind == .signOff ? .approver : .reviewer
        if let myPart, myPart != wanted { return .ownHand(myPart) }
        return .open
    }
}

/// Whether a person can give an opinion on the current version.
enum OpinionStanding: Sendable, Hashable {
    case open
    case notAllowed
    case notInReview(Item.State)
    case notNeeded
    case given
    case waiting([OpinionKind])
    /// Author, reviewer and approver of one version are three people.
    case ownHand(Part)

    /// Why not, and what to do.
    func words(for kind: OpinionKind) -> Phrase? {
        switch self {
        case .open, .notAllowed: nil
        case .notInReview(let state):
            Phrase(
                zh: "这条信息现在是“\(state.name.zh)”，不在审查中，暂不需要您的意见。",
                en: "This item is “\(state.name.en)”, not in review; no opinion is asked of you."
            )
        case .notNeeded: Phrase(zh: "这条信息不需要\(kind.name.zh)意见。", en: "This item does not need “\(kind.name.en)”.")
        case .given:
            Phrase(zh: "这个版本的\(kind.name.zh)意见已经出具。", en: "“\(kind.name.en)” has already been given on this version.")
        case .waiting(let kinds):
            Phrase(
                zh: "还在等待：\(kinds.map(\.name.zh).joined(separator: "、"))。办好后才轮到\(kind.name.zh)。",
                en: "Still waiting for: \(kinds.map(\.name.en).joined(separator: ", ")). “\(kind.name.en)” comes after."
            )
        case .ownHand(let part):
            Phrase(
                zh: "起草、审查、签发须由三人分别办理：您已是这个版本的\(part.name.zh)，请由他人办理。",
                en:
                    "Author, reviewer and approver are three people: you are this version's \(part.name.en); somebody else must do this."
            )
        }
    }
}

extension Visit {
    /// Writes down that this person is shown what of a version the public is not; pages that show it do this first.
    func writeDownReading(of version: Version, under duty: Duty) async throws {
        try await ReadPersonalData(of: version.item, version: version, duty: duty, actor: try actor()).run(in: app)
    }
}
