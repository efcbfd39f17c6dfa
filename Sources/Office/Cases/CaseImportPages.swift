import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import NIOCore
import Text
import Web

/// Orders of the hotline from a table: what is right comes in, the rest comes back as a file with reasons.
enum CaseImportPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func take(_ visit: Visit) async throws -> Response {
        let kind = visit.form.text("kind")
        do {
            guard let file = visit.form.files.first(where: { $0.field == Self.file }) else {
                throw Refusal.invalid([FieldProblem(Self.file, zh: "请选择文件", en: "Choose the file")])
            }
            guard visit.app.procedures.inForce(kind, on: visit.app.now().date) != nil else {
                throw Refusal.invalid([FieldProblem("kind", zh: "请选择办件种类", en: "Choose the kind")])
            }
            do {
                let report = try await ImportCases(kind: kind, actor: try visit.actor())
                    .run(path: file.path, in: visit.app)
                return try await page(visit, FilledForm(typed: visit.form, language: visit.language), report)
            } catch let unreadable as UnreadableFile {
                throw Refusal.invalid([FieldProblem(Self.file, unreadable.message)])
            }
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    /// The sheet that the page of the result holds, as a file; nothing of it is kept here.
    static func sheet(_ visit: Visit) async throws -> Response {
        let text = visit.form["sheet"] ?? ""
        var lines: [UInt8] = []
        // A form's line ends are `\n`; spreadsheets want CR LF.
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { lines.append(UInt8(ascii: "\r")) }
            lines.append(byte)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"not-imported.csv\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: CSVLine.byteOrderMark + lines))
        )
    }

    private static let file = "orders"
    private static let title = Phrase(zh: "导入热线工单", en: "Import hotline orders")

    private static func page(_ visit: Visit, _ filled: FilledForm, _ report: ImportCases.Report? = nil) async throws
        -> Response
    {
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let language = visit.language
        let procedures = visit.app.procedures.kinds(on: visit.app.now().date)
        let kind = FormField(
            key: "kind",
            label: Phrase(zh: "办件种类", en: "Kind"),
            isRequired: true,
            control: .select(procedures.map { FieldChoice(value: $0.kind, label: $0.name) })
        )
        let file = FormField(
            key: Self.file,
            label: Phrase(zh: "工单表格（.csv）", en: "Table of the orders (.csv)"),
            hint: Phrase(
                zh: "UTF-8 或 GB18030 编码；表头须有「工单号」「收到日期」，可有「姓名」「电话」和这类办件的各栏名称。重复导入不会重复登记。",
                en: """
                    UTF-8 or GB 18030; the header has 工单号 and 收到日期, and may have 姓名, 电话 and the names of the fields. \
                    Imported again, nothing is doubled.
                    """
            ),
            isRequired: true,
            control: .file(types: ".csv")
        )
        let form = Form(
            action: visit.links.office("/cases/import"),
            hidden: [visit.formToken],
            hasFiles: true,
            fields: filled.field(kind, otherwise: "hotline") + filled.field(file),
            buttons: [Button(act: Phrase(zh: "导入", en: "Import"))]
        )
        return OfficePage(frame, .cases, title: title[language], hasErrors: filled.hasErrors).response(
            to: visit,
            "\(filled.summary)\(optional: report.map { result($0, visit) })\(form.html(in: language))",
            status: filled.status
        )
    }

    private static func result(_ report: ImportCases.Report, _ visit: Visit) -> HTML {
        let language = visit.language
        let unused =
            report.unused.isEmpty
            ? nil
            : Phrase(
                zh: "未使用的列：\(report.unused.joined(separator: "、"))",
                en: "Columns not used: \(report.unused.joined(separator: ", "))"
            )
        let notice = Notice(
            kind: report.bad.isEmpty ? .done : .care,
            title: Phrase(
                zh: "已登记 \(report.taken) 件，此前已有 \(report.known) 件，未导入 \(report.bad.count) 行",
                en: "\(report.taken) entered, \(report.known) known before, \(report.bad.count) lines not taken"
            ),
            text: unused
        ).html(in: language)
        guard !report.bad.isEmpty else { return notice }
        let sheet = String(decoding: report.sheet.dropFirst(CSVLine.byteOrderMark.count), as: UTF8.self)
        let download = Form(
            action: visit.links.office("/cases/import/sheet"),
            hidden: [visit.formToken, HiddenField(name: "sheet", value: sheet)],
            fields: .empty,
            buttons: [Button(act: Phrase(zh: "下载未导入的行", en: "Download the lines not taken"), weight: .second)]
        )
        let table = DataTable(
            caption: Phrase(zh: "未导入的行", en: "Lines not taken"),
            columns: [
                .init(label: Phrase(zh: "行号", en: "Line"), isNumber: true),
                .init(label: Phrase(zh: "原因", en: "Reason")),
            ],
            rows: report.bad.sorted { $0.line < $1.line }.prefix(Self.shown).map {
                [.number($0.line), .text($0.reason[language])]
            },
            id: "bad-lines"
        )
        return notice + table.html(in: language) + download.html(in: language)
    }

    /// The rest stands in the file.
    private static let shown = 100
}
