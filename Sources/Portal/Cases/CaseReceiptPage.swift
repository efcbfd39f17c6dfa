import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// What an applicant gets after filing, sealed into an address that ends soon: the database keeps only a hash of the code.
struct CaseReceipt: Sendable {
    private static let purpose = "case-receipt"
    private static let validFor = Instant.hours(1) / 2

    var file: ID<CaseFile>
    var code: String

    func ticket(in app: App) throws -> String {
        try SealedTicket.issue("\(file)\n\(code)", for: Self.purpose, in: app)
    }

    init(file: ID<CaseFile>, code: String) {
        self.file = file
        self.code = code
    }

    init?(_ ticket: String, in app: App) {
        let found = SealedTicket.read(ticket, for: Self.purpose, validFor: Self.validFor, in: app)
        guard let parts = found?.text.split(separator: "\n"), parts.count == 2 else { return nil }
        self.init(file: ID(String(parts[0])), code: String(parts[1]))
    }
}

/// The receipt: number and code, what comes next and by when; to be printed or noted, for it is shown only now.
enum CaseReceiptPage {
    /// Answers `/{agency}/case-receipts/{ticket}`.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let receipt = CaseReceipt(try visit.parameter("ticket"), in: visit.app)
        let (agency, history) = try await visit.app.database.read { [app = visit.app] tx in
            let agency = try tx.agency(code)
            guard let receipt else { return (agency, CaseHistory?.none) }
            return (agency, try CaseHistory(try tx.cases.require(receipt.file, of: agency.id), tx, in: app))
        }
        guard let receipt, let history else { return page(ended(agency, visit), agency, visit, status: .gone) }
        return page(try content(receipt, history, agency, visit), agency, visit)
    }

    private static func content(
        _ receipt: CaseReceipt,
        _ history: CaseHistory,
        _ agency: Agency,
        _ visit: Visit
    ) throws -> HTML {
        let language = visit.language
        let file = history.file
        let notice = Notice(
            kind: .done,
            title: Phrase(zh: "已收到，编号\(file.number)", en: "It has arrived; its number is \(file.number)"),
            text: Phrase(
                zh: "请打印本页或者记下编号和查询码：查询码只显示这一次，半小时后本页失效。",
                en:
                    "Print this page or note number and code: the code is shown only now, and this page ends in half an hour."
            )
        )
        let rows = SummaryList(rows: [
            .init(label: Phrase(zh: "办件编号", en: "Number"), value: HTML.record(file.number, in: language)),
            .init(
                label: Phrase(zh: "查询码", en: "Code"),
                value: "<code>\(receipt.code)</code>"
            ),
            .init(label: Phrase(zh: "事项", en: "Matter"), value: HTML(text: history.procedure.name[language])),
            .init(label: Phrase(zh: "提交时间", en: "Filed"), value: file.filedAt.element(in: language)),
        ])
        return notice.html(in: language) + rows.html(in: language) + next(history, agency, visit)
            + CaseFilesForm(history: history, access: try CaseAccess.issue(for: file.id, in: visit.app), count: 0)
            .html(agency, visit)
    }

    private static func next(_ history: CaseHistory, _ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        let state = CaseStanding(history)
        let query = visit.links.to("/\(agency.code)/cases")
        return """
            <section class="block"><h2>\(Phrase(zh: "接下来", en: "What comes next")[language])</h2>\
            <p>\(state.sentence[language])</p>\(CaseClockList(history: history, isMainOnly: true).html(visit))\
            <p><a href="\(url: query)">\(CaseQueryPage.title[language])</a></p></section>
            """
    }

    private static func ended(_ agency: Agency, _ visit: Visit) -> HTML {
        Notice(
            title: Phrase(zh: "回执页已经失效", en: "This receipt has ended"),
            text: Phrase(
                zh: "为保护您的信息，回执只显示半小时。凭查询码和联系方式可以查询办理进度；没有记下查询码的，请凭身份证明联系本机关。",
                en:
                    "To protect you it is shown for half an hour. Follow your case with the code and your contact; if you did not note the code, contact the agency with proof of who you are."
            ),
            more: """
                <p><a href="\(url: visit.links.to("/\(agency.code)/cases"))">\(CaseQueryPage.title[visit.language])</a></p>
                """
        ).html(in: visit.language)
    }

    private static func page(
        _ content: HTML,
        _ agency: Agency,
        _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: Phrase(zh: "提交回执", en: "Receipt")[visit.language],
            entrance: .appeal
        )
        layout.isHiddenFromSearch = true
        var answer = layout.page(content, status: status)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
}
