import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Everybody who works in the agency, with roles and standing.
enum PeoplePage {
    static func show(_ visit: Visit) async throws -> Response {
        let (frame, people, sections) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            return (frame, try tx.people.all(of: frame.agency.id), try tx.agencies.sections(of: frame.agency.id))
        }
        let language = visit.language
        let now = visit.app.now()
        let table = DataTable(
            caption: Phrase(zh: "共 \(people.count) 人", en: people.count == 1 ? "One person" : "\(people.count) people"),
            columns: [
                .init(label: Phrase(zh: "姓名", en: "Name")), .init(label: Phrase(zh: "登录名", en: "Sign-in name")),
                .init(label: Phrase(zh: "科室", en: "Section")), .init(label: Phrase(zh: "角色", en: "Roles")),
                .init(label: Phrase(zh: "状态", en: "Standing")),
            ],
            rows: people.map { person in
                let section = sections.first { $0.id == person.section }?.name[language]
                let standing = person.standing(at: now).html(in: language)
                return [
                    .link(person.name, url: visit.links.office("/people/\(person.id)")),
                    .text(person.login),
                    section.map { .text($0) } ?? .blank,
                    .text(person.rolesInWords(language)),
                    .markup(standing),
                ]
            },
            id: "people"
        )
        let add = Button(
            act: Phrase(zh: "添加人员", en: "Add a person"),
            does: .leads(to: visit.links.office("/people/new"))
        )
        let safety = Button(
            act: Phrase(zh: "登录安全", en: "Sign-in safety"),
            weight: .second,
            does: .leads(to: visit.links.office("/people/safety"))
        )
        return OfficePage(frame, .people, title: OfficeArea.people.name[language], isAreaHome: true).response(
            to: visit,
            """
            \(Done.notice(visit))<div class="buttons">\(add.html(in: language))\(safety.html(in: language))</div>\
            \(table.html(in: language))
            """
        )
    }
}

extension Person {
    /// Whether the person can sign in now.
    func standing(at now: Instant) -> Tag {
        if !isActive { return Tag(kind: .void, word: Phrase(zh: "已停用", en: "Inactive")) }
        if password == nil { return Tag(kind: .plain, word: Phrase(zh: "尚未设置密码", en: "No password yet")) }
        if let lockedUntil, lockedUntil > now {
            return Tag(kind: .soon, word: Phrase(zh: "暂时锁定", en: "Locked for now"))
        }
        return Tag(kind: .onTime, word: Phrase(zh: "在用", en: "Active"))
    }

    func rolesInWords(_ language: Language) -> String {
        Role.allCases.filter(roles.contains).map { $0.name[language] }.joined(separator: language == .zh ? "、" : ", ")
    }
}
