package import Text

/// What a file is, told by its content and never by its name.

/// The kinds of file that may stand beside an item; everything else is refused.
package enum DocumentKind: String, CaseIterable, Sendable, Hashable {
    /// Portable Document Format.
    case pdf
    /// Word document without macros.
    case docx
    /// Excel workbook without macros.
    case xlsx
    /// PNG picture.
    case png
    /// JPEG picture.
    case jpeg
    /// GIF picture.
    case gif
    /// WebP picture.
    case webp

    /// The media type to serve it with.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .webp: "image/webp"
        }
    }

    /// The ending of its name, without the dot.
    package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

    /// Whether it is a picture, in which no text can be read.
    package var isPicture: Bool {
        switch self {
        case .pdf, .docx, .xlsx: false
        case .png, .jpeg, .gif, .webp: true
        }
    }

    /// Its name for a reader.
    package var name: Phrase {
        switch self {
        case .pdf: Phrase(zh: "PDF 文件", en: "PDF")
        case .docx: Phrase(zh: "Word 文档", en: "Word document")
        case .xlsx: Phrase(zh: "Excel 表格", en: "Excel workbook")
        case .png: Phrase(zh: "PNG 图片", en: "PNG picture")
        case .jpeg: Phrase(zh: "JPEG 图片", en: "JPEG picture")
        case .gif: Phrase(zh: "GIF 图片", en: "GIF picture")
        case .webp: Phrase(zh: "WebP 图片", en: "WebP picture")
        }
    }
}

/// What is no reason against a file, but a reader could see in it what its author forgot.

/// Something that a clerk should know of before the file is published.
package enum DocumentRemark: String, CaseIterable, Sendable, Hashable {
    /// Comments in the margin.
    case comments
    /// Insertions and deletions that nobody accepted: the deleted text is still in the file.
    case trackedChanges
    /// Hidden text, rows, columns or sheets.
    case hiddenContent
    /// An electronic signature in a PDF: the copy without metadata no longer bears it out.
    case signature

    /// What is the case, and what to do.
    package var phrase: Phrase {
        switch self {
        case .comments:
            Phrase(
                zh: "文件里有批注，公众能看到。不需要的请先删除。",
                en: "The file has comments, which the public can read. Delete those that are not meant for it."
            )
        case .trackedChanges:
            Phrase(
                zh: "文件里有未接受的修订，删掉的文字公众仍能看到。请先接受或拒绝全部修订。",
                en:
                    "The file has tracked changes: the public can read what was deleted. Accept or reject all of them first."
            )
        case .signature:
            Phrase(
                zh: "PDF 带有电子签名。公开的是清除了作者信息的副本，印章图样保留，但签名不能再用来验证；请另行保管原件。",
                en:
                    "The PDF bears an electronic signature. The copy that is published has no metadata: the seal stays to be seen, "
                    + "but the signature no longer verifies. Keep the original."
            )
        case .hiddenContent:
            Phrase(
                zh: "文件里有隐藏的文字、行列或工作表，公众可以取消隐藏。请先删除。",
                en: "The file has hidden text, rows, columns or sheets, which anybody can unhide. Delete them first."
            )
        }
    }
}

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

/// How the reading of a text went.
package enum TextState: String, CaseIterable, Sendable, Hashable {
    /// The text is there.
    case read
    /// A picture; text in pictures cannot be read.
    case picture
    /// A PDF without a text layer, such as a scan.
    case scanned
    /// The program that reads it is not installed.
    case toolMissing
    /// More text, or more work, than the limits allow.
    case tooLarge
    /// Took too long.
    case timedOut
    /// The file could not be read.
    case broken

    /// Whether search and scan know all the text that a reader can select in the file.
    package var isComplete: Bool { self == .read }

    /// What is the case, and what to do.
    package var phrase: Phrase {
        switch self {
        case .read: Phrase(zh: "已读取文字，可以检索，已检查敏感信息。", en: "Its text was read, can be searched, and was scanned.")
        case .picture:
            Phrase(
                zh: "图片里的文字无法读取，请人工检查其中有无身份证号、电话等个人信息。",
                en:
                    "Text in pictures cannot be read: check by eye whether it shows identity numbers, telephones and the like."
            )
        case .scanned:
            Phrase(
                zh: "这是扫描件，没有文字层，无法检索，也无法自动检查；请人工检查，最好改传由文字处理软件导出的 PDF。",
                en:
                    "It is a scan without a text layer: it cannot be searched or scanned. Check it by eye, or better, upload the "
                    + "PDF that the word processor exports."
            )
        case .toolMissing:
            Phrase(
                zh: "服务器没有安装读取 PDF 文字的程序（poppler-utils），无法自动检查；请人工检查，并请管理员安装。",
                en:
                    "The program that reads PDF text (poppler-utils) is not installed, so nothing was scanned. Check it by eye, "
                    + "and ask the administrator to install it."
            )
        case .tooLarge:
            Phrase(
                zh: "文字过多，只读取了前一部分。请拆分文件，或人工检查其余部分。",
                en: "There is too much text; only the first part was read. Split the file, or check the rest by eye."
            )
        case .timedOut:
            Phrase(
                zh: "读取文字用时过长，已停止。请拆分文件，或人工检查。",
                en: "Reading the text took too long and was stopped. Split the file, or check it by eye."
            )
        case .broken:
            Phrase(
                zh: "文字无法读取，文件可能有损坏。请另存后重新上传，或人工检查。",
                en:
                    "The text could not be read; the file may be damaged. Save it again and upload it, or check it by eye."
            )
        }
    }
}
