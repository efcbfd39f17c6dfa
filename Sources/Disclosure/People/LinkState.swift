package import Civil
import Database

extension SessionStore {
    /// Whether a one-time link can still be used; says nothing of whom it is for.
    package func isLinkOpen(_ token: SecretToken, at now: Instant) throws -> Bool {
        try linkedPerson(token, at: now) != nil
    }
}
