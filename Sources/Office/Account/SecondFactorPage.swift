import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A person's second factor (动态口令): set-up in two steps, recovery codes, switching off.
enum SecondFactorPage {
    static func show(_ visit: Visit) async throws -> Response {
        if visit.session?.stage == .code { return .seeOther(visit.links.office("/sign-in/code")) }
        return try await page(visit, FilledForm(language: visit.language))
    }

    static func change(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, session.stage != .code else { throw Refusal.notFound }
        let (actor, app) = (session.actor, visit.app)
        let code = visit.form.text("code")
        do {
            switch visit.form["do"] {
            case "begin":
                try await BeginSecondFactor(actor: actor).run(in: app)
                return .seeOther(visit.links.office("/account/second-factor") + nextQuery(visit))
            case "confirm":
                try visit.take(.code, account: session.person.id.text)
                let made = try await ConfirmSecondFactor(code: code, actor: actor).run(in: app)
                var response = codesPage(visit, made.recoveryCodes)
                response.headers[.setCookie] = Cookies.setting(made.token, app.settings)
                return response
            case "codes":
                try visit.take(.code, account: session.person.id.text)
                return codesPage(visit, try await RenewRecoveryCodes(code: code, actor: actor).run(in: app))
            case "off":
                try visit.take(.code, account: session.person.id.text)
                try await EndSecondFactor(code: code, actor: actor).run(in: app)
                return .seeOther(visit.links.office("/account", did: .factorOff))
            default: throw Refusal.notFound
            }
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(refused: refused, language: visit.language))
        }
    }

    /// Where the person goes on afterwards.
    private static func next(_ visit: Visit) -> String? {
        NextPage.path(from: visit.query.text("next")) ?? NextPage.path(from: visit.form.text("next"))
    }

    private static func nextQuery(_ visit: Visit) -> String {
        next(visit).map { "?next=\(queryEncoded($0))" } ?? ""
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        guard let session = visit.session else { throw Refusal.notFound }
        let app = visit.app
        let state = try await app.database.read { tx -> SecondFactorParts.State in
            let id = session.person.id
            guard let factor = try tx.secondFactors.find(id) else {
                return .none(isDemanded: session.stage == .enrolment)
            }
            guard factor.confirmedAt != nil else {
                let issuer = try tx.agencies.find(session.actor.agency)?.name.zh ?? ErrorPages.siteName.zh
                return .begun(secret: try factor.secret(in: app), login: session.person.login, issuer: issuer)
            }
            return .on(
                codesLeft: try tx.secondFactors.recoveryCodesLeft(of: id),
                isDemanded: try tx.secondFactors.isDemanded(of: session.actor)
            )
        }
        let parts = SecondFactorParts(visit: visit, filled: filled, next: next(visit))
        return OfficeDoorPage(title: Phrase(zh: "动态口令", en: "Second factor"), hasErrors: filled.hasErrors)
            .response(to: visit, filled.summary + parts.html(of: state), status: filled.status)
    }

    /// The recovery codes, once: only their hashes are kept.
    private static func codesPage(_ visit: Visit, _ codes: [String]) -> Response {
        let language = visit.language
        let notice = Notice(
            kind: .care,
            title: Phrase(zh: "请现在抄下恢复码，离开本页后不再显示", en: "Write the recovery codes down now: they are not shown again"),
            text: Phrase(
                zh: "手机不在身边时，一个恢复码代替一次动态口令，每个只能用一次。请锁在抽屉里，不要存在电脑上。",
                en:
                    "Without the telephone, one of them stands in for the code, each once. Lock them in a drawer; do not keep them on the computer."
            )
        )
        let on = Button(
            act: Phrase(zh: "抄好了，继续", en: "I have them; go on"),
            does: .leads(to: visit.links.to(next(visit) ?? "/office/account"))
        )
        let lines = codes.map { code -> HTML in "<li><code>\(code)</code></li>" }
        return OfficeDoorPage(title: Phrase(zh: "动态口令已启用", en: "The second factor is on")).response(
            to: visit,
            "\(notice.html(in: language))<ul>\(lines)</ul><p>\(on.html(in: language))</p>"
        )
    }
}
