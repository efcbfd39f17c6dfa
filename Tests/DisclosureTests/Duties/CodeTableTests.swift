import Disclosure
import Testing

/// Regions and industries are looked up in the embedded tables, old codes included.
struct CodeTableTests {
    @Test(arguments: [
        ["440605", "南海区", "广东省佛山市南海区"], ["441900", "东莞市", "广东省东莞市"], ["350582", "晋江市", "福建省泉州市晋江市"],
        ["330483", "桐乡市", "浙江省嘉兴市桐乡市"], ["350427", "沙县", "福建省三明市沙县"], ["350405", "沙县区", "福建省三明市沙县区"],
        ["110101", "东城区", "北京市东城区"], ["110000", "北京市", "北京市"], ["820000", "澳门特别行政区", "澳门特别行政区"],
        ["999999", "虚构地区（演示）", "虚构地区（演示）"], ["659001", "石河子市", "新疆维吾尔自治区石河子市"],
    ])
    func namesRegions(_ row: [String]) {
        #expect(Regions.name(of: row[0]) == row[1])
        #expect(Regions.fullName(of: row[0]) == row[2])
    }

    @Test(arguments: ["", "1", "4406", "440699", "44060", "4406050", "南海", "000000", "990000"])
    func knowsNoOther(_ code: String) {
        #expect(Regions.name(of: code) == nil)
        #expect(Regions.fullName(of: code) == nil)
    }

    @Test func oldCodesHaveALastYear() {
        #expect(Regions.lastYear(of: "350427") == 2019)
        #expect(Regions.lastYear(of: "440622") == 1991)
        #expect(Regions.lastYear(of: "440605") == nil)
    }

    @Test func namesLeadBackToCodes() {
        #expect(Regions.code(named: "广东省佛山市南海区") == "440605")
        #expect(Regions.code(named: "北京市东城区") == "110101")
        #expect(Regions.code(named: "北京市") == "110000")
        #expect(Regions.code(named: "南海区") == "440605")
        #expect(Regions.code(named: "鼓楼区") == nil)
        #expect(Regions.code(named: "广东省鼓楼区") == nil)
        #expect(Regions.code(named: "") == nil)
    }

    @Test func namesIndustries() {
        #expect(Industries.name(of: "C") == "制造业")
        #expect(Industries.name(of: "01") == "农业")
        #expect(Industries.name(of: "0610") == "烟煤和无烟煤开采洗选")
        #expect(Industries.section(of: "0610") == "B")
        #expect(Industries.name(of: "") == nil)
        #expect(Industries.name(of: "0") == nil)
        #expect(Industries.name(of: "U") == nil)
        #expect(Industries.code(named: "制造业") == "C")
        #expect(Industries.code(named: "没有的行业") == nil)
    }
}
