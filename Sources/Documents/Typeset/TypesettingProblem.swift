package import Text

/// Why a document could not be set on paper; the document itself is as it was.
package enum TypesettingProblem: Error, Sendable, Hashable, CaseIterable {
    /// No program that writes PDF is installed.
    case missing
    case timedOut
    case tooLarge
    /// The program failed, or what it wrote is no PDF.
    case broken
    /// Too many documents wait already.
    case busy

    init(_ failure: ToolFailure) {
        self =
            switch failure {
            case .missing: .missing
            case .timedOut: .timedOut
            case .tooLarge: .tooLarge
            case .broken, .notStarted: .broken
            }
    }

    /// What is the case.
    package var phrase: Phrase {
        switch self {
        case .missing:
            Phrase(
                zh: "服务器没有安装生成 PDF 的程序（chromium 或 weasyprint）",
                en: "The program that writes PDF (chromium or weasyprint) is not installed"
            )
        case .timedOut: Phrase(zh: "生成文件用时过长，已停止", en: "Writing the file took too long and was stopped")
        case .tooLarge: Phrase(zh: "文件过大，无法生成", en: "The file would become too large")
        case .broken: Phrase(zh: "生成文件的程序出错了", en: "The program that writes the file failed")
        case .busy: Phrase(zh: "正在生成的文件太多", en: "Too many files are being written right now")
        }
    }

    /// What to do.
    package var remedy: Phrase {
        switch self {
        case .busy: Phrase(zh: "请过一分钟再试", en: "Try again in a minute")
        default:
            Phrase(
                zh: "请用浏览器打印页面，或者下载 Word 文件；并请告诉管理员",
                en: "Print the page with your browser, or take the Word file; and tell the administrator"
            )
        }
    }
}
