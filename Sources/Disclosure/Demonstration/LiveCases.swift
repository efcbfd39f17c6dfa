import Civil
import Database

/// A handful of cases in hand now, so that the desks of case officer and approver have something on them.
struct LiveCases: UseCase {
    let bureau: FoundedBureau

    private struct Piece {
        var kind: String
        var channel: IntakeChannel
        /// Working days since it arrived.
        var age: Int
        var events: [(key: String, typed: [String: String])] = []
    }

    private static let pieces = [
        Piece(kind: "request", channel: .portal, age: 1),
        Piece(kind: "request", channel: .post, age: 17),
        Piece(kind: "request", channel: .post, age: 24),
        Piece(
            kind: "request",
            channel: .counter,
            age: 6,
            events: [("consult-third", ["party": "〔演示〕某企业", "reason": "涉及该企业的生产工艺"])]
        ),
        Piece(
            kind: "request",
            channel: .counter,
            age: 12,
            events: [("propose", ["outcome": "partial", "grounds": "refuse-third", "answer": "〔演示〕公开部分随函附上。"])]
        ),
        Piece(kind: "tip", channel: .portal, age: 2),
        Piece(kind: "hotline", channel: .hotline, age: 3),
        Piece(kind: "mailbox", channel: .portal, age: 5),
        Piece(kind: "consultation", channel: .portal, age: 1),
    ]

    func perform(_ tx: any SQLConnection, in app: App) throws {
        let officer = try bureau.actor(.cases)
        for (place, piece) in Self.pieces.enumerated() {
            let seed = "\(bureau.plan.code)/desk/case/\(place)"
            let arrival = Instant.start(of: LiveDesk.day(piece.age, app)).adding(milliseconds: Instant.hours(9))
            let isPortal = piece.channel == .portal
            let filed = try InventedCase(seed: seed, kind: piece.kind, town: bureau.parties)
                .filing(of: bureau.agency.id, by: piece.channel, source: seed, actor: isPortal ? nil : officer)
                .perform(tx, in: app.at(arrival))
            for event in piece.events {
                _ = try RecordEvent(event.key, to: filed.file.id, typed: event.typed, by: .staff(officer))
                    .perform(tx, in: app)
            }
        }
    }
}
