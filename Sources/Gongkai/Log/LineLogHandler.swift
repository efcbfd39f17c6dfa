import Civil
import Logging

/// Writes each event of the log as one line to standard error, where systemd or a container picks it up.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: LogFormat
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) -> Void

    init(
        label: String,
        level: Logger.Level,
        format: LogFormat,
        now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        logLevel = level
        self.label = label
        self.format = format
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        var fields = all.sorted { $0.key < $1.key }.map { (key: $0.key, value: "\($0.value)") }
        if label != "gongkai" { fields.insert((key: "source", value: label), at: 0) }
        let line = LogLine(at: now(), level: event.level, message: "\(event.message)", fields: fields)
        write(line.text(as: format) + "\n")
    }
}

extension LoggingSystem {
    /// Sends every logger of the process to standard error; called once.
    static func speak(level: Logger.Level, format: LogFormat) {
        bootstrap { label in
            LineLogHandler(label: label, level: level, format: format, now: SystemClock.now) {
                Terminal.write($0, to: 2)
            }
        }
    }
}
