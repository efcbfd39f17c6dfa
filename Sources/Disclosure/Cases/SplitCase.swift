package import Database
import Text

/// 一事一申请: a case that asks for several matters becomes several, each with its own number, clock and count.
///
/// What was filed stays whole in the first; it goes on with one matter, and each other matter is a case of the same
/// applicant, received on the same day. The applicant finds them all on the page of the first.
package struct SplitCase: UseCase {
    /// How many cases can be taken out at once.
    package static let most = 9
    /// The field of a procedure that says what is asked.
    package static let matter = "description"

    package var file: ID<CaseFile>
    /// What the first case goes on with.
    package var kept: String
    /// What each new case asks.
    package var matters: [String]
    package var actor: Actor

    package init(_ file: ID<CaseFile>, keeping kept: String, into matters: [String], actor: Actor) {
        self.file = file
        self.kept = kept
        self.matters = matters.filter { !$0.allSatisfy(\.isWhitespace) }
        self.actor = actor
    }

    /// - Returns: the new cases.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> [CaseFile] {
        var history = try tx.cases.handled(file, by: actor, in: app)
        try require(history)
        guard let content = try tx.cases.words(.content, of: file, in: app) else {
            throw Refusal.wrongState(Phrase(zh: "内容已按保存期限删除，不能拆分", en: "Its words were erased; it cannot be split"))
        }
        let applicant = Applicant(try tx.cases.words(.applicant, of: file, in: app) ?? ItemContent())
        let parts = try matters.map { matter in
            try open(matter, like: history, content, applicant, tx, app)
        }
        try tx.cases.record(
            .split,
            ItemContent([("case", parts.map(\.number).joined(separator: "、")), ("kept", kept)]),
            in: &history,
            by: actor,
            app: app
        )
        try history.follow(tx, in: app)
        try tx.audit.record(
            "case.split",
            of: "case",
            file.text,
            detail: parts.map(\.id.text).joined(separator: ","),
            by: actor,
            in: app
        )
        return parts
    }

    private func require(_ history: CaseHistory) throws(Refusal) {
        guard history.file.isOpen, history.procedure.state(history.file.state)?.waits == .office else {
            throw .wrongState(
                Phrase(
                    zh: "只有由本机关办理中的办件可以拆分；等申请人、等第三方或者已办结的不能拆分",
                    en: "Only a case that is with the office can be split, not one that waits for others or is closed"
                )
            )
        }
        guard history.procedure.fields.contains(where: { $0.key == Self.matter }) else { throw .notFound }
        var problems: [FieldProblem] = []
        if kept.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem("kept", zh: "请写明本件继续办理哪一个事项", en: "Say which matter this case goes on with"))
        }
        if matters.isEmpty {
            problems.append(
                FieldProblem("matters", zh: "请至少写一个另立的事项，每行一个", en: "Enter at least one other matter, one to a line")
            )
        }
        if matters.count > Self.most {
            problems.append(
                FieldProblem(
                    "matters",
                    zh: "一次最多拆出\(Self.most)件，现有\(matters.count)行",
                    en: "At most \(Self.most) can be taken out at once; there are \(matters.count) lines"
                )
            )
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// One matter as a case of its own, begun on the day of the first.
    private func open(
        _ matter: String,
        like history: CaseHistory,
        _ content: ItemContent,
        _ applicant: Applicant,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> CaseFile {
        var typed = Dictionary(content.entries.map { ($0.key, $0.text) }) { first, _ in first }
        typed[Self.matter] = matter
        let first = history.file
        var part = try FileCase(
            agency: first.agency,
            kind: first.kind,
            channel: first.channel,
            applicant: applicant,
            typed: typed,
            receivedOn: first.receivedOn,
            actor: actor,
            wantsNotices: try tx.notices.isOn(for: first.id)
        ).perform(tx, in: app).file
        try tx.cases.relate(part.id, to: first.id, .split)
        if first.isConfirmed, !part.isConfirmed, let beginning = history.procedure.beginning(for: content) {
            part = try RecordEvent(beginning.key, to: part.id, on: first.receivedOn, by: .staff(actor))
                .perform(tx, in: app)
        }
        var other = try CaseHistory(part, tx, in: app)
        try tx.cases.record(.split, ItemContent([("case", first.number)]), in: &other, by: actor, app: app)
        return other.file
    }
}
