import Civil
import Database

/// The applicant's way to a case without an account: the code and a way of contact once, then a sealed ticket that goes
/// from page to page for an hour.
package enum CaseAccess {
    /// The hidden field that carries the ticket.
    package static let field = "access"
    private static let purpose = "case"
    private static let validFor = Instant.hours(1)

    /// - Throws: `KeyRing.Failure` where there is no key.
    package static func issue(for file: ID<CaseFile>, in app: App) throws -> String {
        try SealedTicket.issue(file.text, for: purpose, in: app)
    }

    /// The case that a ticket opens; nil when it ended or is none.
    package static func file(_ ticket: String, in app: App) -> ID<CaseFile>? {
        SealedTicket.read(ticket, for: purpose, validFor: validFor, in: app).map { ID($0.text) }
    }
}

extension CaseStore {
    /// The case of an agency whose applicant knows its code and names its telephone or e-mail.
    ///
    /// Where the applicant left neither, the code alone opens it. Wrong codes and wrong contacts end alike and take about
    /// as long.
    package func find(code: String, contact: String, of agency: ID<Agency>, in app: App) throws -> CaseFile? {
        let found = try find(code: code).flatMap { $0.agency == agency ? $0 : nil }
        let words = try words(.applicant, of: found?.id ?? Self.nobody, in: app) ?? Self.decoy(in: app)
        let isReached = Applicant(words).isReached(by: contact)
        guard let found else { return nil }
        guard let given = try self.words(.applicant, of: found.id, in: app) else {
            // Nobody was named; or who was is erased, and then nobody can show to be the one.
            return try app.procedure(of: found).applicant == .anonymous ? found : nil
        }
        return isReached || !Applicant(given).isReachable ? found : nil
    }

    private static let nobody = ID<CaseFile>("")

    /// An applicant to compare with where there is none.
    private static func decoy(in app: App) throws -> ItemContent {
        let content = Applicant(name: "-", telephone: "-").content
        let bytes = CanonicalBytes.encode(content, attachments: [])
        let sealed = try app.seal(bytes, .applicant, of: nobody)
        return try CanonicalBytes.decode(try app.open(sealed, .applicant, of: nobody)).content
    }
}

extension Applicant {
    /// Whether a telephone or an e-mail was left, by which an applicant can be told from others.
    var isReachable: Bool { telephone.contains(where: \.isNumber) || !email.isEmpty }

    /// Nothing at all was given.
    var isBlank: Bool { [name, identity, telephone, email, address, agent].allSatisfy(\.isEmpty) }
}
