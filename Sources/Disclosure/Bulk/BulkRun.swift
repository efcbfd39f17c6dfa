import Database
package import Text

/// One act on several things: previewed by rehearsing each and taking it back, then done, each in its own transaction.
///
/// It has an id from its preview on. Sent twice, or again after a crash, it does only what was not done yet.
package struct BulkRun<Doing: BulkAct>: Sendable {
    package var id: ID<Bulk>
    package var act: Doing
    package var choices: [BulkChoice]
    package var actor: Actor

    package init(id: ID<Bulk>, act: Doing, choices: [BulkChoice], actor: Actor) {
        self.id = id
        self.act = act
        var seen: Set<String> = []
        self.choices = Array(choices.filter { seen.insert($0.subject).inserted }.prefix(act.most))
        self.actor = actor
    }

    /// What the act would do to each and what it cannot do, by doing it and taking it back.
    package func preview(in app: App) async throws -> [BulkLine] {
        try actor.require(act.required)
        var lines: [BulkLine] = []
        for choice in choices {
            do {
                try await app.database.write { tx in
                    throw Rehearsed(words: try act.perform(on: choice, by: actor, tx, in: app))
                }
            } catch let rehearsed as Rehearsed {
                lines.append(BulkLine(subject: choice.subject, isDone: true, words: rehearsed.words))
            } catch let refusal as Refusal {
                lines.append(BulkLine(subject: choice.subject, isDone: false, words: refusal.words))
            }
        }
        return lines
    }

    /// Does the act to each; what cannot be done is kept with its reason and stops nothing else.
    package func run(in app: App) async throws {
        try actor.require(act.required)
        try await app.database.write { try $0.bulk.begin(id, act.code, actor, in: app) }
        for (place, choice) in choices.enumerated() {
            do {
                try await app.database.write { tx in
                    guard try !tx.bulk.hasResult(of: choice.subject, in: id) else { return }
                    let line = BulkLine(
                        subject: choice.subject,
                        isDone: true,
                        words: try act.perform(on: choice, by: actor, tx, in: app)
                    )
                    try tx.bulk.insert(line, at: place, in: id)
                }
            } catch Refusal.notFound {
                // One of another agency, or none: nothing is kept of it.
                continue
            } catch let refusal as Refusal {
                let line = BulkLine(subject: choice.subject, isDone: false, words: refusal.words)
                try await app.database.write { try $0.bulk.insert(line, at: place, in: id) }
            }
        }
    }
}

/// Ends a rehearsal: everything it wrote is rolled back.
private struct Rehearsed: Error { var words: Phrase }

/// An act on several things that somebody previewed or did; its name alone.
package enum Bulk {}

/// What would happen, or happened, to one of them.
package struct BulkLine: Sendable, Hashable {
    /// Id of an item or a case.
    package var subject: String
    package var isDone: Bool
    /// What is done, or why it cannot be.
    package var words: Phrase
}
