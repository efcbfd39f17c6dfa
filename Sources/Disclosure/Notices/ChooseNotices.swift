import Civil
package import Database
import Text

/// The applicant wants notices by e-mail, or no more of them; on the page of the case.
package struct ChooseNotices: UseCase {
    package var file: ID<CaseFile>
    package var wants: Bool

    package init(_ file: ID<CaseFile>, wants: Bool) {
        self.file = file
        self.wants = wants
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard let file = try tx.cases.find(file) else { throw Refusal.notFound }
        if wants {
            let history = try CaseHistory(file, tx, in: app)
            guard try tx.notices.standing(of: history, in: app).isOffered else {
                throw Refusal.wrongState(
                    Phrase(
                        zh: "这件办件不能使用邮件提醒，请在本页查看进展",
                        en: "This case has no notices by e-mail; please look at this page"
                    )
                )
            }
            try tx.notices.begin(for: file.id, at: app.now())
        } else {
            try tx.notices.end(for: file.id, at: app.now())
        }
        try tx.audit.record(
            "case.notices",
            of: "case",
            file.id.text,
            detail: wants ? "on" : "off",
            by: nil,
            agency: file.agency,
            in: app
        )
    }
}
