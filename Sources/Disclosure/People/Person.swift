package import Civil
package import Database
package import Text

/// A signed-in member of staff (人员), with roles in one agency.
package struct Person: Sendable, Hashable {
    package var id: ID<Person>
    package var agency: ID<Agency>
    package var section: ID<Section>?
    /// The name to sign in with, unique in the deployment.
    package var login: String
    package var name: String
    package var roles: Set<Role>
    package var isActive: Bool
    /// Nil until the person has chosen one through a one-time link.
    package var password: PasswordHash?
    /// Wrong passwords in a row.
    package var failures: Int
    package var lockedUntil: Instant?
    package var language: Language
    package var createdAt: Instant

    package var actor: Actor { Actor(person: id, agency: agency, roles: roles) }

    /// How long the account stays shut after so many failures in a row: nothing for four, then a minute, doubling up to
    /// an hour.
    package static func lockOut(afterFailures failures: Int) -> Int64 {
        guard failures >= 5 else { return 0 }
        return min(60, 1 << Int64(min(failures - 5, 6))) * 60_000
    }

    /// - Returns: what is wrong with a password that somebody wants to use, if anything.
    package static func problem(inPassword password: String) -> Phrase? {
        if password.count < 10 {
            return Phrase(zh: "密码至少十个字符", en: "A password has at least ten characters")
        }
        if password.utf8.count > 1024 {
            return Phrase(zh: "密码过长，请不超过 1024 字节", en: "The password is too long; keep it under 1,024 bytes")
        }
        if Set(password).count < 4 {
            return Phrase(zh: "密码重复的字符太多，请换一个", en: "The password repeats few characters; choose another")
        }
        return nil
    }
}

/// People in the database.
package struct PersonStore {
    let tx: any SQLConnection

    package func find(_ id: ID<Person>) throws -> Person? {
        try tx.first("SELECT * FROM person WHERE id = \(id)").map { try person($0) }
    }

    package func find(login: String) throws -> Person? {
        try tx.first("SELECT * FROM person WHERE login = \(login)").map { try person($0) }
    }

    package func all(of agency: ID<Agency>) throws -> [Person] {
        let rows = try tx.rows("SELECT * FROM person WHERE agency = \(agency) ORDER BY login")
        let roles = try tx.rows(
            "SELECT r.person, r.role FROM person_role r JOIN person p ON p.id = r.person WHERE p.agency = \(agency)"
        )
        let byPerson = Dictionary(grouping: roles) { (try? $0.text("person")) ?? "" }
        return try rows.map { row in
            try Person(
                row,
                roles: Set((byPerson[try row.text("id")] ?? []).map { try $0.choice("role", as: Role.self) })
            )
        }
    }

    /// The names of people, by id; for lists that show who did what.
    package func names(of ids: Set<ID<Person>>) throws -> [ID<Person>: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT id, name FROM person WHERE id IN \(list: ids.map(\.text).sorted())")
        return Dictionary(
            try rows.map { (try $0.id("id"), try $0.text("name")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package func logins(of ids: Set<ID<Person>>) throws -> [ID<Person>: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT id, login FROM person WHERE id IN \(list: ids.map(\.text).sorted())")
        return Dictionary(
            try rows.map { (try $0.id("id"), try $0.text("login")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package func insert(_ person: Person) throws {
        try tx.execute(
            """
            INSERT INTO person (id, agency, section, login, name, is_active, password, failures, locked_until, language,
                created_at)
            VALUES (\(person.id), \(person.agency), \(person.section), \(person.login), \(person.name),
                \(person.isActive), \(person.password?.stored), \(person.failures), \(person.lockedUntil),
                \(person.language.rawValue), \(person.createdAt))
            """
        )
        try saveRoles(of: person)
    }

    package func update(_ person: Person) throws {
        try tx.execute(
            """
            UPDATE person SET section = \(person.section), name = \(person.name), is_active = \(person.isActive),
                password = \(person.password?.stored), failures = \(person.failures), locked_until = \(person.lockedUntil),
                language = \(person.language.rawValue)
            WHERE id = \(person.id)
            """
        )
        try tx.execute("DELETE FROM person_role WHERE person = \(person.id)")
        try saveRoles(of: person)
    }

    private func saveRoles(of person: Person) throws {
        for role in person.roles.map(\.rawValue).sorted() {
            try tx.execute("INSERT INTO person_role (person, role) VALUES (\(person.id), \(role))")
        }
    }

    private func person(_ row: SQLRow) throws -> Person {
        let id: ID<Person> = try row.id("id")
        let roles = try tx.rows("SELECT role FROM person_role WHERE person = \(id)")
        return try Person(row, roles: Set(roles.map { try $0.choice("role", as: Role.self) }))
    }
}

extension SQLConnection {
    package var people: PersonStore { PersonStore(tx: self) }
}

extension Person {
    init(_ row: SQLRow, roles: Set<Role>) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            section: try row.optionalID("section"),
            login: try row.text("login"),
            name: try row.text("name"),
            roles: roles,
            isActive: try row.bool("is_active"),
            password: try row.optionalText("password").flatMap(PasswordHash.init(stored:)),
            failures: try row.number("failures"),
            lockedUntil: try row.optionalInstant("locked_until"),
            language: try row.choice("language"),
            createdAt: try row.instant("created_at")
        )
    }
}
