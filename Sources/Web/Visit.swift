package import Disclosure
package import HTTPTypes
package import Text

/// One request to one page: what the page may look at, already taken apart, checked and signed in.
package struct Visit: Sendable {
    package var app: App
    package var language: Language
    /// The path without the language, such as `/nanhai/search`.
    package var path: String
    package var query: FormFields
    /// Empty unless the request is a POST; its form token has been checked.
    package var form: FormFields
    package var parameters: [String: String]
    /// The rest of the path where the route ends in `**`.
    package var remainder: String
    package var session: Session?
    /// What the support needs to find this request in the log.
    package var requestID: String
    package var isElder: Bool
    /// Where the request came from, as far as that is known: an IPv4 address, or the first half of an IPv6 one.
    package var address: String?
    /// What the browser says besides, such as which part of a file it wants.
    package var headers = HTTPFields()

    /// - Throws: `Refusal.notFound` when the route has no such parameter.
    package func parameter(_ name: String) throws(Refusal) -> String {
        guard let value = parameters[name] else { throw .notFound }
        return value
    }

    /// The person who acts.
    ///
    /// A route that is not for everyone is never reached without one.
    package func actor() throws(Refusal) -> Actor {
        guard let session else { throw .notFound }
        return session.actor
    }

    /// Counts a try from where the request came, and one of the account that it is about.
    ///
    /// - Throws: `Refusal.tooMany`, which becomes a page with status 429.
    package func take(_ limit: RateLimit, account: String? = nil) throws(Refusal) {
        let now = app.now()
        if let address {
            try app.limits.take(account == nil ? limit : limit.forAddress, "address \(address)", at: now)
        } else {
            try app.limits.take(limit.forEverybody, "", at: now)
        }
        if let account { try app.limits.take(limit, "account \(account)", at: now) }
    }

    package var links: Links { Links(language: language) }

    /// This very page in the other language, query included.
    package var otherLanguageURL: String {
        let other: Language = language == .zh ? .en : .zh
        let query = query.fields.map { "\(queryEncoded($0.name))=\(queryEncoded($0.value))" }.joined(separator: "&")
        return Links(language: other).to(path) + (query.isEmpty ? "" : "?\(query)")
    }

    /// The value that goes with every form as the hidden field `csrf`.
    package var formToken: HiddenField { HiddenField(name: "csrf", value: session?.token.formToken ?? "") }
}

extension Visit {
    /// A reader who asks for a public page without a browser: for checks that a page is really there.
    package init(reading path: String, parameters: [String: String], in app: App) {
        self.init(
            app: app,
            language: .zh,
            path: path,
            query: FormFields(),
            form: FormFields(),
            parameters: parameters,
            remainder: "",
            session: nil,
            requestID: "",
            isElder: false
        )
    }
}
