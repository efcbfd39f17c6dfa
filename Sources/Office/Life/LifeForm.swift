import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// A page with one form about one item: what will happen, the fields, and the act; a refusal comes back on it with all
/// that was typed.
struct LifeForm {
    /// The act: title of the page and words on the button.
    var act: Phrase
    /// What will happen.
    var consequence: Phrase
    /// The address below the item's.
    var path: String
    var weight: Button.Weight = .main
    var fields: @Sendable (FilledForm, ItemReading) -> HTML
    /// Why the act is not open now; nil when it is.
    var closed: @Sendable (ItemReading) -> Phrase?

    func page(_ visit: Visit, _ refused: Refused? = nil) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let reading = try await visit.app.database.read { try ItemReading(visit, id, $0) }
        try await visit.writeDownReading(of: reading.version, under: reading.duty)
        let language = visit.language
        let filled = FilledForm(
            typed: refused == nil ? FormFields() : visit.form,
            refused: refused,
            language: language
        )
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(zh: "\(act.zh)：\(reading.item.title)", en: "\(act.en): \(reading.item.title)")[language],
            crumb: act[language],
            steps: [.init(label: reading.item.title, url: visit.links.officeItem(id.text))],
            hasErrors: refused != nil
        ).response(to: visit, "\(filled.summary)\(form(reading, filled, visit))", status: filled.status)
    }

    private func form(_ reading: ItemReading, _ filled: FilledForm, _ visit: Visit) -> HTML {
        let language = visit.language
        if let why = closed(reading) {
            // A refusal of the same kind already stands at the top.
            return filled.hasErrors ? .empty : Notice(title: why).html(in: language)
        }
        return """
            <p>\(consequence[language])</p>\
            \(Form(
                action: visit.links.office("/items/\(reading.item.id)/\(path)"),
                hidden: [visit.formToken, HiddenField(name: "version", value: reading.version.id.text)],
                fields: fields(filled, reading),
                buttons: [Button(act: act, weight: weight)]
            ).html(in: language))
            """
    }

    /// Runs the act of the form and goes back to the item, or shows the form with what was wrong.
    func answer<Act: UseCase>(_ visit: Visit, _ act: Act, did done: (Act.Result) -> Done) async throws -> Response {
        let id = try visit.parameter("id")
        do {
            let result = try await act.run(in: visit.app)
            return .seeOther(visit.links.office("/items/\(id)", did: done(result)))
        } catch let refusal as Refusal {
            return try await page(visit, try Refused(refusal))
        }
    }
}

extension FilledForm {
    /// The reason that an act has to give.
    func reason(_ hint: Phrase? = nil) -> HTML {
        field(
            FormField(
                key: "reason",
                label: Phrase(zh: "理由", en: "Reason"),
                hint: hint ?? Phrase(zh: "理由会记入档案，长期保存。", en: "The reason is kept in the records."),
                isRequired: true,
                control: .longText(lines: 3, longest: nil)
            )
        )
    }

    /// The day from which a time limit runs, for the ground that sets one.
    func eventDay(_ ground: Phrase) -> HTML {
        field(
            FormField(
                key: "event-on",
                label: Phrase(zh: "变更、撤销等的日期", en: "Day of the change or revocation"),
                hint: Phrase(
                    zh: "依据为“\(ground.zh)”时必填：从这一天起三个工作日内撤回并公开说明理由（行政处罚法第四十八条）。",
                    en:
                        "Needed for “\(ground.en)”: it comes down within three working days of it, with the reason (行政处罚法 art 48)."
                ),
                control: .date
            )
        )
    }
}

extension Visit {
    /// Answers an act without a form of its own on the page of its item.
    func answer<Act: UseCase>(_ act: Act, on item: String, did done: Done) async throws -> Response {
        do {
            _ = try await act.run(in: app)
        } catch let refusal as Refusal {
            return try await ItemPage.page(self, ID(item), refused: try Refused(refusal))
        }
        return .seeOther(links.office("/items/\(item)", did: done))
    }
}
