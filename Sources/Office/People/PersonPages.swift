import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Adding a person and changing one: name, section, roles, standing; the password is the person's own.
enum PersonPages {
    static func newForm(_ visit: Visit) async throws -> Response {
        try await newPage(visit, FilledForm(language: visit.language))
    }

    static func add(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        do {
            let form = try await personForm(visit, login: visit.form.text("login").lowercased())
            let person = try await AddPerson(form: form, agency: actor.agency, actor: actor).run(in: visit.app)
            return .seeOther(visit.links.office("/people/\(person.id)", did: .added))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await newPage(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func change(_ visit: Visit) async throws -> Response {
        let id = ID<Person>(try visit.parameter("id"))
        do {
            let form = try await personForm(visit, login: "")
            _ = try await ChangePerson(id: id, form: form, actor: try visit.actor()).run(in: visit.app)
            return .seeOther(visit.links.office("/people/\(id)", did: .changed))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    static func resetSecondFactor(_ visit: Visit) async throws -> Response {
        let id = ID<Person>(try visit.parameter("id"))
        do {
            _ = try await ResetSecondFactor(person: id, actor: try visit.actor()).run(in: visit.app)
            return .seeOther(visit.links.office("/people/\(id)", did: .factorReset))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(refused: refused, language: visit.language))
        }
    }

    /// - Throws: `Refusal.invalid` for a section of another agency.
    private static func personForm(_ visit: Visit, login: String) async throws -> PersonForm {
        let typed = visit.form.text("section")
        let agency = try visit.actor().agency
        let sections = try await visit.app.database.read { try $0.agencies.sections(of: agency) }
        let section = sections.first { $0.id.text == typed }
        guard typed.isEmpty || section != nil else {
            throw Refusal.invalid([FieldProblem("section", zh: "请选择本机关的科室", en: "Choose a section of this agency")])
        }
        return PersonForm(
            login: login,
            name: visit.form.text("name"),
            section: section?.id,
            roles: Set(visit.form.all("roles").compactMap(Role.init(rawValue:))),
            isActive: visit.form["standing"] != "inactive"
        )
    }

    private static func newPage(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let (frame, sections) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try tx.agencies.sections(of: frame.agency.id))
        }
        let login = FormField(
            key: "login",
            label: Phrase(zh: "登录名", en: "Sign-in name"),
            hint: Phrase(
                zh: "2–40 个小写字母、数字或 . - _，例如 li.na；以后不能更改。",
                en: "2–40 lower-case letters, digits or . - _, such as li.na; it cannot be changed later."
            ),
            isRequired: true,
            control: .text(TextEntry(isShort: true))
        )
        let form = Form(
            action: visit.links.office("/people"),
            hidden: [visit.formToken],
            fields: filled.field(login) + common(filled, sections),
            buttons: [Button(act: Phrase(zh: "添加人员", en: "Add the person"))]
        )
        return OfficePage(
            frame,
            .people,
            title: Phrase(zh: "添加人员", en: "Add a person")[visit.language],
            lead: Phrase(
                zh: "添加后生成一次性链接交给本人，由本人设置密码。",
                en: "Afterwards make a one-time link for the person, who chooses the password."
            ),
            hasErrors: filled.hasErrors
        ).response(to: visit, filled.summary + form.html(in: visit.language), status: filled.status)
    }

    private static func common(_ filled: FilledForm, _ sections: [Section], _ person: Person? = nil) -> HTML {
        let name = FormField(
            key: "name",
            label: Phrase(zh: "姓名", en: "Name"),
            isRequired: true,
            control: .text(TextEntry(isShort: true))
        )
        let section = FormField(
            key: "section",
            label: Phrase(zh: "科室", en: "Section"),
            control: .select(sections.map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        let roles = FormField(
            key: "roles",
            label: Phrase(zh: "角色", en: "Roles"),
            hint: Phrase(
                zh: "可以多选；但同一条信息的起草、审查、签发必须是三个人。审计员不能兼任。",
                en:
                    "Choose any; but one item has three people: author, reviewer, approver. An auditor has no other role."
            ),
            isRequired: true,
            control: .checkboxes(Role.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let chosen = person?.roles.map(\.rawValue).joined(separator: ",") ?? ""
        return filled.field(name, otherwise: person?.name ?? "")
            + (sections.isEmpty ? .empty : filled.field(section, otherwise: person?.section?.text ?? ""))
            + filled.field(roles, otherwise: chosen)
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<Person>(try visit.parameter("id"))
        let (frame, sections, person, sessions, hasFactor) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let person = try OneTimeLinkPage.person(id, of: frame.agency.id, tx)
            let sections = try tx.agencies.sections(of: frame.agency.id)
            let hasFactor = try tx.secondFactors.isOn(for: id)
            return (frame, sections, person, try tx.sessions.count(of: id), hasFactor)
        }
        let language = visit.language
        let standing = FormField(
            key: "standing",
            label: Phrase(zh: "状态", en: "Standing"),
            hint: Phrase(
                zh: "停用后立即退出全部登录，记录保留。",
                en: "Made inactive, a person is signed out at once; the records stay."
            ),
            control: .radios([
                FieldChoice(value: "active", label: Phrase(zh: "在用", en: "Active")),
                FieldChoice(value: "inactive", label: Phrase(zh: "停用", en: "Inactive")),
            ])
        )
        let form = Form(
            action: visit.links.office("/people/\(id)"),
            hidden: [visit.formToken],
            fields: common(filled, sections, person)
                + filled.field(standing, otherwise: person.isActive ? "active" : "inactive"),
            buttons: [Button(act: Phrase(zh: "保存", en: "Save the person"))]
        )
        return OfficePage(frame, .people, title: person.name, hasErrors: filled.hasErrors).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(facts(person, sessions, visit).html(in: language))\
            \(person.isActive ? PersonKeys(person: person, hasFactor: hasFactor, visit: visit).html(in: language) : .empty)\
            \(form.html(in: language))
            """,
            status: filled.status
        )
    }

    private static func facts(_ person: Person, _ sessions: Int, _ visit: Visit) -> SummaryList {
        let language = visit.language
        var rows: [SummaryList.Row] = [
            .init(label: Phrase(zh: "登录名", en: "Sign-in name"), value: HTML(text: person.login)),
            .init(
                label: Phrase(zh: "状态", en: "Standing"),
                value: person.standing(at: visit.app.now()).html(in: language)
            ),
            .init(label: Phrase(zh: "登录中的设备", en: "Sessions"), value: HTML(text: String(sessions))),
        ]
        if let until = person.lockedUntil, until > visit.app.now() {
            rows.append(
                .init(label: Phrase(zh: "锁定至", en: "Locked until"), value: until.element(in: language))
            )
        }
        return SummaryList(rows: rows)
    }
}
