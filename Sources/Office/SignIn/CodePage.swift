import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The second step of signing in: the six digits of the authenticator, or a recovery code.
enum CodePage {
    static func form(_ visit: Visit) async throws -> Response {
        guard visit.session?.stage == .code else { return .seeOther(visit.links.office()) }
        return page(visit, FilledForm(language: visit.language))
    }

    static func show(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, session.stage == .code else { return .seeOther(visit.links.office()) }
        try visit.take(.code, account: session.person.id.text)
        do {
            let token = try await ShowCode(typed: visit.form.text("code"), session: session).run(in: visit.app)
            return try await SignInPages.entered(visit, token)
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return page(visit, FilledForm(refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) -> Response {
        let next = NextPage.path(from: visit.query.text("next")) ?? NextPage.path(from: visit.form.text("next"))
        let code = FormField(
            key: "code",
            label: Phrase(zh: "动态口令", en: "Code"),
            hint: Phrase(
                zh: "手机验证器上显示的六位数字；手机不在身边时可输入一个恢复码。",
                en: "The six digits that your authenticator shows; without it, one of your recovery codes."
            ),
            isRequired: true,
            control: .text(TextEntry(autocomplete: "one-time-code", longest: 40, isShort: true))
        )
        let form = Form(
            action: visit.links.office("/sign-in/code"),
            hidden: [visit.formToken] + (next.map { [HiddenField(name: "next", value: $0)] } ?? []),
            fields: filled.field(code),
            buttons: [Button(act: Phrase(zh: "继续登录", en: "Go on"))]
        )
        let help = Phrase(
            zh: "手机和恢复码都不在？请联系本机关管理员重置动态口令。",
            en: "Neither telephone nor recovery codes? Ask your agency's administrator to reset the second factor."
        )
        return OfficeDoorPage(title: Phrase(zh: "输入动态口令", en: "Enter the code"), hasErrors: filled.hasErrors)
            .response(
                to: visit,
                """
                \(filled.summary)\(form.html(in: visit.language))<p class="quiet">\(help[visit.language])</p>\
                <form action="\(url: visit.links.office("/sign-out"))" method="post">\
                \(visit.formToken.html(in: visit.language))\
                \(Button(act: Phrase(zh: "换一个账号", en: "Use another account"), weight: .plain).html(in: visit.language))\
                </form>
                """,
                status: filled.status
            )
    }
}
