package import Civil

/// A short text that a page carries to and fro: nobody reads or changes it on the way, and it ends after a while.
///
/// Nothing of it is stored, so that a form without an account needs neither session nor cookie.
package struct SealedTicket: Sendable, Hashable {
    package var text: String
    package var issuedAt: Instant

    /// Seals a text for one purpose; opened for another it is nothing.
    ///
    /// - Throws: `KeyRing.Failure` where there is no key.
    package static func issue(_ text: String, for purpose: String, in app: App) throws -> String {
        let body = "\(app.now().milliseconds)\n\(text)"
        let sealed = try app.seal(Array(body.utf8), in: place(purpose))
        return sealed.keyID + Hex.text(sealed.bytes)
    }

    /// What a ticket says; nil when it is none of ours, was changed, or is older than so many milliseconds.
    package static func read(
        _ ticket: String,
        for purpose: String,
        validFor milliseconds: Int64,
        in app: App
    ) -> SealedTicket? {
        guard let bytes = Hex.bytes(ticket.dropFirst(keyDigits)) else { return nil }
        let sealed = Sealed(keyID: String(ticket.prefix(keyDigits)), bytes: bytes)
        guard let body = try? app.keys.open(sealed, in: place(purpose)) else { return nil }
        let parts = String(decoding: body, as: UTF8.self).split(
            separator: "\n",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, let issued = Int64(parts[0]) else { return nil }
        let age = app.now().milliseconds - issued
        guard (0...milliseconds).contains(age) else { return nil }
        return SealedTicket(text: String(parts[1]), issuedAt: Instant(milliseconds: issued))
    }

    /// Digits of the id of a key.
    private static let keyDigits = 16

    private static func place(_ purpose: String) -> String { "ticket/\(purpose)" }
}
