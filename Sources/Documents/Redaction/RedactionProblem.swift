package import Text

/// Why a PDF was not redacted; the original is untouched and nothing was written.
package enum RedactionProblem: Error, Sendable, Hashable {
    /// No box was given.
    case noBox
    /// More pages than are redacted at once.
    case tooManyPages(limit: Int)
    /// A box lies outside of its page, or there is no such page.
    case outside(page: Int)
    /// The program for it is not installed.
    case missing(Tool)
    /// It took too long, or too much memory.
    case tooMuch
    /// The file could not be read.
    case broken
    /// Something could still be read under a box: the result was thrown away.
    case notProven(page: Int)

    /// What the failure of a program means for the clerk.
    package init(_ failure: ToolFailure) {
        self =
            switch failure {
            case .missing(let tool): .missing(tool)
            case .timedOut, .tooLarge: .tooMuch
            case .broken, .notStarted: .broken
            }
    }

    /// What is the case, and what to do.
    package var phrase: Phrase {
        switch self {
        case .noBox: Phrase(zh: "请至少选择一处要遮盖的内容。", en: "Choose at least one passage to cover.")
        case .tooManyPages(let limit):
            Phrase(
                zh: "一次最多遮盖 \(limit) 页，请分次进行。",
                en: "At most \(limit) pages are redacted at once: do it in several steps."
            )
        case .outside(let page):
            Phrase(
                zh: "第 \(page) 页上的遮盖框不在页面内，请检查页码和坐标。",
                en: "A box on page \(page) is not on that page: check the page and the coordinates."
            )
        case .missing(let tool):
            Phrase(
                zh: "服务器没有安装遮盖 PDF 所需的程序（\(tool.package)），请管理员安装；也可以在原文件中删除内容后重新上传。",
                en:
                    "The program for it (\(tool.package)) is not installed. Ask the administrator, or delete the passages in "
                    + "the original and upload it again."
            )
        case .tooMuch:
            Phrase(
                zh: "文件过大，遮盖没有完成，原文件未变。请拆分后重新上传再遮盖。",
                en:
                    "The file is too large to be redacted here; it is unchanged. Split it, upload the parts, and redact those."
            )
        case .broken:
            Phrase(
                zh: "文件无法处理，原文件未变。请另存为新的 PDF 后重新上传。",
                en: "The file could not be processed; it is unchanged. Save it as a new PDF and upload it again."
            )
        case .notProven(let page):
            Phrase(
                zh: "复查第 \(page) 页时仍能读到被遮盖的内容，结果已作废，原文件未变。请把遮盖框画大一些。",
                en:
                    "Something could still be read under a box on page \(page), so the result was thrown away and the file is "
                    + "unchanged. Make the box larger."
            )
        }
    }
}

extension Tool {
    /// The Debian package that brings it.
    package var package: String {
        switch self {
        case .pdftotext, .pdftoppm, .pdfinfo: "poppler-utils"
        case .qpdf: "qpdf"
        case .chromium: "chromium"
        case .weasyprint: "weasyprint"
        case .prlimit: "util-linux"
        }
    }
}
