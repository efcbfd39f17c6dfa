import Database
import Text

/// Reports (年报) are published under their duty, and what was frozen is of their own item.
struct ReportCheck: QueryCheck {
    let key = "reports"
    let name = Phrase(zh: "年度报告", en: "Reports")
    let table = "report"
    let queries = [
        FlawQuery(
            zh: "年报对应的信息属于别的机关，或者不是年度报告（ANNUAL）",
            en: "the item of the report is another agency's or of another duty than ANNUAL",
            sql: """
                SELECT r.id AS subject FROM report r JOIN item i ON i.id = r.item
                WHERE i.agency <> r.agency OR i.duty <> \(SubmitReport.duty) ORDER BY r.id
                """
        ),
        FlawQuery(
            zh: "冻结数字所附的版本不是这份年报的信息的版本",
            en: "its numbers were frozen with a version of another item",
            sql: """
                SELECT f.report AS subject FROM report_freeze f JOIN report r ON r.id = f.report
                JOIN version v ON v.id = f.version WHERE r.item IS NULL OR v.item <> r.item ORDER BY f.report, f.version
                """
        ),
        FlawQuery(
            zh: "冻结的累计数所用的不是本机关的期初累计数",
            en: "a frozen number begins with a reading that is no opening balance of the agency",
            sql: """
                SELECT DISTINCT f.report AS subject FROM report_figure g JOIN report_freeze f ON f.version = g.version
                JOIN report r ON r.id = f.report JOIN reading o ON o.id = g.opening
                WHERE o.agency <> r.agency OR o.kind <> 'opening' ORDER BY f.report
                """
        ),
        FlawQuery(
            zh: "审计记录中没有这份年报的建立",
            en: "the audit trail does not have its beginning",
            sql: """
                SELECT r.id AS subject FROM report r WHERE NOT EXISTS (
                    SELECT 1 FROM audit a WHERE a.subject = r.id AND a.act = 'report.start') ORDER BY r.id
                """
        ),
    ]
}

/// Frozen numbers (冻结数字) count the records that they name, add up to their checksum, and the public was given that one.
struct FreezeCheck: RecordCheck {
    let key = "frozen-reports"
    let name = Phrase(zh: "年报冻结数字", en: "Frozen reports")

    /// The numbers of one version while they are read.
    private struct Freeze {
        var version = ""
        var report = ""
        var checksum = ""
        var lines: [FrozenLine] = []
    }

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM report_figure")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var freeze = Freeze()
        try tx.forEach(
            """
            SELECT f.version, f.report, f.checksum, g.number, g.value, g.kind, g.count, g.opening, g.records
            FROM report_freeze f LEFT JOIN report_figure g ON g.version = f.version ORDER BY f.version
            """
        ) { row in
            if try row.text("version") != freeze.version {
                Self.close(freeze, &findings)
                freeze = Freeze(
                    version: try row.text("version"),
                    report: try row.text("report"),
                    checksum: try row.text("checksum")
                )
            }
            guard try row.optionalText("number") != nil else { return }
            findings.examine()
            freeze.lines.append(try Self.line(row, &findings))
        }
        Self.close(freeze, &findings)
        try checkPublished(tx, &findings)
        try checkLooks(tx, &findings)
    }

    private static func line(_ row: SQLRow, _ findings: inout Findings) throws -> FrozenLine {
        let (report, records) = (try row.text("report"), try row.bytes("records"))
        let line = FrozenLine(
            number: try row.text("number"),
            value: try row.text("value"),
            kind: try row.optionalText("kind"),
            count: try row.number("count"),
            opening: try row.optionalText("opening"),
            records: records
        )
        if FrozenIDs.unpacked(records).count != line.count {
            findings.add(
                report,
                zh: "冻结的「\(line.number)」计有 \(line.count) 条，所列记录的条数却不同",
                en: "its frozen number «\(line.number)» counts \(line.count) records, but names another number of them"
            )
        }
        let kind = line.kind.map(FigureRecords.Kind.init(rawValue:))
        if ReportNumber(text: line.number) == nil || FigureValue(stored: line.value) == nil || kind == .some(nil) {
            findings.add(
                report,
                zh: "冻结的「\(line.number)」无法读取",
                en: "its frozen number «\(line.number)» cannot be read"
            )
        }
        return line
    }

    private static func close(_ freeze: Freeze, _ findings: inout Findings) {
        guard !freeze.version.isEmpty, freeze.lines.checksum != freeze.checksum else { return }
        findings.add(
            freeze.report,
            zh: "冻结的数字与校验值不符：在冻结后被改动",
            en: "its frozen numbers do not have their checksum: they were changed afterwards"
        )
    }

    /// What was given out of a version names the checksum that was frozen with it.
    private func checkPublished(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT p.bytes, f.report, f.checksum FROM publication p JOIN report_freeze f ON f.version = p.version
            ORDER BY p.leaf_index
            """
        ) { row in
            let given = try? CanonicalBytes.decode(try row.bytes("bytes"))
            guard try given?.content["figures"] != row.text("checksum") else { return }
            findings.add(
                try row.text("report"),
                zh: "公开的年报所写的校验值不是冻结数字的校验值",
                en: "the published report names another checksum than that of its frozen numbers"
            )
        }
    }

    private func checkLooks(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach("SELECT report, number, value FROM report_look ORDER BY report, number") { row in
            let number = try row.text("number")
            guard try ReportNumber(text: number) == nil || FigureValue(stored: row.text("value")) == nil else { return }
            findings.add(
                try row.text("report"),
                zh: "上次查看的「\(number)」无法读取",
                en: "its number «\(number)» that was looked at cannot be read"
            )
        }
    }
}
