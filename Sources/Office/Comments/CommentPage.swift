import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One comment in full, with whoever said it: each look at it is written down (个人信息保护法 arts 51, 54).
enum CommentPage {
    static func show(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let commentID = ID<PublicComment>(try visit.parameter("comment"))
        let (reading, comment) = try await visit.app.database.read { tx in
            let reading = try DraftReading(visit, id, tx)
            guard let comment = try tx.comments.find(commentID), comment.item == id else { throw Refusal.notFound }
            return (reading, comment)
        }
        try await ReadComment(comment: comment, actor: try visit.actor()).run(in: visit.app)
        let app = visit.app
        let language = visit.language
        let commenter = try comment.commenter(in: app)
        let unsaid = Phrase(zh: "未填写", en: "not given")[language]
        func said(_ value: String?) -> HTML {
            guard let value, !value.isEmpty else { return "<span class=\"quiet\">\(unsaid)</span>" }
            return HTML.record(value, in: language)
        }
        let rows: [SummaryList.Row] = [
            .init(label: Phrase(zh: "收到时间", en: "Received"), value: comment.receivedAt.element(in: language)),
            .init(label: Phrase(zh: "姓名或单位", en: "Name or organisation"), value: said(commenter?.name)),
            .init(label: Phrase(zh: "联系方式", en: "How to reach"), value: said(commenter?.contact)),
            .init(label: Phrase(zh: "处理", en: "Treatment"), value: said(comment.treatment?.name[language])),
            .init(label: Phrase(zh: "理由", en: "Reason"), value: said(comment.reason)),
        ]
        var page = reading.page(Phrase(zh: "意见全文", en: "A comment in full"), visit)
        page.steps.append(
            .init(
                label: Phrase(zh: "公众意见", en: "Comments of the public")[language],
                url: visit.links.office("/items/\(id)/comments")
            )
        )
        page.lead = Phrase(zh: "您的这次查阅已记入审计记录。", en: "That you read this is written into the audit trail.")
        return page.response(
            to: visit,
            """
            \(SummaryList(rows: rows).html(in: language))\
            <div class="prose"><p>\(HTML.lines(try comment.text(in: app), in: language))</p></div>
            """
        )
    }
}
