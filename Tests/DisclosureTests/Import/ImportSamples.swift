import Database
import Disclosure
import TestKit

/// A small archive, and the import of it by the people of the test agency.
enum ImportSamples {
    static let documents = """
        {"id": 1, "title": "石桥县安全生产情况通报", "date": "2015-06-01", "org": "石桥县应急管理局", "text": "通报全文。"}
        {"id": 2, "title": "转载：夏季用电安全", "date": "2016年7月2日", "org": "某省报社", "source": "某省报社", "text": "正文。"}
        {"id": 3, "title": "没有日期的文件", "date": "", "text": "正文。"}
        {"id": 4, "title": "冬季检查通知", "date": "1996-12-03", "kind": "旧站", "text": "正文。"}

        """

    static func wanted(_ path: String, duty: String = "NEWS", form: RecordForm = .jsonLines) -> ItemImport {
        ItemImport(
            path: path,
            form: form,
            agency: "shiqiao",
            duty: duty,
            editor: "editor",
            reviewer: "secrecy",
            approver: "approver",
            fixed: duty == "NEWS" ? ["kind": "work"] : [:]
        )
    }

    static func items(_ test: TestApp) async throws -> [Item] {
        try await test.app.database.read { tx in
            try tx.rows("SELECT * FROM item ORDER BY leaf_index, id").map(Item.init)
        }
    }
}
