package import Text

/// What the application will not do, in words that a person can act on; front ends translate it to a page and a status
/// in one place each.
package enum Refusal: Error, Sendable, Hashable {
    /// Nothing there, or nothing that this person may know of.
    case notFound
    /// The person's roles do not allow the act.
    case notAllowed(Act)
    /// The act does not fit the state of the thing; the phrase says what is the case and what to do.
    case wrongState(Phrase)
    /// What was typed cannot be taken; each problem names its field.
    case invalid([FieldProblem])
    /// Somebody else changed it in between.
    case conflict(Phrase)
    /// Wrong name or password, or a locked account; says nothing about which.
    case signInFailed(Phrase)
    /// Too many tries in a short time; after so many seconds another one is taken.
    case tooMany(seconds: Int)
}

extension FieldProblem {
    package init(_ key: String, zh: String, en: String) {
        self.init(key: key, message: Phrase(zh: zh, en: en))
    }

    package init(_ key: String, _ message: Phrase) {
        self.init(key: key, message: message)
    }
}
