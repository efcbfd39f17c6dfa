import Civil
import Database

/// The demonstration: five bureaus with invented records that add up to what their printed reports say.
///
/// Every record is made by the use case that a person would cause, at an instant of the bureau's year. Made twice, it is
/// the same record for record, passwords aside.
package struct Demonstration: Sendable {
    package enum Failure: Error, Sendable, Hashable {
        /// One of its bureaus is there already.
        case isThere(String)
        /// Real records are there, with which invented ones must not be mixed.
        case holdsOthers(String)
        /// A line of a plan names a duty that the catalogue does not have.
        case noSuchDuty(String, bureau: String)
    }

    /// How far the making has come.
    package struct Progress: Sendable, Hashable {
        package var done: Int
        package var total: Int
    }

    package var plans: [BureauPlan]
    /// The same for everybody where tests must sign in; otherwise each gets one of its own.
    package var password: String?

    /// What of it is there.
    package enum Presence: Sendable, Hashable {
        case none, whole
        /// It was broken off while it was made.
        case part
    }

    /// How many items are written in one transaction.
    static let batch = 64

    package init(plans: [BureauPlan] = BureauPlan.all, password: String? = nil) {
        self.plans = plans
        self.password = password
    }

    /// Makes everything in a database that has the schema.
    /// - Returns: the accounts with their passwords, which are written down nowhere else.
    /// - Throws: `Failure`; nothing is made then.
    package func make(
        in app: App,
        progress: @Sendable (Progress) -> Void = { _ in }
    ) async throws -> [DemonstrationAccount] {
        try await checkEmpty(app)
        try checkDuties(app)
        var bureaus: [String: Founded] = [:]
        for plan in plans {
            let bytes = RepeatableBytes(seed: plan.code)
            var own = app
            own.randomBytes = { bytes.next($0) }
            let start = CivilDate(year: plan.year, month: 1, day: 1).map(Instant.start(of:)) ?? app.now()
            let founded = try await FoundBureau(plan: plan).run(in: own.at(start))
            // Before the reports, which are made of it.
            try await FillLedger(bureau: founded).run(in: app)
            bureaus[plan.code] = Founded(bureau: founded, app: own)
        }
        let accounts = try await setPasswords(bureaus, app)
        try await publish(bureaus, app, progress)
        for plan in plans {
            guard let founded = bureaus[plan.code] else { continue }
            try await LiveDesk(bureau: founded.bureau).run(in: founded.app)
        }
        return accounts
    }

    /// Whether it has been made in this database.
    package func presence(in app: App) async throws -> Presence {
        let plans = plans
        return try await app.database.read { tx in
            let bureaus = try plans.map { try tx.agencies.find(code: $0.code) }
            guard bureaus.contains(where: { $0 != nil }) else { return .none }
            for agency in bureaus {
                guard let agency else { return .part }
                guard try tx.audit.about(agency.id.text).contains(where: { $0.act == LiveDesk.whole }) else {
                    return .part
                }
            }
            return .whole
        }
    }

    /// A bureau with the application as it sees it: with bytes of its own, so that no bureau depends on another.
    private struct Founded: Sendable {
        var bureau: FoundedBureau
        var app: App
    }

    private func checkEmpty(_ app: App) async throws {
        let codes = plans.map(\.code)
        let agencies = try await app.database.read { try $0.agencies.all() }
        if let there = agencies.first(where: { codes.contains($0.code) }) { throw Failure.isThere(there.code) }
        if let other = agencies.first(where: { !$0.isDemonstration }) { throw Failure.holdsOthers(other.code) }
    }

    private func checkDuties(_ app: App) throws(Failure) {
        for plan in plans {
            for line in plan.lines where app.catalogue.duty(line.duty) == nil {
                throw .noSuchDuty(line.duty, bureau: plan.code)
            }
        }
    }

    /// All plans together in the order of the calendar: a ledger never goes back in time.
    private func publish(
        _ bureaus: [String: Founded],
        _ app: App,
        _ progress: @Sendable (Progress) -> Void
    ) async throws {
        let steps = try steps(holidays: app.holidays)
        for start in stride(from: 0, to: steps.count, by: Self.batch) {
            let batch = steps[start..<min(start + Self.batch, steps.count)]
            let acts = batch.compactMap { step in
                bureaus[step.bureau].flatMap { founded in step.act(in: founded.bureau, founded.app) }
            }
            try await app.database.write { tx in
                for act in acts { try act(tx) }
            }
            progress(Progress(done: start + batch.count, total: steps.count))
        }
    }

    /// Items, what happens to cases, and reports, together in the order of the calendar.
    private func steps(holidays: HolidayTable) throws -> [Step] {
        let steps = try plans.flatMap { plan in
            let schedule = try Schedule(plan, holidays: holidays)
            return schedule.items().map(Step.item) + schedule.cases().map(Step.ofCase) + [Step.report(of: plan)]
        }
        return steps.sorted { ($0.at, $0.seed) < ($1.at, $1.seed) }
    }

    /// Something that happens in a bureau's year.
    private enum Step: Sendable {
        case item(PlannedItem)
        case ofCase(PlannedCase)
        /// The annual report, in January.
        case report(of: BureauPlan)

        var bureau: String {
            switch self {
            case .item(let item): item.bureau
            case .ofCase(let step): step.bureau
            case .report(let plan): plan.code
            }
        }

        var at: Instant {
            switch self {
            case .item(let item): item.publishedAt
            case .ofCase(let step): step.at
            case .report(let plan): WalkReport.signedAt(after: plan.year)
            }
        }

        var seed: String {
            switch self {
            case .item(let item): item.seed
            case .ofCase(let step): "\(step.seed)/\(step.place)"
            case .report(let plan): "\(plan.code)/report"
            }
        }

        /// What makes it, prepared outside the transaction.
        func act(in bureau: FoundedBureau, _ app: App) -> (@Sendable (any SQLConnection) throws -> Void)? {
            switch self {
            case .ofCase(let step):
                return { tx in try WalkCase(planned: step, bureau: bureau).perform(tx, in: app) }
            case .report:
                return { tx in try WalkReport(bureau: bureau).perform(tx, in: app) }
            case .item(let planned):
                guard let duty = app.catalogue.duty(planned.line.duty) else { return nil }
                let written = WrittenItem(
                    planned,
                    duty: duty,
                    agency: bureau.agency,
                    plan: bureau.plan,
                    parties: bureau.parties
                )
                let walk = WalkItem(planned: planned, written: written, duty: duty, bureau: bureau)
                return { tx in try walk.perform(tx, in: app) }
            }
        }
    }

    /// Hashing takes its time, so several passwords are hashed at once.
    private func setPasswords(_ bureaus: [String: Founded], _ app: App) async throws -> [DemonstrationAccount] {
        var accounts: [DemonstrationAccount] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            for bureau in plans.compactMap({ bureaus[$0.code]?.bureau }) {
                for seat in DemonstrationSeat.allCases {
                    guard let person = bureau.people[seat] else { continue }
                    let password = password ?? Self.password(of: app.randomBytes(12))
                    accounts.append(DemonstrationAccount(person, of: bureau.agency, password: password))
                    group.addTask {
                        let authority = SetPassword.Authority.operatorAtCommandLine(person.id)
                        _ = try await SetPassword(password: password, authority: authority).run(in: app)
                    }
                }
            }
            try await group.waitForAll()
        }
        return accounts
    }

    /// Twelve characters in three groups that can be read aloud and typed: no letter that looks like another.
    static func password(of bytes: [UInt8]) -> String {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let characters = bytes.prefix(12).map { alphabet[Int($0) % alphabet.count] }
        return stride(from: 0, to: characters.count, by: 4)
            .map { String(characters[$0..<min($0 + 4, characters.count)]) }.joined(separator: "-")
    }
}
