/// What must be recognised but not read is shown with its middle hidden.

enum Masking {
    /// The text with all but the first and last characters replaced by stars.
    static func middle(_ text: String, keeping first: Int, _ last: Int) -> String {
        let hidden = max(0, text.count - first - last)
        return String(text.prefix(first)) + String(repeating: "*", count: hidden) + String(text.suffix(last))
    }
}
