package import Database
import Text

/// Begins a second factor: makes a secret that counts only after its first code was shown.
package struct BeginSecondFactor: UseCase {
    package var actor: Actor

    package init(actor: Actor) { self.actor = actor }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard try !tx.secondFactors.isOn(for: actor.person) else { throw Refusal.factorIsOn }
        let secret = app.randomBytes(TimeCode.secretLength)
        let sealed = try app.seal(secret, in: SecondFactor.place(actor.person))
        try tx.secondFactors.insert(sealed, for: actor.person, at: app.now())
    }
}

/// What a person gets when a second factor starts to count, shown once and never again.
package struct NewSecondFactor: Sendable, Hashable {
    package var recoveryCodes: [String]
    /// A new session; all others have ended.
    package var token: SecretToken
}

/// Switches the second factor on with its first code; the person's other sessions end.
package struct ConfirmSecondFactor: UseCase {
    package var code: String
    package var actor: Actor

    package init(code: String, actor: Actor) {
        self.code = code
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> NewSecondFactor {
        let id = actor.person
        guard let factor = try tx.secondFactors.find(id) else {
            throw Refusal.wrongState(
                Phrase(zh: "还没有生成密钥，请先开始设置", en: "There is no secret yet; begin the set-up first")
            )
        }
        guard factor.confirmedAt == nil else { throw Refusal.factorIsOn }
        try tx.spendTimeCode(code, of: factor, in: app)
        try tx.secondFactors.confirm(id, at: app.now())
        let codes = try tx.newRecoveryCodes(for: id, in: app)
        _ = try tx.sessions.endAll(of: id, at: app.now())
        let token = SecretToken.make(in: app)
        try tx.sessions.insert(token, of: id, at: app.now())
        try tx.audit.record("person.second-factor-on", of: "person", id.text, by: actor, in: app)
        return NewSecondFactor(recoveryCodes: codes, token: token)
    }
}

/// Gives a person new recovery codes against a code of the authenticator; the old ones are void.
package struct RenewRecoveryCodes: UseCase {
    package var code: String
    package var actor: Actor

    package init(code: String, actor: Actor) {
        self.code = code
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> [String] {
        guard let factor = try tx.secondFactors.find(actor.person), factor.confirmedAt != nil else {
            throw Refusal.notFound
        }
        try tx.spendTimeCode(code, of: factor, in: app)
        let codes = try tx.newRecoveryCodes(for: actor.person, in: app)
        try tx.audit.record("person.recovery-codes", of: "person", actor.person.text, by: actor, in: app)
        return codes
    }
}

/// Switches the second factor off, with one of its codes, unless a role of the person demands it.
package struct EndSecondFactor: UseCase {
    package var code: String
    package var actor: Actor

    package init(code: String, actor: Actor) {
        self.code = code
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard let factor = try tx.secondFactors.find(actor.person) else { throw Refusal.notFound }
        guard try !tx.secondFactors.isDemanded(of: actor) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "您的角色必须使用动态口令，不能关闭；换手机请先重新生成恢复码，或请管理员重置",
                    en:
                        "Your role demands a second factor; it cannot be switched off. For a new telephone ask an administrator to reset it"
                )
            )
        }
        try tx.spendTimeCode(code, of: factor, in: app)
        try tx.secondFactors.remove(actor.person)
        try tx.audit.record("person.second-factor-off", of: "person", actor.person.text, by: actor, in: app)
    }
}

/// Takes a lost second factor from a person, who signs in with the password alone until there is a new one.
///
/// Nobody resets their own: whoever holds a stolen session must not get rid of it this way.
package struct ResetSecondFactor: UseCase {
    package var person: ID<Person>
    /// Nil when the operator does it at the command line.
    package var actor: Actor?

    package init(person: ID<Person>, actor: Actor?) {
        self.person = person
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Person {
        try actor?.require(.managePeople)
        guard let person = try tx.people.find(person), actor == nil || person.agency == actor?.agency else {
            throw Refusal.notFound
        }
        guard person.id != actor?.person else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "不能重置自己的动态口令：在“我的账号”中凭口令关闭，或请另一位管理员重置",
                    en:
                        "You cannot reset your own second factor: switch it off in your account, or ask another administrator"
                )
            )
        }
        guard try tx.secondFactors.remove(person.id) else {
            throw Refusal.wrongState(
                Phrase(zh: "此人没有启用动态口令，不需要重置", en: "This person has no second factor; nothing is to be reset")
            )
        }
        _ = try tx.sessions.endAll(of: person.id, at: app.now())
        try tx.audit.record(
            "person.second-factor-reset",
            of: "person",
            person.id.text,
            by: actor?.person,
            agency: person.agency,
            in: app
        )
        return person
    }
}

/// Says which roles of the agency need a second factor.
package struct DemandSecondFactor: UseCase {
    package var roles: Set<Role>
    package var actor: Actor

    package init(roles: Set<Role>, actor: Actor) {
        self.roles = roles
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.managePeople)
        try tx.secondFactors.demand(roles, in: actor.agency)
        try tx.audit.record(
            "agency.second-factor",
            of: "agency",
            actor.agency.text,
            detail: roles.map(\.rawValue).sorted().joined(separator: " "),
            by: actor,
            in: app
        )
    }
}

extension Refusal {
    static let factorIsOn = Refusal.wrongState(
        Phrase(zh: "动态口令已经启用", en: "The second factor is already on")
    )

    static let wrongCode = Refusal.invalid([
        FieldProblem(
            "code",
            zh: "口令不正确或已用过：请等待下一组六位数字，并核对手机的时间",
            en: "The code is wrong or was used already: wait for the next six digits, and check the telephone's clock"
        )
    ])
}

extension SQLConnection {
    /// - Throws: `Refusal.wrongCode` for any but the present code or its neighbours, unused.
    func spendTimeCode(_ typed: String, of factor: SecondFactor, in app: App) throws {
        let secret = try factor.secret(in: app)
        let digits = typed.filter { !$0.isWhitespace }
        guard let step = TimeCode.step(typed: digits, secret: secret, at: app.now(), after: factor.lastStep) else {
            throw Refusal.wrongCode
        }
        try secondFactors.spend(step, of: factor.person)
    }

    func newRecoveryCodes(for person: ID<Person>, in app: App) throws -> [String] {
        let codes = (0..<SecondFactor.recoveryCount).map { _ in RecoveryCode.make(in: app) }
        try secondFactors.insert(recoveryCodes: codes, of: person)
        return codes
    }
}
