import Civil
import Database

/// When an address of another organ counts as dead.
enum DeadLinks {
    /// One failure may be the other site's bad night; from the second in a row on somebody looks.
    static let tolerated: Int64 = 2
}

/// One stretch of a night's check of addresses (网站检查: 链接可用); it enqueues the next until all were asked.
///
/// The other sites are asked before the transaction. A stretch is short, so that nothing else waits for it long.
struct CheckLinks {
    static let stretch = 8
    /// When so many are asked and none can be reached, it is this machine that is cut off: nothing is held against them.
    static let doubt = 4

    var night: CivilDate

    /// Begins the night's check.
    static func begin(on night: CivilDate, in app: App) -> JobWork {
        { tx in
            try tx.jobs.enqueue(.checkLinks(night), at: app.now(), key: "check-links/\(night.iso)", in: app)
        }
    }

    func work(in app: App) async throws -> JobWork {
        let night = night
        let waiting = try await app.database.read { try $0.links.unchecked(on: night, limit: Self.stretch) }
        let outcomes = await withTaskGroup(of: (ID<Item>, LinkOutcome).self) { group in
            for link in waiting {
                group.addTask { (link.item, await app.links.check(link.address)) }
            }
            var outcomes: [ID<Item>: LinkOutcome] = [:]
            for await (item, outcome) in group { outcomes[item] = outcome }
            return outcomes
        }
        let isCutOff = outcomes.count >= Self.doubt && outcomes.values.allSatisfy { $0 == .unreachable }
        let checked = waiting.map { link in
            let outcome = isCutOff ? .notChecked : outcomes[link.item] ?? .notChecked
            return link.checked(outcome, on: night, at: app.now())
        }
        return { tx in
            for check in checked { try tx.links.save(check) }
            try tx.reminders.replace(.deadLink, with: tx.links.dead())
            guard let last = checked.last, checked.count == Self.stretch else { return }
            let key = "check-links/\(night.iso)/\(last.item)"
            try tx.jobs.enqueue(.checkLinks(night), at: app.now(), key: key, in: app)
        }
    }
}
