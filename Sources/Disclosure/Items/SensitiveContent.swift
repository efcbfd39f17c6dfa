import Codes

/// Something in a version that may not belong before the public, with the field it stands in.
package struct SensitiveFinding: Sendable, Hashable {
    package var field: String
    package var finding: SensitiveScanner.Finding
}

extension Version {
    /// What the scanner finds in everything that would be published (保密法实施条例 art 42: item by item, before publication).
    package var findings: [SensitiveFinding] {
        content.entries.flatMap { entry in
            SensitiveScanner.scan(entry.text).map { SensitiveFinding(field: entry.key, finding: $0) }
        }
    }
}

extension [SensitiveFinding] {
    /// How many of which kind, such as `identity-number 1 mobile-number 2`; never what they say.
    var tally: String {
        var counts: [String: Int] = [:]
        for found in self { counts[found.finding.kind.rawValue, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: " ")
    }
}
