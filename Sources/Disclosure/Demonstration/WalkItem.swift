import Civil
import Database
import Text

/// Takes one written item the whole way: draft, submission, opinions, signature, deliveries, each at its own hour and each
/// by the use case that a person at a desk would cause.
struct WalkItem {
    let planned: PlannedItem
    let written: WrittenItem
    let duty: Duty
    let bureau: FoundedBureau

    @discardableResult
    func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        let hours = try hours(app)
        var item = try SaveDraft(
            duty: duty.code,
            typed: written.typed,
            placement: bureau.placement(of: planned.line, duty: duty),
            actor: bureau.actor(.editor)
        ).perform(tx, in: app.at(hours.draft))
        item = try submit(item, tx, app.at(hours.draft.adding(milliseconds: Instant.minutes(10))))
        if isSentBack { item = try sendBackAndMend(item, at: hours.reviews, tx, app) }
        item = try review(item, from: hours.reviews, tx, app)
        try deliver(item, tx, app)
        return item
    }

    /// One in sixty goes back to its author once, as happens at any desk.
    private var isSentBack: Bool { planned.number % 60 == 7 }

    private func submit(_ item: Item, _ tx: any SQLConnection, _ app: App) throws -> Item {
        try SubmitItem(id: item.id, actor: bureau.actor(.editor)).perform(tx, in: app)
    }

    private func sendBackAndMend(
        _ item: Item,
        at time: Instant,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Item {
        _ = try GiveOpinion(
            id: item.id,
            version: item.currentVersion,
            kind: .secrecy,
            verdict: .sendBack,
            reason: "请核对文中日期并补充联系方式。",
            actor: bureau.reviewer(for: .secrecy)
        ).perform(tx, in: app.at(time))
        var typed = written.typed
        typed[CommonFields.text, default: ""] += "联系电话：000-00000000。"
        let mended = try SaveDraft(
            item: item.id,
            base: item.currentVersion,
            duty: duty.code,
            typed: typed,
            placement: bureau.placement(of: planned.line, duty: duty),
            actor: bureau.actor(.editor)
        ).perform(tx, in: app.at(time.adding(milliseconds: Instant.minutes(5))))
        return try submit(mended, tx, app.at(time.adding(milliseconds: Instant.minutes(6))))
    }

    private func review(_ item: Item, from start: Instant, _ tx: any SQLConnection, _ app: App) throws -> Item {
        guard let version = try tx.items.version(item.currentVersion) else { throw Refusal.notFound }
        var item = item
        for (place, kind) in duty.neededOpinions(for: version.content).enumerated() {
            let time =
                kind == .signOff
                ? planned.publishedAt : start.adding(milliseconds: Instant.minutes(Int64(8 + place * 4)))
            item = try GiveOpinion(
                id: item.id,
                version: item.currentVersion,
                kind: kind,
                verdict: .pass,
                pairing: .alone(without: duty.needsInterpretation ? .selfExplanatory : nil),
                actor: bureau.reviewer(for: kind)
            ).perform(tx, in: app.at(time))
        }
        return item
    }

    private func deliver(_ item: Item, _ tx: any SQLConnection, _ app: App) throws {
        // What a worker would do a moment later. Where the bureau put the item on other channels only, nothing is
        // delivered to the site.
        try tx.jobs.withdraw(.deliverItem(item.id))
        if planned.channels.contains(BureauPlan.portal) {
            let time = planned.publishedAt.adding(milliseconds: Instant.minutes(1))
            try DeliverItem(item: item.id).perform(tx, in: app.at(time))
        }
        for record in DeliveryPlan(planned, plan: bureau.plan).records {
            _ = try RecordDelivery(
                item: item.id,
                channel: bureau.channels[record.channel],
                stage: record.stage,
                deliveredOn: planned.publishedAt.date,
                receipt: record.receipt,
                actor: bureau.actor(.officer)
            ).perform(tx, in: app.at(planned.publishedAt.adding(milliseconds: Instant.minutes(30))))
        }
    }

    /// When it was drafted and reviewed: on the eve if that was a working day and the item was formed, else the same
    /// morning.
    private func hours(_ app: App) throws -> (draft: Instant, reviews: Instant) {
        let day = planned.publishedAt.date
        let eve = day.adding(days: -1)
        let isOnEve = try planned.formedOn <= eve && app.holidays.isWorkday(eve)
        let draft = Instant.start(of: isOnEve ? eve : day).adding(milliseconds: Instant.minutes(510))
        return (draft, planned.publishedAt.adding(milliseconds: -Instant.minutes(60)))
    }
}

/// The deliveries of an item besides the one to the site: where to, at which stage, and what proves it.
struct DeliveryPlan {
    struct Record: Sendable, Hashable {
        var channel: String
        var stage: Delivery.Stage
        var receipt: String
    }

    let records: [Record]

    init(_ planned: PlannedItem, plan: BureauPlan) {
        var records: [Record] = []
        for code in planned.channels where code != BureauPlan.portal {
            guard let channel = plan.channel(code) else { continue }
            let receipt = Self.receipt(of: planned, on: channel, year: plan.year)
            if channel.takesContributions {
                records.append(Record(channel: code, stage: .submitted, receipt: "投稿登记 \(receipt)"))
                records.append(Record(channel: code, stage: .accepted, receipt: "采用通知 \(receipt)"))
            } else {
                records.append(Record(channel: code, stage: .delivered, receipt: receipt))
            }
        }
        for (code, places) in planned.line.places.sorted(by: { $0.key < $1.key }) {
            for place in 1...max(1, places) {
                records.append(Record(channel: code, stage: .delivered, receipt: "演示 \(code) \(place) 号播放单"))
            }
        }
        self.records = records
    }

    /// The same for all articles of one issue, so that issues can be counted.
    private static func receipt(of planned: PlannedItem, on channel: ChannelPlan, year: Int) -> String {
        if let issue = planned.issue, channel.issues != nil {
            return "\(channel.name.zh)\(year)年第\(issue + 1)期"
        }
        return "演示凭证 \(channel.code)-\(year)-\(planned.line.duty)-\(planned.number)"
    }
}

extension JobStore {
    /// Takes back work that has been done, or is not wanted, in the transaction that caused it.
    func withdraw(_ task: Job.Task) throws {
        try tx.execute("DELETE FROM job WHERE kind = \(task.kind) AND payload = \(task.payload)")
    }
}
