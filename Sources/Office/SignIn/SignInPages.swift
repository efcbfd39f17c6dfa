import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// Signing in and out of the office; whoever was on the way to a page arrives there.
enum SignInPages {
    static func form(_ visit: Visit) async throws -> Response {
        if visit.session != nil { return .seeOther(visit.links.office()) }
        return page(visit, FilledForm(language: visit.language))
    }

    static func signIn(_ visit: Visit) async throws -> Response {
        let login = visit.form.text("login").lowercased()
        try visit.take(.signIn, account: login)
        let token: SecretToken
        do {
            token = try await SignIn(login: login, password: visit.form["password"] ?? "").run(in: visit.app)
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
        return try await entered(visit, token)
    }

    /// On to where the person was going, or to the second step, with the session's cookie.
    static func entered(_ visit: Visit, _ token: SecretToken) async throws -> Response {
        let session = try await visit.app.session(token)
        var links = visit.links
        if visit.language == .zh, let chosen = session?.person.language { links.language = chosen }
        let next = NextPage.path(from: visit.form.text("next")) ?? "/office"
        let address =
            session?.stage == .code
            ? links.office("/sign-in/code") + "?next=\(queryEncoded(next))" : links.to(next)
        var response = Response.seeOther(address)
        response.headers[.setCookie] = Cookies.setting(token, visit.app.settings)
        return response
    }

    static func signOut(_ visit: Visit) async throws -> Response {
        try await end(visit, everywhere: false)
    }

    static func signOutEverywhere(_ visit: Visit) async throws -> Response {
        try await end(visit, everywhere: true)
    }

    private static func end(_ visit: Visit, everywhere: Bool) async throws -> Response {
        guard let session = visit.session else { throw Refusal.notFound }
        try await SignOut(session: session, everywhere: everywhere).run(in: visit.app)
        var response = Response.seeOther(visit.links.office("/sign-in", did: .signedOut))
        response.headers[.setCookie] = Cookies.ending(visit.app.settings)
        return response
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) -> Response {
        let next = NextPage.path(from: visit.query.text("next")) ?? NextPage.path(from: visit.form.text("next"))
        let login = FormField(
            key: "login",
            label: Phrase(zh: "登录名", en: "Sign-in name"),
            control: .text(TextEntry(autocomplete: "username"))
        )
        let password = FormField(
            key: "password",
            label: Phrase(zh: "密码", en: "Password"),
            control: .text(TextEntry(kind: .password, autocomplete: "current-password"))
        )
        let form = Form(
            action: visit.links.office("/sign-in"),
            hidden: next.map { [HiddenField(name: "next", value: $0)] } ?? [],
            fields: filled.field(login) + filled.field(password),
            buttons: [Button(act: Phrase(zh: "登录", en: "Sign in"))]
        )
        let help = Phrase(
            zh: "忘记密码请联系本机关管理员，由其发给您一个一次性链接。",
            en: "If you have forgotten your password, ask your agency's administrator for a one-time link."
        )
        return OfficeDoorPage(title: Phrase(zh: "登录", en: "Sign in"), hasErrors: filled.hasErrors).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(form.html(in: visit.language))\
            <p class="quiet">\(help[visit.language])</p>
            """,
            status: filled.status
        )
    }
}

/// Where somebody was going who had to sign in first: an address of the office on this very site, and nothing else.
enum NextPage {
    /// The path without its language; nil for anything that a browser could take for another site.
    static func path(from typed: String) -> String? {
        var path = typed[...]
        if path.hasPrefix("/en/") { path = path.dropFirst(3) }
        guard path == "/office" || path.hasPrefix("/office/") || path.hasPrefix("/office?") else { return nil }
        let isPlain = path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isPlain ? String(path) : nil
    }
}
