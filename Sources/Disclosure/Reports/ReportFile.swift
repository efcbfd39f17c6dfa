import Civil
package import Documents
package import Text

/// A report as a file to keep and to hand in.
package enum ReportFile: String, Sendable, CaseIterable {
    case docx, pdf, xlsx, md, json

    package var name: Phrase {
        switch self {
        case .docx: Phrase(zh: "Word 文件", en: "Word file")
        case .pdf: Phrase(zh: "PDF 文件", en: "PDF file")
        case .xlsx: Phrase(zh: "表格（XLSX）", en: "Tables (XLSX)")
        case .md: Phrase(zh: "文本（Markdown）", en: "Text (Markdown)")
        case .json: Phrase(zh: "数据（JSON）", en: "Data (JSON)")
        }
    }

    package var mediaType: String {
        switch self {
        case .docx: TypesetFormat.docx.mediaType
        case .pdf: TypesetFormat.pdf.mediaType
        case .xlsx: Spreadsheet.mediaType
        case .md: "text/markdown; charset=utf-8"
        case .json: "application/json"
        }
    }

    /// Whether this machine can write it: PDF needs a program.
    package func isAvailable(with tools: Toolbox) -> Bool {
        self != .pdf || TypesetFormat.pdf.isAvailable(with: tools)
    }

    /// The bytes of a report in a language.
    ///
    /// - Parameter address: where the records of a number are listed, for the data.
    /// - Throws: `TypesettingProblem`, in words.
    package func bytes(
        of sheet: ReportSheet,
        in language: Language,
        _ app: App,
        address: (ReportNumber) -> String?
    ) async throws -> [UInt8] {
        guard let frozenAt = sheet.frozenAt else { return try await made(of: sheet, in: language, app, address) }
        let key = "\(sheet.report.id) \(frozenAt.milliseconds) \(rawValue) \(language)"
        // The data name addresses, which are those of one side.
        guard self != .json else { return try await made(of: sheet, in: language, app, address) }
        return try await app.typesetting.once(key) { try await made(of: sheet, in: language, app, address) }
    }

    private func made(
        of sheet: ReportSheet,
        in language: Language,
        _ app: App,
        _ address: (ReportNumber) -> String?
    ) async throws -> [UInt8] {
        switch self {
        case .docx: try await app.typesetting.bytes(of: sheet.document(in: language), as: .docx, with: app.tools)
        case .pdf: try await app.typesetting.bytes(of: sheet.document(in: language), as: .pdf, with: app.tools)
        case .xlsx: try sheet.workbook(in: language).bytes(with: app.tools)
        case .md: Array(sheet.markdown(in: language).utf8)
        case .json: try sheet.json(address: address)
        }
    }
}
