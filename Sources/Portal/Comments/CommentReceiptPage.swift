import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// What became of a comment, for the one who has its code; it says neither what was written nor by whom.
enum CommentReceiptPage {
    /// Answers `/{agency}/comment-receipts/{code}`.
    static func show(_ visit: Visit) async throws -> Response {
        let agencyCode = try visit.parameter("agency")
        let code = try visit.parameter("code")
        let (agency, comment, item) = try await visit.app.database.read { tx in
            let agency = try tx.agency(agencyCode)
            guard let comment = try tx.comments.find(receipt: code),
                let item = try tx.items.find(comment.item), item.agency == agency.id
            else { throw Refusal.notFound }
            return (agency, comment, item)
        }
        let language = visit.language
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: Phrase(zh: "您的意见", en: "Your comment")[language]
        )
        layout.isHiddenFromSearch = true
        var answer = layout.page(content(comment, item, code.uppercased(), agency, visit))
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    private static func content(
        _ comment: PublicComment,
        _ item: Item,
        _ code: String,
        _ agency: Agency,
        _ visit: Visit
    ) -> HTML {
        let language = visit.language
        let received = Notice(
            kind: .done,
            title: Phrase(zh: "意见已收到，回执编号 \(code)", en: "Your comment has arrived; its code is \(code)"),
            text: Phrase(
                zh: "请记下编号或保存本页地址，以后可以在这里查看处理情况。",
                en: "Note the code or keep the address of this page: here you see later how it was treated."
            )
        )
        var rows = [
            SummaryList.Row(label: Phrase(zh: "草案", en: "Draft"), value: draft(item, agency, visit)),
            .init(
                label: Phrase(zh: "收到时间", en: "Received"),
                value: comment.receivedAt.element(in: language)
            ),
            .init(
                label: Phrase(zh: "处理情况", en: "Treatment"),
                value: HTML(
                    text: (comment.treatment?.name ?? Phrase(zh: "尚未处理", en: "Not treated yet"))[language]
                )
            ),
        ]
        if comment.treatment != nil, !comment.reason.isEmpty {
            rows.append(
                .init(label: Phrase(zh: "理由", en: "Reason"), value: HTML.record(comment.reason, in: language))
            )
        }
        return received.html(in: language) + SummaryList(rows: rows).html(in: language)
    }

    /// A draft that is no longer public keeps its title to itself.
    private static func draft(_ item: Item, _ agency: Agency, _ visit: Visit) -> HTML {
        guard item.state == .published, let leafID = item.leafID else {
            return HTML(text: Phrase(zh: "已停止公开", en: "No longer public")[visit.language])
        }
        return """
            <a href="\(url: visit.links.item(agency.code, leafID))">\(HTML.record(item.title, in: visit.language))</a>
            """
    }
}
