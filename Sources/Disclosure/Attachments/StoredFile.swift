package import Civil
package import Codes
import Database
package import Documents

/// What is known of a stored file besides its bytes.
package struct StoredFile: Sendable, Hashable {
    /// How far the reading of its text has come.
    package enum Reading: Sendable, Hashable {
        /// The worker has not come to it yet.
        case waiting
        /// What came of it, and the pages of a PDF in which there is no text, from 1.
        case done(TextState, pagesWithoutText: [Int] = [])
    }

    /// 64 lower-case hexadecimal digits.
    package var sha256: String
    /// In bytes.
    package var size: Int
    package var kind: DocumentKind
    package var metadata: MetadataState
    package var remarks: Set<DocumentRemark>
    package var reading: Reading
    /// What the scanner found in its text; of very many only the first are kept.
    package var findings: [SensitiveFinding]
    package var storedAt: Instant
}

extension StoredFile {
    /// Whether nobody has tried to read it yet, or without the program that it takes.
    var isUnread: Bool {
        switch reading {
        case .waiting: true
        case .done(let state, _): state == .toolMissing
        }
    }

    /// Whether somebody has to look at the file itself, for the program knows not all that is written in it.
    package var needsEyes: Bool {
        switch reading {
        case .waiting: false
        case .done(let state, let pages): !state.isComplete || !pages.isEmpty
        }
    }
}

/// A file of a version: as the version names it, and what is known of it.
package struct AttachedFile: Sendable, Hashable {
    package var attachment: Attachment
    package var file: StoredFile
}

extension StoredFile {
    /// Findings of one file that are kept.
    static let findingLimit = 200

    init(_ row: SQLRow) throws {
        sha256 = try row.text("sha256")
        size = try row.number("size")
        kind = try row.choice("kind")
        metadata = try row.choice("metadata")
        remarks = Set(try row.text("remarks").split(separator: " ").compactMap { DocumentRemark(rawValue: String($0)) })
        reading =
            switch try row.text("text_state") {
            case "waiting": .waiting
            default:
                .done(
                    try row.choice("text_state"),
                    pagesWithoutText: try row.text("pages_without_text").split(separator: " ").compactMap { Int($0) }
                )
            }
        findings = Self.findings(try row.text("findings"))
        storedAt = try row.instant("stored_at")
    }

    /// One finding on a line: kind, where it begins and ends, what it is.
    static func lines(_ findings: [SensitiveFinding]) -> String {
        findings.prefix(findingLimit).map { finding in
            let excerpt = finding.excerpt.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(finding.kind.rawValue) \(finding.utf8Range.lowerBound) \(finding.utf8Range.upperBound) \(excerpt)"
        }.joined(separator: "\n")
    }

    private static func findings(_ lines: String) -> [SensitiveFinding] {
        lines.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
            guard words.count == 4, let kind = SensitiveFinding.Kind(rawValue: String(words[0])),
                let begin = Int(words[1]), let end = Int(words[2]), begin <= end
            else { return nil }
            return SensitiveFinding(kind: kind, utf8Range: begin..<end, excerpt: String(words[3]))
        }
    }
}
