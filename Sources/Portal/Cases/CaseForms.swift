import Disclosure
import Html
import Text
import Web

/// What the applicant can do now: each act a form of its own, with the ticket of the page and what was typed.
struct CaseForms: Sendable {
    var page: CasePage
    var content: CasePage.Content
    var access: String

    private var visit: Visit { page.visit }
    private var language: Language { visit.language }
    private var history: CaseHistory { content.history }

    var html: HTML {
        let acts = history.possible.filter { $0.by.contains(.applicant) }
        let isOpen = history.file.isOpen
        let files: HTML =
            isOpen
            ? CaseFilesForm(
                history: history,
                access: access,
                count: content.files,
                error: page.problems.first { $0.key == "file" }?.message
            ).html(page.agency, visit) : .empty
        return """
            \(acts.filter { !isFinal($0) }.map(event))\(message)\(files)\(notices)\(acts.filter(isFinal).map(event))\(leftOver(acts))
            """
    }

    /// An act that ends the case comes last.
    private func isFinal(_ rule: Procedure.Event) -> Bool { rule.to.map(history.procedure.isClosed) ?? false }

    private func event(_ rule: Procedure.Event) -> HTML {
        let fields = rule.questions.map { question in
            var field = question.formField(among: rule.questions)
            field.label = label(of: question)
            return field.html(
                in: language,
                value: question.formValue(of: visit.form.joined, addsRow: false),
                error: page.problems.first { $0.key == question.key }?.message
            )
        }
        let title = title(of: rule)
        return section(
            title,
            form(
                "events",
                act: rule.key,
                fields: fields.joined(),
                button: Button(act: title, weight: isFinal(rule) ? .grave : .main)
            )
        )
    }

    private func title(of rule: Procedure.Event) -> Phrase {
        if let asked = history.asked(by: rule).flatMap({ history.procedure.event($0.event)?.name }) {
            return Phrase(zh: "回复：\(asked.zh)", en: "Answer: \(asked.en)")
        }
        return isFinal(rule) ? Phrase(zh: "撤回", en: "Withdraw") : rule.name
    }

    /// In the applicant's words, where the office's would puzzle.
    private func label(of question: Field) -> Phrase {
        switch EventQuestion(rawValue: question.key) {
        case .answer: Phrase(zh: "您的回复", en: "Your answer")
        case .reason: Phrase(zh: "理由（可以不填）", en: "Your reason (optional)")
        default: question.name
        }
    }

    private var message: HTML {
        let field = FormField(
            key: "message",
            label: Phrase(zh: "留言内容", en: "Your message"),
            hint: Phrase(
                zh: "补充情况或者询问进展，不超过3000字。",
                en: "More about the matter, or a question; at most 3,000 characters."
            ),
            isRequired: true,
            control: .longText(lines: 4, longest: SendMessage.longest)
        ).html(
            in: language,
            value: .text(visit.form["message"] ?? ""),
            error: page.problems.first { $0.key == "message" }?.message
        )
        return section(
            Phrase(zh: "给本机关留言", en: "Write to the agency"),
            form(
                "messages",
                act: "message",
                fields: field,
                button: Button(act: Phrase(zh: "发送留言", en: "Send the message"), weight: .second)
            )
        )
    }

    /// Word by e-mail, to be had or stopped.
    private var notices: HTML {
        let standing = content.notices
        guard standing.isOffered || standing.isOn else { return .empty }
        let words =
            standing.isOn
            ? Phrase(
                zh: "有新进展时，会向您提交时填写的电子邮箱发送提醒；邮件没有姓名和内容。",
                en: "When there is news, a message goes to the e-mail that you gave; it has no name and no content."
            )
            : Phrase(
                zh: "现在不发送邮件提醒。开启后，有新进展时向您提交时填写的电子邮箱发送提醒；邮件没有姓名和内容。",
                en:
                    "No notices are sent. Once started, a message goes to the e-mail that you gave when there is news; it has no name and no content."
            )
        let lost = standing.lost.map { reason -> HTML in
            let said = Phrase(
                zh: "最近一次提醒没有送达：\(reason.words.zh)。",
                en: "The last notice did not arrive: \(reason.words.en)."
            )
            return "<p>\(said[language])</p>"
        }
        let button =
            standing.isOn
            ? Button(act: Phrase(zh: "停止邮件提醒", en: "Stop the notices"), weight: .second)
            : Button(act: Phrase(zh: "开启邮件提醒", en: "Start the notices"), weight: .second)
        return section(
            Phrase(zh: "邮件提醒", en: "Notices by e-mail"),
            "<p>\(words[language])</p>\(optional: lost)"
                + form("notices", act: standing.isOn ? "stop" : "start", fields: .empty, button: button)
        )
    }

    private func form(_ path: String, act: String, fields: HTML, button: Button) -> HTML {
        Form(
            action: visit.links.to("/\(page.agency.code)/cases/\(path)"),
            hidden: [
                HiddenField(name: CaseAccess.field, value: access),
                HiddenField(name: "base", value: "\(history.file.events)"),
                HiddenField(name: "do", value: act),
            ],
            fields: fields,
            buttons: [button]
        ).html(in: language)
    }

    private func section(_ title: Phrase, _ form: HTML) -> HTML {
        "<section class=\"block\"><h2>\(title[language])</h2>\(form)</section>"
    }

    /// What was typed for an act that has become impossible meanwhile, so that it can be copied.
    private func leftOver(_ acts: [Procedure.Event]) -> HTML {
        let keys = [EventQuestion.answer.rawValue, EventQuestion.reason.rawValue]
        let shown = Set(acts.flatMap(\.questions).map(\.key))
        return keys.filter { !shown.contains($0) && !visit.form.text($0).isEmpty }.map { key in
            FormField(
                key: key,
                label: Phrase(zh: "您写的内容", en: "What you wrote"),
                control: .longText(lines: 4, longest: nil)
            ).html(in: language, value: .text(visit.form.text(key)))
        }.joined()
    }
}

/// The form with which an applicant adds files, on the receipt and on the page of the case.
struct CaseFilesForm: Sendable {
    var history: CaseHistory
    var access: String
    /// Files that are there already.
    var count: Int
    var error: Phrase?

    func html(_ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        guard count < AttachToCase.most else { return .empty }
        let field = FormField(
            key: "file",
            label: Phrase(zh: "选择文件", en: "Choose files"),
            hint: Phrase(
                zh: "PDF、Word、Excel 或者图片；最多\(AttachToCase.most)个，每个不超过\(AttachToCase.megabytes) MB。加密保存，只有办理人员可以查看。",
                en:
                    "PDF, Word, Excel or pictures; at most \(AttachToCase.most), each up to \(AttachToCase.megabytes) MB. Kept encrypted, for those who handle the case."
            ),
            isRequired: true,
            control: .file(types: ".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.gif,.webp", takesSeveral: true)
        )
        let form = Form(
            action: visit.links.to("/\(agency.code)/cases/files"),
            hidden: [HiddenField(name: CaseAccess.field, value: access)],
            hasFiles: true,
            fields: field.html(in: language, error: error),
            buttons: [Button(act: Phrase(zh: "上传文件", en: "Upload"), weight: .second)]
        )
        return """
            <section class="block"><h2>\(Phrase(zh: "补充材料", en: "Add files")[language])</h2>\(form.html(in: language))</section>
            """
    }
}
