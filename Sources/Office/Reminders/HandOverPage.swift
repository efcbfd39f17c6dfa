import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 移送明细表: what went to the state archives and the public library, and what has still to go (条例 art 25(3)).
enum HandOverPage {
    private static let pageSize = 50
    private static let mostListed = 1_000

    static func show(_ visit: Visit) async throws -> Response {
        let query = visit.query
        let today = visit.app.now().date
        let from = CivilDate.read(query.text("from")) ?? HandOvers.quarter(of: today)
        let to = CivilDate.read(query.text("to")) ?? today
        let after = Int64(query.text("after")) ?? -1
        let quarter = Instant.start(of: HandOvers.quarter(of: today))
        let reading = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let channels = try tx.channels.all(of: frame.agency.id).filter { $0.kind == .readingPoint }
            guard let channel = channels.first(where: { $0.id.text == query.text("channel") }) ?? channels.first else {
                return Reading(frame: frame, channels: [], channel: nil, backlog: [], handed: [])
            }
            return Reading(
                frame: frame,
                channels: channels,
                channel: channel,
                backlog: try tx.channels.backlog(of: channel, before: quarter, after: after, limit: pageSize + 1),
                handed: try tx.channels.handedOver(on: channel.id, from: from, to: to, limit: mostListed)
            )
        }
        let language = visit.language
        let page = OfficePage(
            reading.frame,
            .items,
            title: Phrase(zh: "移送档案馆、图书馆", en: "Hand over to archives and library")[language],
            lead: Phrase(
                zh: "主动公开的信息应及时向国家档案馆和公共图书馆提供（条例第二十五条）；系统按季度提醒。",
                en:
                    "What is public goes to the state archives and the public library in time (条例 art 25); reminded by quarter."
            )
        )
        guard let channel = reading.channel else { return page.response(to: visit, empty.html(in: language)) }
        return page.response(
            to: visit,
            """
            \(narrow(reading, from, to, visit))\(backlog(reading, channel, visit))\
            \(handed(reading, from, to, language))
            """
        )
    }

    private struct Reading: Sendable {
        var frame: OfficeFrame
        var channels: [Channel]
        var channel: Channel?
        var backlog: [Item]
        var handed: [(delivery: Delivery, item: Item)]
    }

    private static func narrow(_ reading: Reading, _ from: CivilDate, _ to: CivilDate, _ visit: Visit) -> HTML {
        let language = visit.language
        let channel = FormField(
            key: "channel",
            label: Phrase(zh: "接收单位", en: "Receiver"),
            control: .select(reading.channels.map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        let start = FormField(key: "from", label: Phrase(zh: "移送日期从", en: "Handed over from"), control: .date)
        let end = FormField(key: "to", label: Phrase(zh: "到", en: "to"), control: .date)
        return """
            <form class="filter" action="\(url: visit.links.office("/hand-over"))" method="get">\
            \(channel.html(in: language, value: .text(reading.channel?.id.text ?? "")))\
            \(start.html(in: language, value: .text(from.iso)))\(end.html(in: language, value: .text(to.iso)))\
            <div class="buttons">\(Button(act: Phrase(zh: "查看", en: "Show"), weight: .second).html(in: language))</div>\
            </form>
            """
    }

    private static func backlog(_ reading: Reading, _ channel: Channel, _ visit: Visit) -> HTML {
        let language = visit.language
        let title = Phrase(zh: "尚未移送", en: "Not handed over yet")
        let items = Array(reading.backlog.prefix(pageSize))
        guard let last = items.last else {
            return PagePart(
                title,
                EmptyState(
                    whatWouldBeHere: Phrase(zh: "没有积压", en: "No backlog"),
                    howItGetsHere: Phrase(
                        zh: "上季度及以前公开、还没有移送的信息会列在这里。",
                        en: "What was published before this quarter and not handed over appears here."
                    )
                ).html(in: language)
            ).html(in: language)
        }
        let more = reading.backlog.count > pageSize
        let next = visit.links.office("/hand-over?channel=\(channel.id)&after=\(last.leafIndex ?? 0)")
        let form = Form(
            action: visit.links.office("/bulk"),
            hidden: [
                visit.formToken, .init(name: "act", value: "deliver"), .init(name: "channel", value: channel.id.text),
            ],
            fields: BulkTable(items: items, chosen: Set(items.map(\.id.text)), visit: visit).html()
                + BulkFields.delivery(FilledForm(language: language), channels: nil, today: visit.app.now().date),
            buttons: [Button(act: Phrase(zh: "预览移送登记", en: "Preview the hand-over"))]
        ).html(in: language)
        return PagePart(title, form + Pager(older: more ? next : nil).html(in: language)).html(in: language)
    }

    private static func handed(_ reading: Reading, _ from: CivilDate, _ to: CivilDate, _ language: Language) -> HTML {
        guard !reading.handed.isEmpty else { return .empty }
        return DataTable(
            caption: Phrase(
                zh: "移送明细表（\(from.iso) 至 \(to.iso)，\(reading.handed.count) 条）",
                en: "Handed over from \(from.iso) to \(to.iso), \(reading.handed.count) items"
            ),
            columns: [
                .init(label: Phrase(zh: "日期", en: "Day")), .init(label: Phrase(zh: "标题", en: "Title")),
                .init(label: Phrase(zh: "索引号", en: "Index number")),
                .init(label: Phrase(zh: "接收人、签收凭证", en: "Receiver and signature")),
            ],
            rows: reading.handed.map { line in
                [
                    .text(line.delivery.deliveredOn.iso), .text(line.item.title),
                    line.item.indexNumber.map { .text($0) } ?? .blank, .text(line.delivery.receipt),
                ]
            },
            id: "handed-over"
        ).html(in: language)
    }

    private static let empty = EmptyState(
        whatWouldBeHere: Phrase(zh: "本机关没有查阅点渠道", en: "The agency has no reading point"),
        howItGetsHere: Phrase(
            zh: "管理员在机关设置的“渠道”中添加档案馆、图书馆查阅点后，移送情况会列在这里。",
            en:
                "Once an administrator adds archives and library as channels in the settings, this page lists what goes there."
        )
    )
}
