import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What an act would do to each chosen item, and the confirmation; for an opinion every item stands there in full.
struct BulkPreview: Sendable {
    var run: BulkRun<ItemBulkAct>
    var lines: [BulkLine]
    var typed: BulkTyped

    func page(_ visit: Visit) async throws -> Response {
        let open = lines.filter(\.isDone)
        let isRead = if case .opinion = run.act { true } else { false }
        let (frame, subjects, readings) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let subjects = try lines.titles(in: frame.agency.id, tx, visit)
            return (frame, subjects, isRead ? try open.map { try ItemReading(visit, ID($0.subject), tx) } : [])
        }
        for reading in readings { try await visit.writeDownReading(of: reading.version, under: reading.duty) }
        let language = visit.language
        let texts = readings.map { reading in
            PagePart(
                Phrase(zh: reading.item.title, en: reading.item.title),
                ContentView(content: reading.version.content, duty: reading.duty).html(in: language)
                    + OpinionsView(reading: reading).html(in: language)
            ).html(in: language)
        }
        let left = typed.items.count - lines.count
        let tooMany =
            left > 0
            ? Notice(
                kind: .care,
                title: Phrase(
                    zh: "一次最多办理 \(run.act.most) 条，另有 \(left) 条没有列入",
                    en: "At most \(run.act.most) at once; \(left) are left out"
                )
            ).html(in: language) : HTML.empty
        return OfficePage(
            frame,
            .items,
            title: Phrase(zh: "预览：\(typed.kind?.name.zh ?? "")", en: "Preview: \(typed.kind?.name.en ?? "")")[language],
            lead: Phrase(zh: "还没有办理。请核对每一条，再确认。", en: "Nothing has been done yet. Look at each, then confirm.")
        ).response(
            to: visit,
            """
            \(tooMany)\(BulkLines(lines: lines, subjects: subjects, isPreview: true, visit: visit).html())\
            \(texts.joined())\(form(open, visit))
            """
        )
    }

    private func form(_ open: [BulkLine], _ visit: Visit) -> HTML {
        let kept = ["act", "opinion", "reason", "column", "section", "channel", "stage", "delivered-on", "receipt"]
        return BulkConfirmation(run: run, open: open, kept: kept, path: "/bulk", visit: visit)
            .html(back: visit.links.office("/bulk?act=\(typed.kind?.rawValue ?? "")"))
    }
}
