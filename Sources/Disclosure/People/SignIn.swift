import Civil
package import Database
import Text

/// Signing in: name and password against a session token; five wrong passwords in a row shut the account for a while.
///
/// Where the person has a second factor the session opens nothing until `ShowCode` has seen its code.
package struct SignIn: Sendable {
    package var login: String
    package var password: String

    package init(login: String, password: String) {
        self.login = login
        self.password = password
    }

    /// - Throws: `Refusal.signInFailed`, in the same words whether the name, the password or the account is the reason,
    ///   except that a locked account says until when once the password was right.
    package func run(in app: App) async throws -> SecretToken {
        let login = login
        let known = try await app.database.read { try $0.people.find(login: login) }
        let isRight = try await app.passwords.matches(password, known?.password)
        let outcome: Outcome = try await app.database.write { tx in
            guard let id = known?.id, var person = try tx.people.find(id), person.isActive else {
                // As much work as a wrong password costs: the time taken does not tell whether the name exists.
                try tx.audit.record("person.sign-in-unknown", of: "person", "", by: nil, agency: nil, in: app)
                return .wrong
            }
            let now = app.now()
            if let until = person.lockedUntil, until > now {
                try tx.audit.record(
                    "person.sign-in-locked",
                    of: "person",
                    id.text,
                    by: id,
                    agency: person.agency,
                    in: app
                )
                return isRight ? .locked(until) : .wrong
            }
            guard isRight else {
                try tx.people.noteFailure(of: &person, at: now)
                try tx.audit.record(
                    "person.sign-in-failed",
                    of: "person",
                    id.text,
                    by: id,
                    agency: person.agency,
                    in: app
                )
                return .wrong
            }
            return .signedIn(try open(for: &person, tx, app))
        }
        switch outcome {
        case .signedIn(let token): return token
        case .wrong: throw Self.failed
        case .locked(let until): throw Refusal.locked(until: until)
        }
    }

    private enum Outcome { case signedIn(SecretToken), wrong, locked(Instant) }

    /// With a second factor, failures are forgotten only after its code: codes cannot be guessed between two passwords.
    private func open(for person: inout Person, _ tx: any SQLConnection, _ app: App) throws -> SecretToken {
        let awaitsCode = try tx.secondFactors.isOn(for: person.id)
        if !awaitsCode {
            person.failures = 0
            person.lockedUntil = nil
            try tx.people.update(person)
        }
        let token = SecretToken.make(in: app)
        try tx.sessions.insert(token, of: person.id, awaitsCode: awaitsCode, at: app.now())
        try tx.audit.record(
            awaitsCode ? "person.password-right" : "person.sign-in",
            of: "person",
            person.id.text,
            by: person.id,
            agency: person.agency,
            in: app
        )
        return token
    }

    private static let failed = Refusal.signInFailed(
        Phrase(
            zh: "用户名或密码不正确；连续错误五次将暂时锁定账号",
            en: "The name or the password is wrong; after five wrong tries the account is locked for a while"
        )
    )
}

extension Refusal {
    static func locked(until: Instant) -> Refusal {
        .signInFailed(
            Phrase(
                zh: "错误次数过多，账号已锁定至 \(until.minuteText)，请稍后再试",
                en: "Too many wrong tries; the account is locked until \(until.minuteText), try again then"
            )
        )
    }
}

extension PersonStore {
    /// One more wrong password or code in a row; the fifth shuts the account for a while.
    func noteFailure(of person: inout Person, at now: Instant) throws {
        person.failures += 1
        let pause = Person.lockOut(afterFailures: person.failures)
        person.lockedUntil = pause > 0 ? now.adding(milliseconds: pause) : nil
        try update(person)
    }
}

extension App {
    /// The living session of a token, if there is one; notes its use, where anything can be noted.
    package func session(_ token: SecretToken) async throws -> Session? {
        let now = now()
        let found = try await database.read { tx -> (Session, Instant)? in
            guard let (id, seenAt, awaitsCode) = try tx.sessions.find(token, at: now) else { return nil }
            guard let person = try tx.people.find(id), person.isActive else { return nil }
            let lent = try tx.delegations.lent(to: id, on: now.date)
            var session = Session(token: token, person: person, stage: .whole, lent: lent)
            if awaitsCode {
                session.stage = .code
            } else if try tx.secondFactors.isMissing(for: session.actor) {
                session.stage = .enrolment
            }
            return (session, seenAt)
        }
        guard let (session, seenAt) = found else { return nil }
        if now.milliseconds - seenAt.milliseconds > Session.touchInterval {
            do {
                try await database.writeUnordered { try $0.sessions.touch(token, at: now) }
            } catch let error as DatabaseError where Outage(error)?.canBeRead == true {
                // Pages can be read as long as there is no space; what cannot be saved says so itself.
            }
        }
        return session
    }
}

/// Signing out of this browser, or of all of them.
package struct SignOut: UseCase {
    package var session: Session
    package var everywhere: Bool

    package init(session: Session, everywhere: Bool) {
        self.session = session
        self.everywhere = everywhere
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        if everywhere {
            _ = try tx.sessions.endAll(of: session.person.id, at: app.now())
        } else {
            try tx.sessions.end(session.token, at: app.now())
        }
        try tx.audit.record(
            everywhere ? "person.sign-out-everywhere" : "person.sign-out",
            of: "person",
            session.person.id.text,
            by: session.actor,
            in: app
        )
    }
}
