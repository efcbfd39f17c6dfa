import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Which roles of the agency must use a second factor, and who has one.
enum SafetyPage {
    static func show(_ visit: Visit) async throws -> Response {
        let (frame, roles, people, having) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let agency = frame.agency.id
            return (
                frame, try tx.secondFactors.demandingRoles(of: agency), try tx.people.all(of: agency),
                try tx.secondFactors.people(of: agency)
            )
        }
        let language = visit.language
        let field = FormField(
            key: "roles",
            label: Phrase(zh: "必须使用动态口令的角色", en: "Roles that need a second factor"),
            hint: Phrase(
                zh: "有这些角色而尚未设置的人，下次打开页面时须先设置。请先为自己设置好。",
                en:
                    "Who has such a role and no second factor must set it up before anything else. Set up your own first."
            ),
            control: .checkboxes(Role.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let form = Form(
            action: visit.links.office("/people/safety"),
            hidden: [visit.formToken],
            fields: field.html(in: language, value: .choices(roles.map(\.rawValue))),
            buttons: [Button(act: Phrase(zh: "保存要求", en: "Save"))]
        )
        let active = people.filter(\.isActive)
        let table = DataTable(
            caption: Phrase(zh: "在用人员", en: "Active people"),
            columns: [
                .init(label: Phrase(zh: "姓名", en: "Name")), .init(label: Phrase(zh: "角色", en: "Roles")),
                .init(label: Phrase(zh: "动态口令", en: "Second factor")),
            ],
            rows: active.map { person in
                [
                    .link(person.name, url: visit.links.office("/people/\(person.id)")),
                    .text(person.rolesInWords(language)),
                    .markup(Self.tag(person, having, roles).html(in: language)),
                ]
            },
            id: "factors"
        )
        return OfficePage(frame, .people, title: Phrase(zh: "登录安全", en: "Sign-in safety")[language]).response(
            to: visit,
            "\(Done.notice(visit))\(form.html(in: language))\(table.html(in: language))"
        )
    }

    static func change(_ visit: Visit) async throws -> Response {
        let roles = Set(visit.form.all("roles").compactMap(Role.init(rawValue:)))
        try await DemandSecondFactor(roles: roles, actor: try visit.actor()).run(in: visit.app)
        return .seeOther(visit.links.office("/people/safety", did: .changed))
    }

    private static func tag(_ person: Person, _ having: Set<ID<Person>>, _ demanding: Set<Role>) -> Tag {
        if having.contains(person.id) { return Tag(kind: .onTime, word: Phrase(zh: "已启用", en: "On")) }
        return person.roles.isDisjoint(with: demanding)
            ? Tag(kind: .plain, word: Phrase(zh: "未启用", en: "Off"))
            : Tag(kind: .soon, word: Phrase(zh: "须设置", en: "To be set up"))
    }
}
