import Civil
import Codes
import Database
import Text

/// Writes the letter that goes out with the last event of a case: text from the template, the next number of the
/// agency's series, and a leaf that covers it (行政机关的答复文书).
struct WriteLetter {
    var history: CaseHistory
    /// Answers to the event's questions.
    var content: ItemContent
    var applicant: Applicant

    func write(_ tx: any SQLConnection, in app: App) throws {
        guard let event = history.events.last, let rule = history.procedure.event(event.event), let kind = rule.letter
        else { return }
        guard let agency = try tx.agencies.find(history.file.agency) else { throw Refusal.notFound }
        let year = event.on.year
        let serial = try tx.agencies.nextSerial(of: agency.id, scope: "letter/\(year)")
        var values = try values(event, rule, agency, tx, app)
        values["year"] = "\(year)"
        values["serial"] = "\(serial)"
        let number = try template(LetterKind.number, tx).text(values)
        let body = LetterBody(salt: Hex.text(app.randomBytes(32)), text: try template(kind, tx).text(values))
        let leaf = try appendLeaf(body, agency, year, event.on, tx, app)
        try tx.letters.insert(
            Letter(place: event.place, kind: kind, number: number, leafID: leaf, at: app.now()),
            of: history.file.id
        )
        try tx.cases.insert(body.bytes, .letter(event.place), of: history.file.id, in: app)
    }

    private func template(_ kind: String, _ tx: any SQLConnection) throws -> LetterTemplate {
        guard let text = try tx.letters.text(kind, of: history.file.agency) else {
            throw DatabaseError.other("there is no text for the letter \(kind)")
        }
        return try LetterTemplate(text)
    }

    private func appendLeaf(
        _ body: LetterBody,
        _ agency: Agency,
        _ year: Int,
        _ day: CivilDate,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> String {
        let id = try tx.ledger.nextLetterID(agency: agency, year: year)
        let leaf = Leaf(id: id, event: .reserve, kind: "letter", body: body.hash, previous: nil, basis: nil, date: day)
        _ = try tx.ledger.append(leaf, at: app.now())
        return id
    }

    // MARK: Values

    private func values(
        _ event: CaseEvent,
        _ rule: Procedure.Event,
        _ agency: Agency,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> [String: String] {
        var values = try words(event, tx, app)
        let procedure = history.procedure
        values["agency"] = agency.name.zh
        values["applicant"] = applicant.isAnonymous ? "申请人" : applicant.name
        values["case_number"] = history.file.number
        values["kind"] = procedure.name.zh
        values["received_on"] = history.file.receivedOn.chinese
        values["telephone"] = agency.disclosureOffice.telephone
        values["today"] = event.on.chinese
        if let days = event.days { values["days"] = "\(days)" }
        if let fen = event.fen { values["amount"] = Fen(fen).yuanText }
        let deciding = history.events.filter { $0.performer == .approver }.compactMap(\.person)
        let approvers = try tx.people.names(of: Set(deciding))
        if let term = rule.starts.lazy.compactMap({ history.clocks()[$0] }).first,
            let due = term.dueOn(in: app.holidays, asOf: event.on), values["until"] == nil
        {
            values["until"] = due.chinese
        }
        if let deadline = try? history.mainClock(approvers: approvers)?.clock.deadline(in: app.holidays) {
            values["due_on"] = deadline.due.chinese
            values["deadline"] = deadline.explanation(chinese: true).joined()
        }
        if let outcome = history.file.outcome.flatMap({ procedure.outcome($0) }), !history.file.isOpen {
            let grounds = (values["grounds"] ?? "").split(separator: ",").map(String.init)
            values["outcome"] = outcome.name.zh
            values["article"] = outcome.article.map { article in
                RuleReference(law: procedure.basis.law, article: article, version: "").text(chinese: true)
            }
            values["grounds"] = grounds.compactMap { procedure.outcome($0)?.name.zh }.joined(separator: "；")
            values["remedy"] = procedure.remedy(of: outcome.key, grounds: grounds, on: event.on).paragraph?.zh
        }
        return values
    }

    /// What was said with the event, and with the one that it answers: the reply was proposed, the extension was asked for.
    private func words(_ event: CaseEvent, _ tx: any SQLConnection, _ app: App) throws -> [String: String] {
        var values: [String: String] = [:]
        if let answered = event.answers, let before = try tx.cases.words(.event(answered), of: history.file.id, in: app)
        {
            for entry in before.entries { values[entry.key] = entry.text }
        }
        for entry in content.entries { values[entry.key] = entry.text }
        if let until = values["until"].flatMap({ CivilDate($0) }) { values["until"] = until.chinese }
        values["note"] = nil
        values["outcome"] = nil
        return values
    }
}

extension LedgerStore {
    /// The next leaf id of an agency's letters in a year.
    func nextLetterID(agency: Agency, year: Int) throws -> String {
        try nextID(in: "\(agency.leafCode)-LETTER-\(year)")
    }
}
