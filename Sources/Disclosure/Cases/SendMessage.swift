import Civil
package import Database
import Text

/// The applicant or the office writes something that moves no clock: a question, more about the matter, a word on progress.
package struct SendMessage: UseCase {
    /// In characters.
    package static let longest = 3_000

    package var file: ID<CaseFile>
    package var text: String
    /// Only the office sees it.
    package var isNote: Bool
    /// How many events the case had when the form was shown; nil where nothing was shown.
    package var base: Int?
    package var by: RecordEvent.Author

    package init(
        _ text: String,
        to file: ID<CaseFile>,
        isNote: Bool = false,
        base: Int? = nil,
        by: RecordEvent.Author
    ) {
        self.file = file
        self.base = base
        self.text = text
        self.isNote = isNote
        self.by = by
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        guard let file = try tx.cases.find(file) else { throw Refusal.notFound }
        var history = try CaseHistory(file, tx, in: app)
        if let actor = by.actor {
            try actor.requireReach(of: file, under: history.procedure)
            try actor.require(.handleCases)
        }
        if let base, base != file.events { throw CaseRefusal.changed }
        guard !text.allSatisfy(\.isWhitespace), text.count <= Self.longest else {
            throw Refusal.invalid([
                FieldProblem(
                    "message",
                    zh: "请写1至3000字，现有\(text.count)字",
                    en: "Write 1 to 3,000 characters; there are \(text.count)"
                )
            ])
        }
        history.add(
            isNote ? .note : .message,
            .init(on: app.now().date, performer: by.actor == nil ? .applicant : .officer, person: by.actor?.person),
            in: app
        )
        guard let event = history.events.last else { return file }
        try tx.cases.insert(event, of: file.id)
        try tx.cases.insert(ItemContent([("message", text)]), .event(event.place), of: file.id, in: app)
        try tx.cases.update(history.file)
        try history.follow(tx, in: app)
        if let actor = by.actor {
            try tx.audit.record("case.message", of: "case", file.id.text, by: actor, in: app)
        } else {
            try tx.audit.record(
                "case.respond",
                of: "case",
                file.id.text,
                detail: event.event,
                by: nil,
                agency: file.agency,
                in: app
            )
        }
        return history.file
    }
}
