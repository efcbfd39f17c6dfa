import Codes
import Disclosure
import Html
import Text
import Web

/// What the page of the second factor shows in each state.
struct SecondFactorParts {
    enum State: Sendable {
        case none(isDemanded: Bool)
        case begun(secret: [UInt8], login: String, issuer: String)
        case on(codesLeft: Int, isDemanded: Bool)
    }

    var visit: Visit
    var filled: FilledForm
    var next: String?

    func html(of state: State) -> HTML {
        switch state {
        case .none(let isDemanded): start(isDemanded)
        case .begun(let secret, let login, let issuer): setUp(secret, login, issuer)
        case .on(let codesLeft, let isDemanded): on(codesLeft, isDemanded)
        }
    }

    private var language: Language { visit.language }

    private func start(_ isDemanded: Bool) -> HTML {
        let why = Phrase(
            zh: "启用后，登录时除密码外还要输入手机验证器上的六位数字；密码被人知道也进不来。",
            en: "With it, signing in asks for six digits from your telephone besides the password."
        )
        let notice =
            isDemanded
            ? Notice(
                kind: .care,
                title: Phrase(zh: "您的角色必须使用动态口令", en: "Your role demands a second factor"),
                text: Phrase(zh: "设置好之后才能继续工作。", en: "Set it up to go on working.")
            ).html(in: language) : .empty
        return """
            \(notice)<p>\(why[language])</p>\
            \(form("begin", Phrase(zh: "开始设置", en: "Begin the set-up"), fields: .empty))
            """
    }

    private func setUp(_ secret: [UInt8], _ login: String, _ issuer: String) -> HTML {
        let text = Base32.text(secret)
        let spaced = stride(from: 0, to: text.utf8.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
        let address = TimeCode.address(secret, login: login, issuer: issuer)
        let steps = Phrase(
            zh: "在手机验证器（任何支持 TOTP 的应用）中添加账号：扫描下面的二维码，或手工输入密钥；然后输入它显示的六位数字。",
            en:
                "Add an account in the authenticator on your telephone (any that knows TOTP): scan the code below, or type the key. Then enter the six digits that it shows."
        )
        let facts = SummaryList(rows: [
            .init(label: Phrase(zh: "密钥", en: "Key"), value: "<code>\(spaced)</code>"),
            .init(label: Phrase(zh: "链接", en: "Link"), value: "<code>\(address)</code>"),
        ])
        let picture = QRCode(address).map { code in
            QRImage(code: code, label: Phrase(zh: "密钥的二维码", en: "The key as a QR code")).html(in: language)
        }
        return """
            <p>\(steps[language])</p>\(optional: picture)\(facts.html(in: language))\
            \(form("confirm", Phrase(zh: "启用动态口令", en: "Switch it on"), fields: filled.field(code)))\
            \(form("begin", Phrase(zh: "换一个密钥", en: "Make another key"), weight: .plain, fields: .empty))
            """
    }

    private func on(_ codesLeft: Int, _ isDemanded: Bool) -> HTML {
        let left = Phrase(
            zh: "动态口令已启用，还有 \(codesLeft) 个恢复码未用。",
            en: codesLeft == 1
                ? "The second factor is on; one recovery code is left."
                : "The second factor is on; \(codesLeft) recovery codes are left."
        )
        let renew = Phrase(zh: "生成新的恢复码", en: "Make new recovery codes")
        let off = Phrase(zh: "关闭动态口令", en: "Switch it off")
        let end =
            isDemanded
            ? "<p class=\"quiet\">\(Phrase(zh: "您的角色必须使用动态口令，不能关闭。", en: "Your role demands it; it cannot be switched off.")[language])</p>"
            : HTML.empty
        let buttons =
            [Button(act: renew, weight: .second, does: .sends(name: "do", value: "codes"))]
            + (isDemanded ? [] : [Button(act: off, weight: .grave, does: .sends(name: "do", value: "off"))])
        let form = Form(
            action: visit.links.office("/account/second-factor"),
            hidden: [visit.formToken],
            fields: filled.field(code),
            buttons: buttons
        )
        let back = Button(
            act: Phrase(zh: "返回我的账号", en: "Back to my account"),
            weight: .plain,
            does: .leads(to: visit.links.office("/account"))
        )
        return "<p>\(left[language])</p>\(form.html(in: language))\(end)<p>\(back.html(in: language))</p>"
    }

    private var code: FormField {
        FormField(
            key: "code",
            label: Phrase(zh: "动态口令", en: "Code"),
            hint: Phrase(zh: "验证器上现在显示的六位数字。", en: "The six digits that the authenticator shows now."),
            isRequired: true,
            control: .text(TextEntry(kind: .digits, autocomplete: "one-time-code", longest: 10, isShort: true))
        )
    }

    private func form(_ act: String, _ name: Phrase, weight: Button.Weight = .main, fields: HTML) -> HTML {
        Form(
            action: visit.links.office("/account/second-factor"),
            hidden: [visit.formToken, HiddenField(name: "do", value: act)]
                + (next.map { [HiddenField(name: "next", value: $0)] } ?? []),
            fields: fields,
            buttons: [Button(act: name, weight: weight)]
        ).html(in: language)
    }
}

/// What the account page says of second factor, absence and delegation, each with the way to its page.
struct AccountSafety: Component {
    var visit: Visit
    var hasFactor: Bool

    func html(in language: Language) -> HTML {
        let factor = Button(
            act: hasFactor
                ? Phrase(zh: "管理动态口令", en: "Manage the second factor")
                : Phrase(zh: "启用动态口令", en: "Set up a second factor"),
            weight: .second,
            does: .leads(to: visit.links.office("/account/second-factor"))
        )
        let standing = Button(
            act: Phrase(zh: "登记外出或委托", en: "Record an absence or a delegation"),
            weight: .second,
            does: .leads(to: visit.links.office("/account/delegations"))
        )
        let words =
            hasFactor
            ? Phrase(zh: "已启用：登录时除密码外还要输入手机上的六位数字。", en: "On: signing in asks for six digits from your telephone.")
            : Phrase(zh: "未启用：知道密码的人就能登录。", en: "Off: whoever knows the password can sign in.")
        return PagePart(
            Phrase(zh: "动态口令", en: "Second factor"),
            "<p>\(words[language])</p><p>\(factor.html(in: language))</p>"
        ).html(in: language)
            + PagePart(
                Phrase(zh: "外出与委托", en: "Absence and delegation"),
                "<p>\(standing.html(in: language))</p>"
            ).html(in: language)
    }
}
