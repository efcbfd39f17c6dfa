import Crypto
import Text

extension Figure {
    /// A short name of this very definition: it changes when anything changes that decides which records count, or how the
    /// figure is called, so that two printed numbers can be told to mean the same.
    package var version: String {
        let words = [key, name.zh, name.en, unit.zh, unit.en, how.zh, how.en, Self.written(counting)]
        return Hex.text(SHA256.hash(data: Array(words.joined(separator: "\n").utf8)).prefix(4))
    }

    /// The same text for the same value, whatever the order of its sets.
    private static func written(_ value: Any) -> String {
        if let map = value as? [String: [String]] {
            return map.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
        }
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return "\(value)" }
        return mirror.children.map { "\($0.label ?? ""):\(written($0.value))" }.joined(separator: ",")
    }
}
