import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What somebody typed in a session that had ended: shown as it was typed, to be sent once or thrown away.
enum KeptFormPage {
    static func show(_ visit: Visit) async throws -> Response {
        let id = ID<KeptForm>(try visit.parameter("id"))
        let app = visit.app
        let reading = try await app.database.read { tx -> Reading in
            let frame = try OfficeFrame(visit, tx)
            let kept = try tx.keptForms.find(id, of: frame.session.person.id, in: app)
            let form = FormFields(urlEncoded: kept?.body ?? [])
            let duty = try duty(of: form, path: kept?.path ?? "", frame, app, tx)
            let choices = try PlacementChoices(of: frame.agency.id, tx)
            let fields = try CaseFormFields.all(at: kept?.path ?? "", form, frame, app, tx)
            return Reading(frame: frame, kept: kept, form: form, duty: duty, choices: choices, fields: fields)
        }
        guard let kept = reading.kept else { return gone(visit, reading.frame) }
        let names = TypedNames(
            duty: reading.duty,
            choices: reading.choices,
            fields: reading.fields,
            language: visit.language
        )
        let page = Page(visit: visit, kept: kept, form: reading.form, names: names)
        return OfficePage(
            reading.frame,
            .desk,
            title: Phrase(zh: "您输入的内容已保留", en: "What you typed was kept")[visit.language],
            lead: Phrase(
                zh: "提交时登录已经结束。请核对后提交；每份内容只提交一次，\(kept.expires.minuteText) 后自动清除。",
                en:
                    "Your session had ended when you sent it. Look at it and send it; it is sent once, and removed at \(kept.expires.minuteText)."
            )
        ).response(to: visit, page.html)
    }

    static func drop(_ visit: Visit) async throws -> Response {
        let id = ID<KeptForm>(try visit.parameter("id"))
        let person = try visit.actor().person
        let app = visit.app
        guard try await app.database.read({ try $0.keptForms.find(id, of: person, in: app) }) != nil else {
            throw Refusal.notFound
        }
        try await DropKeptForm(id: id, actor: try visit.actor()).run(in: app)
        return .seeOther(visit.links.office("", did: .dropped))
    }

    private struct Reading: Sendable {
        var frame: OfficeFrame
        var kept: KeptForm?
        var form: FormFields
        var duty: Duty?
        var choices: PlacementChoices
        var fields: [FormField]
    }

    /// The duty whose fields the form has, for their names.
    private static func duty(
        of form: FormFields,
        path: String,
        _ frame: OfficeFrame,
        _ app: App,
        _ tx: any SQLConnection
    ) throws -> Duty? {
        if let code = form[TypedItem.Key.duty] { return app.catalogue.duty(code) }
        let steps = path.split(separator: "/")
        guard steps.count > 2, steps[1] == "items" else { return nil }
        guard let item = try tx.items.find(ID(String(steps[2]))), item.agency == frame.agency.id else { return nil }
        return app.catalogue.duty(item.duty)
    }

    /// Nothing here for this person: sent, removed after its hour, or somebody else's, which is not told apart.
    private static func gone(_ visit: Visit, _ frame: OfficeFrame) -> Response {
        let notice = Notice(
            title: Phrase(zh: "这里没有为您保留的内容", en: "Nothing is kept here for you"),
            text: Phrase(
                zh: "可能已经提交、已丢弃、超过一小时被清除，或者是在另一个账号下输入的。",
                en: "It may have been sent or thrown away, removed after an hour, or typed under another account."
            )
        )
        return OfficePage(frame, .desk, title: Phrase(zh: "没有保留的内容", en: "Nothing kept")[visit.language])
            .response(to: visit, notice.html(in: visit.language), status: .notFound)
    }

    private struct Page {
        var visit: Visit
        var kept: KeptForm
        var form: FormFields
        var names: TypedNames

        var html: HTML {
            let language = visit.language
            let typed = form.fields.filter { $0.name != TypedItem.Key.token && $0.name != EndedForm.field }
            let fields = typed.filter { !$0.value.isEmpty && !isInner($0.name) }
            let table = DataTable(
                caption: Phrase(zh: "将要提交的内容", en: "What will be sent"),
                columns: [
                    .init(label: Phrase(zh: "栏目", en: "Field")),
                    .init(label: Phrase(zh: "您输入的内容", en: "What you typed")),
                ],
                rows: fields.map { field in
                    let value = names.value(field.value, of: field.name)
                    return [.text(names.name(of: field.name)), .markup(HTML.lines(value, in: language))]
                },
                id: "kept"
            )
            let send = Form(
                action: Links(language: kept.language).to(kept.path),
                hidden: typed.map { HiddenField(name: $0.name, value: $0.value) } + [
                    HiddenField(name: EndedForm.field, value: kept.id.text), visit.formToken,
                ],
                fields: .empty,
                buttons: [Button(act: Phrase(zh: "现在提交", en: "Send it now"))]
            )
            return """
                \(table.html(in: language))\(send.html(in: language))\
                <form action="\(url: visit.links.office("/kept/\(kept.id)"))" method="post">\
                \(visit.formToken.html(in: language))\
                \(Button(act: Phrase(zh: "丢弃", en: "Throw it away"), weight: .plain).html(in: language))</form>
                """
        }

        /// What goes along for the program: the button, the version it began from.
        private func isInner(_ name: String) -> Bool {
            name.hasPrefix("item_") || name == "version" || (name == "base" && !names.fields.isEmpty)
        }
    }
}

/// What the fields of a form are called, and what was chosen in them, in words.
struct TypedNames {
    var duty: Duty?
    var choices: PlacementChoices
    /// Of a form that no duty makes.
    var fields: [FormField] = []
    var language: Language

    func name(of key: String) -> String {
        if let known = fields.first(where: { $0.key == key }) { return known.label[language] }
        switch key {
        case TypedItem.Key.section: return Phrase(zh: "科室", en: "Section")[language]
        case TypedItem.Key.itemClass: return Phrase(zh: "类别", en: "Class")[language]
        case TypedItem.Key.column: return Phrase(zh: "栏目", en: "Column")[language]
        default: break
        }
        let parts = key.split(separator: ".").map(String.init)
        guard let field = field(of: key) else { return key }
        guard parts.count == 3, let row = Int(parts[1]), case .table(let columns) = field.type else {
            return field.name[language]
        }
        let column = columns.first { $0.key == parts[2] }?.name[language] ?? parts[2]
        return "\(field.name[language]) \(row + 1) · \(column)"
    }

    /// Choices in words; everything else as it was typed.
    func value(_ typed: String, of key: String) -> String {
        if let known = fields.first(where: { $0.key == key }) { return known.shown(typed, in: language) }
        switch key {
        case TypedItem.Key.section: return choices.sections.first { $0.id.text == typed }?.name[language] ?? typed
        case TypedItem.Key.itemClass: return choices.classes.first { $0.id.text == typed }?.name[language] ?? typed
        case TypedItem.Key.column: return choices.columns.first { $0.id.text == typed }?.name[language] ?? typed
        default: break
        }
        guard let field = field(of: key) else { return typed }
        switch field.type {
        case .choice, .choices: return field.displayText(of: typed, language: language)
        default: return typed
        }
    }

    private func field(of key: String) -> Field? {
        let first = key.split(separator: ".").first.map(String.init)
        return duty?.allFields.first { $0.key == first }
    }
}

extension FormField {
    /// What was chosen in words; everything else as it was typed.
    fileprivate func shown(_ typed: String, in language: Language) -> String {
        switch control {
        case .select(let choices), .radios(let choices), .checkboxes(let choices):
            choices.first { $0.value == typed }?.label[language] ?? typed
        default: typed
        }
    }
}

extension KeptForm {
    /// When it is removed.
    var expires: Instant { createdAt.adding(milliseconds: Self.lifetime) }
}

extension Visit {
    /// On the desk: something typed waits to be sent.
    func keptNotice(_ id: ID<KeptForm>?) -> HTML {
        guard let id else { return .empty }
        let button = Button(
            act: Phrase(zh: "查看并提交", en: "Look and send"),
            weight: .second,
            does: .leads(to: links.office("/kept/\(id)"))
        )
        return Notice(
            kind: .care,
            title: Phrase(zh: "您有输入的内容还没有提交", en: "Something you typed has not been sent"),
            text: Phrase(
                zh: "提交时登录已结束，内容加密保留一小时。",
                en: "Your session had ended when you sent it; it is kept encrypted for an hour."
            ),
            more: "<p>\(button.html(in: language))</p>"
        ).html(in: language)
    }
}
