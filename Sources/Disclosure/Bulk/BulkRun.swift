import Database
package import Text

/// One act on several items: previewed by rehearsing each and taking it back, then done, each in its own transaction.
///
/// It has an id from its preview on. Sent twice, or again after a crash, it does only what was not done yet.
package struct BulkRun: Sendable {
    /// One chosen item with the version that the preview showed.
    package struct Choice: Sendable, Hashable {
        package var item: ID<Item>
        package var version: ID<Version>

        package init(item: ID<Item>, version: ID<Version>) {
            self.item = item
            self.version = version
        }
    }

    /// What would happen, or happened, to one item.
    package struct Line: Sendable, Hashable {
        package var item: ID<Item>
        package var isDone: Bool
        /// What is done, or why it cannot be.
        package var words: Phrase
    }

    package var id: ID<BulkRun>
    package var act: BulkAct
    package var choices: [Choice]
    package var actor: Actor

    package init(id: ID<BulkRun>, act: BulkAct, choices: [Choice], actor: Actor) {
        self.id = id
        self.act = act
        var seen: Set<ID<Item>> = []
        self.choices = Array(choices.filter { seen.insert($0.item).inserted }.prefix(act.most))
        self.actor = actor
    }

    /// What the act would do to each item and what it cannot do, by doing it and taking it back.
    package func preview(in app: App) async throws -> [Line] {
        try actor.require(act.required)
        var lines: [Line] = []
        for choice in choices {
            let step = step(choice)
            do {
                try await app.database.write { tx in throw Rehearsed(words: try step.perform(tx, in: app)) }
            } catch let rehearsed as Rehearsed {
                lines.append(Line(item: choice.item, isDone: true, words: rehearsed.words))
            } catch let refusal as Refusal {
                lines.append(Line(item: choice.item, isDone: false, words: refusal.words))
            }
        }
        return lines
    }

    /// Does the act to each item; what cannot be done is kept with its reason and stops nothing else.
    package func run(in app: App) async throws {
        try actor.require(act.required)
        try await app.database.write { try $0.bulk.begin(self, in: app) }
        for (place, choice) in choices.enumerated() {
            let step = step(choice)
            do {
                try await app.database.write { tx in
                    guard try !tx.bulk.hasResult(of: choice.item, in: id) else { return }
                    let line = Line(item: choice.item, isDone: true, words: try step.perform(tx, in: app))
                    try tx.bulk.insert(line, at: place, in: id)
                }
            } catch Refusal.notFound {
                // An item of another agency, or none: nothing is kept of it.
                continue
            } catch let refusal as Refusal {
                let line = Line(item: choice.item, isDone: false, words: refusal.words)
                try await app.database.write { try $0.bulk.insert(line, at: place, in: id) }
            }
        }
    }

    private func step(_ choice: Choice) -> BulkStep {
        BulkStep(item: choice.item, version: choice.version, act: act, actor: actor)
    }

    /// Ends a rehearsal: everything it wrote is rolled back.
    private struct Rehearsed: Error { var words: Phrase }
}
