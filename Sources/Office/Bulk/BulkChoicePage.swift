import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// The page on which items are chosen for one act; only acts that are open to this person, on items that stand right for it.
struct BulkChoicePage: Sendable {
    var visit: Visit
    var filled: FilledForm

    init(_ visit: Visit, _ filled: FilledForm) {
        self.visit = visit
        self.filled = filled
    }

    func page() async throws -> Response {
        let actor = try visit.actor()
        let kinds = BulkPages.Kind.allCases.filter { $0.isOpen(to: actor) }
        let asked = filled.hasErrors ? visit.form.text("act") : visit.query.text("act")
        let kind = BulkPages.Kind(rawValue: asked).flatMap { kinds.contains($0) ? $0 : nil } ?? kinds.first
        let filter = ItemFilter(
            state: kind?.state,
            duty: visit.app.catalogue.duty(visit.query.text("duty"))?.code,
            createdBy: visit.query["mine"] == "1" ? actor.person : nil,
            title: visit.query.text("q")
        )
        let direction = ListDirection(visit.query)
        let (frame, found, choices, channels) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let size = BulkPages.pageSize + 1
            let found = kind == nil ? [] : try tx.items.list(of: frame.agency.id, filter, direction, limit: size)
            return (
                frame, found, try PlacementChoices(of: frame.agency.id, tx), try tx.channels.all(of: frame.agency.id)
            )
        }
        let language = visit.language
        let list = ListPage(found, size: BulkPages.pageSize, direction) {
            ListPlace(at: $0.changedAt, id: $0.id.text)
        }
        let content: HTML
        if let kind, !list.rows.isEmpty {
            content = form(kind, list.rows, actor, choices, channels) + list.pager(visit).html(in: language)
        } else {
            content = empty.html(in: language)
        }
        return OfficePage(
            frame,
            .items,
            title: Phrase(zh: "批量办理", en: "Several at once")[language],
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(tabs(kinds, kind))\(content)", status: filled.status)
    }

    private func tabs(_ kinds: [BulkPages.Kind], _ chosen: BulkPages.Kind?) -> HTML {
        Tabs(
            label: Phrase(zh: "办理什么", en: "What is done"),
            tabs: kinds.map { kind in
                Tabs.Tab(
                    label: kind.name,
                    url: visit.links.office("/bulk?act=\(kind.rawValue)"),
                    isCurrent: kind == chosen
                )
            }
        ).html(in: visit.language)
    }

    private func form(
        _ kind: BulkPages.Kind,
        _ items: [Item],
        _ actor: Actor,
        _ choices: PlacementChoices,
        _ channels: [Channel]
    ) -> HTML {
        let fields: HTML =
            switch kind {
            case .submit: .empty
            case .opinion: BulkFields.opinion(filled, of: actor)
            case .move: BulkFields.move(filled, choices)
            case .deliver: BulkFields.delivery(filled, channels: channels, today: visit.app.now().date)
            }
        let chosen = Set(visit.form.all("item"))
        return Form(
            action: visit.links.office("/bulk"),
            hidden: [visit.formToken, HiddenField(name: "act", value: kind.rawValue)],
            fields: BulkTable(items: items, chosen: chosen, visit: visit).html() + fields,
            buttons: [Button(act: Phrase(zh: "预览", en: "Preview"))]
        ).html(in: visit.language)
    }

    private var empty: EmptyState {
        EmptyState(
            whatWouldBeHere: Phrase(zh: "没有可以批量办理的信息", en: "No items for this"),
            howItGetsHere: Phrase(
                zh: "状态合适、您有权办理的信息会列在这里。",
                en: "Items that stand right for the act, and that you may handle, appear here."
            )
        )
    }
}

/// Items with a box each.
struct BulkTable: Sendable {
    var items: [Item]
    var chosen: Set<String>
    var visit: Visit

    func html() -> HTML {
        let language = visit.language
        return DataTable(
            caption: Phrase(zh: "本页 \(items.count) 条，勾选要办理的", en: "\(items.count) on this page; choose"),
            columns: [
                .init(label: Phrase(zh: "选择", en: "Choose")), .init(label: Phrase(zh: "信息", en: "Item")),
                .init(label: Phrase(zh: "公开事项", en: "Duty")), .init(label: Phrase(zh: "时限", en: "Due")),
            ],
            rows: items.enumerated().map { place, item in
                [
                    .markup(
                        BulkBox(
                            field: "item",
                            value: item.id.text,
                            name: item.title,
                            isChosen: chosen.contains(item.id.text),
                            isFirst: place == 0
                        ).html(in: language)
                    ),
                    .link(item.title, url: visit.links.officeItem(item.id.text)),
                    .text(visit.app.catalogue.duty(item.duty)?.name[language] ?? item.duty),
                    .markup(DueTag.tag(item, in: visit.app).html(in: language)),
                ]
            },
            id: "items"
        ).html(in: language)
    }
}

/// The box with which one of several is chosen.
struct BulkBox: Sendable {
    /// Of the form field.
    var field: String
    var value: String
    var name: String
    var isChosen: Bool
    /// The first has the id that an error summary leads to.
    var isFirst: Bool

    func html(in language: Language) -> HTML {
        let label = Phrase(zh: "选择：", en: "Choose: ")[language]
        return """
            <label class="choice"><input type="checkbox" name="\(field)" value="\(value)"\
            \(flag: "checked", if: isChosen)\(attribute: "id", isFirst ? FormField.id(of: field) : nil)>\
            <span class="unseen">\(label)\(HTML.record(name, in: language))</span></label>
            """
    }
}
