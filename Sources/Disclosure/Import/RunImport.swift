import Civil
import Database
import Text

extension ItemImport {
    /// Reads and checks the whole file and changes nothing but the sheet of problems.
    /// - Throws: `UnreadableFile`, or `Refusal.invalid` when people, duty or class do not fit.
    package func rehearse(
        in app: App,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        try await examine(in: app, progress).1.report
    }

    /// Reads the file, has its manifest reviewed and signed, and publishes row by row in batches.
    ///
    /// A run that was broken off is gone on with by running it again: what is there already is passed over, and the
    /// manifest, which lists it too, is the same.
    /// - Throws: `UnreadableFile`, or `Refusal.invalid` when people, duty or class do not fit.
    package func run(
        in app: App,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let (setting, outcome, encoding) = try await examine(in: app, progress)
        var report = outcome.report
        (report.published, report.drafted) = (0, 0)
        guard report.publishable + report.held > 0 else { return report }
        var batch: ImportBatch?
        if report.publishable > 0 {
            batch = try await SignBatch(
                wanted: self,
                setting: setting,
                report: report,
                rowCount: outcome.manifestRows,
                cleared: outcome.cleared
            ).run(in: app)
        }
        report.batch = batch?.id
        let written = try await WriteImport(
            wanted: self,
            setting: setting,
            encoding: encoding,
            verdicts: outcome.verdicts,
            batch: batch,
            app: app
        ).run(progress)
        (report.published, report.drafted) = (written.published, written.drafted)
        return report
    }

    private func examine(
        in app: App,
        _ progress: @Sendable (ImportProgress) -> Void
    ) async throws -> (ImportSetting, ExamineImport.Outcome, FileEncoding) {
        let setting = try await app.database.read { tx in try ImportSetting(self, in: app, tx) }
        let encoding = try encoding ?? FileEncoding.guess(path: path)
        let examination = ExamineImport(wanted: self, setting: setting, encoding: encoding, app: app)
        return (setting, try await examination.run(progress), encoding)
    }
}

/// The secrecy opinion and the signature over a manifest, in one act; for a manifest that was signed before, that one.
private struct SignBatch: UseCase {
    let wanted: ItemImport
    let setting: ImportSetting
    let report: ImportReport
    let rowCount: Int
    let cleared: [String: Int]

    func perform(_ tx: any SQLConnection, in app: App) throws -> ImportBatch {
        let before = try tx.imports.find(
            agency: setting.agency.id,
            duty: setting.duty.code,
            manifestHash: report.manifestHash
        )
        if let before { return before }
        let batch = ImportBatch(
            id: app.newID(),
            agency: setting.agency.id,
            duty: setting.duty.code,
            fileName: wanted.fileName,
            manifestHash: report.manifestHash,
            rowCount: rowCount,
            editor: setting.editor.person,
            secrecyReviewer: setting.reviewer.person,
            secrecyReason: wanted.secrecyReason,
            cleared: cleared.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: " "),
            approver: setting.approver.person,
            signedAt: app.now()
        )
        try tx.imports.insert(batch)
        let detail = "\(setting.duty.code) \(rowCount) \(report.manifestHash)"
        try tx.audit.record("import.begin", of: "import", batch.id.text, detail: detail, by: setting.editor, in: app)
        try tx.audit.record(
            "import.secrecy",
            of: "import",
            batch.id.text,
            detail: detail,
            by: setting.reviewer,
            in: app
        )
        try tx.audit.record(
            "import.sign-off",
            of: "import",
            batch.id.text,
            detail: detail,
            by: setting.approver,
            in: app
        )
        return batch
    }
}
