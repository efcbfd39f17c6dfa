import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A person's own page: password, sessions, language.
enum AccountPages {
    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func changePassword(_ visit: Visit) async throws -> Response {
        guard let session = visit.session else { throw Refusal.notFound }
        try visit.take(.signIn, account: session.person.login)
        do {
            let password = try NewPassword.read(visit.form)
            let old = visit.form["old-password"] ?? ""
            _ = try await SetPassword(password: password, authority: .oldPassword(old, of: session.actor)).run(
                in: visit.app
            )
            // The change ended every session, this one too.
            let token = try await SignIn(login: session.person.login, password: password).run(in: visit.app)
            var response = Response.seeOther(visit.links.office("/account", did: .password))
            response.headers[.setCookie] = Cookies.setting(token, visit.app.settings)
            return response
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    static func chooseLanguage(_ visit: Visit) async throws -> Response {
        guard let language = Language(rawValue: visit.form["language"] ?? "") else { throw Refusal.notFound }
        try await ChooseLanguage(language: language, actor: try visit.actor()).run(in: visit.app)
        return .seeOther(Links(language: language).office("/account", did: .language))
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let (frame, sessions, hasFactor) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let id = frame.session.person.id
            return (frame, try tx.sessions.count(of: id), try tx.secondFactors.isOn(for: id))
        }
        let language = visit.language
        return OfficePage(
            frame,
            .account,
            title: OfficeArea.account.name[language],
            isAreaHome: true,
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(facts(frame.session.person, language))\(passwordPart(visit, filled))\
            \(AccountSafety(visit: visit, hasFactor: hasFactor).html(in: language))\
            \(sessionsPart(visit, sessions))\(languagePart(visit, frame.session.person))
            """,
            status: filled.status
        )
    }

    private static func facts(_ person: Person, _ language: Language) -> HTML {
        SummaryList(rows: [
            .init(label: Phrase(zh: "姓名", en: "Name"), value: HTML.record(person.name, in: language)),
            .init(label: Phrase(zh: "登录名", en: "Sign-in name"), value: HTML(text: person.login)),
            .init(label: Phrase(zh: "角色", en: "Roles"), value: HTML(text: person.rolesInWords(language))),
        ]).html(in: language)
    }

    private static func passwordPart(_ visit: Visit, _ filled: FilledForm) -> HTML {
        let old = FormField(
            key: "old-password",
            label: Phrase(zh: "原密码", en: "Old password"),
            isRequired: true,
            control: .text(TextEntry(kind: .password, autocomplete: "current-password"))
        )
        let form = Form(
            action: visit.links.office("/account/password"),
            hidden: [visit.formToken],
            fields: filled.field(old) + NewPassword.fields(filled),
            buttons: [Button(act: Phrase(zh: "修改密码", en: "Change the password"))]
        )
        return PagePart(Phrase(zh: "密码", en: "Password"), form.html(in: visit.language)).html(in: visit.language)
    }

    private static func sessionsPart(_ visit: Visit, _ count: Int) -> HTML {
        let words = Phrase(
            zh: "您现在在 \(count) 处登录，包括这里。闲置十二小时自动退出。",
            en: count == 1
                ? "You are signed in here only. A session ends after twelve idle hours."
                : "You are signed in at \(count) places, this one included. A session ends after twelve idle hours."
        )
        let button = Button(act: Phrase(zh: "退出全部登录", en: "Sign out everywhere"), weight: .second)
        return PagePart(
            Phrase(zh: "登录", en: "Sessions"),
            """
            <p>\(words[visit.language])</p>\
            <form action="\(url: visit.links.office("/sign-out-everywhere"))" method="post">\
            \(visit.formToken.html(in: visit.language))\(button.html(in: visit.language))</form>
            """
        ).html(in: visit.language)
    }

    private static func languagePart(_ visit: Visit, _ person: Person) -> HTML {
        let field = FormField(
            key: "language",
            label: Phrase(zh: "登录后使用的语言", en: "Language after signing in"),
            control: .radios([
                FieldChoice(value: Language.zh.rawValue, label: Phrase(zh: "中文", en: "Chinese (中文)")),
                FieldChoice(value: Language.en.rawValue, label: Phrase(zh: "英文（English）", en: "English")),
            ])
        )
        let form = Form(
            action: visit.links.office("/account/language"),
            hidden: [visit.formToken],
            fields: field.html(in: visit.language, value: .text(person.language.rawValue)),
            buttons: [Button(act: Phrase(zh: "保存语言", en: "Save the language"), weight: .second)]
        )
        return PagePart(Phrase(zh: "语言", en: "Language"), form.html(in: visit.language)).html(in: visit.language)
    }
}
