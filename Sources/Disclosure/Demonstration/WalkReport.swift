import Civil
import Database
import Text

/// Writes the annual report of a bureau from its records, in the January after its year, and takes it the whole way: the
/// numbers are frozen, reviewed, signed and published like those of any bureau.
struct WalkReport {
    let bureau: FoundedBureau

    /// The afternoon on which it is signed.
    static func signedAt(after year: Int) -> Instant {
        let day = CivilDate(year: year + 1, month: 1, day: 10) ?? .first
        return Instant.start(of: day).adding(milliseconds: Instant.hours(15))
    }

    func perform(_ tx: any SQLConnection, in app: App) throws {
        let signedAt = Self.signedAt(after: bureau.plan.year)
        let written = app.at(signedAt.adding(milliseconds: -Instant.hours(6)))
        let editor = try bureau.actor(.editor)
        let report = try StartReport(year: bureau.plan.year, actor: editor).perform(tx, in: written)
        var item = try SubmitReport(
            report.id,
            formedOn: signedAt.date,
            placement: Placement(
                section: bureau.sections.first,
                itemClass: bureau.plan.classes.last.flatMap { bureau.classes[$0.code] }
            ),
            actor: editor
        ).perform(tx, in: written)
        guard let version = try tx.items.version(item.currentVersion),
            let duty = app.catalogue.duty(SubmitReport.duty)
        else { throw Refusal.notFound }
        for (place, kind) in duty.neededOpinions(for: version.content).enumerated() {
            let reviewed = signedAt.adding(milliseconds: -Instant.minutes(Int64(60 - place * 10)))
            item = try GiveOpinion(
                id: item.id,
                version: item.currentVersion,
                kind: kind,
                verdict: .pass,
                actor: bureau.reviewer(for: kind)
            ).perform(tx, in: app.at(kind == .signOff ? signedAt : reviewed))
        }
        try tx.jobs.withdraw(.deliverItem(item.id))
        try DeliverItem(item: item.id).perform(tx, in: app.at(signedAt.adding(milliseconds: Instant.minutes(1))))
    }
}
