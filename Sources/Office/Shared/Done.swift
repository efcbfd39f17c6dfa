import Html
import Text
import Web

/// After an act the next page says that it was done; the address carries only the name of the act.
enum Done: String, Sendable {
    case saved, submitted, passed, published, filed, delivered, added, changed, password
    case sentBack = "sent-back"
    case signedOut = "signed-out"
    case scheduled, asked, withdrawn, refused, reopened
    case language, kept, dropped, delegated, away, back
    case delegationEnded = "delegation-ended"
    case factorOff = "factor-off"
    case factorReset = "factor-reset"
    case handedOn = "handed-on"
    case treated, assessed
    case attached, arranged, redacted, holidays
    case recorded, corrected, ended
    case event, assigned, message, note, merged, parted, split

    private var words: (title: Phrase, text: Phrase?) {
        switch self {
        case .saved: (Phrase(zh: "草稿已保存", en: "The draft is saved"), nil)
        case .submitted:
            (
                Phrase(zh: "已提交审查", en: "Sent to review"),
                Phrase(
                    zh: "审查人会在自己的工作台上看到它。审查期间仍可修改，但修改后已有的意见作废。",
                    en:
                        "The reviewers find it on their desks. It can still be changed, but a change voids the opinions given."
                )
            )
        case .passed: (Phrase(zh: "意见已出具", en: "Your opinion is given"), nil)
        case .sentBack:
            (
                Phrase(zh: "已退回起草人", en: "Sent back to the author"),
                Phrase(zh: "起草人会看到您写的理由。", en: "The author sees the reason that you gave.")
            )
        case .published:
            (
                Phrase(zh: "已签发并公开", en: "Signed and published"),
                Phrase(zh: "索引号和公开日志编号见下。", en: "Its index number and its place in the public log stand below.")
            )
        case .filed:
            (
                Phrase(zh: "已签发归档", en: "Signed and filed"),
                Phrase(zh: "不主动公开的信息不会出现在网站上。", en: "What is not proactive does not appear on the site.")
            )
        case .scheduled:
            (
                Phrase(zh: "已签发，将按时公开", en: "Signed; it becomes public at its moment"),
                Phrase(zh: "在此之前可以取消。", en: "Until then it can be taken back.")
            )
        case .asked:
            (
                Phrase(zh: "撤回申请已提交", en: "The withdrawal is asked for"),
                Phrase(zh: "签发领导决定之前，这条信息继续公开。", en: "Until an approver decides, the item stays public.")
            )
        case .withdrawn:
            (
                Phrase(zh: "已撤回", en: "Withdrawn"),
                Phrase(zh: "请把它从下列其他渠道一并下线。", en: "Take it off the other channels below as well.")
            )
        case .refused: (Phrase(zh: "已决定不撤回，继续公开", en: "Refused; the item stays public"), nil)
        case .reopened: (Phrase(zh: "已转为草稿，请改正后提交审查", en: "A draft again: put it right and send it to review"), nil)
        case .delivered: (Phrase(zh: "发布记录已登记", en: "The delivery is recorded"), nil)
        case .added: (Phrase(zh: "已添加", en: "Added"), nil)
        case .changed: (Phrase(zh: "修改已保存", en: "The change is saved"), nil)
        case .password:
            (
                Phrase(zh: "新密码已生效", en: "The new password is in force"),
                Phrase(zh: "其他设备上的登录已全部退出。", en: "All other sessions have ended.")
            )
        case .attached:
            (
                Phrase(zh: "附件已上传", en: "The files are uploaded"),
                Phrase(
                    zh: "文字正在读取，扫描结果稍后显示在附件列表里。",
                    en: "Their text is being read; what the scan finds will stand in the list of files."
                )
            )
        case .redacted:
            (
                Phrase(zh: "已遮盖并复查：框内再次提取文字，无", en: "Redacted and checked: nothing can be read under the boxes"),
                Phrase(
                    zh: "新文件已代替原附件。文字正在读取，扫描结果稍后显示在附件列表里。",
                    en:
                        "The new file has taken the place of the old one. Its text is being read; what the scan finds will stand in "
                        + "the list of files."
                )
            )
        case .arranged: (Phrase(zh: "附件的改动已保存", en: "The changes to the files are saved"), nil)
        case .signedOut: (Phrase(zh: "您已退出登录", en: "You have signed out"), nil)
        case .treated: (Phrase(zh: "处理已记录", en: "The treatment is recorded"), nil)
        case .assessed: (Phrase(zh: "评估已记录", en: "The assessment is recorded"), nil)
        case .language: (Phrase(zh: "界面语言已保存", en: "The language is saved"), nil)
        case .kept:
            (
                Phrase(zh: "登录已结束，您输入的内容没有丢失", en: "Your session has ended; what you typed is not lost"),
                Phrase(
                    zh: "内容已加密保留一小时。请用同一账号登录，核对后即可提交。",
                    en: "It is kept encrypted for an hour. Sign in with the same account, look at it, and send it."
                )
            )
        case .dropped: (Phrase(zh: "保留的内容已丢弃", en: "What was kept is thrown away"), nil)
        case .delegated:
            (
                Phrase(zh: "委托已登记", en: "The delegation is recorded"),
                Phrase(
                    zh: "到期自动结束。受托人以本人名义办理，审计记录注明代谁办理。",
                    en: "It ends by itself. Who stands in acts in their own name; the audit trail says in whose place."
                )
            )
        case .delegationEnded: (Phrase(zh: "委托已结束", en: "The delegation has ended"), nil)
        case .away: (Phrase(zh: "外出已登记", en: "The absence is recorded"), nil)
        case .back: (Phrase(zh: "已登记返回", en: "Recorded: back at work"), nil)
        case .factorOff: (Phrase(zh: "动态口令已关闭", en: "The second factor is off"), nil)
        case .factorReset:
            (
                Phrase(zh: "动态口令已重置", en: "The second factor is reset"),
                Phrase(
                    zh: "此人的登录已全部退出，下次凭密码登录。",
                    en: "The person is signed out everywhere and signs in with the password next time."
                )
            )
        case .holidays:
            (
                Phrase(zh: "放假安排已导入", en: "The holidays are imported"),
                Phrase(zh: "未办结的时限已按新的安排重新计算。", en: "Open deadlines were counted anew.")
            )
        case .event: (Phrase(zh: "已登记，办件的最新情况见下", en: "Recorded; where the case stands now is below"), nil)
        case .assigned: (Phrase(zh: "已分办", en: "The case is assigned"), nil)
        case .message: (Phrase(zh: "留言已发给申请人", en: "The applicant finds your message on the page of the case"), nil)
        case .merged: (Phrase(zh: "已并案", en: "The cases go together"), nil)
        case .parted: (Phrase(zh: "已取消并案", en: "The cases are parted"), nil)
        case .split: (Phrase(zh: "已拆分，新的办件列在下面", en: "The case is split; the new ones are listed below"), nil)
        case .note: (Phrase(zh: "内部备注已保存", en: "The note is saved"), nil)
        case .recorded: (Phrase(zh: "已登记", en: "Recorded"), nil)
        case .corrected:
            (
                Phrase(zh: "更正已登记", en: "The correction is recorded"),
                Phrase(zh: "原来的内容保留在历史中。", en: "What it said before stays in the history.")
            )
        case .ended: (Phrase(zh: "结果已登记", en: "Its end is recorded"), nil)
        case .handedOn: (Phrase(zh: "草稿已转交", en: "The drafts are handed on"), nil)
        }
    }

    /// The notice for the page that is opened after an act; empty on any other visit.
    static func notice(_ visit: Visit) -> HTML {
        guard let done = visit.query["did"].flatMap(Done.init(rawValue:)) else { return .empty }
        return Notice(kind: .done, title: done.words.title, text: done.words.text).html(in: visit.language)
    }
}

extension Links {
    /// An office page that says what was just done.
    func office(_ path: String, did: Done) -> String { "\(office(path))?did=\(did.rawValue)" }
}
