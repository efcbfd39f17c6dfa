import Civil
import Database

/// A handful of items in work now, so that every desk of the demonstration has something on it; none is published.
struct LiveDesk: UseCase {
    let bureau: FoundedBureau

    /// How far an item has come.
    private enum Stage: Sendable {
        case draft
        /// Sent back by the secrecy reviewer with a reason.
        case sentBack
        case submitted
        /// Only the signature is missing.
        case reviewed
    }

    private struct Piece {
        var duty: String
        var stage: Stage
        /// Working days since it was formed.
        var age: Int
        /// An identity number that belongs to nobody stands in it, for the scanner to find.
        var holdsIdentity = false
    }

    private static let pieces = [
        Piece(duty: "NEWS", stage: .draft, age: 0),
        Piece(duty: "NOTICE", stage: .draft, age: 19),
        Piece(duty: "TRAINING", stage: .sentBack, age: 3),
        Piece(duty: "PEN", stage: .submitted, age: 5),
        Piece(duty: "EXPOSE", stage: .submitted, age: 2),
        Piece(duty: "NOTICE", stage: .submitted, age: 1, holdsIdentity: true),
        Piece(duty: "FORWARD", stage: .submitted, age: 4),
        Piece(duty: "LIC", stage: .reviewed, age: 6),
        Piece(duty: "PEN", stage: .reviewed, age: 9),
        Piece(duty: "INSPECT", stage: .reviewed, age: 8),
    ]

    /// 999999 is no region, so the number is nobody's (GB 11643 check character is right).
    static let impossibleIdentity = "999999199001010016"

    func perform(_ tx: any SQLConnection, in app: App) throws {
        for (place, piece) in Self.pieces.enumerated() {
            guard let duty = app.catalogue.duty(piece.duty) else { continue }
            try put(piece, place, duty, tx, app)
        }
        try LiveCases(bureau: bureau).perform(tx, in: app)
        let agency = bureau.agency.id
        try tx.audit.record(Self.whole, of: "agency", agency.text, by: nil, agency: agency, in: app)
    }

    /// The act in the audit trail that ends the making of a bureau.
    static let whole = "demonstration.whole"

    private func put(_ piece: Piece, _ place: Int, _ duty: Duty, _ tx: any SQLConnection, _ app: App) throws {
        let formedOn = Self.day(piece.age, app)
        let planned = PlannedItem(
            bureau: bureau.plan.code,
            line: .items(piece.duty, 1, on: []),
            ordinal: 0,
            number: 9_001 + place,
            documentNumber: 9_001 + place,
            formedOn: formedOn,
            publishedAt: app.now(),
            channels: [],
            issue: nil,
            seed: "\(bureau.plan.code)/desk/\(place)"
        )
        var typed = WrittenItem(
            planned,
            duty: duty,
            agency: bureau.agency,
            plan: bureau.plan,
            parties: bureau.parties
        ).typed
        if piece.holdsIdentity { typed[CommonFields.text, default: ""] += "联系人证件号码：\(Self.impossibleIdentity)。" }
        let editor = try bureau.actor(.editor)
        let placement = bureau.placement(of: planned.line, duty: duty)
        var item = try SaveDraft(duty: duty.code, typed: typed, placement: placement, actor: editor).perform(
            tx,
            in: app
        )
        guard piece.stage != .draft else { return }
        item = try SubmitItem(id: item.id, actor: editor).perform(tx, in: app)
        switch piece.stage {
        case .draft, .submitted: break
        case .sentBack:
            try opinion(.secrecy, .sendBack, reason: "正文未写明培训地点，请补充。", item, tx, app)
        case .reviewed:
            guard let version = try tx.items.version(item.currentVersion) else { throw Refusal.notFound }
            for kind in duty.neededOpinions(for: version.content) where kind != .signOff {
                try opinion(kind, .pass, reason: "", item, tx, app)
            }
        }
    }

    private func opinion(
        _ kind: OpinionKind,
        _ verdict: Opinion.Verdict,
        reason: String,
        _ item: Item,
        _ tx: any SQLConnection,
        _ app: App
    ) throws {
        _ = try GiveOpinion(
            id: item.id,
            version: item.currentVersion,
            kind: kind,
            verdict: verdict,
            reason: reason,
            actor: bureau.reviewer(for: kind)
        ).perform(tx, in: app)
    }

    /// So many working days before today; where the holidays of this year are not known yet, counted from the last day
    /// from which a time limit can still be counted.
    static func day(_ age: Int, _ app: App) -> CivilDate {
        let end = CivilDate(year: app.holidays.years.upperBound, month: 11, day: 28) ?? app.now().date
        var day = min(app.now().date, end)
        var left = age
        while left > 0 {
            day = day.adding(days: -1)
            if (try? app.holidays.isWorkday(day)) != false { left -= 1 }
        }
        return day
    }
}
