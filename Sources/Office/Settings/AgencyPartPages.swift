import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What an agency is made of: sections, classes, columns, channels and former names, each listed with a form to add one.
enum AgencyPartPages {
    static func show(_ part: SettingsPart) -> @Sendable (Visit) async throws -> Response {
        { visit in try await page(visit, part, FilledForm(language: visit.language)) }
    }

    static func add(_ part: SettingsPart) -> @Sendable (Visit) async throws -> Response {
        { visit in
            let actor = try visit.actor()
            do {
                let added = try AgencyPart(part, typed: visit.form)
                try await AddAgencyPart(added, to: actor.agency, actor: actor).run(in: visit.app)
                return .seeOther(visit.links.office(part.path, did: .added))
            } catch let refusal as Refusal {
                let refused = try Refused(refusal)
                let filled = FilledForm(typed: visit.form, refused: refused, language: visit.language)
                return try await page(visit, part, filled)
            }
        }
    }

    private static func page(_ visit: Visit, _ part: SettingsPart, _ filled: FilledForm) async throws -> Response {
        let (frame, list) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try AgencyPartList(part, of: frame.agency.id, tx))
        }
        let language = visit.language
        let form = Form(
            action: visit.links.office(part.path),
            hidden: [visit.formToken],
            fields: AgencyPartFields(part: part, filled: filled, list: list, catalogue: visit.app.catalogue).html,
            buttons: [Button(act: part.addWords)]
        )
        return part.response(
            visit,
            frame,
            filled,
            list.html(in: language)
                + PagePart(part.addWords, form.html(in: language)).html(in: language)
        )
    }
}

extension SettingsPart {
    /// The act of adding one of this kind.
    fileprivate var addWords: Phrase {
        switch self {
        case .agency, .sections: Phrase(zh: "添加科室", en: "Add a section")
        case .classes: Phrase(zh: "添加类别", en: "Add a class")
        case .columns: Phrase(zh: "添加栏目", en: "Add a column")
        case .channels: Phrase(zh: "添加渠道", en: "Add a channel")
        case .names: Phrase(zh: "添加曾用名", en: "Add a former name")
        }
    }
}

extension AgencyPart {
    /// - Throws: `Refusal.invalid` when a choice was not made or a date is no date.
    init(_ part: SettingsPart, typed form: FormFields) throws(Refusal) {
        let name = Phrase(zh: form.text("name-zh"), en: form.text("name-en"))
        let code = form.text("code")
        switch part {
        case .agency, .sections:
            self = .section(code: code, kind: Section.Kind(rawValue: form.text("kind")) ?? .section, name: name)
        case .classes:
            self = .itemClass(code: code, name: name)
        case .columns:
            let below = form.text("below")
            let catalogue = form.text("catalogue-column")
            self = .column(
                below: below.isEmpty ? nil : below,
                slug: code,
                catalogueColumn: catalogue.isEmpty ? nil : catalogue,
                name: name
            )
        case .channels:
            guard let kind = ChannelKind(rawValue: form.text("kind")) else {
                throw .invalid([FieldProblem("kind", zh: "请选择渠道种类", en: "Choose the kind of channel")])
            }
            self = .channel(code: code, kind: kind, name: name)
        case .names:
            self = .formerName(try Self.formerName(name, form))
        }
    }

    private static func formerName(_ name: Phrase, _ form: FormFields) throws(Refusal) -> FormerName {
        var problems: [FieldProblem] = []
        if name.zh.isEmpty { problems.append(FieldProblem("name-zh", zh: "请填写名称", en: "Enter the name")) }
        if name.en.isEmpty { problems.append(FieldProblem("name-en", zh: "请填写英文名称", en: "Enter the name in English")) }
        let from = CivilDate.read(form.text("valid-from"))
        if from == nil {
            problems.append(
                FieldProblem("valid-from", zh: "请填写起始日期，例如 2014-03-01", en: "Enter the first day, such as 2014-03-01")
            )
        }
        let to = CivilDate.read(form.text("valid-to"))
        if to == nil, !form.text("valid-to").isEmpty {
            problems.append(
                FieldProblem("valid-to", zh: "终止日期写成 2019-01-31 这样的日期", en: "Write the last day as 2019-01-31")
            )
        }
        guard let from, problems.isEmpty else { throw .invalid(problems) }
        return FormerName(name: name, from: from, to: to)
    }
}
