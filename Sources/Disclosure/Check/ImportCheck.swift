import Database
import Text

/// Imported items, the rows that they came from and the signed manifests agree.
struct ImportCheck: RecordCheck {
    let key = "imports"
    let name = Phrase(zh: "导入", en: "Imports")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM import_row")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try checkRows(tx, &findings)
        try checkOrphans(tx, &findings)
        for batch in try tx.rows(
            """
            SELECT b.*, a.code AS agency_code FROM import_batch b JOIN agency a ON a.id = b.agency ORDER BY b.id
            """
        ) {
            try check(ImportBatch(batch), code: try batch.text("agency_code"), tx, &findings)
        }
    }

    private func checkRows(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT r.source_id, r.agency, r.batch, r.item, r.version_hash, i.agency AS item_agency, i.provenance,
                i.leaf_id, i.duty, b.duty AS batch_duty, b.agency AS batch_agency, v.hash
            FROM import_row r LEFT JOIN item i ON i.id = r.item LEFT JOIN import_batch b ON b.id = r.batch
            LEFT JOIN version v ON v.item = r.item AND v.number = 1 ORDER BY r.agency, r.source_id
            """
        ) { row in
            findings.examine()
            let item = try row.text("item")
            if try row.text("version_hash") != row.optionalText("hash") {
                findings.add(
                    item,
                    zh: "导入登记的摘要不是这条信息首个版本的摘要",
                    en: "the imported row has another hash than the first version of its item"
                )
            }
            let isOwn = try row.optionalText("item_agency") == row.text("agency")
            if try !isOwn || row.optionalText("provenance") != Item.Provenance.imported.rawValue {
                findings.add(
                    item,
                    zh: "导入登记的信息不是导入的，或属于别的机关",
                    en: "the item of an imported row is not an imported one of its agency"
                )
            }
            guard try row.optionalText("batch") != nil else { return }
            let isSigned =
                try row.optionalText("batch_duty") == row.optionalText("duty")
                && row.optionalText("batch_agency") == row.text("agency")
            if !isSigned {
                findings.add(item, zh: "导入批次属于别的事项或机关", en: "its batch is of another duty or agency")
            }
            if try row.optionalText("leaf_id") == nil {
                findings.add(item, zh: "随批次签发，但没有公开", en: "it was signed with its batch, but not published")
            }
        }
    }

    private func checkOrphans(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT i.id FROM item i WHERE i.provenance = \(Item.Provenance.imported.rawValue)
            AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.item = i.id) ORDER BY i.id
            """
        ) { row in
            findings.add(try row.text("id"), zh: "导入的信息没有来源登记", en: "it was imported, but from no row")
        }
    }

    /// Rows are written in the order of the file, and so of the manifest.
    private func check(
        _ batch: ImportBatch,
        code: String,
        _ tx: any SQLConnection,
        _ findings: inout Findings
    ) throws {
        var manifest = ImportManifest(agency: code, duty: batch.duty)
        try tx.forEach(
            """
            SELECT r.source_id, r.version_hash FROM import_row r JOIN item i ON i.id = r.item
            WHERE r.batch = \(batch.id) ORDER BY i.leaf_index
            """
        ) { row in
            manifest.add(sourceID: try row.text("source_id"), versionHash: try row.text("version_hash"))
        }
        if manifest.rowCount > batch.rowCount {
            findings.add(
                batch.id.text,
                zh: "清单签发了 \(batch.rowCount) 条，却公开了 \(manifest.rowCount) 条",
                en: "\(batch.rowCount) rows were signed, but \(manifest.rowCount) were published"
            )
        } else if manifest.rowCount == batch.rowCount, manifest.digest != batch.manifestHash {
            findings.add(
                batch.id.text,
                zh: "公开的内容与签发的清单不符",
                en: "what was published is not what the manifest lists that was signed"
            )
        } else if manifest.rowCount < batch.rowCount {
            findings.note(
                zh:
                    "批次 \(batch.id)（\(batch.fileName)）签发了 \(batch.rowCount) 条，已公开 \(manifest.rowCount) 条，其余属于此前的批次或导入中断：可重新运行导入",
                en:
                    "batch \(batch.id) (\(batch.fileName)) has \(batch.rowCount) rows, \(manifest.rowCount) of them published under it; the others came with an earlier batch, or the import broke off: run it again"
            )
        }
    }
}
