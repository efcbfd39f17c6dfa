import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Shows a one-time link, once: only its hash is kept, so it cannot be shown again.
enum OneTimeLinkPage {
    static func make(_ visit: Visit) async throws -> Response {
        let id = ID<Person>(try visit.parameter("id"))
        let token = try await MakeOneTimeLink(person: id, actor: try visit.actor()).run(in: visit.app)
        let (frame, person) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try self.person(id, of: frame.agency.id, tx))
        }
        let address = visit.app.settings.publicURL + Links(language: person.language).office("/welcome/\(token.text)")
        let notice = Notice(
            kind: .care,
            title: Phrase(zh: "请现在复制，离开本页后不再显示", en: "Copy it now: it is not shown again"),
            text: Phrase(
                zh: "当面或用内部即时通讯交给\(person.name)本人。谁拿到链接，谁就能设置密码。",
                en:
                    "Hand it to \(person.name) in person or by an internal messenger. Whoever has the link can set the password."
            )
        )
        let field = FormField(
            key: "link",
            label: Phrase(zh: "一次性链接（三天内有效，只能用一次）", en: "One-time link (works once, within three days)"),
            control: .longText(lines: 3, longest: nil)
        )
        return OfficePage(
            frame,
            .people,
            title: Phrase(zh: "一次性链接", en: "One-time link")[visit.language],
            steps: [.init(label: person.name, url: visit.links.office("/people/\(id)"))]
        ).response(
            to: visit,
            notice.html(in: visit.language) + field.html(in: visit.language, value: .text(address))
        )
    }

    /// A person of one agency.
    static func person(_ id: ID<Person>, of agency: ID<Agency>, _ tx: any SQLConnection) throws -> Person {
        guard let person = try tx.people.find(id), person.agency == agency else { throw Refusal.notFound }
        return person
    }
}
