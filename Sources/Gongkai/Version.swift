/// Which program this is.
enum Version {
    /// Semantic version; releases are tagged with it.
    static let text = "0.1.0"
}
