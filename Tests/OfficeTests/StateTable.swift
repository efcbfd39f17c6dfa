import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Where an item can stand, with the version in work beside the public one.
enum Standing: String, CaseIterable, Sendable {
    case draft, review
    /// In review, with the secrecy opinion.
    case cleared
    case scheduled, filed, published
    /// Public, and somebody asks to withdraw it.
    case asked
    case revisionDraft, revisionReview, revisionScheduled
    case withdrawn
    /// Withdrawn for good.
    case secret
    case expired

    static let drafts: Set<Standing> = [.draft, .revisionDraft]
    static let reviews: Set<Standing> = [.review, .cleared, .revisionReview]
    static let revisions: Set<Standing> = [.revisionDraft, .revisionReview, .revisionScheduled]
    static let all = Set(allCases)
    static let shown = revisions.union([.published, .asked])
    static let ended: Set<Standing> = [.withdrawn, .secret, .expired]
}

/// What somebody tries to do to an item.
enum Attempt: String, CaseIterable, Sendable {
    case edit, attach, submit, secrecy, signOff, revise, dropRevision, askWithdrawal, decideWithdrawal, urgent
    case takeBack, reopen, validity, takedown, deliver, move

    /// Where it can be done.
    var open: Set<Standing> {
        switch self {
        case .edit, .attach: Standing.drafts.union(Standing.reviews)
        case .submit: Standing.drafts
        case .secrecy: [.review, .revisionReview]
        case .signOff, .urgent: [.cleared]
        case .revise: [.published]
        case .dropRevision: Standing.revisions
        case .askWithdrawal: Standing.shown.subtracting([.asked])
        case .decideWithdrawal: [.asked]
        case .takeBack: [.scheduled, .revisionScheduled]
        case .reopen: [.withdrawn]
        case .validity, .deliver: Standing.shown
        case .takedown: Standing.ended
        case .move: [.draft, .review, .cleared]
        }
    }

    /// Who may do it at all.
    var seats: Set<Seat> {
        switch self {
        case .secrecy: [.secrecy, .everybody]
        case .signOff, .decideWithdrawal, .takeBack: [.approver, .everybody]
        case .urgent, .validity: [.officer, .everybody]
        default: AccessTests.authors
        }
    }

    /// What those get who may do it, where it cannot be done.
    var refusal: Int { self == .takedown ? 404 : 409 }

    func path(_ id: String) -> String {
        let end =
            switch self {
            case .edit: "edit"
            case .attach: "attachments"
            case .submit: "review"
            case .secrecy: "opinions/secrecy"
            case .signOff: "opinions/sign-off"
            case .revise: "revision"
            case .dropRevision: "revision/removal"
            case .askWithdrawal: "withdrawal"
            case .decideWithdrawal: "withdrawal/decision"
            case .urgent: "urgent-publication"
            case .takeBack: "schedule"
            case .reopen: "reopening"
            case .validity: "validity"
            case .takedown: "takedowns"
            case .deliver: "deliveries"
            case .move: ""
            }
        return "/office/items/\(id)/\(end)"
    }
}

/// The items that the table is tried on, made by the acts of people.
struct StateBench: Sendable {
    static let form = [("item_duty", HarbourDuty.plainCode)] + HarbourDuty.order + [("item_do", "submit")]

    /// Those who read English pages.
    static let english: Set<Seat> = [.colleague, .everybody, .auditor, .stranger]

    let test: TestApp
    let board: String
    let section: ID<Section>

    init(_ test: TestApp) async throws {
        self.test = test
        board = try await test.channel(.noticeBoard)
        let agency = test.agency.id
        section = try #require(try await test.app.database.read { try $0.agencies.sections(of: agency).first?.id })
    }

    /// A new item that stands there.
    func item(_ standing: Standing) async throws -> String {
        switch standing {
        case .draft: return try await test.newItem(Self.form.with("item_do", "save"))
        case .review: return try await test.itemInReview(Self.form)
        case .cleared, .scheduled, .filed: return try await signed(standing)
        case .published, .asked, .revisionDraft, .revisionReview, .revisionScheduled, .withdrawn, .secret, .expired:
            let id = try await test.publishedItem(Self.form)
            let form = [("channel", board), ("delivered-on", "2024-03-04"), ("receipt", "照片 1")]
            try #require(try await test.post("/office/items/\(id)/deliveries", as: .editor, form: form).status == 303)
            try await move(id, to: standing)
            return id
        }
    }

    private func signed(_ standing: Standing) async throws -> String {
        let closed = Self.form.with("disclosure", "not-open") + [("disclosure-reason", "内部事项")]
        let id = try await test.itemInReview(standing == .filed ? closed : Self.form)
        if standing == .filed { try await test.opine("disclosure-office", on: id, as: .officer) }
        try await test.opine("secrecy", on: id, as: .secrecy)
        if standing == .filed { try await test.opine("sign-off", on: id, as: .approver) }
        if standing == .scheduled { try await signForLater(id) }
        return id
    }

    private func signForLater(_ id: String) async throws {
        let version = try await test.item(id).currentVersion.text
        let form = [("version", version), ("verdict", "pass"), ("publish-at", "2024-03-05 08:30")]
        let answer = try await test.post("/office/items/\(id)/opinions/sign-off", as: .approver, form: form)
        try #require(answer.status == 303, "\(answer.text)")
    }

    private func move(_ id: String, to standing: Standing) async throws {
        switch standing {
        case .asked:
            _ = try await test.post(Attempt.askWithdrawal.path(id), as: .editor, form: form(.askWithdrawal, id))
        case .revisionDraft, .revisionReview, .revisionScheduled:
            _ = try await test.post(Attempt.revise.path(id), as: .editor, form: form(.revise, id))
            try await test.revise(id, Self.form.with("text", "责令虚构码头甲停止作业并整改。").with("item_do", "save"))
            guard standing != .revisionDraft else { return }
            _ = try await test.post(Attempt.submit.path(id), as: .editor)
            guard standing == .revisionScheduled else { return }
            try await test.opine("secrecy", on: id, as: .secrecy)
            try await signForLater(id)
        case .withdrawn: try await test.withdraw(id, "error")
        case .secret: try await test.withdraw(id, "secret")
        case .expired:
            // As the night does, for this item alone.
            let app = test.app
            try await app.database.write { tx in
                try tx.execute("UPDATE item SET display_until = '2024-03-01' WHERE id = \(id)")
                _ = try EndDisplays().perform(tx, in: app)
            }
        default: break
        }
    }

    /// Everything that the act asks for, right in every field.
    func form(_ attempt: Attempt, _ id: String) async throws -> [(String, String)] {
        let version = try await test.item(id).currentVersion.text
        return switch attempt {
        case .edit: Self.form.with("text", "责令虚构码头甲停止一切作业。").with("item_do", "save") + [("item_base", version)]
        case .attach: [("item_base", version)]
        case .secrecy, .signOff: [("version", version), ("verdict", "pass"), ("reason", "")]
        case .revise: [("ground", "changed"), ("reason", "有变化")]
        case .askWithdrawal: [("ground", "error"), ("reason", "发布有误")]
        case .decideWithdrawal: [("verdict", "pass"), ("reason", "")]
        case .urgent:
            [
                ("version", version), ("deferred", "sign-off"), ("agreed-by", try test.actor(.approver).person.text),
                ("means", "telephone"), ("reason", "险情需要立即告知"),
            ]
        case .takeBack: [("reason", "数字要核对")]
        case .validity: [("change", "lapses"), ("since", "2024-03-04")]
        case .takedown: [("channel", board), ("done-on", "2024-03-04"), ("evidence", "照片 2")]
        case .deliver: [("channel", board), ("delivered-on", "2024-03-04"), ("receipt", "照片 3")]
        case .submit, .dropRevision, .reopen, .move: []
        }
    }

    /// Status and words of what was answered.
    struct Reply: Sendable {
        var status: Int
        var text: String
    }

    /// Tries it.
    func reply(to attempt: Attempt, on id: String, as seat: Seat) async throws -> Reply {
        if attempt == .move { return try await moved(id, as: seat) }
        let answer = try await answer(attempt, on: id, as: seat)
        return Reply(status: answer.status, text: answer.text)
    }

    private func answer(_ attempt: Attempt, on id: String, as seat: Seat) async throws -> Answer {
        let form = try await form(attempt, id)
        let path = (Self.english.contains(seat) ? "/en" : "") + attempt.path(id)
        guard attempt == .attach else { return try await test.post(path, as: seat, form: form) }
        let file = FormFile("file", "清单.pdf", Array("%PDF 清单".utf8))
        return try await test.upload(path, as: seat, form: form, files: [file])
    }

    /// Moving is an act on many at once: asked of the use case, answered as its page would be.
    private func moved(_ id: String, as seat: Seat) async throws -> Reply {
        func refused(_ status: Int, _ words: Phrase) -> Reply {
            Reply(status: status, text: "<div role=\"alert\">\(words.zh) \(words.en) </div>")
        }
        do {
            _ = try await MoveItem(item: ID(id), column: nil, section: section, actor: test.actor(seat)).run(
                in: test.app
            )
            return Reply(status: 303, text: "")
        } catch Refusal.notAllowed(let act) {
            return refused(403, act.name)
        } catch Refusal.notFound {
            return refused(404, Phrase(zh: "没有这条信息", en: "no such item"))
        } catch Refusal.wrongState(let words) {
            return refused(409, words)
        }
    }
}
