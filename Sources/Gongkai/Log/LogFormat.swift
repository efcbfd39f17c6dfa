/// How a line of the log is written.
enum LogFormat: String, CaseIterable, Sendable {
    /// `time=… level=… message=… key=value`, for people and for tools that read logfmt.
    case text
    /// One JSON object per line.
    case json
}
