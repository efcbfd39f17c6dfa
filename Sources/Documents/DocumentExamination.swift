/// A file is examined before it is kept: what it is, and that nothing in it harms a reader or this machine.

/// What the examination of a good file found.
package struct DocumentExamination: Sendable, Hashable {
    /// What it is.
    package let kind: DocumentKind
    /// Bytes of the file.
    package let bytes: Int
    /// Pages of a PDF; nil for other kinds.
    package let pages: Int?
    /// Width and height of a picture; nil for other kinds.
    package let size: PictureSize?
    /// What a clerk should know of before it is published.
    package let remarks: Set<DocumentRemark>

    /// Examines a file on disk, in a few hundred kilobytes of memory and time in proportion to its size.
    ///
    /// The name of the file plays no part. Refuses with a reason that a clerk can act on.
    package static func examine(
        _ path: String,
        limits: DocumentLimits = DocumentLimits()
    ) throws(DocumentProblem) -> DocumentExamination {
        try examine(FileSource(path), limits: limits)
    }

    static func examine(
        _ source: any ByteSource,
        limits: DocumentLimits
    ) throws(DocumentProblem) -> DocumentExamination {
        guard source.count > 0 else { throw .empty }
        guard source.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
        switch Recognition.family(try source.bytes(at: 0, count: 1_024)) {
        case .pdf:
            let survey = try named(.pdf) { () throws(DocumentProblem) in try PDFSurvey(source, limits: limits) }
            return DocumentExamination(.pdf, source, pages: survey.pages, remarks: survey.remarks)
        case .zip:
            var office = try OfficePackage(source, limits: limits)
            try named(office.kind) { () throws(DocumentProblem) in try office.examine(limits: limits) }
            return DocumentExamination(office.kind, source, remarks: office.remarks)
        case .picture(let kind):
            let anatomy = try named(kind) { () throws(DocumentProblem) in
                try PictureAnatomy(source, limits: limits)
            }
            if try ByteSearch.findsScript(in: source) { throw .active(.script) }
            return DocumentExamination(kind, source, size: anatomy.size)
        case .svg: throw .forbidden(.svg)
        case .webPage: throw .forbidden(.webPage)
        case .program: throw .forbidden(.program)
        case .oldOffice: throw .forbidden(.oldOffice)
        case .archive: throw .forbidden(.archive)
        case .other: throw .unknownKind
        }
    }

    private init(
        _ kind: DocumentKind,
        _ source: any ByteSource,
        pages: Int? = nil,
        size: PictureSize? = nil,
        remarks: Set<DocumentRemark> = []
    ) {
        self.kind = kind
        bytes = source.count
        self.pages = pages
        self.size = size
        self.remarks = remarks
    }

    /// Says of a broken file which kind it is.
    private static func named<Result>(
        _ kind: DocumentKind,
        _ look: () throws(DocumentProblem) -> Result
    ) throws(DocumentProblem) -> Result {
        do throws(DocumentProblem) {
            return try look()
        } catch {
            if case .broken(nil) = error { throw .broken(kind) }
            throw error
        }
    }
}

extension DocumentKind {
    /// What a file is by its content; refuses what is not taken, with the reason.
    package static func detect(
        _ path: String,
        limits: DocumentLimits = DocumentLimits()
    ) throws(DocumentProblem) -> DocumentKind {
        try DocumentExamination.examine(path, limits: limits).kind
    }
}
