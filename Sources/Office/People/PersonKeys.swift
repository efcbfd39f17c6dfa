import Disclosure
import Html
import Text
import Web

/// What an administrator can do about a person's ways in: a one-time link, a lost second factor, somebody to stand in.
struct PersonKeys: Component {
    var person: Person
    var hasFactor: Bool
    var visit: Visit

    func html(in language: Language) -> HTML { link(language) + factor(language) + standingIn(language) }

    private func link(_ language: Language) -> HTML {
        let explained = Phrase(
            zh: "把一次性链接交给本人，由本人设置密码；三天内有效，只能用一次，旧链接随即作废。",
            en:
                "Give the link to the person, who sets the password with it. It works once, within three days, and ends any earlier link."
        )
        return PagePart(
            Phrase(zh: "密码", en: "Password"),
            """
            <p class="quiet">\(explained[language])</p>\
            <form action="\(url: visit.links.office("/people/\(person.id)/link"))" method="post">\
            \(visit.formToken.html(in: language))\
            \(Button(act: Phrase(zh: "生成一次性链接", en: "Make a one-time link"), weight: .second).html(in: language))</form>
            """
        ).html(in: language)
    }

    private func factor(_ language: Language) -> HTML {
        guard hasFactor else { return .empty }
        let explained = Phrase(
            zh: "手机和恢复码都丢失时重置。请先当面确认是本人；重置后此人的登录全部退出，记入审计记录。",
            en:
                "For a lost telephone without recovery codes. Make sure in person who asks; all sessions of the person end, and the audit trail says so."
        )
        return PagePart(
            Phrase(zh: "动态口令", en: "Second factor"),
            """
            <p class="quiet">\(explained[language])</p>\
            <form action="\(url: visit.links.office("/people/\(person.id)/second-factor"))" method="post">\
            \(visit.formToken.html(in: language))\
            \(Button(act: Phrase(zh: "重置动态口令", en: "Reset the second factor"), weight: .second).html(in: language))</form>
            """
        ).html(in: language)
    }

    private func standingIn(_ language: Language) -> HTML {
        let lead = Button(
            act: Phrase(zh: "外出与委托", en: "Absence and delegation"),
            weight: .second,
            does: .leads(to: visit.links.office("/people/\(person.id)/delegations"))
        )
        return "<p>\(lead.html(in: language))</p>"
    }
}
