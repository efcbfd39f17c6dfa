import Civil
import Database

/// Brings a demonstration case one step on, by the use case that a person would cause.
struct WalkCase: UseCase {
    let planned: PlannedCase
    let bureau: FoundedBureau

    func perform(_ tx: any SQLConnection, in app: App) throws {
        let app = app.at(planned.at)
        let officer = try bureau.actor(.cases)
        guard planned.place > 0 else {
            _ = try InventedCase(seed: planned.seed, kind: planned.line.kind, town: bureau.parties)
                .filing(of: bureau.agency.id, by: planned.line.channel, source: planned.seed, actor: officer)
                .perform(tx, in: app)
            return
        }
        guard let file = try tx.cases.find(source: planned.seed, of: bureau.agency.id) else { throw Refusal.notFound }
        let step = CaseWay.steps(of: planned.line.kind)[planned.place - 1]
        _ = try RecordEvent(step.event, to: file.id, typed: step.typed, by: .staff(bureau.actor(step.seat)))
            .perform(tx, in: app)
    }
}

/// What somebody who does not exist asks about an enterprise that does not exist.
struct InventedCase {
    private let kind: String
    private let party: String
    private let topic: String
    private let stem: String
    private let identity: String

    /// Numbers with a right check character in a region that does not exist.
    private static let identities = ["999999199001010016", "99999920040229123X", "999999197512314565"]

    init(seed: String, kind: String, town parties: [InventedParty]) {
        var random = RepeatableRandom(seed: "\(seed)/words")
        self.kind = kind
        party = random.pick(parties)?.name ?? ""
        topic = random.word(WordLists.topics)
        stem = random.word(WordLists.stems)
        identity = random.word(Self.identities)
    }

    /// - Parameter actor: the clerk; nil for the portal.
    func filing(
        of agency: ID<Agency>,
        by channel: IntakeChannel,
        source: String,
        actor: Actor?
    ) -> FileCase {
        FileCase(
            agency: agency,
            kind: kind,
            channel: channel,
            applicant: Applicant(
                name: "演示\(stem)",
                identity: kind == "request" ? identity : "",
                telephone: "000-0000\(1000 + topic.utf8.count)"
            ),
            typed: [
                "subject": "〔演示〕\(topic)问题",
                "description": "〔演示〕\(party)的\(topic)情况，请予处理并告知结果。",
                "medium": "electronic", "delivery": "online", "sort": kind == "tip" ? "violation" : "complaint",
                "region": "演示镇", "publish": "agreed",
            ],
            source: source,
            actor: actor
        )
    }
}
