import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What the agency says of itself: names, codes, how its index numbers are written, where it is found.
enum AgencyPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func change(_ visit: Visit) async throws -> Response {
        if visit.form["try-template"] != nil {
            return try await page(visit, FilledForm(typed: visit.form, language: visit.language))
        }
        do {
            _ = try await ChangeAgency(form: AgencyForm(typed: visit.form), actor: try visit.actor()).run(in: visit.app)
            return .seeOther(visit.links.office("/settings", did: .changed))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let template = visit.form["index-template"]
        let (frame, example) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try IndexExample(frame.agency, template, in: visit.app, tx))
        }
        let fields = AgencyFields(agency: frame.agency, filled: filled, example: example)
        let form = Form(
            action: visit.links.office("/settings"),
            hidden: [visit.formToken],
            fields: fields.html(in: visit.language),
            buttons: [Button(act: Phrase(zh: "保存机关设置", en: "Save the settings"))]
        )
        return SettingsPart.agency.response(visit, frame, filled, form.html(in: visit.language))
    }
}

extension AgencyForm {
    /// What came from the form; the agency's code is not in it and stays.
    init(typed form: FormFields) {
        self.init(
            code: "",
            level: Duty.Level(rawValue: form.text("level")) ?? .county,
            name: Phrase(zh: form.text("name-zh"), en: form.text("name-en")),
            regionCode: form.text("region-code"),
            creditCode: form.text("credit-code"),
            siteIDCode: form.text("site-id-code"),
            indexTemplate: form.text("index-template"),
            contact: Contact(typed: form, prefix: "contact"),
            disclosureOffice: Contact(typed: form, prefix: "office")
        )
    }
}

extension Contact {
    /// The entries of a contact in the order of the form.
    static var entries: [(key: String, label: Phrase, path: WritableKeyPath<Contact, String>)] {
        [
            ("name", Phrase(zh: "名称", en: "Name"), \.name),
            ("address", Phrase(zh: "地址", en: "Address"), \.address),
            ("hours", Phrase(zh: "办公时间", en: "Hours"), \.hours),
            ("telephone", Phrase(zh: "电话", en: "Telephone"), \.telephone),
            ("fax", Phrase(zh: "传真", en: "Fax"), \.fax),
            ("email", Phrase(zh: "电子邮箱", en: "E-mail"), \.email),
            ("postcode", Phrase(zh: "邮政编码", en: "Postcode"), \.postcode),
        ]
    }

    init(typed form: FormFields, prefix: String) {
        self.init()
        for entry in Self.entries { self[keyPath: entry.path] = form.text("\(prefix)-\(entry.key)") }
    }
}

/// The next index number that a template would give, shown before anything is saved.
struct IndexExample: Sendable {
    var number: String?
    var problem: FieldProblem?

    /// - Parameter typed: a template that is tried; the agency's own without one.
    init(_ agency: Agency, _ typed: String?, in app: App, _ tx: any SQLConnection) throws {
        let template: IndexTemplate
        do throws(FieldProblem) {
            template = if let typed { try IndexTemplate(typed) } else { agency.indexTemplate }
        } catch {
            problem = error
            return
        }
        guard let duty = app.catalogue.duties.first else { return }
        let values = agency.indexValues(
            duty: duty,
            section: try tx.agencies.sections(of: agency.id).first,
            itemClass: try tx.agencies.classes(of: agency.id).first,
            formedOn: app.now().date
        )
        let serial = try tx.agencies.comingSerial(of: agency.id, scope: template.scope(values))
        number = template.number(values, serial: serial)
    }
}
