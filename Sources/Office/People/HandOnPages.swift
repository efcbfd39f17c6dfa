import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Handing on the waiting drafts of somebody who is away (转交): whose, which, to whom, a look at all of it, and done.
enum HandOnPages {
    /// Everybody for whom drafts wait, those who are away first.
    static func people(_ visit: Visit) async throws -> Response {
        let today = visit.app.now().date
        let (frame, people, counts, away) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let agency = frame.agency.id
            return (
                frame, try tx.people.all(of: agency), try tx.carriers.draftCounts(in: agency),
                try tx.absences.away(in: agency, on: today)
            )
        }
        let language = visit.language
        let waiting = people.filter { counts[$0.id] != nil }
        let sorted = waiting.filter { away[$0.id] != nil } + waiting.filter { away[$0.id] == nil }
        let table = DataTable(
            caption: Phrase(zh: "有草稿等着的人员", en: "People for whom drafts wait"),
            columns: [
                .init(label: Phrase(zh: "姓名", en: "Name")),
                .init(label: Phrase(zh: "草稿", en: "Drafts"), isNumber: true),
                .init(label: Phrase(zh: "是否在岗", en: "At work")),
            ],
            rows: sorted.map { person in
                [
                    .link(person.name, url: visit.links.office("/handing-on/\(person.id)")),
                    .number(counts[person.id] ?? 0), .markup(presence(of: person, away).html(in: language)),
                ]
            },
            id: "waiting"
        )
        let empty = Phrase(zh: "没有等着的草稿。", en: "No drafts wait for anybody.")
        return OfficePage(frame, .desk, title: title[language], crumb: title[language]).response(
            to: visit,
            "\(Done.notice(visit))\(sorted.isEmpty ? "<p class=\"quiet\">\(empty[language])</p>" : table.html(in: language))"
        )
    }

    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language), isPreview: false)
    }

    static func handOn(_ visit: Visit) async throws -> Response {
        let from = ID<Person>(try visit.parameter("id"))
        let filled = FilledForm(typed: visit.form, language: visit.language)
        // The first button shows what will happen; only the second one does it.
        guard visit.form["do"] == "hand-on" else { return try await page(visit, filled, isPreview: true) }
        let hand = HandOn(
            items: visit.form.all("items").map { ID($0) },
            from: from,
            to: ID(visit.form.text("to")),
            actor: try visit.actor()
        )
        do {
            _ = try await hand.run(in: visit.app)
            return .seeOther(visit.links.office("/handing-on", did: .handedOn))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            let filled = FilledForm(typed: visit.form, refused: refused, language: visit.language)
            return try await page(visit, filled, isPreview: false)
        }
    }

    /// The way here from the desk, for those who may, beside the button that begins a draft.
    static func entrance(_ visit: Visit, _ actor: Actor, besides start: Button) -> HTML {
        let lead = Button(act: title, weight: .second, does: .leads(to: visit.links.office("/handing-on")))
        let buttons = (actor.may(.draftItem) ? [start] : []) + (actor.may(.handOnDrafts) ? [lead] : [])
        return buttons.isEmpty ? .empty : "<div class=\"buttons\">\(buttons.html(in: visit.language))</div>"
    }

    private static let title = Phrase(zh: "转交草稿", en: "Hand on drafts")

    private static func presence(of person: Person, _ away: [ID<Person>: CivilDate]) -> Tag {
        if !person.isActive { return Tag(kind: .void, word: Phrase(zh: "已停用", en: "Inactive")) }
        guard let until = away[person.id] else { return Tag(kind: .onTime, word: Phrase(zh: "在岗", en: "At work")) }
        return Tag(kind: .soon, word: Phrase(zh: "外出至\(until.chinese)", en: "Away until \(until.english)"))
    }

    private static func page(_ visit: Visit, _ filled: FilledForm, isPreview: Bool) async throws -> Response {
        let id = ID<Person>(try visit.parameter("id"))
        let (frame, person, people, drafts) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let person = try OneTimeLinkPage.person(id, of: frame.agency.id, tx)
            let drafts = try tx.carriers.drafts(carriedBy: id, in: frame.agency.id)
            return (frame, person, try tx.people.all(of: frame.agency.id), drafts)
        }
        let takers = people.filter { $0.id != id && $0.isActive && $0.actor.may(.draftItem) }
        let chosen = Set(filled.typed.all("items"))
        let taker = takers.first { $0.id.text == filled.typed.text("to") }
        let parts = HandOnParts(visit: visit, filled: filled, person: person, takers: takers, drafts: drafts)
        let content =
            if isPreview, let taker, !chosen.isEmpty {
                parts.preview(drafts.filter { chosen.contains($0.id.text) }, to: taker)
            } else {
                parts.choice(isIncomplete: isPreview)
            }
        return OfficePage(
            frame,
            .desk,
            title: Phrase(zh: "转交\(person.name)的草稿", en: "Hand on the drafts of \(person.name)")[visit.language],
            steps: [.init(label: title[visit.language], url: visit.links.office("/handing-on"))],
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(content)", status: filled.status)
    }
}

/// The two looks of the page: choosing, and what will happen.
struct HandOnParts {
    var visit: Visit
    var filled: FilledForm
    var person: Person
    var takers: [Person]
    var drafts: [Item]

    private var language: Language { visit.language }
    private var path: String { visit.links.office("/handing-on/\(person.id)") }

    func choice(isIncomplete: Bool) -> HTML {
        guard !drafts.isEmpty else {
            return "<p class=\"quiet\">\(Phrase(zh: "没有等着的草稿。", en: "No drafts wait.")[language])</p>"
        }
        let items = FormField(
            key: "items",
            label: Phrase(zh: "草稿", en: "Drafts"),
            isRequired: true,
            control: .checkboxes(
                drafts.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.title, en: $0.title)) }
            )
        )
        let to = FormField(
            key: "to",
            label: Phrase(zh: "转交给", en: "To whom"),
            isRequired: true,
            control: .select(takers.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) })
        )
        let missing = Notice(
            kind: .wrong,
            title: Phrase(zh: "请选择草稿和接手的人", en: "Choose drafts, and who carries on with them")
        )
        let shown = filled.typed.fields.isEmpty ? drafts.map(\.id.text) : filled.typed.all("items")
        let form = Form(
            action: path,
            hidden: [visit.formToken],
            fields: items.html(in: language, value: .choices(shown), error: filled.refused?.message("items"))
                + filled.field(to),
            buttons: [
                Button(act: Phrase(zh: "预览", en: "Look first"), does: .sends(name: "do", value: "preview"))
            ]
        )
        return (isIncomplete ? missing.html(in: language) : .empty) + form.html(in: language)
    }

    func preview(_ chosen: [Item], to taker: Person) -> HTML {
        let table = DataTable(
            caption: Phrase(
                zh: "将转交给\(taker.name)的 \(chosen.count) 条草稿",
                en: chosen.count == 1 ? "One draft goes to \(taker.name)" : "\(chosen.count) drafts go to \(taker.name)"
            ),
            columns: [
                .init(label: Phrase(zh: "标题", en: "Title")), .init(label: Phrase(zh: "最近修改", en: "Last changed")),
            ],
            rows: chosen.map { item in
                [
                    .link(item.title, url: visit.links.officeItem(item.id.text)),
                    .markup(item.changedAt.element(in: language)),
                ]
            },
            id: "preview"
        )
        let note = Phrase(
            zh: "版本的起草人不变；接手的人在工作台上看到这些草稿，修改后的新版本由其本人负责。",
            en:
                "Who wrote the versions stays recorded; whoever takes over finds the drafts on the desk and answers for the versions saved from then on."
        )
        let form = Form(
            action: path,
            hidden: [visit.formToken, HiddenField(name: "to", value: taker.id.text)]
                + chosen.map { HiddenField(name: "items", value: $0.id.text) },
            fields: .empty,
            buttons: [
                Button(act: Phrase(zh: "转交", en: "Hand them on"), does: .sends(name: "do", value: "hand-on")),
                Button(
                    act: Phrase(zh: "返回修改", en: "Back"),
                    weight: .second,
                    does: .leads(to: path)
                ),
            ]
        )
        return "\(table.html(in: language))<p class=\"quiet\">\(note[language])</p>\(form.html(in: language))"
    }
}
