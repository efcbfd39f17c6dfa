package import Documents

/// Reads files with what is in the program and on the machine.
package struct InstalledReader: DocumentReader {
    private let tools: Toolbox

    package init(_ tools: Toolbox = Toolbox()) { self.tools = tools }

    package func examine(_ path: String) throws -> ExaminedFile {
        let found = try fit { () throws(DocumentProblem) in try DocumentExamination.examine(path, limits: tools.limits)
        }
        return ExaminedFile(kind: found.kind, remarks: found.remarks)
    }

    package func strip(_ path: String, _ kind: DocumentKind, to copy: String) throws -> MetadataState {
        try fit { () throws(DocumentProblem) in try MetadataRemoval.write(path, kind: kind, to: copy, with: tools) }
    }

    package func isAbleToRead(_ kind: DocumentKind) -> Bool { ExtractedText.canRead(kind, with: tools) }

    package func text(of path: String, _ kind: DocumentKind) throws -> FileText {
        let text = ExtractedText.read(path, kind: kind, with: tools)
        return FileText(text.state, text.text, pagesWithoutText: text.pagesWithoutText)
    }

    private func fit<Result>(_ look: () throws(DocumentProblem) -> Result) throws(UnfitFile) -> Result {
        do throws(DocumentProblem) {
            return try look()
        } catch {
            throw UnfitFile(error.phrase)
        }
    }
}
