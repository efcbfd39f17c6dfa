import Civil
import Database
import Disclosure
import Documents
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// One item with everything about it: where it stands, what this person can do, what the public sees, who said what.
enum ItemPage {
    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, ID(try visit.parameter("id")))
    }

    /// The item's page, perhaps with a refusal at its top and what was typed into the delivery form.
    static func page(
        _ visit: Visit,
        _ id: ID<Item>,
        refused: Refused? = nil,
        delivery: FormFields = FormFields(),
        takedown: FormFields = FormFields()
    ) async throws -> Response {
        let reading = try await visit.app.database.read { try ItemReading(visit, id, $0) }
        try await visit.writeDownReading(of: reading.version, under: reading.duty)
        let language = visit.language
        let takedowns = TakedownsView(
            reading: reading,
            visit: visit,
            filled: FilledForm(typed: takedown, refused: refused, language: language)
        )
        let form = DeliveryForm(
            reading: reading,
            filled: FilledForm(typed: delivery, refused: refused, language: language),
            today: visit.app.now().date
        )
        return OfficePage(reading.frame, .items, title: reading.item.title, hasErrors: refused != nil).response(
            to: visit,
            """
            \(Done.notice(visit))\(refused?.summary(in: language) ?? .empty)\
            \(ItemState(reading: reading, app: visit.app).html(in: language))\
            \(LifeView(reading: reading, visit: visit).html(in: language))\
            \(ItemActions(reading: reading, visit: visit).html(in: language))\
            \(FindingsView(
                findings: reading.findings,
                duty: reading.duty,
                standing: reading.findingsStanding
            ).html(in: language))\
            <div class="beside">\(ItemFacts(reading: reading, links: visit.links).html(in: language))\
            <div>\(ReviewProgress(reading: reading, links: visit.links).html(in: language))\
            \(DeadlinesView(reading: reading, app: visit.app).html(in: language))</div></div>\
            \(BondsView(reading: reading, visit: visit).html(in: language))\
            \(content(reading).html(in: language))\
            \(attachments(reading, refused, visit).html(in: language))\(RedactionsView(reading: reading).html(in: language))\
            \(OpinionsView(reading: reading).html(in: language))\
            \(VersionsView(reading: reading, links: visit.links).html(in: language))\
            \(DeliveriesView(reading: reading).html(in: language))\(form.html(visit))\
            \(takedowns.html(in: language))\
            \(ItemHistory(reading: reading).html(in: language))
            """,
            status: refused?.status ?? .ok
        )
    }

    private static func content(_ reading: ItemReading) -> ContentView {
        ContentView(
            content: reading.version.content(for: reading.actor, under: reading.duty),
            duty: reading.duty,
            standing: ContentView.Standing(of: reading.version.id, in: reading.item)
        )
    }

    private static func attachments(_ reading: ItemReading, _ refused: Refused?, _ visit: Visit) -> AttachmentsView {
        var view = AttachmentsView(reading, visit.links)
        guard reading.isInWork, reading.actor.may(.draftItem) else { return view }
        let language = visit.language
        let filled = FilledForm(refused: refused, language: language)
        let change = Button(
            act: Phrase(zh: "改名、排序、移除", en: "Names, order, removal"),
            weight: .plain,
            does: .leads(to: visit.links.office("/items/\(reading.item.id)/attachments"))
        )
        let redact = reading.files.filter { $0.file.kind == .pdf }.map { file in
            Button(
                act: Phrase(zh: "遮盖「\(file.attachment.name)」", en: "Redact «\(file.attachment.name)»"),
                weight: .plain,
                does: .leads(
                    to: visit.links.office("/items/\(reading.item.id)/files/\(file.attachment.sha256)/redaction")
                )
            ).html(in: language)
        }
        view.more = """
            \(reading.files.isEmpty ? .empty : "<div class=\"buttons\">\(change.html(in: language))\(redact)</div>")\
            \(UploadForm(reading: reading, filled: filled, visit: visit).html(in: language))
            """
        return view
    }
}

extension ItemReading {
    /// Not yet signed: opinions, findings and deadlines still ask for something.
    var isInWork: Bool { item.stage == .draft || item.stage == .review }

    /// What the scanner found is open until the secrecy reviewer passes this very version.
    var findingsStanding: FindingsView.Standing {
        guard isInWork else { return .signed }
        return review.opinion(.secrecy)?.verdict == .pass ? .cleared : .open
    }
}

/// A part of an office page under its own heading.
struct PagePart: Component {
    var title: Phrase
    var id: String?
    var content: HTML

    init(_ title: Phrase, id: String? = nil, _ content: HTML) {
        self.title = title
        self.id = id
        self.content = content
    }

    func html(in language: Language) -> HTML {
        content.isEmpty
            ? .empty : "<section class=\"part\"\(attribute: "id", id)><h2>\(title[language])</h2>\(content)</section>"
    }
}

/// Where the item stands, until when, and why it came back.
struct ItemState: Component {
    var reading: ItemReading
    var app: App

    func html(in language: Language) -> HTML {
        let item = reading.item
        let isPublic = item.state == .published
        var tags = [Tag(kind: isPublic ? .onTime : .plain, word: item.state.name)]
        if reading.isInWork, !isPublic { tags.append(DueTag.tag(item, in: app)) }
        let returned = item.returnedReason.map { reason in
            Notice(
                kind: .care,
                title: Phrase(zh: "已退回，请按理由修改后再提交", en: "Sent back: change it as the reason says, then submit again"),
                more: "<p>\(HTML.lines(reason, in: language))</p>"
            ).html(in: language)
        }
        return "<p class=\"tags\">\(tags.html(in: language))</p>\(optional: returned)"
    }
}

/// The facts by which an item is known.
struct ItemFacts: Component {
    var reading: ItemReading
    var links: Links

    func html(in language: Language) -> HTML {
        PagePart(Phrase(zh: "概况", en: "Facts"), SummaryList(rows: rows(language)).html(in: language)).html(in: language)
    }

    private func rows(_ language: Language) -> [SummaryList.Row] {
        let item = reading.item
        let duty = reading.duty
        let choices = reading.choices
        var rows: [SummaryList.Row] = []
        func add(_ zh: String, _ en: String, _ value: HTML?) {
            if let value { rows.append(.init(label: Phrase(zh: zh, en: en), value: value)) }
        }
        add("公开事项", "Duty", "<a href=\"\(url: links.office("/duties/\(duty.code)"))\">\(duty.name[language])</a>")
        add("索引号", "Index number", item.indexNumber.map { HTML(text: $0) })
        add("公开日志编号", "Number in the log", item.leafID.map { HTML(text: $0) })
        add("公开时间", "Published", item.publishedAt?.element(in: language))
        add("公示至", "Displayed until", item.displayUntil?.element(in: language))
        if item.state == .published, item.validity != .inForce {
            add("有效性", "Validity", HTML(text: item.validity.name[language]))
        }
        add(
            "网页",
            "Public page",
            item.leafID.map { leaf in
                """
                <a href="\(url: links.item(reading.frame.agency.code, leaf))">\
                \(Phrase(zh: "在网站上查看", en: "See it on the site")[language])</a>
                """
            }
        )
        add("起草人", "Author", HTML.record(reading.name(of: item.createdBy), in: language))
        add(
            "科室",
            "Section",
            choices.sections.first { $0.id == item.section }.map { HTML(text: $0.name[language]) }
        )
        add("类别", "Class", choices.classes.first { $0.id == item.itemClass }.map { HTML(text: $0.name[language]) })
        add("栏目", "Column", choices.columns.first { $0.id == item.column }.map { HTML(text: $0.name[language]) })
        return rows
    }
}

/// The acts that are open to this person now, the main one first.
struct ItemActions: Component {
    var reading: ItemReading
    var visit: Visit

    func html(in language: Language) -> HTML {
        let item = reading.item
        let path = "/items/\(item.id)"
        let mayDraft = reading.actor.may(.draftItem) && reading.isInWork
        var buttons: [HTML] = []
        for kind in reading.review.needed where reading.standing(of: kind) == .open {
            buttons.append(
                Button(
                    act: kind.act,
                    weight: buttons.isEmpty ? .main : .second,
                    does: .leads(to: visit.links.office("\(path)/opinions/\(kind.rawValue)"))
                ).html(in: language)
            )
        }
        let mustChange = reading.review.wasSentBack
        if mayDraft, item.stage == .draft, !mustChange, !reading.isUnchangedRevision {
            buttons.append(
                """
                <form action="\(url: visit.links.office("\(path)/review"))" method="post">\
                \(visit.formToken.html(in: language))\
                \(Button(act: Phrase(zh: "提交审查", en: "Send to review")).html(in: language))</form>
                """
            )
        }
        if mayDraft {
            buttons.append(
                Button(
                    act: Phrase(zh: "修改", en: "Change"),
                    weight: mustChange ? .main : .second,
                    does: .leads(to: visit.links.office("\(path)/edit"))
                ).html(in: language)
            )
        }
        buttons += LifeActions(reading: reading, visit: visit).buttons(in: language)
        return buttons.isEmpty ? .empty : "<div class=\"buttons\">\(buttons)</div>"
    }
}
