/// What must not be shown to whoever looks over a shoulder or into a log.
enum Secrets {
    /// A PostgreSQL address with every password replaced by `***`; any other text as it is.
    ///
    /// In doubt more is replaced than needed: everything from the first colon of the authority to the last `@`.
    static func redacted(_ database: String) -> String {
        guard let scheme = database.firstRange(of: "://") else { return database }
        var text = String(database[..<scheme.upperBound])
        var rest = database[scheme.upperBound...]
        if let at = rest.lastIndex(of: "@") {
            let user = rest[..<at].prefix { $0 != ":" }
            text += user
            if user.endIndex != at { text += ":***" }
            rest = rest[at...]
        }
        guard let question = rest.firstIndex(of: "?") else { return text + rest }
        let parameters = rest[rest.index(after: question)...].split(separator: "&").map { parameter in
            let name = parameter.prefix { $0 != "=" }
            return name.lowercased().contains("pass") ? "\(name)=***" : String(parameter)
        }
        return text + rest[...question] + parameters.joined(separator: "&")
    }
}
