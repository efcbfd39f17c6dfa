package import Text

/// The text of a file, for the search and for the scan for personal data; or the reason why there is none.

/// What came of reading the text of a file.
package struct ExtractedText: Sendable, Hashable {
    /// How it went.
    package let state: TextState
    /// The text, pages apart by form feeds; what could be read even where the state is `tooLarge`.
    package let text: String
    /// Pages of a PDF on which no text was found, from 1: pictures of text, which nobody can search or scan.
    package let pagesWithoutText: [Int]

    init(_ state: TextState, _ text: String = "", pagesWithoutText: [Int] = []) {
        self.state = state
        self.text = text
        self.pagesWithoutText = pagesWithoutText
    }

    /// Reads the text of a file that was examined; never throws, for a missing text has a state.
    ///
    /// Blocks its thread for as long as the limits of the toolbox allow.
    package static func read(_ path: String, kind: DocumentKind, with box: Toolbox) -> ExtractedText {
        switch kind {
        case .pdf: pdf(path, box)
        case .docx, .xlsx: office(path, box.limits)
        case .png, .jpeg, .gif, .webp: ExtractedText(.picture)
        }
    }

    /// Whether the program that reading such files takes is there, if it takes one.
    package static func canRead(_ kind: DocumentKind, with box: Toolbox) -> Bool { kind != .pdf || box.has(.pdftotext) }

    private static func office(_ path: String, _ limits: DocumentLimits) -> ExtractedText {
        do throws(DocumentProblem) {
            let package = try OfficePackage(FileSource(path), limits: limits)
            let collected = try OfficeText(package).read(limit: limits.textBytes)
            return ExtractedText(collected.isFull ? .tooLarge : .read, collected.text)
        } catch {
            return ExtractedText(.broken)
        }
    }

    private static func pdf(_ path: String, _ box: Toolbox) -> ExtractedText {
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            var narrow = box
            narrow.limits.toolOutput = box.limits.textBytes
            let call = ToolCall(tool: .pdftotext, arguments: ["-q", "-enc", "UTF-8", absolutePath(path), "text"])
            do throws(ToolFailure) {
                try call.run(in: folder, with: narrow)
            } catch .tooLarge {
                return ExtractedText(.tooLarge, (try? part(folder.file("text"), box.limits)) ?? "")
            } catch {
                throw error
            }
            let text = try part(folder.file("text"), box.limits)
            let pages = pages(of: text)
            let empty = pages.indices.filter { pages[$0].allSatisfy(\.isWhitespace) }.map { $0 + 1 }
            if empty.count == pages.count { return ExtractedText(.scanned, pagesWithoutText: empty) }
            return ExtractedText(.read, text.trimmingSpaces, pagesWithoutText: empty)
        } catch let failure as ToolFailure {
            return ExtractedText(TextState(failure))
        } catch {
            return ExtractedText(.broken)
        }
    }

    /// pdftotext ends every page with a form feed.
    private static func pages(of text: String) -> [Substring] {
        var pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
        if pages.count > 1 { pages.removeLast() }
        return pages
    }

    private static func part(_ path: String, _ limits: DocumentLimits) throws(DocumentProblem) -> String {
        let source = try FileSource(path)
        return XmlText.string(try source.bytes(at: 0, count: limits.textBytes))
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

    init(_ failure: ToolFailure) {
        self =
            switch failure {
            case .missing: .toolMissing
            case .timedOut: .timedOut
            case .tooLarge: .tooLarge
            case .broken, .notStarted: .broken
            }
    }

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
