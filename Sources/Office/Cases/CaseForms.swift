import Civil
import Disclosure
import Html
import Text
import Web

/// A form of the case page that was refused: which one, why, and what was typed into it.
struct TriedForm: Sendable {
    /// Key of an event, or ``CaseForms/assignment`` and its like.
    var form: String
    var refused: Refused
    var typed: FormFields

    /// - Parameter keys: how the form calls the fields that the refusal names.
    /// - Throws: the refusal itself where there is no page to go back to.
    init(_ form: String, _ refusal: Refusal, _ typed: FormFields, keys: (String) -> String) throws(Refusal) {
        self.form = form
        self.typed = typed
        var refused = try Refused(refusal)
        refused.problems = refused.problems.map {
            FieldProblem(key: keys($0.key), input: $0.input, message: $0.message)
        }
        self.refused = refused
    }
}

/// What can be done to a case on its page; each form has names of its own, so that none takes another's words.
struct CaseForms: Sendable {
    static let assignment = "assignment"
    static let message = "message"
    static let note = "note"

    var reading: CaseReading
    var tried: TriedForm?
    var visit: Visit

    var events: CaseEventForms { CaseEventForms(forms: self) }

    /// The form with what was typed into it, where it was this one that was refused.
    func filled(_ form: String) -> FilledForm {
        guard let tried, tried.form == form else { return FilledForm(language: visit.language) }
        return FilledForm(typed: tried.typed, refused: tried.refused, language: visit.language)
    }

    func address(_ path: String) -> String { visit.links.office("/cases/\(reading.file.id)/\(path)") }

    /// A form behind its name; open where it was refused, and where the page has nothing more likely.
    func folded(_ form: String, _ name: Phrase, _ content: HTML) -> HTML {
        """
        <details class="part"\(flag: "open", if: tried?.form == form)><summary>\(name[visit.language])</summary>\
        \(content)</details>
        """
    }

    /// Assignment, message and note, for those who handle cases.
    func besides(in language: Language) -> HTML {
        guard reading.actor.may(.handleCases), reading.reach.handles else { return .empty }
        let assign = reading.file.isOpen ? assignment(language) : .empty
        return PagePart(
            Phrase(zh: "分办和沟通", en: "Assignment and words"),
            assign + relations(in: language) + message(language) + note(language)
        ).html(in: language)
    }

    private func assignment(_ language: Language) -> HTML {
        let filled = filled(Self.assignment)
        let name = Phrase(zh: "分办", en: "Assign")
        let held = ["officer": reading.file.officer?.text, "section": reading.file.section?.text]
        let fields = CaseFormFields.assignment(reading.officers, reading.sections).map { field in
            filled.field(field, otherwise: held[field.key].flatMap { $0 } ?? "")
        }.joined()
        return folded(
            Self.assignment,
            name,
            Form(
                action: address("assignment"),
                hidden: [visit.formToken],
                fields: fields,
                buttons: [Button(act: name, weight: .second)]
            ).html(in: language)
        )
    }

    private func message(_ language: Language) -> HTML {
        text(Self.message, "messages", CaseFormFields.message, Phrase(zh: "发给申请人", en: "Send to the applicant"))
    }

    private func note(_ language: Language) -> HTML {
        text(Self.note, "notes", CaseFormFields.note, Phrase(zh: "写内部备注", en: "Write a note"))
    }

    private func text(_ form: String, _ path: String, _ field: FormField, _ act: Phrase) -> HTML {
        folded(
            form,
            act,
            Form(
                action: address(path),
                hidden: [visit.formToken],
                fields: filled(form).field(field),
                buttons: [Button(act: act, weight: .second)]
            ).html(in: visit.language)
        )
    }
}

/// One form for each event that can happen now, made from the questions of the procedure.
struct CaseEventForms: Component {
    var forms: CaseForms

    /// How the form of an event calls a question, and its day.
    static func prefix(_ event: String) -> String { "\(event)_" }
    static let day = "on"
    /// Whether it is recorded on the cases that go with this one as well.
    static let forMerged = "merged"

    func html(in language: Language) -> HTML {
        let possible = forms.reading.possible
        let drawn = possible.map { forms.folded($0.key, $0.name, form($0, language)) }.joined()
        let title = Phrase(zh: "下一步", en: "What can happen next")
        return PagePart(title, id: "next", "\(waits(possible.isEmpty, language))\(drawn)").html(in: language)
            + lost(language)
    }

    /// For whom the case waits, where it is not for the office, or there is nothing for this person to do.
    private func waits(_ hasNothing: Bool, _ language: Language) -> HTML {
        let reading = forms.reading
        let words: Phrase =
            switch reading.procedure.state(reading.file.state)?.waits {
            case .approver: Phrase(zh: "等签发领导办理。", en: "It waits for an approver.")
            case .applicant: Phrase(zh: "等申请人办理。", en: "It waits for the applicant.")
            case .others: Phrase(zh: "等其他单位答复。", en: "It waits for others.")
            case .nobody: Phrase(zh: "已经办结。", en: "It is closed.")
            case .office, nil: Phrase(zh: "由办件人员办理。", en: "It is with those who handle cases.")
            }
        let waiting = reading.procedure.state(reading.file.state)?.waits
        guard hasNothing || (waiting != .office && waiting != .nobody) else { return .empty }
        return "<p>\(words[language])</p>"
    }

    private func form(_ rule: Procedure.Event, _ language: Language) -> HTML {
        let filled = forms.filled(rule.key)
        let today = forms.visit.app.now().date.iso
        let day = Self.prefix(rule.key) + Self.day
        let fields = CaseFormFields.event(rule).map { filled.field($0, otherwise: $0.key == day ? today : "") }
        let hint = forms.reading.feeHint(for: rule).map { words -> HTML in "<p class=\"hint\">\(words[language])</p>" }
        return Form(
            action: forms.address("events/\(rule.key)"),
            hidden: [
                forms.visit.formToken, HiddenField(name: "base", value: "\(forms.reading.file.events)"),
            ],
            fields: """
                \(basis(rule, language))\(optional: hint)\(fields.joined())\(merged(rule, filled))
                """,
            buttons: [Button(act: rule.name, weight: .second)]
        ).html(in: language)
    }

    /// Whether the cases that go with this one are meant too.
    private func merged(_ rule: Procedure.Event, _ filled: FilledForm) -> HTML {
        let others = forms.reading.related.merged.filter(\.isOpen)
        guard !others.isEmpty else { return .empty }
        return filled.field(
            CaseFormFields.merged(rule, others),
            otherwise: filled.hasErrors ? "" : Self.forMerged
        )
    }

    /// The article that it rests on.
    private func basis(_ rule: Procedure.Event, _ language: Language) -> HTML {
        guard let article = rule.article else { return .empty }
        let basis = forms.reading.procedure.basis
        let reference = RuleReference(law: basis.law, article: article, version: basis.version)
        return "<p class=\"hint\">\(reference.text(chinese: language == .zh))</p>"
    }

    /// What was typed for an event that is not possible any more, so that nothing of it is lost.
    private func lost(_ language: Language) -> HTML {
        guard let tried = forms.tried, !forms.reading.possible.contains(where: { $0.key == tried.form }),
            let rule = forms.reading.procedure.event(tried.form)
        else { return .empty }
        let rows = rule.questions.compactMap { field -> SummaryList.Row? in
            let typed = tried.typed.all(Self.prefix(rule.key) + field.key).joined(separator: ",")
            guard !typed.isEmpty else { return nil }
            return SummaryList.Row(
                label: field.name,
                value: HTML.lines(field.displayText(of: typed, language: language), in: language)
            )
        }
        let title = Phrase(
            zh: "您为「\(rule.name.zh)」填写的内容（没有保存）",
            en: "What you typed for «\(rule.name.en)» (not saved)"
        )
        return rows.isEmpty ? .empty : PagePart(title, SummaryList(rows: rows).html(in: language)).html(in: language)
    }
}
