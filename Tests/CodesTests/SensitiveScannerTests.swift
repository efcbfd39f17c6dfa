import Codes
import Testing

struct SensitiveScannerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        /// Kind and excerpt of each finding.
        let found: [String]

        init(_ text: String, _ found: String...) {
            self.text = text
            self.found = found
        }

        var testDescription: String { String(text.prefix(40)) }
    }

    static let persons = [
        Row("身份证号：11010519491231002X。", "identityNumber 110105********002X"),
        Row("11010519491231002x", "identityNumber 110105********002X"),
        Row("１１０１０５１９４９１２３１００２Ｘ", "identityNumber 110105********002X"),
        Row("110105 19491231 002X", "identityNumber 110105********002X"),
        Row("1101 0519 4912 3100 2X", "identityNumber 110105********002X"),
        Row("110105\u{200B}19491231002X", "identityNumber 110105********002X"),
        Row("特种作业证T999999199001010016", "identityNumber 999999********0016"),
        Row("(999999199001010016),", "identityNumber 999999********0016"),
        Row("电话13800138000，联系人", "mobileNumber 138****8000"),
        Row("138-0013-8000", "mobileNumber 138****8000"),
        Row("138 0013 8000", "mobileNumber 138****8000"),
        Row("+8613800138000", "mobileNumber 138****8000"),
        Row("+86 138 0013 8000", "mobileNumber 138****8000"),
        Row("+86-138-0013-8000", "mobileNumber 138****8000"),
        Row("008613800138000", "mobileNumber 138****8000"),
        Row("Tel13800138000", "mobileNumber 138****8000"),
        Row("１３８００１３８０００", "mobileNumber 138****8000"),
        Row("13800138000 13900139000", "mobileNumber 138****8000", "mobileNumber 139****9000"),
        Row("13800138000/13900139000", "mobileNumber 138****8000", "mobileNumber 139****9000"),
        Row("13800138000@example.com", "mobileNumber 138****8000"),
        Row("卡号6200000000000005", "bankCard 6200********0005"),
        Row("6200 0000 0000 0005", "bankCard 6200********0005"),
        Row("6200-0000-0000-0005", "bankCard 6200********0005"),
        Row("620000 0000000005", "bankCard 6200********0005"),
        Row("4111111111111111", "bankCard 4111********1111"),
        Row("６２００００００００００００００５"),
        Row("６２０００００００００００００５", "bankCard 6200********0005"),
    ]

    static let marks = [
        Row("秘密★1年", "secrecyMark 秘密★1年"),
        Row("正文提到机密★长期等", "secrecyMark 机密★长期"),
        Row("绝密 ★ 30 年", "secrecyMark 绝密 ★ 30 年"),
        Row("机密★6个月", "secrecyMark 机密★6个月"),
        Row("秘　密★", "secrecyMark 秘 密★"),
        Row("秘密\n某局文件", "secrecyMark 秘密"),
        Row("000012\n机 密　特急\n某局文件", "copyNumber 000012", "secrecyMark 机 密"),
        Row("\n\n  绝密  \n", "secrecyMark 绝密"),
        Row("密级：机密", "secrecyMark 密级:机密"),
        Row("密级: 秘密★10年", "secrecyMark 密级: 秘密★10年"),
        Row("内部资料，注意保存", "internalMatter 内部资料"),
        Row("内 部 资 料", "internalMatter 内 部 资 料"),
        Row("属于内部事项", "internalMatter 内部事项"),
        Row("工作秘密", "workSecret 工作秘密"),
        Row("涉及隐私的不得公开", "notForPublication 不得公开"),
        Row("（此件不公开）", "notForPublication 此件不公开"),
        Row("（此件不予公开）", "notForPublication 此件不予公开"),
        Row("（此件依申请公开）", "notForPublication 此件依申请公开"),
        Row("份号：000012", "copyNumber 份号:000012"),
        Row("份号\n", "copyNumber 份号"),
    ]

    static let traps = [
        Row(""),
        Row("商业秘密和国家秘密受法律保护"),
        Row("保守秘密是公民的义务，机密文件不得携带"),
        Row("第一条\n秘密级事项由机关确定"),
        Row(String(repeating: "正文一行\n", count: 12) + "秘密\n"),
        Row("密级：公开"),
        Row("（此件公开发布）"),
        Row("涉密公文应当标注份号"),
        Row("依申请公开指南"),
        Row("印刷内部资料性出版物"),
        Row("913413216709115838"),
        Row("索引号：014416330/2018-04736"),
        Row("索引号：11441700007280420Y/2021-00050"),
        Row("350427-20180504-00012"),
        Row("统一社会信用代码914403001922038216"),
        Row("9144030071526726XG 91110302MA00B6XP3F"),
        Row("2018-05-04 2018-05-05 20180504 20180504123000"),
        Row("113800138000"),
        Row("138001380001"),
        Row("0757-86399000 400-810-0000 12350"),
        Row("8613800138000"),
        Row("JY13800138000"),
        Row("13800138000abc"),
        Row("增加值13912345678.50元，投资15012345678元"),
        Row("3.13800138000"),
        Row("110105194912310021"),
        Row("110105194913310021 999999200302291230"),
        Row("11010519491231002X0"),
        Row("9911010519491231002X"),
        Row("4111111111111112"),
        Row("411111111111111111111"),
        Row("AB4111111111111111"),
        Row("2018 2019 2020 2021"),
        Row("10-138-0013-8000"),
        Row("350000\n福建省"),
    ]

    @Test(arguments: persons + marks + traps)
    func whatMustBeLookedAtIsFoundAndNothingElse(_ row: Row) {
        let findings = SensitiveScanner.scan(row.text)
        #expect(findings.map { "\($0.kind.rawValue) \($0.excerpt)" } == row.found)
    }

    @Test func placesAreBytesOfTheOriginal() {
        let text = "联系人：王某，电话１３８００１３８０００；证号11010519491231002X。秘密★1年"
        let bytes = Array(text.utf8)
        let found = SensitiveScanner.scan(text).map { String(decoding: bytes[$0.utf8Range], as: UTF8.self) }
        #expect(found == ["１３８００１３８０００", "11010519491231002X", "秘密★1年"])
    }

    @Test func onlySecrecyNeedsTheSecrecyReviewer() {
        let personal = SensitiveFinding.Kind.allCases.filter { !$0.isSecrecy }
        #expect(personal == [.identityNumber, .mobileNumber, .bankCard])
        #expect(Set(SensitiveFinding.Kind.allCases.map(\.zh)).count == SensitiveFinding.Kind.allCases.count)
        #expect(Set(SensitiveFinding.Kind.allCases.map(\.en)).count == SensitiveFinding.Kind.allCases.count)
    }

    /// Texts made to be slow: work that grows with the square of these lengths would not end within the minute.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["1", "1 ", "12-", "秘 ", "密级： ", "内    部", "秘密★ ", "11010519491231002X ", "6200 ", "\n", "T", "份号"]
    )
    func hostileTextsTakeLinearTime(_ piece: String) {
        let text = String(repeating: piece, count: 20_000)
        #expect(SensitiveScanner.scan(text).count <= 20_000)
    }
}
