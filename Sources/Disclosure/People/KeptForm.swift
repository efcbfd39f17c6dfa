package import Civil
package import Database
package import Text

/// A form that came from a session that had ended, kept encrypted for an hour for the person of that session.
package struct KeptForm: Sendable, Hashable {
    /// In milliseconds.
    package static let lifetime: Int64 = 3_600_000
    /// The newest so many of a person are kept.
    static let most = 5

    package var id: ID<KeptForm>
    /// Where it was going: path and query without the language.
    package var path: String
    package var language: Language
    /// As it came (`application/x-www-form-urlencoded`).
    package var body: [UInt8]
    package var createdAt: Instant

    static func place(_ id: ID<KeptForm>, _ person: ID<Person>) -> String { "kept_form/\(id)/\(person)" }
}

/// Keeps a form for the person from whose session it came.
package struct KeepForm: Sendable {
    package var path: String
    package var language: Language
    package var body: [UInt8]
    /// The form token in it, which only a page of that session could know.
    package var formToken: String

    package init(path: String, language: Language, body: [UInt8], formToken: String) {
        self.path = path
        self.language = language
        self.body = body
        self.formToken = formToken
    }

    /// - Returns: what was kept and for whom; nil for a form of nobody's session, of which nothing is kept.
    package func run(in app: App) async throws -> (id: ID<KeptForm>, person: ID<Person>)? {
        let (formToken, path, language, body) = (formToken, path, language, body)
        guard !formToken.isEmpty else { return nil }
        guard let person = try await app.database.read({ try $0.sessions.person(ofForm: formToken) }) else {
            return nil
        }
        let id = app.newID(KeptForm.self)
        let plain = Array("\(language.rawValue)\n\(path)\n".utf8) + body
        let sealed = try app.seal(plain, in: KeptForm.place(id, person))
        try await app.database.write { tx in
            try tx.keptForms.insert(id, of: person, sealed, at: app.now())
            let agency = try tx.people.find(person)?.agency
            try tx.audit.record("form.keep", of: "person", person.text, by: person, agency: agency, in: app)
        }
        return (id, person)
    }
}

/// Kept forms in the database.
package struct KeptFormStore {
    let tx: any SQLConnection

    func insert(_ id: ID<KeptForm>, of person: ID<Person>, _ sealed: Sealed, at now: Instant) throws {
        let expires = now.adding(milliseconds: KeptForm.lifetime)
        try tx.execute(
            """
            INSERT INTO kept_form (id, person, key_id, sealed, created_at, expires_at)
            VALUES (\(id), \(person), \(sealed.keyID), \(sealed.bytes), \(now), \(expires))
            """
        )
        try tx.execute(
            """
            DELETE FROM kept_form WHERE person = \(person) AND id NOT IN (
                SELECT id FROM kept_form WHERE person = \(person) ORDER BY created_at DESC, id DESC
                LIMIT \(KeptForm.most)
            )
            """
        )
    }

    /// A form of this very person that has neither expired nor been sent.
    package func find(_ id: ID<KeptForm>, of person: ID<Person>, in app: App) throws -> KeptForm? {
        let row = try tx.first(
            """
            SELECT key_id, sealed, created_at FROM kept_form
            WHERE id = \(id) AND person = \(person) AND expires_at > \(app.now()) AND claimed_at IS NULL
            """
        )
        guard let row else { return nil }
        let sealed = Sealed(keyID: try row.text("key_id"), bytes: try row.bytes("sealed"))
        let plain = try app.keys.open(sealed, in: KeptForm.place(id, person))
        let parts = plain.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let language = Language(rawValue: String(decoding: parts[0], as: UTF8.self)) else {
            throw KeyRing.Failure.damaged
        }
        return KeptForm(
            id: id,
            path: String(decoding: parts[1], as: UTF8.self),
            language: language,
            body: Array(parts[2]),
            createdAt: try row.instant("created_at")
        )
    }

    /// The newest form that waits for a person to send it.
    package func newest(of person: ID<Person>, at now: Instant) throws -> ID<KeptForm>? {
        try tx.first(
            """
            SELECT id FROM kept_form WHERE person = \(person) AND expires_at > \(now) AND claimed_at IS NULL
            ORDER BY created_at DESC, id DESC LIMIT 1
            """
        ).map { try $0.id("id") }
    }

    func claim(_ id: ID<KeptForm>, of person: ID<Person>, at now: Instant) throws -> Bool {
        try tx.execute(
            """
            UPDATE kept_form SET claimed_at = \(now)
            WHERE id = \(id) AND person = \(person) AND expires_at > \(now) AND claimed_at IS NULL
            """
        ) == 1
    }

    func release(_ id: ID<KeptForm>) throws {
        try tx.execute("UPDATE kept_form SET claimed_at = NULL WHERE id = \(id)")
    }

    func remove(_ id: ID<KeptForm>, of person: ID<Person>) throws {
        try tx.execute("DELETE FROM kept_form WHERE id = \(id) AND person = \(person)")
    }

    func removeExpired(at now: Instant) throws {
        try tx.execute("DELETE FROM kept_form WHERE expires_at <= \(now)")
    }
}

extension SQLConnection {
    package var keptForms: KeptFormStore { KeptFormStore(tx: self) }
}

/// Takes a kept form out to be sent, so that nobody sends it a second time, not even with another window.
package struct ClaimKeptForm: UseCase {
    package var id: ID<KeptForm>
    package var actor: Actor

    package init(id: ID<KeptForm>, actor: Actor) {
        self.id = id
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard try tx.keptForms.claim(id, of: actor.person, at: app.now()) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这份保留的内容已经提交过，或者已超过一小时而被清除；请先查看是否已经保存",
                    en:
                        "What was kept has been sent already, or was removed after an hour; look first whether it was saved"
                )
            )
        }
        try tx.audit.record("form.send", of: "person", actor.person.text, by: actor, in: app)
    }
}

/// Ends the keeping of a claimed form when it was taken; gives it back when it was not.
package struct SettleKeptForm: UseCase {
    package var id: ID<KeptForm>
    package var wasTaken: Bool
    package var actor: Actor

    package init(id: ID<KeptForm>, wasTaken: Bool, actor: Actor) {
        self.id = id
        self.wasTaken = wasTaken
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        if wasTaken { try tx.keptForms.remove(id, of: actor.person) } else { try tx.keptForms.release(id) }
    }
}

/// Throws a kept form away.
package struct DropKeptForm: UseCase {
    package var id: ID<KeptForm>
    package var actor: Actor

    package init(id: ID<KeptForm>, actor: Actor) {
        self.id = id
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try tx.keptForms.remove(id, of: actor.person)
        try tx.audit.record("form.drop", of: "person", actor.person.text, by: actor, in: app)
    }
}
