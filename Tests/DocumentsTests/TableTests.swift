import Foundation
import Testing
import Text

@testable import Documents

/// Tables: nothing is lost between the value and what is written of it, however its cells span.
@Suite struct TableTests {
    @Test func theOfficialTableHasItsPlaces() {
        let table = OfficialTables.applications
        #expect(table.columnCount == 10 && table.rows.count == 25)
        let body = table.body
        #expect(body.rows.allSatisfy { $0.count == 10 })
        // 办理结果 goes down beside 22 rows, 不予公开 beside 8.
        #expect(
            body.rows[3][0] == .below(columns: 1)
                && body.rows[3][1] == .cell(.text("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", columns: 2))
        )
        #expect(body.rows[3][2] == .besides && body.rows[11][1] == .below(columns: 1))
        #expect(body.filled[11].prefix(3).map(\.text) == ["三、本年度办理结果", "（三）不予公开", "8.属于行政查询事项"])
        #expect(table.columnNames[4] == "申请人情况 / 法人或其他组织 / 商业企业" && table.columnNames[9] == "申请人情况 / 总计")
        #expect(OfficialTables.remedies.columnNames[12] == "行政诉讼 / 复议后起诉 / 其他结果")
    }

    @Test func spansThatLeadOutEndAtTheEdge() {
        let table = ReportTable(
            caption: "",
            heads: [],
            rows: [[.text("甲", columns: 2, rows: 9), .text("乙")], [.text("丙", rows: 2)]]
        )
        #expect(
            table.columnCount == 3 && table.body.filled.map { $0.map(\.text) } == [["甲", "甲", "乙"], ["甲", "甲", "丙"]]
        )
        let short = ReportTable(caption: "", heads: [], rows: [[.text("甲"), .number(1)], [.text("乙")]])
        #expect(short.body.filled[1] == [.text("乙"), .blank])
        #expect(ReportTable(caption: "", heads: [], rows: []).body.rows.isEmpty)
    }

    @Test func wideTablesLieAcrossAndAllColumnsFillTheLine() {
        var lying = OfficialTables.remedies
        #expect(!TableSetting(lying).isAcross && TableSetting(lying).size == 210)
        lying.rows = [(1...15).map { .number($0 * 53_000) }]
        let (upright, across) = (TableSetting(OfficialTables.applications), TableSetting(lying))
        #expect(!upright.isAcross && upright.widths.reduce(0, +) == TableSetting.upright)
        #expect(across.isAcross && across.widths.reduce(0, +) == TableSetting.across && across.size >= 180)
        var asked = OfficialTables.remedies
        asked.paper = .across
        #expect(TableSetting(asked).isAcross)
        asked.widths = Array(repeating: 2, count: 15)
        #expect(Set(TableSetting(asked).widths.dropFirst()) == [TableSetting.across / 15])
        let wide = ReportTable(caption: "", heads: [], rows: [(0..<60).map { .number($0 * 1_000_000) }])
        let setting = TableSetting(wide)
        #expect(
            setting.isAcross && setting.widths.allSatisfy { $0 > 0 }
                && setting.widths.reduce(0, +) == TableSetting.across
        )
    }

    @Test func thePageHasHeadsSpansAndNumbersAtTheRight() {
        let page = page(OfficialTables.applications)
        for part in [
            "<th colspan=\"3\" rowspan=\"3\">（本列数据", "<th colspan=\"5\">法人或其他组织</th>",
            "<th scope=\"row\" rowspan=\"22\">三、本年度办理结果</th>",
            "<td class=\"n\">", "<th scope=\"row\" colspan=\"3\">四、结转下年度继续办理</th>",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains("<div class=\"across\">"))
        var lying = OfficialTables.remedies
        lying.paper = .across
        #expect(self.page(lying).contains("<div class=\"across\">\n<table"))
    }

    @Test func numbersStandInColumnsOfOneWidth() {
        let heads = ["指标名称", "单位", "年度", "历年累计"].map { ReportTable.Cell.text($0) }
        let row: [ReportTable.Cell] = [.text("主动公开文件数"), .text("条"), .number(259), .number(1_225)]
        let widths = TableSetting(ReportTable(caption: "", heads: [heads], rows: [row], labelColumns: 1)).widths
        #expect(widths[2] == widths[3] && widths[1] < widths[2] && widths.reduce(0, +) == TableSetting.upright)
    }

    @Test func aShortTableStaysOnOnePage() throws {
        let scratch = try Scratch()
        let rows = (1...3).map { [ReportTable.Cell.text("甲"), .number($0)] }
        let table = ReportTable(caption: "", heads: [[.text("名"), .text("数")]], rows: rows)
        #expect(page(table).contains("<table class=\"short\""))
        #expect(!page(OfficialTables.applications).contains("class=\"short\""))
        let document = TypesetDocument(title: "表", blocks: [.table(table)])
        let xml = String(decoding: try document.bytes(as: .docx, with: try scratch.toolbox([])), as: UTF8.self)
        // Both cells of the head and of every row but the last, and the styles of three headings.
        #expect(xml.count(of: "<w:keepNext/>") == 2 * 3 + 3)
    }

    private func page(_ table: ReportTable) -> String {
        String(decoding: TypesetDocument(title: "表", blocks: [.table(table)]).page, as: UTF8.self)
    }

    @Test func theWordFileMergesRepeatsAndTurnsThePage() throws {
        let scratch = try Scratch()
        var lying = OfficialTables.remedies
        lying.paper = .across
        let document = TypesetDocument(
            title: "年度报告",
            blocks: [
                .table(OfficialTables.applications), .heading("四、行政复议、行政诉讼", level: 1), .table(lying), .note("单位：件"),
                .paragraph("完"),
            ]
        )
        #expect(document.areAcross == [false, true, true, true, false])
        let xml = String(decoding: try document.bytes(as: .docx, with: try scratch.toolbox([])), as: UTF8.self)
        #expect(xml.count(of: "w:orient=\"landscape\"") == 1 && xml.count(of: "<w:sectPr>") == 3)
        #expect(xml.count(of: "<w:tblHeader/>") == 6)
        #expect(xml.count(of: "<w:cantSplit/>") == 25 + 3 + 1 + 3)
        // 三 (21 rows below the first), 不予公开 7, 无法提供 2, 不予处理 4, 其他处理 2; heads 2 + 1 + 1, and 5 of the other table.
        #expect(xml.count(of: "<w:vMerge/>") == 21 + 7 + 2 + 4 + 2 + 4 + 5)
        #expect(xml.count(of: "<w:gridSpan w:val=\"5\"/>") == 1 + 3 && xml.contains("<w:gridSpan w:val=\"10\"/>"))
        #expect(xml.contains("<w:jc w:val=\"right\"/>"))
    }

    @Test func listsNotesAndChartsAreSetToo() throws {
        let scratch = try Scratch()
        let document = TypesetDocument(
            title: "附件",
            blocks: [
                .list(["目录", "指南"], isNumbered: true), .list(["其他"], isNumbered: false), .note("单位：<件>"),
                .chart(Charts.channels),
            ]
        )
        let page = String(decoding: document.page, as: UTF8.self)
        for part in [
            "<ol><li>目录</li><li>指南</li></ol>", "<ul><li>其他</li></ul>", "<p class=\"note\">单位：&lt;件&gt;</p>",
            "<figcaption>网站公开最多</figcaption><img alt=\"网站公开最多。", "来源：公开日志；截至2024年12月31日",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        let xml = String(decoding: try document.bytes(as: .docx, with: try scratch.toolbox([])), as: UTF8.self)
        for part in ["1. 目录", "2. 指南", "· 其他", "单位：&lt;件&gt;", "政府网站", "<w:tbl>", "来源：公开日志"] {
            #expect(xml.contains(part), "\(part)")
        }
    }

    @Test func plainTextHasEveryNameInEveryLine() {
        let table = OfficialTables.applications
        let csv = String(decoding: table.csv, as: UTF8.self)
        let lines = csv.split(separator: "\r\n")
        #expect(lines.count == 26 && lines[12].hasPrefix("三、本年度办理结果,（三）不予公开,8.属于行政查询事项,"))
        let markdown = OfficialTables.cells.markdown
        #expect(markdown.hasPrefix("**数据**\n\n| 名称 | 数 / 件 | 数 / 元 | 日期 |\n| --- | ---: | ---: | --- |\n"))
        #expect(markdown.contains("| @逗号,引号\"与&lt;尖括号>&amp; | 259 | 204.00 | 1999-12-31 |"))
        #expect(markdown.contains("\\_x0041\\_"))
    }
}

extension String {
    func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
