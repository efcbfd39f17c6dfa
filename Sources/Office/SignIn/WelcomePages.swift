import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The one-time link: whoever holds it sets the password once, within three days.
enum WelcomePages {
    static func form(_ visit: Visit) async throws -> Response {
        try visit.take(.link)
        let token = SecretToken(try visit.parameter("token"))
        let now = visit.app.now()
        let isOpen = try await visit.app.database.read { try $0.sessions.isLinkOpen(token, at: now) }
        return isOpen ? page(visit, FilledForm(language: visit.language)) : deadLink(visit)
    }

    static func setPassword(_ visit: Visit) async throws -> Response {
        try visit.take(.link)
        let token = SecretToken(try visit.parameter("token"))
        do {
            let password = try NewPassword.read(visit.form)
            let person = try await SetPassword(password: password, authority: .link(token)).run(in: visit.app)
            let signedIn = try await SignIn(login: person.login, password: password).run(in: visit.app)
            var response = Response.seeOther(visit.links.office("", did: .password))
            response.headers[.setCookie] = Cookies.setting(signedIn, visit.app.settings)
            return response
        } catch let refusal as Refusal {
            if case .wrongState = refusal { return deadLink(visit) }
            let refused = try Refused(refusal)
            return page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) -> Response {
        let form = Form(
            action: visit.links.to(visit.path),
            // Somebody else may still be signed in on this browser.
            hidden: [visit.formToken],
            fields: NewPassword.fields(filled),
            buttons: [Button(act: Phrase(zh: "设置密码并登录", en: "Set the password and sign in"))]
        )
        return OfficeDoorPage(title: Phrase(zh: "设置您的密码", en: "Set your password"), hasErrors: filled.hasErrors)
            .response(to: visit, filled.summary + form.html(in: visit.language), status: filled.status)
    }

    private static func deadLink(_ visit: Visit) -> Response {
        let notice = Notice(
            kind: .wrong,
            title: Phrase(zh: "链接已失效", en: "The link no longer works"),
            text: Phrase(
                zh: "它已经使用过，或者超过了三天。请向本机关管理员索取新的链接。",
                en: "It has been used, or is more than three days old. Ask your agency's administrator for a new one."
            )
        )
        return OfficeDoorPage(title: Phrase(zh: "一次性链接", en: "One-time link"))
            .response(to: visit, notice.html(in: visit.language), status: .notFound)
    }
}

/// A new password is typed twice, because nobody can read it.
enum NewPassword {
    /// - Throws: `Refusal.invalid` when the two differ.
    static func read(_ form: FormFields) throws(Refusal) -> String {
        let password = form["password"] ?? ""
        guard password == form["password-again"] ?? "" else {
            throw .invalid([
                FieldProblem("password-again", zh: "两次输入的密码不一致，请重新输入", en: "The two passwords differ; type them again")
            ])
        }
        return password
    }

    static func fields(_ filled: FilledForm) -> HTML {
        let first = FormField(
            key: "password",
            label: Phrase(zh: "新密码", en: "New password"),
            hint: Phrase(
                zh: "至少十个字符。几个不相干的词连在一起，既好记又难猜。",
                en: "At least ten characters. A few unrelated words are easy to remember and hard to guess."
            ),
            isRequired: true,
            control: .text(TextEntry(kind: .password, autocomplete: "new-password"))
        )
        let again = FormField(
            key: "password-again",
            label: Phrase(zh: "再输入一次", en: "The same again"),
            isRequired: true,
            control: .text(TextEntry(kind: .password, autocomplete: "new-password"))
        )
        return filled.field(first) + filled.field(again)
    }
}
