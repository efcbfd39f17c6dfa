import Civil
import Database
import TestKit
import Testing
import Text

@testable import Disclosure

/// A database in which everything has happened that can happen to an item after its first publication.
enum LifeSamples {
    private static let order = Dictionary(HarbourDuty.order) { first, _ in first }

    /// Items by what happened to them: `revised` has the first leaf, `withdrawn` the third.
    static func run(
        on engine: Engine,
        _ body: @escaping @Sendable (TestApp) async throws -> Void
    ) async throws {
        try await TestApp.run(on: engine, overlay: [HarbourDuty.file], documents: PlainReader()) { test in
            let revised = try await test.publishedNews()
            try await test.revise(revised, Samples.news.with("text", "会议部署了夏季安全生产检查。"))
            let withdrawn = try await test.publishedNews(Samples.news.with("title", "撤回的信息"))
            try await test.runJobs()
            try await test.deliverToBoard(withdrawn)
            try await test.withdraw(withdrawn)
            let restored = try await test.publishedNews(Samples.news.with("title", "恢复的信息"))
            // Before the worker delivered it.
            try await test.withdraw(restored)
            try await test.restore(restored)
            let repealed = try await test.publishedNews(Samples.news.with("title", "废止的信息"))
            _ = try await ChangeValidity(
                id: repealed.id,
                change: .by(.repeals, source: #require(revised.leafID)),
                since: CivilDate("2024-03-04"),
                actor: test.actor(.officer)
            ).run(in: test.app)
            try await expire(test)
            try await publishUrgently(test)
            try await test.signForLater(test.submit(test.draft(Samples.news.with("title", "定时的信息"), under: "NEWS")))
            let later = try await test.publishedNews(Samples.news.with("title", "定时修订的信息"))
            try await test.signForLater(test.revision(of: later, Samples.news.with("title", "定时修订的信息（新）")))
            // Taken back, its job stays and does nothing.
            let again = try await test.submit(test.draft(Samples.news.with("title", "改期的信息"), under: "NEWS"))
            try await test.signForLater(again)
            _ = try await UnscheduleItem(id: again.id, reason: "改期", actor: test.actor(.approver)).run(in: test.app)
            try await test.signForLater(
                test.submit(test.save(again, Samples.news.with("title", "改期的信息（新）")))
            )
            try await test.attach("%PDF 附件正文", to: test.draft(Samples.news.with("title", "有附件的草稿"), under: "NEWS"))
            try await test.runJobs()
            try await body(test)
        }
    }

    /// The display ends while a withdrawal waits for its second approval.
    private static func expire(_ test: TestApp) async throws {
        var item = try await test.submit(test.draft(order, under: HarbourDuty.code))
        item = try await test.opine(.secrecy, item, by: .secrecy)
        item = try await test.opine(.legal, item, by: .legal)
        item = try await test.opine(.signOff, item, by: .approver)
        let asked = try await test.askWithdrawal(item)
        _ = try await DecideWithdrawal(id: asked.id, verdict: .pass, actor: test.actor(.approver)).run(in: test.app)
        try await test.runJobs()
        test.clock.set(Instant.start(of: try #require(CivilDate("2024-06-05"))))
        _ = try await test.app.database.write { [app = test.app] tx in try EndDisplays().perform(tx, in: app) }
        let ended = try await test.app.database.read { [id = item.id] in try $0.items.find(id) }
        try #require(ended?.state == .expired)
    }

    private static func publishUrgently(_ test: TestApp) async throws {
        var item = try await test.submit(test.draft(order.with("formed-on", "2024-06-05"), under: HarbourDuty.code))
        item = try await test.opine(.secrecy, item, by: .secrecy)
        item = try await PublishUrgently(
            id: item.id,
            version: item.currentVersion,
            deferred: [.legal, .signOff],
            agreedBy: test.actor(.approver).person,
            means: .telephone,
            reason: "险情需要立即告知",
            actor: test.actor(.officer)
        ).run(in: test.app)
        _ = try await test.opine(.signOff, item, by: .approver)
        _ = try await test.opine(.legal, item, by: .legal, verdict: .sendBack, reason: "依据不足")
    }
}

extension TestApp {
    /// A new version of a published item, in review.
    fileprivate func revision(of item: Item, _ typed: [String: String]) async throws -> Item {
        let begun = try await ReviseItem(id: item.id, ground: .changed, reason: "有变化", actor: actor(.editor)).run(
            in: app
        )
        return try await submit(save(begun, typed))
    }

    fileprivate func revise(_ item: Item, _ typed: [String: String]) async throws {
        var next = try await revision(of: item, typed)
        next = try await opine(.secrecy, next, by: .secrecy)
        _ = try await opine(.signOff, next, by: .approver)
    }

    fileprivate func askWithdrawal(_ item: Item) async throws -> Withdrawal {
        try await AskWithdrawal(id: item.id, ground: .error, reason: "发布有误", evidence: "", actor: actor(.editor)).run(
            in: app
        )
    }

    fileprivate func withdraw(_ item: Item) async throws {
        let asked = try await askWithdrawal(item)
        _ = try await DecideWithdrawal(id: asked.id, verdict: .pass, actor: actor(.approver)).run(in: app)
    }

    fileprivate func restore(_ item: Item) async throws {
        var next = try await ReopenItem(id: item.id, actor: actor(.editor)).run(in: app)
        next = try await submit(save(next, Samples.news.with("title", "恢复的信息（更正）")))
        next = try await opine(.secrecy, next, by: .secrecy)
        _ = try await opine(.signOff, next, by: .approver)
    }

    fileprivate func signForLater(_ item: Item) async throws {
        let read = try await opine(.secrecy, item, by: .secrecy)
        _ = try await GiveOpinion(
            id: read.id,
            version: read.currentVersion,
            kind: .signOff,
            verdict: .pass,
            publishAt: app.now().adding(milliseconds: 3 * 86_400_000),
            actor: actor(.approver)
        ).run(in: app)
    }

    fileprivate func deliverToBoard(_ item: Item) async throws {
        let (agency, app) = (agency.id, app)
        let board = try await app.database.write { tx in
            let name = Phrase(zh: "公告栏", en: "Notice board")
            try AddAgencyPart(.channel(code: "board", kind: .noticeBoard, name: name), to: agency, actor: nil)
                .perform(tx, in: app)
            return try tx.channels.all(of: agency).first { $0.kind == .noticeBoard }?.id
        }
        _ = try await RecordDelivery(
            item: item.id,
            channel: board,
            deliveredOn: app.now().date,
            receipt: "照片 1",
            actor: actor(.editor)
        ).run(in: app)
    }

    fileprivate func attach(_ content: String, to item: Item) async throws {
        let incoming = try await app.blobs.receive(in: app)
        try await incoming.write(Array(content.utf8)[...])
        let file = try await incoming.received(as: "file", called: "文件.pdf")
        try await AttachFiles(item: item.id, base: item.currentVersion, files: [file], actor: actor(.editor)).run(
            in: app
        )
    }
}
