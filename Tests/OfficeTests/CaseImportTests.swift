import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

/// Orders of the hotline come in from a table, and what is wrong comes back.
@Suite struct CaseImportTests {
    private static let header = "工单号,收到日期,姓名,电话,诉求标题,诉求内容,诉求类别,处理人"

    private static func table(_ count: Int) -> String {
        var lines = [header]
        for number in 1...count {
            let wrong = number % 50 == 0
            let sort = wrong && number % 100 == 0 ? "不知道" : "咨询"
            let day = wrong && number % 100 != 0 ? "三月四日" : "2024-03-01"
            lines.append(
                "GD\(number),\(day),王某,000-0000\(number),路口\(number)号,\"第\(number)件：灯不亮，\"\"很久\"\"了\",\(sort),甲"
            )
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    @Test(arguments: Engine.available) func aThousandOrdersWithTwentyBadLines(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let bytes = Array(Self.table(1_000).utf8)
            let file = FormFile("orders", "orders.csv", bytes)
            let answer = try await test.upload(
                "/office/cases/import",
                as: .cases,
                form: [("kind", "hotline")],
                files: [file]
            )
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.says("已登记 980 件，此前已有 0 件，未导入 20 行", "未使用的列：处理人"))
            let count = try await test.app.database.read { try $0.integer("SELECT count(*) FROM case_file") }
            #expect(count == 980)
            let sheet = try #require(answer.hidden("sheet"))
            let plain = sheet.replacing("&quot;", with: "\"")
            let download = try await test.post("/office/cases/import/sheet", as: .cases, form: [("sheet", plain)])
            #expect(download.bytes.starts(with: CSVLine.byteOrderMark))
            #expect(download.headers["content-disposition"] == "attachment; filename=\"not-imported.csv\"")
            let lines = download.text.split(separator: "\r\n").map(String.init)
            #expect(lines.count == 21)
            #expect(lines.first?.hasSuffix("处理人,行号,原因") == true)
            #expect(lines[1].contains("GD50") && lines[1].contains("收到日期「三月四日」不是日期"))
            #expect(lines[2].contains("GD100") && lines[2].contains("诉求类别"))

            // The mended sheet is taken as it is; the first file again changes nothing: where only the day
            // was wrong, the line itself still is.
            let mended = download.text.replacing("三月四日", with: "2024-03-01").replacing("不知道", with: "求助")
            let second = FormFile("orders", "mended.csv", Array(mended.utf8))
            let fixed = try await test.upload(
                "/office/cases/import",
                as: .cases,
                form: [("kind", "hotline")],
                files: [second]
            )
            #expect(fixed.says("已登记 20 件，此前已有 0 件，未导入 0 行"))
            let again = try await test.upload(
                "/office/cases/import",
                as: .cases,
                form: [("kind", "hotline")],
                files: [file]
            )
            #expect(again.says("已登记 0 件，此前已有 990 件，未导入 10 行"))
        }
    }

    @Test(arguments: Engine.available) func aFileThatIsNone(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let none = try await test.upload("/office/cases/import", as: .cases, form: [("kind", "hotline")], files: [])
            #expect(none.status == 422 && none.says("请选择文件"))
            let file = FormFile("orders", "orders.csv", Array("诉求标题\r\n灯\r\n".utf8))
            let wrong = try await test.upload(
                "/office/cases/import",
                as: .cases,
                form: [("kind", "hotline")],
                files: [file]
            )
            #expect(wrong.status == 422 && wrong.says("表头中缺少「工单号」列"))
        }
    }

    /// The list walks through them page by page, and each stands in it once.
    @Test(arguments: Engine.available) func theListWalksThroughAll(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let file = FormFile("orders", "orders.csv", Array(Self.table(49 + 30).utf8))
            _ = try await test.upload("/office/cases/import", as: .cases, form: [("kind", "hotline")], files: [file])
            var seen: [String] = []
            var path: String? = "/office/cases?kind=hotline"
            while let next = path {
                let page = try await test.get(next, as: .cases)
                seen += page.text.matches(of: /〔2024〕热线(\d+)号<\/a>/).map { String($0.output.1) }
                path = page.text(between: "<a rel=\"next\" href=\"", and: "\"")?.replacing("&amp;", with: "&")
            }
            #expect(seen.count == 78 && Set(seen).count == 78)
        }
    }
}
