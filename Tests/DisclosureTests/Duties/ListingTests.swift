import Disclosure
import Testing
import Text

/// The catalogue prints in the columns of the national standard table.
struct ListingTests {
    @Test func hasTheColumnsOfTheStandard() throws {
        let listing = CatalogueListing(try Shipped.catalogue(), language: .zh)
        let names = CatalogueListing.columns.map(\.zh)
        #expect(
            names == [
                "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象",
                "公开方式", "公开层级",
            ]
        )
        let lines = listing.tsv.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == listing.rows.count + 2)
        #expect(lines.dropLast().allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 11 })
        #expect(listing.rows.map { $0.cells[0] } == (1...listing.rows.count).map(String.init))
    }

    @Test func marksWhatWasNotSeen() throws {
        let text = CatalogueListing(try Shipped.catalogue(), language: .zh).text
        #expect(text.contains("PEN  依法行政 › 行政处罚\n"))
        #expect(text.contains("BLACK  隐患管理和信用监管 › 黑名单管理（未核实）\n"))
        let english = CatalogueListing(try Shipped.catalogue(), language: .en).text
        #expect(english.contains("within 7 working days of «Decided on»"))
    }

    @Test func aMeetingIsForThoseInvited() throws {
        let listing = CatalogueListing(try Shipped.catalogue(), language: .zh)
        let meeting = try #require(listing.rows.first { $0.code == "MEETING" })
        #expect(meeting.cells[5].hasPrefix("提前一周发通知邀请；"))
        #expect(meeting.cells[8] == "特定群体")
        let report = try #require(listing.rows.first { $0.code == "ANNUAL" })
        #expect(report.cells[5] == "每年1月31日前")
    }

    @Test func everyHeaderOfEveryLayoutLeadsToOneField() throws {
        for duty in try Shipped.catalogue().duties {
            let layout = ImportLayout(duty)
            for column in layout.columns {
                #expect(layout.key(forHeader: column.field.key) == column.field.key, "\(duty.code) \(column.field.key)")
                if let code = column.field.code { #expect(layout.key(forHeader: code) == column.field.key) }
            }
            for field in duty.fields {
                #expect(layout.key(forHeader: field.name.zh) == field.key, "\(duty.code) \(field.name.zh)")
            }
        }
    }
}
