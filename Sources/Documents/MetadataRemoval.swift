import Foundation
package import Text

/// Who wrote a file, on which machine and where a picture was taken is not what the bureau publishes (个人信息保护法 art 6).

/// Whether a file still tells of its makers.
package enum MetadataState: String, CaseIterable, Sendable, Hashable {
    /// Nothing is left; the copy was looked at again.
    case removed
    /// Something is left that the program cannot take out.
    case remains
    /// The program for it is not installed: the copy is the file as it came.
    case toolMissing
    /// The program took too long or too much: the copy is the file as it came.
    case gaveUp

    /// What is the case, and what to do.
    package var phrase: Phrase {
        switch self {
        case .removed:
            Phrase(
                zh: "已清除作者、单位、设备、拍摄地点等信息，并复查无残留。",
                en: "Author, organisation, device and place were taken out, and the result was checked."
            )
        case .remains:
            Phrase(
                zh: "部分作者信息无法自动清除。请在原软件中删除文档属性后重新上传。",
                en:
                    "Some information on the author could not be taken out. Remove the document properties and upload it again."
            )
        case .toolMissing:
            Phrase(
                zh: "服务器没有安装清除 PDF 作者信息的程序（qpdf），文件按原样保存。请人工检查文档属性，并请管理员安装。",
                en:
                    "The program that takes metadata out of PDF (qpdf) is not installed; the file is kept as it came. Look at its "
                    + "properties, and ask the administrator to install it."
            )
        case .gaveUp:
            Phrase(
                zh: "清除作者信息用时过长，文件按原样保存。请拆分文件，或人工检查文档属性。",
                en:
                    "Taking out the metadata took too long; the file is kept as it came. Split it, or look at its properties."
            )
        }
    }
}

/// Writes copies of files without metadata.
package enum MetadataRemoval {
    /// Writes a copy to a path where nothing is yet, and looks at the copy again.
    ///
    /// Refuses when the file turns out to be broken, or when rewriting brings to light what the examination could not see.
    package static func write(
        _ path: String,
        kind: DocumentKind,
        to copy: String,
        with box: Toolbox
    ) throws(DocumentProblem) -> MetadataState {
        let limits = box.limits
        let source = try FileSource(path)
        switch kind {
        case .png, .jpeg, .gif, .webp:
            try PictureAnatomy(source, limits: limits).writeClean(source, to: copy)
            let again = try PictureAnatomy(FileSource(copy), limits: limits)
            return again.removed <= ExifOrientation.segment(1).count ? .removed : .remains
        case .docx, .xlsx:
            try OfficeCleaning(OfficePackage(source, limits: limits), limits: limits).write(to: copy)
            var again = try OfficePackage(FileSource(copy), limits: limits)
            try again.examine(limits: limits)
            return try OfficeCleaning(again, limits: limits).isClean() ? .removed : .remains
        case .pdf:
            return try pdf(path, to: copy, with: box)
        }
    }

    static func copyAll(_ source: any ByteSource, to path: String) throws(DocumentProblem) {
        var sink = try FileSink(path)
        try sink.copy(0..<source.count, of: source)
        try sink.finish()
    }

    private static func pdf(
        _ path: String,
        to copy: String,
        with box: Toolbox
    ) throws(DocumentProblem) -> MetadataState {
        let failure: ToolFailure
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            let clean = folder.file("clean.pdf")
            try PDFCleaning(box).write(absolutePath(path), to: clean, in: folder)
            return try checked(clean, copy, box.limits)
        } catch let problem as DocumentProblem {
            throw problem
        } catch {
            failure = error as? ToolFailure ?? .notStarted
        }
        if case .broken = failure { throw .broken(.pdf) }
        try copyAll(FileSource(path), to: copy)
        if case .missing = failure { return .toolMissing }
        return .gaveUp
    }

    /// Looks at what qpdf wrote, which shows what a broken table of objects may have hidden, and takes it over.
    private static func checked(
        _ clean: String,
        _ copy: String,
        _ limits: DocumentLimits
    ) throws(DocumentProblem) -> MetadataState {
        let survey = try PDFSurvey(FileSource(clean), limits: limits)
        let areClean = try PhotoBlanking.blank(clean, photos: survey.photos)
        try copyAll(FileSource(clean), to: copy)
        return survey.metadata.isEmpty && areClean ? .removed : .remains
    }
}

/// A path that holds in whatever folder a program runs.
func absolutePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}
