import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Any two versions of an item compared in words.
enum ComparisonPage {
    static func show(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let (reading, old, new) = try await visit.app.database.read { tx in
            let reading = try ItemReading(visit, id, tx)
            let numbers = reading.versions.map(\.number)
            let newest = numbers.max() ?? 1
            let first = visit.query["from"].flatMap { Int($0) } ?? max(1, newest - 1)
            let second = visit.query["to"].flatMap { Int($0) } ?? newest
            guard let old = try tx.items.version(first, of: id), let new = try tx.items.version(second, of: id) else {
                throw Refusal.notFound
            }
            return (reading, old, new)
        }
        try await visit.writeDownReading(of: old, under: reading.duty)
        try await visit.writeDownReading(of: new, under: reading.duty)
        let language = visit.language
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(
                zh: "第 \(old.number) 版与第 \(new.number) 版",
                en: "Versions \(old.number) and \(new.number)"
            )[language],
            steps: [.init(label: reading.item.title, url: visit.links.officeItem(id.text))]
        ).response(
            to: visit,
            """
            \(chooser(reading, old.number, new.number, visit))\
            \(VersionDifference(old: old, new: new, duty: reading.duty, reader: reading.actor).html(in: language))
            """
        )
    }

    private static func chooser(_ reading: ItemReading, _ old: Int, _ new: Int, _ visit: Visit) -> HTML {
        let language = visit.language
        let choices = reading.versions.map {
            FieldChoice(
                value: String($0.number),
                label: Phrase(zh: "第 \($0.number) 版", en: "Version \($0.number)")
            )
        }
        let from = FormField(key: "from", label: Phrase(zh: "从", en: "From"), control: .select(choices))
        let to = FormField(key: "to", label: Phrase(zh: "到", en: "To"), control: .select(choices))
        return """
            <form class="form" action="\(url: visit.links.office("/items/\(reading.item.id)/comparison"))" method="get">\
            \(from.html(in: language, value: .text(String(old))))\(to.html(in: language, value: .text(String(new))))\
            <div class="buttons">\(Button(act: Phrase(zh: "比较", en: "Compare"), weight: .second).html(in: language))</div>\
            </form>
            """
    }
}
