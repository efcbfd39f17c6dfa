import Crypto

/// What is signed when a file is imported: the list of its rows with the hash of each version, in the order of the file.
///
/// The bytes are `disclosure-import/v1 LF`, `agency CODE LF`, `duty CODE LF`, then for each row
/// `HASH SP SOURCE-ID LF`. Anyone who has the file and the items can make them again.
struct ImportManifest {
    private var hash = SHA256()
    private(set) var rowCount = 0

    init(agency: String, duty: String) {
        add("disclosure-import/v1\nagency \(agency)\nduty \(duty)\n")
    }

    mutating func add(sourceID: String, versionHash: String) {
        add("\(versionHash) \(sourceID)\n")
        rowCount += 1
    }

    private mutating func add(_ text: String) {
        hash.update(data: Array(text.utf8))
    }

    /// 64 hexadecimal digits.
    var digest: String { Hex.text(hash.finalize()) }
}
