import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The outcome of comments (意见征集结果): the form of its duty, filled from the records; its counts cannot be typed over.
enum OutcomePages {
    static func form(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let actor = try visit.actor()
        let app = visit.app
        let existing = try await app.database.read { tx -> Item? in
            _ = try tx.items.own(id, of: actor)
            return try tx.comments.outcome(of: id)
        }
        if let existing { return .seeOther(visit.links.officeItem(existing.id.text)) }
        var typed = TypedItem()
        typed.values = try await app.database.read { try OutcomeSource(id, actor, $0, app) }.typed
        return try await page(visit, id, typed)
    }

    static func create(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let typed = TypedItem(visit.form)
        if let table = visit.form[TypedItem.Key.addRow] {
            return try await page(visit, id, typed, addsRowTo: table)
        }
        let item: Item
        do {
            let outcome = DraftOutcome(
                draft: id,
                typed: typed.values,
                placement: typed.placement,
                actor: try visit.actor()
            )
            item = try await outcome.run(in: visit.app)
        } catch Refusal.invalid(let problems) {
            return try await page(visit, id, typed, try Refused(.invalid(problems)))
        }
        return try await DraftSaved.answer(visit, item)
    }

    private static func page(
        _ visit: Visit,
        _ id: ID<Item>,
        _ typed: TypedItem,
        _ refused: Refused? = nil,
        addsRowTo table: String? = nil
    ) async throws -> Response {
        let actor = try visit.actor()
        let app = visit.app
        let (reading, source, choices) = try await app.database.read { tx in
            let reading = try DraftReading(visit, id, tx)
            let source = try OutcomeSource(id, actor, tx, app)
            return (reading, source, try PlacementChoices(of: reading.frame.agency.id, tx))
        }
        let form = DraftForm(
            duty: source.duty,
            typed: typed,
            choices: choices,
            refused: refused,
            addsRowTo: table,
            action: visit.links.office("/items/\(id)/outcome"),
            hidden: [visit.formToken],
            isInReview: false,
            language: visit.language
        )
        return reading.page(
            Phrase(zh: "起草：\(source.duty.name.zh)", en: "Draft: \(source.duty.name.en)"),
            visit,
            hasErrors: refused != nil
        ).response(
            to: visit,
            "\(refused?.summary(in: visit.language) ?? .empty)\(open(reading, visit))\(form.html)",
            status: refused?.status ?? .ok
        )
    }

    private static func open(_ reading: DraftReading, _ visit: Visit) -> HTML {
        guard reading.tally.open > 0 else { return .empty }
        let count = reading.tally.open
        return Notice(
            kind: .care,
            title: Phrase(zh: "还有 \(count) 条意见没有处理", en: "\(count) comments are not treated yet"),
            text: Phrase(
                zh: "可以先起草；处理完之前不能签发公布。条数以记录为准，不能手工改写。",
                en:
                    "You may draft now; it cannot be signed before all are treated. The counts are those of the records."
            ),
            more: """
                <p><a href="\(url: visit.links.office("/items/\(reading.item.id)/comments?open=1"))">\
                \(Phrase(zh: "去处理", en: "Treat them")[visit.language])</a></p>
                """
        ).html(in: visit.language)
    }
}
