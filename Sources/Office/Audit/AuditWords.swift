import Disclosure
import Text

/// What a line of the audit trail says to a reader.
enum AuditWords {
    /// The act in words; an act that has none here is shown as it is written.
    static func act(_ entry: AuditEntry) -> Phrase {
        acts[entry.act] ?? Phrase(zh: entry.act, en: entry.act)
    }

    private static let acts: [String: Phrase] = [
        "item.draft": Phrase(zh: "起草", en: "drafted"),
        "item.read-personal": Phrase(zh: "查看未公开的个人信息", en: "saw personal data that is not public"),
        "item.attach": Phrase(zh: "上传附件", en: "uploaded a file"),
        "item.redact-file": Phrase(zh: "遮盖附件", en: "redacted a file"),
        "item.read-file": Phrase(zh: "查看未公开的附件", en: "opened a file that is not public"),
        "item.change": Phrase(zh: "保存新版本", en: "saved a new version"),
        "item.submit": Phrase(zh: "提交审查", en: "sent to review"),
        "item.opinion": Phrase(zh: "出具意见", en: "gave an opinion"),
        "item.publish": Phrase(zh: "公开", en: "published"),
        "item.file": Phrase(zh: "归档", en: "filed"),
        "delivery.record": Phrase(zh: "登记发布记录", en: "recorded a delivery"),
        "agency.add": Phrase(zh: "建立机关", en: "founded the agency"),
        "agency.change": Phrase(zh: "修改机关设置", en: "changed the agency's settings"),
        "agency.part": Phrase(zh: "添加机关组成", en: "added a part of the agency"),
        "person.add": Phrase(zh: "添加人员", en: "added a person"),
        "person.change": Phrase(zh: "修改人员", en: "changed a person"),
        "person.link": Phrase(zh: "生成一次性链接", en: "made a one-time link"),
        "person.password": Phrase(zh: "设置密码", en: "set the password"),
        "person.language": Phrase(zh: "选择界面语言", en: "chose the language"),
        "person.sign-in": Phrase(zh: "登录", en: "signed in"),
        "person.sign-in-failed": Phrase(zh: "登录失败", en: "failed to sign in"),
        "person.sign-in-locked": Phrase(zh: "锁定期间尝试登录", en: "tried to sign in while locked"),
        "person.sign-out": Phrase(zh: "退出登录", en: "signed out"),
        "person.sign-out-everywhere": Phrase(zh: "退出全部登录", en: "signed out everywhere"),
    ]

    /// More about it: codes in words, hashes shortened.
    static func detail(_ entry: AuditEntry) -> Phrase {
        let words = entry.detail.split(separator: " ").map { word(String($0)) }
        return Phrase(zh: words.map(\.zh).joined(separator: " "), en: words.map(\.en).joined(separator: " "))
    }

    private static func word(_ word: String) -> Phrase {
        if let kind = OpinionKind(rawValue: word) { return kind.name }
        if let verdict = Opinion.Verdict(rawValue: word) { return verdict.name }
        if let role = Role(rawValue: word) { return role.name }
        if let stage = Delivery.Stage(rawValue: word) { return stage.name }
        if word == "inactive" { return Phrase(zh: "已停用", en: "inactive") }
        let isHash =
            word.utf8.count == 64 && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        let text = isHash ? String(word.prefix(8)) : word
        return Phrase(zh: text, en: text)
    }
}
