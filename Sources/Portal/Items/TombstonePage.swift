import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// What stands where an item was public and came down: number, kind, days, ground, and its entries in the public log.
///
/// Title and document number only where the ground allows it: after the end of display, credit repair, or for somebody's
/// rights nothing is left that would name a party.
enum TombstonePage {
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let leafID = try visit.parameter("leaf")
        let (agency, item, entries, successor) = try await visit.app.database.read { tx in
            let agency = try tx.agency(code)
            guard let item = try tx.items.ended(leafID: leafID, of: agency.id) else { throw Refusal.notFound }
            let source = try tx.relations.all(of: item.id).last { $0.target == item.id }?.source
            return (
                agency, item, try tx.ledger.entries(of: leafID),
                try source.flatMap { try tx.items.published([$0]).first }
            )
        }
        guard let ended = item.ended, let published = item.publishedAt else { throw Refusal.notFound }
        let language = visit.language
        let stone = Tombstone(
            indexNumber: item.indexNumber ?? "",
            title: ended.ground.keepsTitle ? item.title : nil,
            kind: visit.app.catalogue.duty(item.duty)?.name[language] ?? item.duty,
            published: published.date,
            left: ended.at.date,
            reason: ended.ground.name,
            ground: ended.ground.basis.words[language],
            successor: successor.flatMap { next in
                next.leafID.map {
                    RelatedItems.Relation(
                        kind: Phrase(zh: "现由这条信息代替：", en: "Now replaced by:"),
                        title: next.title,
                        url: visit.links.item(agency.code, $0)
                    )
                }
            }
        )
        let log = DataTable(
            caption: Phrase(zh: "公开日志中的记录", en: "Its entries in the public log"),
            columns: [
                .init(label: Phrase(zh: "序号", en: "Entry"), isNumber: true),
                .init(label: Phrase(zh: "事件", en: "Event")), .init(label: Phrase(zh: "日期", en: "Day")),
            ],
            rows: entries.map { entry in
                [
                    .text(String(entry.index)), .text(entry.event?.name[language] ?? ""),
                    .markup(entry.at.date.element(in: language)),
                ]
            },
            id: "log"
        )
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: Phrase(zh: "这条信息已停止公开", en: "This information is no longer public")[language],
            entrance: .columns
        )
        layout.isHiddenFromSearch = true
        return layout.page("\(stone.html(in: language))\(log.html(in: language))", status: .gone)
    }
}
