package import Codes

/// Something in a version that may not belong before the public, with the field it stands in.
package struct SensitivePassage: Sendable, Hashable {
    /// Key of the field, or name of the file.
    package var field: String
    package var finding: SensitiveFinding
}

extension Version {
    /// What the scanner finds in everything that the version says (保密法实施条例 art 42: item by item, before publication).
    ///
    /// Fields that are never published are left out: an identity number belongs there.
    package func findings(under duty: Duty) -> [SensitivePassage] {
        duty.publicContent(of: content).entries.flatMap { entry in
            SensitiveScanner.scan(entry.text).map { SensitivePassage(field: entry.key, finding: $0) }
        }
    }
}

extension [SensitivePassage] {
    /// How many of which kind, such as `identityNumber 1 mobileNumber 2`; never what they say.
    ///
    /// - Parameter unreadFiles: files that a person has read because the program could not.
    package func tally(unreadFiles: Int = 0) -> String {
        var counts: [String: Int] = [:]
        if unreadFiles > 0 { counts["unreadFile"] = unreadFiles }
        for passage in self { counts[passage.finding.kind.rawValue, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: " ")
    }
}
