package import Documents
package import Text

/// What the application asks of files that somebody uploads: what they are, whether they are fit to be taken, and what
/// text is in them.
///
/// Every call blocks, some for as long as an outside program runs; callers use threads of their own.
package protocol DocumentReader: Sendable {
    /// What the file is, told by its content.
    ///
    /// - Throws: `UnfitFile` for one that is not taken.
    func examine(_ path: String) throws -> ExaminedFile

    /// Writes a copy without metadata to a path where nothing is yet; as the file came where they cannot be taken out.
    ///
    /// - Throws: `UnfitFile` for a file that turns out not to be fit.
    func strip(_ path: String, _ kind: DocumentKind, to copy: String) throws -> MetadataState

    /// Whether all that reading the text of such files takes is there.
    func isAbleToRead(_ kind: DocumentKind) -> Bool

    /// The text of the file, for search and for the scanner.
    func text(of path: String, _ kind: DocumentKind) throws -> FileText
}

/// A file that may be taken.
package struct ExaminedFile: Sendable, Hashable {
    package var kind: DocumentKind
    /// What a reviewer should know of before it is published.
    package var remarks: Set<DocumentRemark>

    package init(kind: DocumentKind, remarks: Set<DocumentRemark> = []) {
        self.kind = kind
        self.remarks = remarks
    }
}

/// Why a file is not taken: what is the case, and what to do.
package struct UnfitFile: Error, Sendable, Hashable {
    package let message: Phrase

    package init(_ message: Phrase) { self.message = message }
}

/// What text could be read in a file.
package struct FileText: Sendable, Hashable {
    /// Why there is none, or not all of it.
    package var state: TextState
    package var text: String
    /// Pages of a PDF in which there is none, from 1.
    package var pagesWithoutText: [Int]

    package init(_ state: TextState, _ text: String = "", pagesWithoutText: [Int] = []) {
        self.state = state
        self.text = text
        self.pagesWithoutText = pagesWithoutText
    }
}
