import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// A new item: the form of its duty, saved as a draft or sent to review at once.
enum DraftPages {
    static func form(_ visit: Visit) async throws -> Response {
        guard let code = visit.query["duty"] else { return try await DutyChoicePage.show(visit) }
        let duty = try duty(code, visit)
        return try await page(visit, duty, try await DraftStart.typed(visit, duty))
    }

    static func create(_ visit: Visit) async throws -> Response {
        let duty = try duty(visit.form[TypedItem.Key.duty] ?? "", visit)
        let typed = TypedItem(visit.form)
        if let table = visit.form[TypedItem.Key.addRow] {
            return try await page(visit, duty, typed, addsRowTo: table)
        }
        let item: Item
        do {
            let save = SaveDraft(
                duty: duty.code,
                typed: typed.values,
                placement: typed.placement,
                actor: try visit.actor()
            )
            let file = visit.form.text(TypedItem.Key.file)
            item =
                file.isEmpty
                ? try await save.run(in: visit.app) : try await DraftFromCase(ID(file), save).run(in: visit.app)
        } catch let refusal as Refusal {
            return try await page(visit, duty, typed, try Refused(refusal))
        }
        return try await DraftSaved.answer(visit, item)
    }

    private static func duty(_ code: String, _ visit: Visit) throws(Refusal) -> Duty {
        guard let duty = visit.app.catalogue.duty(code) else { throw .notFound }
        return duty
    }

    private static func page(
        _ visit: Visit,
        _ duty: Duty,
        _ typed: TypedItem,
        _ refused: Refused? = nil,
        addsRowTo table: String? = nil
    ) async throws -> Response {
        let (frame, choices) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try PlacementChoices(of: frame.agency.id, tx))
        }
        let file = visit.form[TypedItem.Key.file] ?? visit.query["case"] ?? ""
        let origin = file.isEmpty ? [] : [HiddenField(name: TypedItem.Key.file, value: file)]
        let form = DraftForm(
            duty: duty,
            typed: typed,
            choices: choices,
            refused: refused,
            addsRowTo: table,
            action: visit.links.office("/items"),
            hidden: [visit.formToken, HiddenField(name: TypedItem.Key.duty, value: duty.code)] + origin,
            isInReview: false,
            language: visit.language
        )
        let new = Breadcrumbs.Step(
            label: Phrase(zh: "起草信息", en: "Draft an item")[visit.language],
            url: visit.links.office("/items/new")
        )
        return OfficePage(
            frame,
            .items,
            title: Phrase(zh: "起草：\(duty.name.zh)", en: "Draft: \(duty.name.en)")[visit.language],
            lead: duty.content,
            steps: [new],
            hasErrors: refused != nil
        ).response(
            to: visit,
            """
            \(refused?.summary(in: visit.language) ?? .empty)\(DutyNote(duty: duty, links: visit.links).html(in: visit.language))\
            \(form.html)
            """,
            status: refused?.status ?? .ok
        )
    }
}

/// Where a saved form leads: to the item, submitted when that was asked for and is possible.
enum DraftSaved {
    static func answer(_ visit: Visit, _ item: Item) async throws -> Response {
        let path = "/items/\(item.id)"
        guard visit.form[TypedItem.Key.act] == "submit", item.stage == .draft else {
            return .seeOther(visit.links.office(path, did: .saved))
        }
        do {
            _ = try await SubmitItem(id: item.id, actor: try visit.actor()).run(in: visit.app)
        } catch let refusal as Refusal {
            return try await ItemPage.page(visit, item.id, refused: try Refused(refusal))
        }
        return .seeOther(visit.links.office(path, did: .submitted))
    }
}

extension PlacementChoices {
    init(of agency: ID<Agency>, _ tx: any SQLConnection) throws {
        sections = try tx.agencies.sections(of: agency)
        classes = try tx.agencies.classes(of: agency)
        columns = try tx.agencies.columns(of: agency)
    }
}

/// What a clerk should know of a duty before filling in its form: how soon, who reviews, and where to read more.
struct DutyNote: Component {
    var duty: Duty
    var links: Links

    func html(in language: Language) -> HTML {
        let limits = Set(duty.limits.map { $0.words(in: duty) }).sorted { $0.zh < $1.zh }
        let reviews = ([.secrecy] + duty.opinions.map(\.kind)).map { $0.name[language] }
        let separator = language == .zh ? "、" : ", "
        let rows: [SummaryList.Row] = [
            .init(
                label: Phrase(zh: "公开时限", en: "Time limit"),
                value: (limits.isEmpty ? [duty.limitNote].compactMap { $0 } : limits)
                    .map { HTML(text: $0[language]) }.joined(by: "<br>")
            ),
            .init(
                label: Phrase(zh: "审查", en: "Opinions"),
                value: HTML(text: "\(reviews.joined(separator: separator)) → \(OpinionKind.signOff.name[language])")
            ),
            .init(
                label: Phrase(zh: "公开依据", en: "Legal basis"),
                value: """
                    <a href="\(url: links.office("/duties/\(duty.code)"))">\
                    \(Phrase(zh: "看这一公开事项的依据和要求", en: "Read what the law asks")[language])</a>
                    """
            ),
        ]
        return SummaryList(rows: rows).html(in: language)
    }
}
