import Civil
import Database
import TestKit
import Testing

@testable import Disclosure

/// A database with a report that was frozen, reviewed, signed and published.
enum ReportSamples {
    /// A short format of 石桥, whose numbers are of items and cases.
    static let format = CatalogueFile(
        name: "shiqiao.yaml",
        text: """
            agency: shiqiao
            key: short
            zh: 石桥县年度报告
            en: Annual report of Shiqiao
            title: { zh: "{agency}{year}年政府信息公开工作年度报告", en: "{agency}: annual report, {year}" }
            from: 2020
            due: { month: 1, day: 31, basis: { zh: 《中华人民共和国政府信息公开条例》第四十九条, en: "Regulations, art 49" } }
            sections:
              - key: work
                zh: 一、工作情况
                en: 1. Work
                text: |
                  本年度公开{{items}}条，历年累计{{items:total}}条，收到申请{{requests}}件，粉丝{{fans}}人。
            """ + "\n"
    )

    static func run(on engine: Engine, _ body: @escaping @Sendable (TestApp) async throws -> Void) async throws {
        try await TestApp.run(on: engine, ownFigures: [.readFigures], ownReports: [format]) { test in
            _ = try await test.publishedNews()
            _ = try await test.publishedNews(Samples.news.with("title", "石桥县召开夏季安全生产工作会议"))
            try await test.readings()
            // A report is written when its year is over.
            test.clock.set(
                Instant.start(of: try #require(CivilDate("2025-01-10"))).adding(milliseconds: Instant.hours(9))
            )
            _ = try await test.publishedShortReport()
            try await test.runJobs()
            try await body(test)
        }
    }
}

extension TestApp {
    fileprivate func readings() async throws {
        let read = ReadingForm(key: "fans", readOn: "2024-03-01", value: "10", source: "后台", evidence: "截图")
        _ = try await RecordReading(read, actor: actor(.officer)).run(in: app)
        let opening = ReadingForm(
            key: "items",
            kind: .opening,
            readOn: "2023-12-31",
            value: "778",
            source: "年报",
            evidence: "档案"
        )
        _ = try await RecordReading(opening, actor: actor(.officer)).run(in: app)
    }

    /// The report of the year in the short format, the whole way to the public.
    func publishedShortReport() async throws -> Item {
        let editor = try actor(.editor)
        let report = try await StartReport(year: 2024, format: "short", actor: editor).run(in: app)
        try await LookAtReport(report.id, actor: editor).run(in: app)
        var item = try await SubmitReport(report.id, formedOn: clock.now.date, actor: editor).run(in: app)
        item = try await opine(.secrecy, item, by: .secrecy)
        item = try await opine(.consequence, item, by: .officer)
        return try await opine(.signOff, item, by: .approver)
    }
}

/// What can be wrong with a report of two items, one reading and one opening balance.
extension Damage {
    static let reports = [
        Damage(
            "a report that is an item of another duty",
            "reports",
            "of another duty than ANNUAL",
            "UPDATE report SET item = (SELECT min(id) FROM item WHERE duty = 'NEWS')"
        ),
        Damage(
            "numbers frozen with a version of another item",
            "reports",
            "a version of another item",
            "UPDATE report SET item = NULL"
        ),
        Damage(
            "numbers frozen with another version",
            "reports",
            "a version of another item",
            unlock: ["report_freeze_text", "report_figure", "report_freeze"],
            "DELETE FROM report_freeze_text",
            "DELETE FROM report_figure",
            """
            UPDATE report_freeze SET version = (SELECT min(v.id) FROM version v JOIN item i ON i.id = v.item
                WHERE i.duty = 'NEWS')
            """
        ),
        Damage(
            "a number that begins with a reading",
            "reports",
            "no opening balance of the agency",
            unlock: ["report_figure"],
            "UPDATE report_figure SET opening = (SELECT id FROM reading WHERE kind = 'reading') WHERE number = 'items:total'"
        ),
        Damage(
            "a report that nobody began",
            "reports",
            "does not have its beginning",
            unlock: ["audit"],
            "DELETE FROM audit WHERE act = 'report.start'"
        ),
        Damage(
            "a frozen value that was changed",
            "frozen-reports",
            "do not have their checksum",
            unlock: ["report_figure"],
            "UPDATE report_figure SET value = 'n 3' WHERE number = 'items'"
        ),
        Damage(
            "a frozen number that is gone",
            "frozen-reports",
            "do not have their checksum",
            unlock: ["report_figure"],
            "DELETE FROM report_figure WHERE number = 'requests'"
        ),
        Damage(
            "an opening balance that is gone",
            "frozen-reports",
            "do not have their checksum",
            unlock: ["report_figure"],
            "UPDATE report_figure SET opening = NULL WHERE number = 'items:total'"
        ),
        Damage(
            "a record put in the place of another",
            "frozen-reports",
            "do not have their checksum",
            unlock: ["report_figure"],
            "UPDATE report_figure SET records = \(text), count = 1 WHERE number = 'items'"
        ),
        Damage(
            "a count that is not that of its records",
            "frozen-reports",
            "«items» counts 3 records",
            unlock: ["report_figure"],
            "UPDATE report_figure SET count = 3 WHERE number = 'items'"
        ),
        Damage(
            "records of which one is gone",
            "frozen-reports",
            "«items» counts 2 records",
            unlock: ["report_figure"],
            "UPDATE report_figure SET records = \(text) WHERE number = 'items'"
        ),
        Damage(
            "a frozen number that nobody can read",
            "frozen-reports",
            "«items» cannot be read",
            unlock: ["report_figure"],
            "UPDATE report_figure SET value = 'two' WHERE number = 'items'"
        ),
        Damage(
            "a checksum that the public was not told",
            "frozen-reports",
            "names another checksum",
            unlock: ["report_freeze"],
            "UPDATE report_freeze SET checksum = 'x'"
        ),
        Damage(
            "a look that nobody can read",
            "frozen-reports",
            "looked at cannot be read",
            "UPDATE report_look SET value = 'two' WHERE number = 'items'"
        ),
    ]
}
