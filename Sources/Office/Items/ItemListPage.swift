import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// All items of the agency, narrowed by state, duty, author and title; page by page, the last changed first.
enum ItemListPage {
    static let pageSize = 30

    static func show(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let filter = filter(visit, actor)
        let direction = ListDirection(visit.query)
        let (frame, found) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try tx.items.list(of: frame.agency.id, filter, direction, limit: pageSize + 1))
        }
        let page = ListPage(found, size: pageSize, direction) { ListPlace(at: $0.changedAt, id: $0.id.text) }
        let language = visit.language
        let start = Button(
            act: Phrase(zh: "起草信息", en: "Draft an item"),
            does: .leads(to: visit.links.office("/items/new"))
        )
        let several = Phrase(zh: "批量办理", en: "Several at once")
        return OfficePage(
            frame,
            .items,
            title: OfficeArea.items.name[language],
            isAreaHome: true
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(actor.may(.draftItem) ? "<p>\(start.html(in: language))</p>" : .empty)\
            <p><a href="\(url: visit.links.office("/bulk"))">\(several[language])</a></p>\
            \(ItemFilterForm(visit: visit).html(in: language))\
            \(list(page.rows, visit))\(page.pager(visit).html(in: language))
            """
        )
    }

    private static func filter(_ visit: Visit, _ actor: Actor) -> ItemFilter {
        ItemFilter(
            state: Item.State(rawValue: visit.query.text("state")),
            duty: visit.app.catalogue.duty(visit.query.text("duty"))?.code,
            createdBy: visit.query["mine"] == "1" ? actor.person : nil,
            title: visit.query.text("q")
        )
    }

    private static func list(_ items: [Item], _ visit: Visit) -> HTML {
        guard !items.isEmpty else {
            let isNarrowed = ["state", "duty", "mine", "q"].contains { !visit.query.text($0).isEmpty }
            return EmptyState(
                whatWouldBeHere: isNarrowed
                    ? Phrase(zh: "没有符合条件的信息", en: "Nothing fits") : Phrase(zh: "还没有信息", en: "No items yet"),
                howItGetsHere: isNarrowed
                    ? Phrase(zh: "放宽条件再找。", en: "Take a condition away and look again.")
                    : Phrase(zh: "起草的信息会列在这里，从草稿到公开。", en: "What is drafted appears here, from draft to publication.")
            ).html(in: visit.language)
        }
        return ItemList(
            rows: items.map { item in
                ListRow(
                    date: item.changedAt.date,
                    title: item.title,
                    url: visit.links.officeItem(item.id.text),
                    number: item.state.name[visit.language],
                    duty: visit.app.catalogue.duty(item.duty)?.name[visit.language] ?? item.duty,
                    tag: DueTag.tag(item, in: visit.app)
                )
            }
        ).html(in: visit.language)
    }
}

/// The ways to narrow the list of items; a form by address, so that a list can be kept and sent.
struct ItemFilterForm: Component {
    var visit: Visit

    func html(in language: Language) -> HTML {
        """
        <form class="filter" action="\(url: visit.links.office("/items"))" method="get">\
        \(title(language))\(state(language))\(duty(language))\(mine(language))\
        <div class="buttons">\(Button(act: Phrase(zh: "筛选", en: "Narrow"), weight: .second).html(in: language))</div></form>
        """
    }

    private func title(_ language: Language) -> HTML {
        FormField(
            key: "q",
            label: Phrase(zh: "标题中的词", en: "Words of the title"),
            control: .text(TextEntry(longest: 100))
        ).html(in: language, value: .text(visit.query.text("q")))
    }

    private func state(_ language: Language) -> HTML {
        FormField(
            key: "state",
            label: Phrase(zh: "状态", en: "State"),
            control: .select(Item.State.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        ).html(in: language, value: .text(visit.query.text("state")))
    }

    private func duty(_ language: Language) -> HTML {
        FormField(
            key: "duty",
            label: Phrase(zh: "公开事项", en: "Duty"),
            control: .select(visit.app.catalogue.duties.map { FieldChoice(value: $0.code, label: $0.name) })
        ).html(in: language, value: .text(visit.query.text("duty")))
    }

    private func mine(_ language: Language) -> HTML {
        FormField(
            key: "mine",
            label: Phrase(zh: "起草人", en: "Author"),
            control: .checkboxes([FieldChoice(value: "1", label: Phrase(zh: "只看我起草的", en: "Only mine"))])
        ).html(in: language, value: .choices([visit.query.text("mine")]))
    }
}
