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
        let (frame, desk, cases, reminders, kept) = try await app.database.read { tx in
            let kept = try tx.keptForms.newest(of: actor.person, at: app.now())
            let desk = try Disclosure.Desk(of: actor, in: app, tx)
            let cases = try CaseDesk(of: actor, in: app, tx)
            return (try OfficeFrame(visit, tx), desk, cases, try DeskReminders(visit, tx), kept)
        }
        let rows = DeskRows(actor: actor, app: app, links: visit.links, names: desk.names)
        let drawn = Web.Desk(
            waitsForMe: desk.debts.map(rows.owed) + desk.withdrawals.map(rows.withdrawal)
                + desk.takedowns.map(rows.takedown) + desk.waitsForMe.map(rows.row) + rows.owed(cases),
            goingLate: desk.overturned.map(rows.overturned) + desk.goingLate.map(rows.row) + rows.late(cases),
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
            \(Done.notice(visit))\(visit.keptNotice(kept))\(HandOnPages.entrance(visit, actor, besides: start))\
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
    /// Names of those in whose place something waits here.
    var names: [ID<Person>: String] = [:]

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

    /// What an urgent publication still owes stays red until it is settled.
    func owed(_ owed: Disclosure.Desk.Owed) -> Web.Desk.Row {
        let kind = owed.debt.kind
        let mayGive = actor.may(.giveOpinion(kind)) && !owed.debt.isRefused
        return own(
            owed.item,
            note: owed.debt.isRefused
                ? Phrase(zh: "\(kind.name.zh)不同意：请撤回或者修订", en: "refused: withdraw or revise it")
                : Phrase(
                    zh: "紧急公开后欠\(kind.name.zh)",
                    en: "owes after urgent publication: \(kind.name.en.lowercased())"
                ),
            tag: Tag(kind: .late, word: Phrase(zh: "欠办", en: "Owed")),
            act: mayGive ? kind.act : Phrase(zh: "查看", en: "Look"),
            path: mayGive ? "/opinions/\(kind.rawValue)" : ""
        )
    }

    func withdrawal(_ item: Item) -> Web.Desk.Row {
        own(
            item,
            note: Phrase(zh: "有人申请撤回", en: "withdrawal asked for"),
            tag: Tag(kind: .soon, word: Phrase(zh: "待决定", en: "To decide")),
            act: Phrase(zh: "决定撤回", en: "Decide on it"),
            path: "/withdrawal/decision"
        )
    }

    /// Three working days from the event, and red when they are over (行政处罚法 art 48).
    func overturned(_ overturned: Disclosure.Desk.Overturned) -> Web.Desk.Row {
        own(
            overturned.item,
            note: Phrase(
                zh: "处罚决定不再有效，限三个工作日撤回或者改正",
                en: "the penalty no longer holds: three working days to take it down or put it right"
            ),
            tag: DueTag.tag(since: overturned.since, in: app),
            act: Phrase(zh: "查看", en: "Look"),
            path: ""
        )
    }

    func takedown(_ item: Item) -> Web.Desk.Row {
        own(
            item,
            note: Phrase(zh: "已停止公开，其他渠道还在", en: "came down here, still up elsewhere"),
            tag: Tag(kind: .late, word: Phrase(zh: "待下线", en: "To take down")),
            act: Phrase(zh: "登记下线", en: "Record it"),
            path: "#takedowns"
        )
    }

    private func own(_ item: Item, note: Phrase, tag: Tag, act: Phrase, path: String) -> Web.Desk.Row {
        let url = links.officeItem(item.id.text)
        return Web.Desk.Row(title: item.title, url: url, note: note, due: tag, act: act, actURL: url + path)
    }

    private func note(_ line: Disclosure.Desk.Line) -> Phrase {
        let note = state(of: line)
        if let giver = line.standsInFor.flatMap({ names[$0] }) {
            return Phrase(zh: "\(note.zh)（代\(giver)）", en: "\(note.en) (for \(giver))")
        }
        if let author = line.handedOnFrom.flatMap({ names[$0] }) {
            return Phrase(zh: "\(note.zh)（\(author)的草稿）", en: "\(note.en) (begun by \(author))")
        }
        return note
    }

    private func state(of line: Disclosure.Desk.Line) -> Phrase {
        let waiting = line.mine + line.others
        if !waiting.isEmpty { return Phrase.waiting(for: waiting) }
        if line.item.returnedReason != nil { return Phrase(zh: "已退回", en: "sent back") }
        let name = (line.item.stage?.name ?? line.item.state.name)
        return line.item.revision == nil
            ? Phrase(zh: name.zh, en: name.en.lowercased())
            : Phrase(zh: "修订：\(name.zh)", en: "revision: \(name.en.lowercased())")
    }

    private func act(_ line: Disclosure.Desk.Line) -> (Phrase, String) {
        if let kind = line.mine.first { return (kind.act, "/opinions/\(kind.rawValue)") }
        guard line.isMyDraft else { return (Phrase(zh: "查看", en: "Look"), "") }
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
