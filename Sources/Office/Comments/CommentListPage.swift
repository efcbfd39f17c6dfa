import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// The comments on a draft, page by page, numbers masked: several are chosen, their treatment is previewed, then recorded.
enum CommentListPage {
    static let pageSize = TreatComments.most

    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    /// The first time a form comes it is shown what it would do; the form of that preview does it.
    static func treat(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let form = visit.form
        let treat = TreatComments(
            item: id,
            comments: form.all("comment").map { ID($0) },
            treatment: PublicComment.Treatment(rawValue: form.text("treatment")),
            reason: form.text("reason"),
            gist: form.text("gist"),
            actor: try visit.actor()
        )
        do {
            guard form["confirmed"] == "yes" else {
                let app = visit.app
                let chosen = try await app.database.read { try treat.preview($0, in: app) }
                return try await CommentPreview(treat: treat, chosen: chosen).page(visit)
            }
            _ = try await treat.run(in: visit.app)
            return .seeOther(visit.links.office("/items/\(id)/comments", did: .treated))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let direction = ListDirection(visit.query)
        let isOpen = visit.query["open"] == "1"
        let (reading, found) = try await visit.app.database.read { tx in
            let reading = try DraftReading(visit, id, tx)
            return (reading, try tx.comments.page(of: id, isOpen: isOpen, direction, limit: pageSize + 1))
        }
        let page = ListPage(found, size: pageSize, direction) { ListPlace(at: $0.receivedAt, id: $0.id.text) }
        let language = visit.language
        return reading.page(
            Phrase(zh: "公众意见", en: "Comments of the public"),
            visit,
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(reading.counts(visit).html(in: language))\(narrow(isOpen, id, visit))\
            \(try list(page.rows, reading, filled, visit))\(page.pager(visit).html(in: language))
            """,
            status: filled.status
        )
    }

    private static func narrow(_ isOpen: Bool, _ id: ID<Item>, _ visit: Visit) -> HTML {
        let path = visit.links.office("/items/\(id)/comments")
        let (words, address) =
            isOpen
            ? (Phrase(zh: "看全部意见", en: "Show all comments"), path)
            : (Phrase(zh: "只看未处理的", en: "Only those not yet treated"), path + "?open=1")
        return "<p><a href=\"\(url: address)\">\(words[visit.language])</a></p>"
    }

    private static func list(
        _ comments: [PublicComment],
        _ reading: DraftReading,
        _ filled: FilledForm,
        _ visit: Visit
    ) throws -> HTML {
        guard !comments.isEmpty else {
            return EmptyState(
                whatWouldBeHere: Phrase(zh: "没有意见", en: "No comments"),
                howItGetsHere: Phrase(
                    zh: "公众在草案的网页上提交的意见会列在这里。",
                    en: "What the public says on the page of the draft appears here."
                )
            ).html(in: visit.language)
        }
        let table = try CommentTable(item: reading.item.id, chosen: filled.typed.all("comment"), visit: visit)
            .html(comments)
        return Form(
            action: visit.links.office("/items/\(reading.item.id)/comments"),
            hidden: [visit.formToken],
            fields: table + TreatmentFields.html(filled),
            buttons: [Button(act: Phrase(zh: "预览处理结果", en: "Preview"))]
        ).html(in: visit.language)
    }
}

/// A published draft and its counts, for the pages about its comments.
struct DraftReading: Sendable {
    var frame: OfficeFrame
    var item: Item
    var tally: CommentTally

    /// - Throws: `Refusal.notFound` unless it is an item of this agency on which the public comments.
    init(_ visit: Visit, _ id: ID<Item>, _ tx: any SQLConnection) throws {
        frame = try OfficeFrame(visit, tx)
        guard let item = try tx.items.find(id), item.agency == frame.agency.id,
            visit.app.catalogue.duty(item.duty)?.takesComments == true
        else { throw Refusal.notFound }
        self.item = item
        tally = try tx.comments.tally(of: id)
    }

    func page(_ title: Phrase, _ visit: Visit, hasErrors: Bool = false) -> OfficePage {
        OfficePage(
            frame,
            .items,
            title: title[visit.language],
            steps: [.init(label: item.title, url: visit.links.officeItem(item.id.text))],
            hasErrors: hasErrors
        )
    }

    func counts(_ visit: Visit) -> SummaryList {
        let treated = PublicComment.Treatment.allCases.map { ($0.name, tally.count($0)) }
        let rows =
            [(Phrase(zh: "收到意见", en: "Received"), tally.received)] + treated
            + [(Phrase(zh: "尚未处理", en: "Not treated yet"), tally.open)]
        return SummaryList(
            rows: rows.map { .init(label: $0.0, value: HTML(text: $0.1.grouped(in: visit.language))) }
        )
    }
}

/// Comments with a box to choose each; two columns, so that a narrow window shows them whole.
struct CommentTable: Sendable {
    var item: ID<Item>
    /// Ids of those that stay chosen after a mistake; nil draws no boxes.
    var chosen: [String]?
    var visit: Visit

    func html(_ comments: [PublicComment]) throws -> HTML {
        let language = visit.language
        return DataTable(
            caption: Phrase(zh: "本页 \(comments.count) 条", en: "\(comments.count) on this page"),
            columns: [
                .init(label: Phrase(zh: "收到", en: "Received")),
                .init(label: Phrase(zh: "意见和现在的处理", en: "Comment, and its treatment now")),
            ],
            rows: try comments.enumerated().map { place, comment in
                let choice = chosen == nil ? HTML.empty : box(comment, isFirst: place == 0)
                return [
                    .markup("\(choice)\(comment.receivedAt.date.element(in: language))"),
                    .markup("\(try text(comment))\(treatment(comment, language))"),
                ]
            },
            id: "comments"
        ).html(in: language)
    }

    /// The first has the id that an error summary leads to.
    private func box(_ comment: PublicComment, isFirst: Bool) -> HTML {
        let label = Phrase(zh: "选择这条意见", en: "Choose this comment")[visit.language]
        let isChosen = chosen?.contains(comment.id.text) ?? false
        return """
            <label class="choice"><input type="checkbox" name="comment" value="\(comment.id.text)"\
            \(flag: "checked", if: isChosen)\(attribute: "id", isFirst ? FormField.id(of: "comment") : nil)><span class="unseen">\(label)</span></label>
            """
    }

    private func text(_ comment: PublicComment) throws -> HTML {
        let words = try comment.maskedText(in: visit.app)
        let address = visit.links.office("/items/\(item)/comments/\(comment.id)")
        let found =
            comment.findings.isEmpty
            ? HTML.empty
            : Tag(kind: .soon, word: Phrase(zh: "含个人信息，已遮盖", en: "personal data, masked")).html(in: visit.language)
        return """
            \(HTML.lines(String(words.prefix(500)), in: visit.language))\(words.count > 500 ? "…" : .empty) \(found) \
            <a href="\(url: address)">\(Phrase(zh: "看全文", en: "Read all of it")[visit.language])</a>
            """
    }

    private func treatment(_ comment: PublicComment, _ language: Language) -> HTML {
        guard let treatment = comment.treatment else { return .empty }
        let reason = [comment.gist, comment.reason].filter { !$0.isEmpty }.joined(separator: " · ")
        return
            "<p><b>\(treatment.name[language])</b> <span class=\"quiet\">\(HTML.record(reason, in: language))</span></p>"
    }
}

/// How the chosen comments are treated.
enum TreatmentFields {
    static func html(_ filled: FilledForm) -> HTML {
        let treatment = FormField(
            key: "treatment",
            label: Phrase(zh: "怎样处理所选意见", en: "How the chosen comments are treated"),
            isRequired: true,
            control: .radios(PublicComment.Treatment.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let gist = FormField(
            key: "gist",
            label: Phrase(zh: "意见概括（公布时用）", en: "Its gist, as the outcome gives it"),
            hint: Phrase(
                zh: "相同意见写同样的概括，公布时合并为一条；不写则只计数。不要出现姓名和联系方式。",
                en: "Equal gists become one line; without one the comment is only counted. No names."
            ),
            control: .longText(lines: 2, longest: 300)
        )
        let reason = FormField(
            key: "reason",
            label: Phrase(zh: "理由", en: "Reason"),
            hint: Phrase(zh: "不予采纳须写明；会公布。", en: "Needed where it is not adopted; it is published."),
            control: .longText(lines: 3, longest: 1_000)
        )
        return filled.field(treatment) + filled.field(gist) + filled.field(reason)
    }
}
