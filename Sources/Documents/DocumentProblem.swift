package import Text

/// Why a file is not taken, in the words of the clerk who chose it.

/// A reason against a file; the phrase says what is the case and what to do.
package enum DocumentProblem: Error, Sendable, Hashable {
    /// Nothing in it.
    case empty
    /// More than so many bytes.
    case tooLarge(limit: Int)
    /// None of the kinds that are taken.
    case unknownKind
    /// A kind that is known and never taken.
    case forbidden(ForbiddenKind)
    /// Locked with a password or with restrictions.
    case encrypted
    /// Something in it that acts by itself.
    case active(ActiveContent)
    /// Far larger inside than outside.
    case bomb(Excess)
    /// Two kinds of file in one, or bytes that belong to nothing.
    case hiddenContent
    /// Damaged or cut off.
    case broken(DocumentKind?)
    /// The file could not be read from the disk.
    case unreadable

    /// Known kinds that are never taken.
    package enum ForbiddenKind: String, CaseIterable, Sendable, Hashable {
        /// HTML, XHTML and other pages.
        case webPage
        /// SVG drawings, which can carry scripts.
        case svg
        /// Programs of any system and scripts.
        case program
        /// Word, Excel and PowerPoint before 2007.
        case oldOffice
        /// Office files with macros: docm, xlsm.
        case macros
        /// Office files of other kinds: presentations, templates.
        case otherOffice
        /// ZIP, RAR, 7z and other archives.
        case archive
    }

    /// Content that acts by itself when the file is opened.
    package enum ActiveContent: String, CaseIterable, Sendable, Hashable {
        /// JavaScript in a PDF, or a script in a picture.
        case script
        /// An action that starts a program or another file, or sends a form.
        case launch
        /// Another file inside the file.
        case embeddedFile
        /// A dynamic form (XFA), or sound and film.
        case dynamicForm
        /// Macros inside an Office file.
        case macros
        /// Content that is fetched from another computer.
        case outsideContent
    }

    /// What there is too much of.
    package enum Excess: String, CaseIterable, Sendable, Hashable {
        /// Bytes when unpacked.
        case unpacked
        /// Entries.
        case entries
        /// An archive within the archive.
        case nested
        /// Pixels.
        case pixels
        /// Pages.
        case pages
    }

    /// What is the case, and what to do.
    package var phrase: Phrase {
        switch self {
        case .empty: Phrase(zh: "文件是空的，请重新选择。", en: "The file is empty. Choose another one.")
        case .tooLarge(let limit):
            Phrase(
                zh: "文件超过 \(limit >> 20) MB，请拆分或压缩图片后再上传。",
                en:
                    "The file is larger than \(limit >> 20) MB. Split it or make its pictures smaller, then upload again."
            )
        case .unknownKind:
            Phrase(
                zh: "这不是可以上传的文件类型。可以上传 PDF、Word（.docx）、Excel（.xlsx）和 PNG、JPEG、GIF、WebP 图片；判断依据是内容，改名没有用。",
                en:
                    "This kind of file is not taken. PDF, Word (.docx), Excel (.xlsx) and PNG, JPEG, GIF or WebP pictures are. "
                    + "The content decides: another name does not help."
            )
        case .forbidden(let kind): kind.phrase
        case .encrypted:
            Phrase(
                zh: "文件设有密码或使用限制，公众打不开。请取消保护、另存后再上传。",
                en:
                    "The file is protected by a password or restrictions. Remove the protection, save it again, then upload."
            )
        case .active(let content): content.phrase
        case .bomb(let excess): excess.phrase
        case .hiddenContent:
            Phrase(
                zh: "文件里夹带了不属于它的内容。请用原来的软件打开，另存为新文件后再上传。",
                en:
                    "The file carries bytes that do not belong to it. Open it in its own program, save it as a new file, then upload."
            )
        case .broken(let kind):
            Phrase(
                zh: "\(kind?.name.zh ?? "文件")已损坏或不完整。请确认本机能正常打开，另存后再上传。",
                en:
                    "The \(kind?.name.en ?? "file") is damaged or incomplete. Check that it opens, save it again, then upload."
            )
        case .unreadable:
            Phrase(zh: "文件没有完整到达，请再上传一次。", en: "The file did not arrive as a whole. Upload it again.")
        }
    }
}

extension DocumentProblem.ForbiddenKind {
    /// Why not, and what to upload in its place.
    package var phrase: Phrase {
        switch self {
        case .webPage:
            Phrase(zh: "不接收网页文件。请打印成 PDF 后上传。", en: "Web pages are not taken. Print it to PDF and upload that.")
        case .svg:
            Phrase(zh: "不接收 SVG 图形。请导出为 PNG 或 PDF 后上传。", en: "SVG drawings are not taken. Export it as PNG or PDF.")
        case .program:
            Phrase(zh: "不接收程序和脚本。", en: "Programs and scripts are not taken.")
        case .oldOffice:
            Phrase(
                zh: "不接收旧版 Word、Excel 文件（.doc、.xls、.wps）。请另存为 .docx、.xlsx 或 PDF 后上传。",
                en: "Office files of the old format (.doc, .xls) are not taken. Save it as .docx, .xlsx or PDF."
            )
        case .macros:
            Phrase(
                zh: "不接收带宏的文件（.docm、.xlsm）。请另存为 .docx、.xlsx 或 PDF 后上传。",
                en: "Files with macros (.docm, .xlsm) are not taken. Save it as .docx, .xlsx or PDF."
            )
        case .otherOffice:
            Phrase(
                zh: "不接收演示文稿和模板。请导出为 PDF 后上传。",
                en: "Presentations and templates are not taken. Export it as PDF."
            )
        case .archive:
            Phrase(
                zh: "不接收压缩包。请解压后逐个上传里面的文件。",
                en: "Archives are not taken. Unpack it and upload the files one by one."
            )
        }
    }
}

extension DocumentProblem.ActiveContent {
    /// What was found, and how to get rid of it.
    package var phrase: Phrase {
        let (zh, en) =
            switch self {
            case .script: ("文件里有脚本", "The file contains a script")
            case .launch:
                (
                    "文件里有自动运行程序、打开其他文件或提交表单的动作",
                    "The file contains an action that starts programs, opens files or sends forms"
                )
            case .embeddedFile:
                (
                    "文件里嵌有其他文件（如附件、图表背后的表格）",
                    "Other files are embedded in it, such as attachments or the workbook behind a chart"
                )
            case .dynamicForm: ("文件里有动态表单或影音", "The file contains a dynamic form, sound or film")
            case .macros: ("文件里有宏", "The file contains macros")
            case .outsideContent: ("文件打开时会从别的电脑取内容", "The file fetches content from another computer when it is opened")
            }
        return Phrase(
            zh: "\(zh)，不能公开。请把它“打印”成新的 PDF 后再上传；需要的附件另行上传。",
            en: "\(en). Print it to a new PDF and upload that; upload what was embedded by itself."
        )
    }
}

extension DocumentProblem.Excess {
    /// What there is too much of, and what to do.
    package var phrase: Phrase {
        switch self {
        case .unpacked:
            Phrase(
                zh: "文件展开后大得不合常理，不予接收。请另存为新文件或拆分后再上传。",
                en: "The file becomes unreasonably large when it is unpacked. Save it as a new file or split it."
            )
        case .entries:
            Phrase(zh: "文件内部的部件过多。请拆分后再上传。", en: "The file has too many parts inside. Split it.")
        case .nested:
            Phrase(
                zh: "文件里嵌有压缩包或其他文档。请删除嵌入对象（图表请粘贴为图片）后再上传。",
                en: "Another archive or document is embedded in the file. Remove it; paste charts as pictures."
            )
        case .pixels:
            Phrase(zh: "图片的像素过多。请缩小后再上传。", en: "The picture has too many pixels. Make it smaller.")
        case .pages:
            Phrase(zh: "页数过多。请拆分成几个文件再上传。", en: "It has too many pages. Split it into several files.")
        }
    }
}
