package import Civil
import Crypto
package import Database

/// A person's second factor: the secret that an authenticator shares, and the codes for the day when it is lost.
package struct SecondFactor: Sendable, Hashable {
    /// How many recovery codes a person gets.
    static let recoveryCount = 8

    package var person: ID<Person>
    package var sealed: Sealed
    /// The newest step of which a code was used; it and all before are spent.
    var lastStep: Int64
    /// Nil until the person has shown a first code.
    package var confirmedAt: Instant?

    /// What the secret is sealed for.
    static func place(_ person: ID<Person>) -> String { "second_factor/\(person)" }

    /// The shared secret.
    /// - Throws: `KeyRing.Failure` when the key file does not hold its key.
    package func secret(in app: App) throws -> [UInt8] {
        try app.keys.open(sealed, in: Self.place(person))
    }
}

/// Second factors in the database.
package struct SecondFactorStore {
    let tx: any SQLConnection

    package func find(_ person: ID<Person>) throws -> SecondFactor? {
        try tx.first("SELECT * FROM second_factor WHERE person = \(person)").map { row in
            SecondFactor(
                person: try row.id("person"),
                sealed: Sealed(keyID: try row.text("key_id"), bytes: try row.bytes("sealed")),
                lastStep: try row.int("last_step"),
                confirmedAt: try row.optionalInstant("confirmed_at")
            )
        }
    }

    package func isOn(for person: ID<Person>) throws -> Bool {
        try tx.exists("SELECT 1 FROM second_factor WHERE person = \(person) AND confirmed_at IS NOT NULL")
    }

    /// Whether a role that the person holds, own or lent, demands a second factor that is not there.
    package func isMissing(for actor: Actor) throws -> Bool {
        guard try isDemanded(of: actor) else { return false }
        return try !isOn(for: actor.person)
    }

    /// Whether one of the person's roles demands a second factor.
    package func isDemanded(of actor: Actor) throws -> Bool {
        let roles = actor.allRoles.map(\.rawValue).sorted()
        guard !roles.isEmpty else { return false }
        return try tx.exists(
            "SELECT 1 FROM demanded_factor WHERE agency = \(actor.agency) AND role IN \(list: roles)"
        )
    }

    /// The roles of an agency whose holders need a second factor.
    package func demandingRoles(of agency: ID<Agency>) throws -> Set<Role> {
        Set(
            try tx.rows("SELECT role FROM demanded_factor WHERE agency = \(agency)").compactMap {
                Role(rawValue: try $0.text("role"))
            }
        )
    }

    /// Those of an agency who have one.
    package func people(of agency: ID<Agency>) throws -> Set<ID<Person>> {
        Set(
            try tx.rows(
                """
                SELECT f.person FROM second_factor f JOIN person p ON p.id = f.person
                WHERE p.agency = \(agency) AND f.confirmed_at IS NOT NULL
                """
            ).map { try $0.id("person") }
        )
    }

    func demand(_ roles: Set<Role>, in agency: ID<Agency>) throws {
        try tx.execute("DELETE FROM demanded_factor WHERE agency = \(agency)")
        for role in roles.map(\.rawValue).sorted() {
            try tx.execute("INSERT INTO demanded_factor (agency, role) VALUES (\(agency), \(role))")
        }
    }

    /// Begins anew, whatever was there.
    func insert(_ sealed: Sealed, for person: ID<Person>, at now: Instant) throws {
        try remove(person)
        try tx.execute(
            """
            INSERT INTO second_factor (person, key_id, sealed, last_step, created_at)
            VALUES (\(person), \(sealed.keyID), \(sealed.bytes), 0, \(now))
            """
        )
    }

    func confirm(_ person: ID<Person>, at now: Instant) throws {
        try tx.execute("UPDATE second_factor SET confirmed_at = \(now) WHERE person = \(person)")
    }

    /// No code of this step or one before is taken again.
    func spend(_ step: Int64, of person: ID<Person>) throws {
        try tx.execute("UPDATE second_factor SET last_step = \(step) WHERE person = \(person)")
    }

    /// - Returns: whether there was one in use.
    @discardableResult
    func remove(_ person: ID<Person>) throws -> Bool {
        let wasOn = try isOn(for: person)
        try tx.execute("DELETE FROM recovery_code WHERE person = \(person)")
        try tx.execute("DELETE FROM second_factor WHERE person = \(person)")
        return wasOn
    }

    /// Replaces the recovery codes; only their hashes are kept.
    func insert(recoveryCodes codes: [String], of person: ID<Person>) throws {
        try tx.execute("DELETE FROM recovery_code WHERE person = \(person)")
        for code in codes {
            try tx.execute(
                "INSERT INTO recovery_code (person, code_hash) VALUES (\(person), \(RecoveryCode.hash(code)))"
            )
        }
    }

    /// - Returns: whether the code was one of the person's and had not been used.
    func spend(recoveryCode typed: String, of person: ID<Person>, at now: Instant) throws -> Bool {
        try tx.execute(
            """
            UPDATE recovery_code SET used_at = \(now)
            WHERE person = \(person) AND code_hash = \(RecoveryCode.hash(typed)) AND used_at IS NULL
            """
        ) == 1
    }

    /// How many recovery codes a person has left.
    package func recoveryCodesLeft(of person: ID<Person>) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM recovery_code WHERE person = \(person) AND used_at IS NULL"))
    }
}

extension SQLConnection {
    package var secondFactors: SecondFactorStore { SecondFactorStore(tx: self) }
}

/// A code that stands in for the authenticator once: eighty random bits, so that its hash gives nothing away.
enum RecoveryCode {
    /// `ABCD-EFGH-IJKL-MNOP`.
    static func make(in app: App) -> String {
        let letters = Array(Base32.text(app.randomBytes(10)))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: "-")
    }

    /// Blanks, hyphens and case do not matter.
    static func hash(_ typed: String) -> String {
        let letters = typed.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return SHA256.hex(Array("gongkai recovery \(letters)".utf8))
    }
}
