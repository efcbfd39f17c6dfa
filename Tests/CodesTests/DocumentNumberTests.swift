import Codes
import Testing

struct DocumentNumberTests {
    struct Right: Sendable {
        let typed: String
        let text: String
    }

    @Test(arguments: [
        Right(typed: "国办发〔2019〕61号", text: "国办发〔2019〕61号"),
        Right(typed: " 国办发〔２０１９〕 61 号 ", text: "国办发〔2019〕61号"),
        Right(typed: "(粤佛)应急罚〔2020〕12号", text: "（粤佛）应急罚〔2020〕12号"),
        Right(typed: "国务院令第711号", text: "国务院令第711号"),
        Right(typed: "商务部、证监会令2005年第28号", text: "商务部、证监会令2005年第28号"),
        Right(typed: "商务部令2021年第1号", text: "商务部令2021年第1号"),
        Right(typed: "财政部 税务总局公告2021年第33号", text: "财政部税务总局公告2021年第33号"),
    ])
    func officialNumbersAreRead(_ row: Right) throws {
        #expect(try DocumentNumber(row.typed).text == row.text)
        #expect(DocumentNumber.problem(in: row.text) == nil)
    }

    @Test func thePartsCanBeRead() throws {
        let number = try DocumentNumber("国办发〔2019〕61号")
        #expect(number.word == "国办发" && number.year == 2019 && number.number == 61 && number.form == .filed)
        let order = try DocumentNumber("国务院令第711号")
        #expect(order.word == "国务院令" && order.year == nil && order.number == 711 && order.form == .ordinal)
    }

    struct Slip: Sendable {
        let typed: String
        let zh: String
        let proposal: String
    }

    @Test(arguments: [
        Slip(typed: "沙政办〔201852号", zh: "缺少", proposal: "沙政办〔2018〕52号"),
        Slip(typed: "沙政办201852号", zh: "缺少", proposal: "沙政办〔2018〕52号"),
        Slip(typed: "沙政办2018〕52号", zh: "缺少", proposal: "沙政办〔2018〕52号"),
        Slip(typed: "国办发[2019]61号", zh: "六角括号", proposal: "国办发〔2019〕61号"),
        Slip(typed: "国办发（2019）61号", zh: "六角括号", proposal: "国办发〔2019〕61号"),
        Slip(typed: "国办发【2019】61号", zh: "六角括号", proposal: "国办发〔2019〕61号"),
        Slip(typed: "上证发字［2009］3号", zh: "六角括号", proposal: "上证发字〔2009〕3号"),
        Slip(typed: "国办发〔2019]61号", zh: "六角括号", proposal: "国办发〔2019〕61号"),
        Slip(typed: "证监基金字〔2002〕第89号", zh: "不加“第”", proposal: "证监基金字〔2002〕89号"),
        Slip(typed: "国办发〔2019〕061号", zh: "虚位", proposal: "国办发〔2019〕61号"),
        Slip(typed: "国办发〔2019〕61", zh: "以“号”结尾", proposal: "国办发〔2019〕61号"),
        Slip(typed: "(津保)应急罚[2023]39号", zh: "六角括号", proposal: "（津保）应急罚〔2023〕39号"),
    ])
    func slipsAreRepaired(_ row: Slip) throws {
        let problem = try #require(DocumentNumber.problem(in: row.typed))
        #expect(problem.zh.contains(row.zh), "\(problem.zh)")
        #expect(problem.proposal == row.proposal)
        #expect(DocumentNumber.problem(in: row.proposal) == nil)
    }

    @Test(arguments: [
        "", "号", "〔2019〕61号", "国办发〔2019〕号", "国办发〔2019〕0号", "国办发〔1019〕61号", "国办发〔19〕61号", "第61号", "通知第61号",
        "(津保)应急罚[2023]k-39号", "粤安监罚〔2018〕12-1号", "中华人民共和国主席令第八十四号", "国办发〔2019〕99999999999999999999号",
        "国办）发〔2019〕61号", "2019年61号",
    ])
    func otherTextsAreNoDocumentNumbers(_ typed: String) throws {
        let problem = try #require(DocumentNumber.problem(in: typed))
        #expect(problem.proposal == nil)
    }

    @Test func longTextIsRefusedQuickly() {
        #expect(DocumentNumber.problem(in: String(repeating: "国", count: 100_000) + "〔2019〕61号") != nil)
    }
}
