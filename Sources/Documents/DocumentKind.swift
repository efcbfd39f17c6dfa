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
