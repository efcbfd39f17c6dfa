package import Text

/// The addresses of pages in one language: Chinese at the root, English under `/en`.
package struct Links: Sendable {
    package var language: Language

    package init(language: Language) { self.language = language }

    /// An address for a path of this site that begins with a slash.
    package func to(_ path: String) -> String {
        language == .zh ? path : path == "/" ? "/en" : "/en\(path)"
    }

    package func agency(_ code: String) -> String { to("/\(code)") }
    package func column(_ agency: String, _ path: String) -> String { to("/\(agency)/columns/\(path)") }
    package func item(_ agency: String, _ leafID: String) -> String { to("/\(agency)/items/\(leafID)") }
    /// A file of a published item has one address in both languages.
    package func file(_ agency: String, _ leafID: String, _ name: String) -> String {
        "/\(agency)/items/\(leafID)/files/\(queryEncoded(name))"
    }
    package func search(_ agency: String) -> String { to("/\(agency)/search") }
    /// The feed has one language: that of its items.
    package func feed(_ agency: String) -> String { "/\(agency)/feed" }
    package func office(_ path: String = "") -> String { to("/office\(path)") }
    package func officeItem(_ id: String) -> String { office("/items/\(id)") }
}
