import Disclosure
import Text
import Web

/// The cases on a desk, each with the one act that is this person's; never with what they say.
extension DeskRows {
    /// To sign, to decide, to take.
    func owed(_ cases: CaseDesk) -> [Web.Desk.Row] {
        cases.toSign.map { row($0, Phrase(zh: "签发", en: "Sign")) }
            + cases.extensions.map { row($0, Phrase(zh: "决定延期", en: "Decide on the extension")) }
            + cases.toConfirm.map { row($0, Phrase(zh: "确认、签收", en: "Take it")) }
    }

    func late(_ cases: CaseDesk) -> [Web.Desk.Row] {
        (cases.late + cases.thisWeek).map { row($0, Phrase(zh: "办理", en: "Handle it")) }
    }

    private func row(_ file: CaseFile, _ act: Phrase) -> Web.Desk.Row {
        let procedure = app.procedures.named(file.procedure)
        let url = links.office("/cases/\(file.id)")
        return Web.Desk.Row(
            title: file.number,
            url: url,
            note: procedure?.state(file.state)?.name,
            due: CaseTag.tag(file, in: app),
            act: act,
            actURL: url + "#next"
        )
    }
}
