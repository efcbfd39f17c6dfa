import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One version of an item: what changed against the one before, and the whole of it.
enum VersionPage {
    static func show(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        guard let number = Int(try visit.parameter("number")) else { throw Refusal.notFound }
        let (reading, version, before, files) = try await visit.app.database.read { tx in
            let reading = try ItemReading(visit, id, tx)
            guard let version = try tx.items.version(number, of: id) else { throw Refusal.notFound }
            let before = try tx.items.version(number - 1, of: id)
            return (reading, version, before, try tx.files.all(of: version))
        }
        try await visit.writeDownReading(of: version, under: reading.duty)
        let language = visit.language
        let item = Breadcrumbs.Step(label: reading.item.title, url: visit.links.officeItem(id.text))
        let change = before.map { before in
            PagePart(
                Phrase(zh: "与第 \(before.number) 版相比", en: "Compared with version \(before.number)"),
                VersionDifference(old: before, new: version, duty: reading.duty, reader: reading.actor).html(
                    in: language
                )
            ).html(in: language)
        }
        let saved = SummaryList(rows: [
            .init(
                label: Phrase(zh: "保存人", en: "Saved by"),
                value: HTML.record(reading.name(of: version.author), in: language)
            ),
            .init(label: Phrase(zh: "保存时间", en: "Saved"), value: version.createdAt.element(in: language)),
            .init(
                label: Phrase(zh: "内容指纹（SHA-256）", en: "SHA-256 of the content"),
                value: "<code>\(version.hash)</code>"
            ),
        ])
        let content = ContentView(
            content: version.content(for: reading.actor, under: reading.duty),
            duty: reading.duty,
            standing: ContentView.Standing(of: version.id, in: reading.item)
        )
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(zh: "第 \(number) 版", en: "Version \(number)")[language],
            steps: [item]
        ).response(
            to: visit,
            """
            \(older(version, reading, language))\(saved.html(in: language))\(optional: change)\
            \(content.html(in: language))\
            \(AttachmentsView(files, of: version, under: reading.duty, visit.links).html(in: language))
            """
        )
    }

    private static func older(_ version: Version, _ reading: ItemReading, _ language: Language) -> HTML {
        guard version.id != reading.item.currentVersion else { return .empty }
        return Notice(
            title: Phrase(zh: "这不是当前版本", en: "This is not the current version"),
            text: Phrase(
                zh: "当前是第 \(reading.version.number) 版；旧版本留存备查，不能修改。",
                en: "The current one is version \(reading.version.number); old versions are kept and cannot be changed."
            )
        ).html(in: language)
    }
}
