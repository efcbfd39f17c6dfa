import Civil
import Database
import Text

/// The second step of signing in: the code of the authenticator, or a recovery code, against a session that opens doors.
///
/// Wrong codes count like wrong passwords and shut the account for the same while.
package struct ShowCode: Sendable {
    package var typed: String
    /// The session that the password opened.
    package var session: Session

    package init(typed: String, session: Session) {
        self.typed = typed
        self.session = session
    }

    /// - Throws: `Refusal.invalid` for a wrong code, `Refusal.signInFailed` while the account is locked.
    package func run(in app: App) async throws -> SecretToken {
        let outcome = try await app.database.write { tx in try perform(tx, in: app) }
        switch outcome {
        case .signedIn(let token): return token
        case .wrong: throw Refusal.wrongCode
        case .locked(let until): throw Refusal.locked(until: until)
        case .gone: throw Refusal.notFound
        }
    }

    private enum Outcome: Sendable { case signedIn(SecretToken), wrong, locked(Instant), gone }

    private func perform(_ tx: any SQLConnection, in app: App) throws -> Outcome {
        let now = app.now()
        let id = session.person.id
        guard let (owner, _, awaitsCode) = try tx.sessions.find(session.token, at: now), owner == id, awaitsCode else {
            return .gone
        }
        guard var person = try tx.people.find(id), person.isActive, let factor = try tx.secondFactors.find(id) else {
            return .gone
        }
        func note(_ act: String) throws {
            try tx.audit.record(act, of: "person", id.text, by: id, agency: person.agency, in: app)
        }
        if let until = person.lockedUntil, until > now {
            try note("person.sign-in-locked")
            return .locked(until)
        }
        guard let act = try act(of: factor, tx, app) else {
            try tx.people.noteFailure(of: &person, at: now)
            try note("person.code-failed")
            return .wrong
        }
        person.failures = 0
        person.lockedUntil = nil
        try tx.people.update(person)
        // The token that was known before the code must not open anything after it.
        try tx.sessions.end(session.token, at: now)
        let token = SecretToken.make(in: app)
        try tx.sessions.insert(token, of: id, at: now)
        try note(act)
        return .signedIn(token)
    }

    /// What the audit trail says of the code, if it is right; nil for a wrong one.
    private func act(of factor: SecondFactor, _ tx: any SQLConnection, _ app: App) throws -> String? {
        let isTimeCode = typed.filter { !$0.isWhitespace }.utf8.count == TimeCode.digits
        if !isTimeCode {
            let isRight = try tx.secondFactors.spend(recoveryCode: typed, of: factor.person, at: app.now())
            return isRight ? "person.recovery-code" : nil
        }
        do {
            try tx.spendTimeCode(typed, of: factor, in: app)
            return "person.sign-in"
        } catch Refusal.invalid {
            return nil
        }
    }
}
