import Disclosure
import Text

/// What a line of the audit trail says to a reader.
enum AuditWords {
    /// The act in words; an act that has none here is shown as it is written.
    static func act(_ entry: AuditEntry) -> Phrase {
        acts[entry.act] ?? Phrase(zh: entry.act, en: entry.act)
    }

    /// Every act that has words, in the order of a list to choose from.
    static var known: [(act: String, words: Phrase)] {
        acts.sorted { $0.key < $1.key }.map { (act: $0.key, words: $0.value) }
    }

    private static let acts: [String: Phrase] = [
        "audit.export": Phrase(zh: "导出审计记录", en: "exported the audit trail"),
        "agency.second-factor": Phrase(zh: "规定必须使用动态口令的角色", en: "said which roles need a second factor"),
        "delegation.give": Phrase(zh: "登记委托", en: "recorded a delegation"),
        "delegation.end": Phrase(zh: "结束委托", en: "ended a delegation"),
        "form.keep": Phrase(zh: "登录结束，保留所输入内容", en: "had typed text kept after the session ended"),
        "form.send": Phrase(zh: "提交保留的内容", en: "sent what was kept"),
        "form.drop": Phrase(zh: "丢弃保留的内容", en: "threw away what was kept"),
        "holidays.import": Phrase(zh: "导入节假日", en: "imported holidays"),
        "import.begin": Phrase(zh: "导入以往信息", en: "imported older records"),
        "import.secrecy": Phrase(zh: "对导入出具保密意见", en: "gave the secrecy opinion on an import"),
        "import.sign-off": Phrase(zh: "签发导入", en: "signed an import"),
        "item.hand-on": Phrase(zh: "转交草稿", en: "handed a draft on"),
        "key.add": Phrase(zh: "启用新的加密密钥", en: "added a sealing key"),
        "key.forget": Phrase(zh: "放弃丢失的加密密钥", en: "gave up a lost sealing key"),
        "letter.change": Phrase(zh: "修改文书模板", en: "changed the text of a letter"),
        "person.away": Phrase(zh: "登记外出", en: "recorded an absence"),
        "person.back": Phrase(zh: "登记返回", en: "recorded a return"),
        "person.password-right": Phrase(zh: "密码正确，等待动态口令", en: "gave the right password; the code is to come"),
        "person.code-failed": Phrase(zh: "动态口令错误", en: "gave a wrong code"),
        "person.recovery-code": Phrase(zh: "用恢复码登录", en: "signed in with a recovery code"),
        "person.recovery-codes": Phrase(zh: "生成新的恢复码", en: "made new recovery codes"),
        "person.second-factor-on": Phrase(zh: "启用动态口令", en: "switched the second factor on"),
        "person.second-factor-off": Phrase(zh: "关闭动态口令", en: "switched the second factor off"),
        "person.second-factor-reset": Phrase(zh: "重置动态口令", en: "reset the second factor"),
        "person.sign-in-unknown": Phrase(zh: "以不存在的登录名登录", en: "tried to sign in under an unknown name"),
        "item.draft": Phrase(zh: "起草", en: "drafted"),
        "item.read-personal": Phrase(zh: "查看未公开的个人信息", en: "saw personal data that is not public"),
        "item.attach": Phrase(zh: "上传附件", en: "uploaded a file"),
        "item.redact-file": Phrase(zh: "遮盖附件", en: "redacted a file"),
        "item.read-file": Phrase(zh: "查看未公开的附件", en: "opened a file that is not public"),
        "case.assign": Phrase(zh: "分办办件", en: "assigned a case"),
        "case.file": Phrase(zh: "登记办件", en: "entered a case"),
        "case.handle": Phrase(zh: "办理办件", en: "handled a case"),
        "case.decide": Phrase(zh: "签发、批准办件", en: "decided on a case"),
        "case.merge": Phrase(zh: "并案", en: "put cases together"),
        "case.part": Phrase(zh: "取消并案", en: "parted cases"),
        "case.split": Phrase(zh: "拆分办件", en: "split a case"),
        "case.draft": Phrase(zh: "由办件起草公开信息", en: "drafted an item from a case"),
        "case.message": Phrase(zh: "在办件中留言或备注", en: "wrote in a case"),
        "case.read-applicant": Phrase(zh: "查看申请人", en: "saw who asked"),
        "case.read-file": Phrase(zh: "打开申请人的材料", en: "opened a file of an applicant"),
        "case.erase": Phrase(zh: "到期删除办件内容", en: "erased the words of a case"),
        "case.receive": Phrase(zh: "收到网上办件", en: "had a case from the public"),
        "case.respond": Phrase(zh: "申请人或系统推进办件", en: "had an answer of the applicant or of the program"),
        "comment.file": Phrase(zh: "公众提交意见", en: "had a comment from the public"),
        "comment.read-personal": Phrase(zh: "查看意见提交人", en: "saw who sent a comment"),
        "comment.treat": Phrase(zh: "处理公众意见", en: "treated comments"),
        "item.ask-withdrawal": Phrase(zh: "申请撤回", en: "asked for a withdrawal"),
        "item.assess": Phrase(zh: "评估不予公开", en: "looked again at what is not open"),
        "item.decide-withdrawal": Phrase(zh: "决定撤回", en: "decided on a withdrawal"),
        "item.drop-revision": Phrase(zh: "放弃修订", en: "dropped a revision"),
        "item.lapse": Phrase(zh: "到期失效", en: "lapsed"),
        "item.move": Phrase(zh: "调整栏目或科室", en: "moved to another place"),
        "item.no-interpretation": Phrase(zh: "不附解读", en: "signed without an interpretation"),
        "item.publish-urgently": Phrase(zh: "紧急公开", en: "published urgently"),
        "item.reopen": Phrase(zh: "撤回后改正", en: "opened again after a withdrawal"),
        "item.restore": Phrase(zh: "恢复公开", en: "published again"),
        "item.revise": Phrase(zh: "公开修订稿", en: "published a revision"),
        "item.start-revision": Phrase(zh: "发起修订", en: "started a revision"),
        "item.unschedule": Phrase(zh: "取消定时公开", en: "took back before publication"),
        "item.validity": Phrase(zh: "标注有效性", en: "marked the validity"),
        "item.withdraw": Phrase(zh: "停止公开", en: "took down"),
        "takedown.record": Phrase(zh: "登记其他渠道下线", en: "recorded a takedown elsewhere"),
        "item.change": Phrase(zh: "保存新版本", en: "saved a new version"),
        "item.submit": Phrase(zh: "提交审查", en: "sent to review"),
        "item.opinion": Phrase(zh: "出具意见", en: "gave an opinion"),
        "item.publish": Phrase(zh: "公开", en: "published"),
        "item.file": Phrase(zh: "归档", en: "filed"),
        "delivery.record": Phrase(zh: "登记发布记录", en: "recorded a delivery"),
        "agency.add": Phrase(zh: "建立机关", en: "founded the agency"),
        "agency.change": Phrase(zh: "修改机关设置", en: "changed the agency's settings"),
        "agency.part": Phrase(zh: "添加机关组成", en: "added a part of the agency"),
        "reading.record": Phrase(zh: "登记读数", en: "recorded a reading"),
        "reading.correct": Phrase(zh: "更正读数", en: "corrected a reading"),
        "remedy.record": Phrase(zh: "登记复议、诉讼、举报", en: "recorded a review, a lawsuit or a complaint"),
        "remedy.close": Phrase(zh: "登记复议、诉讼、举报的结果", en: "recorded the end of a review, a lawsuit or a complaint"),
        "remedy.correct": Phrase(zh: "更正复议、诉讼、举报登记", en: "corrected the register of remedies"),
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
        if let ground = EndingGround(rawValue: word) { return ground.name }
        if let ground = RevisionGround(rawValue: word) { return ground.name }
        if let stage = Delivery.Stage(rawValue: word) { return stage.name }
        if word == "inactive" { return Phrase(zh: "已停用", en: "inactive") }
        let isHash =
            word.utf8.count == 64 && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        let text = isHash ? String(word.prefix(8)) : word
        return Phrase(zh: text, en: text)
    }
}
