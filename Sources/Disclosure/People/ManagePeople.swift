import Civil
package import Database
import Text

/// What an administrator (or, for the very first one, the operator) says of a person.
package struct PersonForm: Sendable, Hashable {
    package var login: String
    package var name: String
    package var section: ID<Section>?
    package var roles: Set<Role>
    package var isActive: Bool

    package init(login: String, name: String, section: ID<Section>? = nil, roles: Set<Role>, isActive: Bool = true) {
        self.login = login
        self.name = name
        self.section = section
        self.roles = roles
        self.isActive = isActive
    }

    func problems() -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-_")
        if !(2...40).contains(login.count) || !login.allSatisfy(allowed.contains) {
            problems.append(
                FieldProblem(
                    "login",
                    zh: "登录名为 2–40 个小写字母、数字或 . - _，例如 li.na",
                    en: "A sign-in name has 2–40 lower-case letters, digits or . - _, such as li.na"
                )
            )
        }
        if name.isEmpty || name.count > 50 {
            problems.append(FieldProblem("name", zh: "请填写姓名（不超过 50 字）", en: "Enter a name of at most 50 characters"))
        }
        if roles.isEmpty {
            problems.append(FieldProblem("roles", zh: "请至少选择一个角色", en: "Choose at least one role"))
        }
        if roles.contains(.auditor), roles.count > 1 {
            problems.append(
                FieldProblem("roles", zh: "审计员只查阅、不办理，不能兼任其他角色", en: "An auditor only reads and has no other role")
            )
        }
        return problems
    }
}

/// Adds a person to an agency; the person sets the password through a one-time link.
package struct AddPerson: UseCase {
    package var form: PersonForm
    package var agency: ID<Agency>
    /// Nil when the operator adds the first administrator at the command line.
    package var actor: Actor?

    package init(form: PersonForm, agency: ID<Agency>, actor: Actor?) {
        self.form = form
        self.agency = agency
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Person {
        try actor?.require(.managePeople)
        let problems = form.problems()
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        guard try tx.people.find(login: form.login) == nil else {
            throw Refusal.invalid([
                FieldProblem("login", zh: "这个登录名已有人使用，请换一个", en: "That sign-in name is taken; choose another")
            ])
        }
        let person = Person(
            id: app.newID(),
            agency: agency,
            section: form.section,
            login: form.login,
            name: form.name,
            roles: form.roles,
            isActive: form.isActive,
            password: nil,
            failures: 0,
            lockedUntil: nil,
            language: .zh,
            createdAt: app.now()
        )
        try tx.people.insert(person)
        try tx.audit.record(
            "person.add",
            of: "person",
            person.id.text,
            detail: form.roles.map(\.rawValue).sorted().joined(separator: " "),
            by: actor?.person,
            agency: agency,
            in: app
        )
        return person
    }
}

/// Changes a person's name, section, roles or standing.
///
/// Whoever is made inactive is signed out at once.
package struct ChangePerson: UseCase {
    package var id: ID<Person>
    package var form: PersonForm
    package var actor: Actor

    package init(id: ID<Person>, form: PersonForm, actor: Actor) {
        self.id = id
        self.form = form
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Person {
        try actor.require(.managePeople)
        guard var person = try tx.people.find(id), person.agency == actor.agency else { throw Refusal.notFound }
        var form = form
        form.login = person.login
        var problems = form.problems()
        if id == actor.person, !form.isActive || !form.roles.contains(.administrator) {
            problems.append(
                FieldProblem(
                    "roles",
                    zh: "不能取消自己的管理员身份，请由另一位管理员操作",
                    en: "You cannot take the administrator's role from yourself; ask another administrator"
                )
            )
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        person.name = form.name
        person.section = form.section
        person.roles = form.roles
        person.isActive = form.isActive
        try tx.people.update(person)
        if !person.isActive { _ = try tx.sessions.endAll(of: id, at: app.now()) }
        try tx.audit.record(
            "person.change",
            of: "person",
            id.text,
            detail: (person.isActive ? "" : "inactive ") + form.roles.map(\.rawValue).sorted().joined(separator: " "),
            by: actor,
            in: app
        )
        return person
    }
}

/// Makes a link with which a person sets the password once, within three days.
package struct MakeOneTimeLink: UseCase {
    package static let lifetime: Int64 = 3 * 86_400_000

    package var person: ID<Person>
    /// Nil when the operator does it at the command line.
    package var actor: Actor?

    package init(person: ID<Person>, actor: Actor?) {
        self.person = person
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> SecretToken {
        try actor?.require(.managePeople)
        guard let person = try tx.people.find(person), actor == nil || person.agency == actor?.agency else {
            throw Refusal.notFound
        }
        let token = SecretToken.make(in: app)
        let now = app.now()
        try tx.sessions.insertLink(token, of: person.id, at: now, expires: now.adding(milliseconds: Self.lifetime))
        try tx.audit.record(
            "person.link",
            of: "person",
            person.id.text,
            by: actor?.person,
            agency: person.agency,
            in: app
        )
        return token
    }
}

/// Sets a password: with a one-time link, with the old password, or by the operator at the command line.
///
/// All sessions of the person end.
package struct SetPassword: Sendable {
    package enum Authority: Sendable {
        case link(SecretToken)
        case oldPassword(String, of: Actor)
        case operatorAtCommandLine(ID<Person>)
    }

    package var password: String
    package var authority: Authority

    package init(password: String, authority: Authority) {
        self.password = password
        self.authority = authority
    }

    package func run(in app: App) async throws -> Person {
        if let problem = Person.problem(inPassword: password) {
            throw Refusal.invalid([FieldProblem("password", problem)])
        }
        let id = try await personAllowed(in: app)
        let hash = try await app.passwords.hash(password, salt: app.randomBytes(16))
        return try await app.database.write { tx in
            guard var person = try tx.people.find(id), person.isActive else { throw Refusal.notFound }
            if case .link(let token) = authority, try tx.sessions.linkedPerson(token, at: app.now()) != id {
                throw Self.linkIsDead
            }
            person.password = hash
            person.failures = 0
            person.lockedUntil = nil
            try tx.people.update(person)
            try tx.sessions.removeLinks(of: id)
            _ = try tx.sessions.endAll(of: id, at: app.now())
            try tx.audit.record("person.password", of: "person", id.text, by: id, agency: person.agency, in: app)
            return person
        }
    }

    private func personAllowed(in app: App) async throws -> ID<Person> {
        switch authority {
        case .link(let token):
            let now = app.now()
            guard let id = try await app.database.read({ try $0.sessions.linkedPerson(token, at: now) }) else {
                throw Self.linkIsDead
            }
            return id
        case .oldPassword(let old, let actor):
            let id = actor.person
            let person = try await app.database.read { try $0.people.find(id) }
            guard try await app.passwords.matches(old, person?.password) else {
                throw Refusal.invalid([
                    FieldProblem("old-password", zh: "原密码不正确", en: "The old password is wrong")
                ])
            }
            return id
        case .operatorAtCommandLine(let id):
            return id
        }
    }

    private static let linkIsDead = Refusal.wrongState(
        Phrase(
            zh: "这个链接已经使用过或已过期，请向管理员索取新的链接",
            en: "This link has been used or is out of date; ask an administrator for a new one"
        )
    )
}
