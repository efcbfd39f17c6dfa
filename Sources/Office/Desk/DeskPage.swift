import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The first page of everyone in the office: what waits for me, what is going late, what waits for others.
enum DeskPage {
    static func show(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let app = visit.app
        let (frame, desk, reminders) = try await app.database.read { tx in
            (try OfficeFrame(visit, tx), try Disclosure.Desk(of: actor, in: app, tx), try DeskReminders(visit, tx))
        }
        let rows = DeskRows(actor: actor, app: app, links: visit.links)
        let drawn = Web.Desk(
            waitsForMe: desk.waitsForMe.map(rows.row),
            goingLate: desk.goingLate.map(rows.row),
            waitsForOthers: desk.waitsForOthers.map(rows.row)
        )
        let start = Button(
            act: Phrase(zh: "起草信息", en: "Draft an item"),
            does: .leads(to: visit.links.office("/items/new"))
        )
        return OfficePage(
            frame,
            .desk,
            title: Phrase(zh: "我的工作台", en: "My desk")[visit.language],
            isAreaHome: true,
            count: drawn.waitsForMe.count
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\
            \(actor.may(.draftItem) ? "<p>\(start.html(in: visit.language))</p>" : .empty)\
            \(drawn.html(in: visit.language))\(reminders.html())
            """
        )
    }
}

/// Draws lines of the desk: what it is, until when, and the one act that is this person's.
struct DeskRows: Sendable {
    var actor: Actor
    var app: App
    var links: Links

    func row(_ line: Disclosure.Desk.Line) -> Web.Desk.Row {
        let item = line.item
        let (act, path) = act(line)
        return Web.Desk.Row(
            title: item.title,
            url: links.officeItem(item.id.text),
            note: note(line),
            due: DueTag.tag(item, in: app),
            act: act,
            actURL: links.officeItem(item.id.text) + path
        )
    }

    private func note(_ line: Disclosure.Desk.Line) -> Phrase {
        let waiting = line.mine + line.others
        if !waiting.isEmpty { return Phrase.waiting(for: waiting) }
        if line.item.returnedReason != nil { return Phrase(zh: "已退回", en: "sent back") }
        return Phrase(zh: line.item.state.name.zh, en: line.item.state.name.en.lowercased())
    }

    private func act(_ line: Disclosure.Desk.Line) -> (Phrase, String) {
        if let kind = line.mine.first { return (kind.act, "/opinions/\(kind.rawValue)") }
        let isMyDraft = line.item.state == .draft && line.item.createdBy == actor.person && actor.may(.draftItem)
        guard isMyDraft else { return (Phrase(zh: "查看", en: "Look"), "") }
        return line.item.returnedReason == nil
            ? (Phrase(zh: "继续起草", en: "Go on drafting"), "/edit")
            : (Phrase(zh: "按意见修改", en: "Change as asked"), "/edit")
    }
}

extension Phrase {
    /// «待保密审查、合法性审核».
    static func waiting(for kinds: [OpinionKind]) -> Phrase {
        Phrase(
            zh: "待" + kinds.map(\.name.zh).joined(separator: "、"),
            en: "waits for: " + kinds.map { $0.name.en.lowercased() }.joined(separator: ", ")
        )
    }
}

extension OpinionKind {
    /// The act of giving it, as a button says it.
    var act: Phrase {
        switch self {
        case .secrecy: Phrase(zh: "保密审查", en: "Review for secrecy")
        case .legal: Phrase(zh: "合法性审核", en: "Review for law")
        case .committee: Phrase(zh: "登记集体讨论", en: "Record the committee")
        case .consequence: Phrase(zh: "后果研判", en: "Judge the consequences")
        case .source: Phrase(zh: "核实来源", en: "Check the source")
        case .disclosureOffice: Phrase(zh: "公开机构审核", en: "Review as disclosure office")
        case .signOff: Phrase(zh: "签发", en: "Sign off")
        }
    }
}
