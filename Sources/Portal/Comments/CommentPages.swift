import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// Comments of the public on a decision draft: the form while its period is open, and what became of a comment.
enum CommentPages {
    /// Answers `/{agency}/items/{leaf}/comments`.
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, CommentForm(visit: visit))
    }

    /// Takes a comment; whatever is wrong with it, the text stays on the page.
    static func file(_ visit: Visit) async throws -> Response {
        try visit.take(.publicForm)
        let reading = try await read(visit)
        let form = visit.form
        let comment = FileComment(
            item: reading.item.id,
            text: form.text("text"),
            name: form.text("name"),
            contact: form.text("contact"),
            hasConsented: form["consent"] == "yes"
        )
        do {
            let filed = try await comment.run(in: visit.app)
            let path = "/\(reading.agency.code)/comment-receipts/\(filed.code)"
            return .seeOther(visit.links.to(path))
        } catch Refusal.invalid(let problems) {
            return try await page(visit, CommentForm(visit: visit, problems: problems), status: .unprocessableContent)
        } catch Refusal.wrongState(let why) {
            return try await page(visit, CommentForm(visit: visit, refused: why), status: .conflict)
        }
    }

    private static func read(_ visit: Visit) async throws -> ItemReading {
        let code = try visit.parameter("agency")
        let leafID = try visit.parameter("leaf")
        let reading = try await visit.app.database.read { tx in
            try ItemReading(tx, agency: code, leafID: leafID, catalogue: visit.app.catalogue)
        }
        guard reading.commentPeriod != nil else { throw Refusal.notFound }
        return reading
    }

    private static func page(
        _ visit: Visit,
        _ form: CommentForm,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reading = try await read(visit)
        let language = visit.language
        let layout = PortalLayout(
            visit: visit,
            agency: reading.agency,
            title: Phrase(zh: "提出意见：\(reading.item.title)", en: "Comment on: \(reading.item.title)")[language],
            entrance: .columns,
            breadcrumbs: Breadcrumbs(
                steps: [
                    .init(label: reading.agency.name[language], url: visit.links.agency(reading.agency.code)),
                    .init(label: reading.item.title, url: visit.links.item(reading.agency.code, reading.leafID)),
                ],
                current: Phrase(zh: "提出意见", en: "Comment")[language]
            )
        )
        let outcomes = reading.bonds.filter { $0.kind == .outcome }
        let related = ItemElements.relations(outcomes, reading.agency, visit).html(in: language)
        return layout.page(form.html(for: reading) + related, status: status)
    }
}

/// «征求意见» on the page of a draft: until when, and the form; before and after, when it opens or that it is closed.
struct CommentForm: Sendable {
    var visit: Visit
    var problems: [FieldProblem] = []
    /// Why the comment was not taken, whatever it says.
    var refused: Phrase?

    func html(for reading: ItemReading) -> HTML {
        guard let period = reading.commentPeriod else { return .empty }
        let standing = period.standing(on: visit.app.now().date)
        let language = visit.language
        let notice = Self.notice(standing)
        let wrong = refused.map { Notice(kind: .wrong, title: $0).html(in: language) }
        let mistakes = ErrorSummary(mistakes: problems.map { .init(key: $0.key, message: $0.message) })
        return """
            \(optional: wrong)\(mistakes.html(in: language))\(refused == nil ? notice.html(in: language) : .empty)\
            \(body(reading, standing))
            """
    }

    /// What every reader of the draft is told.
    static func notice(_ standing: CommentPeriod.Standing) -> Notice {
        switch standing {
        case .opens(let from):
            Notice(
                title: Phrase(
                    zh: "公开征求意见从\(from.chinese)开始",
                    en: "Comments open on \(from.english)"
                )
            )
        case .open(let until):
            Notice(
                kind: .care,
                title: Phrase(
                    zh: "正在公开征求意见，\(until.chinese)截止（含当日）",
                    en: "Open for comment until the end of \(until.english)"
                )
            )
        case .closed(let day):
            Notice(
                title: Phrase(
                    zh: "公开征求意见已于\(day.chinese)截止",
                    en: "Comments closed on \(day.english)"
                ),
                text: Phrase(
                    zh: "本机关会公布意见采纳情况和理由。",
                    en: "The agency publishes how the comments were treated, and why."
                )
            )
        }
    }

    private func body(_ reading: ItemReading, _ standing: CommentPeriod.Standing) -> HTML {
        let language = visit.language
        guard case .open = standing else {
            // Nothing typed is lost: a comment that came too late can be copied from the page.
            let text = visit.form.text("text")
            guard !text.isEmpty else { return .empty }
            return FormField(
                key: "text",
                label: Phrase(zh: "您写的内容", en: "What you wrote"),
                control: .longText(lines: 8, longest: nil)
            ).html(in: language, value: .text(text))
        }
        return Form(
            action: visit.links.to("/\(reading.agency.code)/items/\(reading.leafID)/comments"),
            fields: fields.joined(),
            buttons: [Button(act: Phrase(zh: "提交意见", en: "Send the comment"))]
        ).html(in: language)
    }

    private var fields: [HTML] {
        let text = FormField(
            key: "text",
            label: Phrase(zh: "您的意见", en: "Your comment"),
            hint: Phrase(
                zh: "不超过 5000 字。请不要写身份证号、电话等个人信息。",
                en: "At most 5,000 characters. Please leave out identity and telephone numbers."
            ),
            isRequired: true,
            control: .longText(lines: 8, longest: FileComment.longestText)
        )
        let name = FormField(
            key: "name",
            label: Phrase(zh: "姓名或单位（可不填）", en: "Your name or organisation (optional)"),
            control: .text(TextEntry(autocomplete: "name", longest: FileComment.longestName))
        )
        let contact = FormField(
            key: "contact",
            label: Phrase(zh: "联系方式（可不填）", en: "How to reach you (optional)"),
            hint: Phrase(
                zh: "只在需要向您核实时使用，加密保存，不会公开。",
                en: "Used only to ask you back; kept encrypted and never published."
            ),
            control: .text(TextEntry(longest: FileComment.longestContact))
        )
        let consent = FormField(
            key: "consent",
            label: Phrase(zh: "个人信息处理", en: "Your personal data"),
            isRequired: true,
            control: .checkboxes([
                FieldChoice(
                    value: "yes",
                    label: Phrase(
                        zh: "我同意本机关为研究这份草案的意见而处理我填写的内容；公布采纳情况时不出现我的姓名和联系方式",
                        en:
                            "I agree that the agency handles what I wrote to weigh comments on this draft; the outcome names neither me nor how to reach me"
                    )
                )
            ])
        )
        return [text, name, contact, consent].map { field in
            let value: FieldValue =
                field.key == "consent" ? .choices(visit.form.all("consent")) : .text(visit.form[field.key] ?? "")
            return field.html(
                in: visit.language,
                value: value,
                error: problems.first { $0.key == field.key }?.message
            )
        }
    }
}
