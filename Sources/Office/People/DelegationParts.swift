import Civil
import Disclosure
import Html
import Text
import Web

/// What lies on the page of a person's absences and delegations.
struct DelegationParts: Sendable {
    var visit: Visit
    var filled: FilledForm
    var person: Person
    var people: [Person]
    var delegations: [Delegation]
    var absences: [Absence]
    var today: CivilDate

    private var language: Language { visit.language }
    private var path: String {
        visit.session?.person.id == person.id
            ? visit.links.office("/account/delegations") : visit.links.office("/people/\(person.id)/delegations")
    }

    var html: HTML { back + PagePart(Phrase(zh: "新登记", en: "Record"), form).html(in: language) + list }

    /// The absences that are not over, and the button that ends them.
    private var back: HTML {
        guard !absences.isEmpty else { return .empty }
        let lines = absences.map { absence -> HTML in "<li>\(span(absence.from, absence.to))</li>" }
        return PagePart(
            Phrase(zh: "外出", en: "Away"),
            """
            <ul>\(lines)</ul><form action="\(url: path)" method="post">\(visit.formToken.html(in: language))\
            \(HiddenField(name: "do", value: "back").html(in: language))\
            \(Button(act: Phrase(zh: "登记返回", en: "Record: back at work"), weight: .second).html(in: language))</form>
            """
        ).html(in: language)
    }

    /// One form for both: the days alone are an absence, with somebody and roles they are a delegation.
    private var form: HTML {
        let own = Role.allCases.filter { person.roles.contains($0) && Delegation.roles.contains($0) }
        let from = FormField(key: "from", label: Phrase(zh: "从", en: "From"), isRequired: true, control: .date)
        let to = FormField(
            key: "to",
            label: Phrase(zh: "到（含当天）", en: "To, this day included"),
            isRequired: true,
            control: .date
        )
        let away = Button(
            act: Phrase(zh: "登记外出", en: "Record the absence"),
            weight: own.isEmpty ? .main : .second,
            does: .sends(name: "do", value: "away")
        )
        let delegate = Button(
            act: Phrase(zh: "登记委托", en: "Record the delegation"),
            does: .sends(name: "do", value: "delegate")
        )
        return Form(
            action: path,
            hidden: [visit.formToken],
            fields: filled.field(from) + filled.field(to) + (own.isEmpty ? .empty : lending(own)),
            buttons: (own.isEmpty ? [] : [delegate]) + [away]
        ).html(in: language)
    }

    private func lending(_ own: [Role]) -> HTML {
        let others = people.filter { $0.id != person.id && $0.isActive && !$0.roles.contains(.auditor) }
        let taker = FormField(
            key: "taker",
            label: Phrase(zh: "受托人", en: "Who stands in"),
            hint: Phrase(
                zh: "只登记外出时不填。外出期间，公开专员可以把等着的草稿转交给别人。",
                en: "Leave it empty for an absence alone; a disclosure officer can hand waiting drafts on meanwhile."
            ),
            control: .select(others.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) })
        )
        let roles = FormField(
            key: "roles",
            label: Phrase(zh: "委托的角色", en: "Roles to lend"),
            hint: Phrase(
                zh: "受托人以本人名义办理，审计记录注明代谁办理；起草、审查、签发仍须三个人。到期自动结束。",
                en:
                    "Who stands in acts in their own name, and the trail says in whose place; author, reviewer and approver remain three people. It ends by itself."
            ),
            control: .checkboxes(own.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        return filled.field(taker) + filled.field(roles)
    }

    private var list: HTML {
        guard !delegations.isEmpty else { return .empty }
        let names = Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return DataTable(
            caption: Phrase(zh: "委托记录", en: "Delegations"),
            columns: [
                .init(label: Phrase(zh: "委托人", en: "Whose role")), .init(label: Phrase(zh: "受托人", en: "Who stands in")),
                .init(label: Phrase(zh: "角色", en: "Role")), .init(label: Phrase(zh: "日期", en: "Days")),
                .init(label: Phrase(zh: "状态", en: "State")),
            ],
            rows: delegations.map { delegation in
                [
                    .text(names[delegation.giver] ?? "—"), .text(names[delegation.taker] ?? "—"),
                    .text(delegation.role.name[language]),
                    .markup(span(delegation.from, delegation.to)), .markup(state(delegation)),
                ]
            },
            id: "delegations"
        ).html(in: language)
    }

    private func span(_ from: CivilDate, _ to: CivilDate) -> HTML {
        "\(from.element(in: language)) – \(to.element(in: language))"
    }

    private func state(_ delegation: Delegation) -> HTML {
        let standing = delegation.standing(on: today)
        let tag =
            switch standing {
            case .coming: Tag(kind: .plain, word: Phrase(zh: "未开始", en: "To come"))
            case .inForce: Tag(kind: .onTime, word: Phrase(zh: "进行中", en: "In force"))
            case .over: Tag(kind: .void, word: Phrase(zh: "已结束", en: "Over"))
            }
        guard standing != .over else { return tag.html(in: language) }
        return """
            \(tag.html(in: language))<form action="\(url: visit.links.office("/delegations/\(delegation.id)/end"))" method="post">\
            \(visit.formToken.html(in: language))\
            \(Button(act: Phrase(zh: "结束委托", en: "End it"), weight: .plain).html(in: language))</form>
            """
    }
}
