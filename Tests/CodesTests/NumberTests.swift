import Civil
import Codes
import Testing

struct IdentityNumberTests {
    @Test(arguments: [
        "11010519491231002X", "440524188001010014", "999999199001010016", "99999920040229123X", "999999197512314565",
        "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X",
    ])
    func numbersOfTheStandardAreRight(_ typed: String) {
        #expect(IdentityNumber.problem(in: typed) == nil)
    }

    struct Wrong: Sendable {
        let typed: String
        let zh: String
    }

    @Test(arguments: [
        Wrong(typed: "", zh: "请填写"),
        Wrong(typed: "110105491231002", zh: "15位"),
        Wrong(typed: "1101051949123100", zh: "现为16位"),
        Wrong(typed: "110105194912310021", zh: "校验码不符"),
        Wrong(typed: "110105194913310021", zh: "不是有效的出生日期"),
        Wrong(typed: "999999200302291230", zh: "不是有效的出生日期"),
        Wrong(typed: "110105079912310020", zh: "不是有效的出生日期"),
        Wrong(typed: "1101O519491231002X", zh: "第5位“O”不是数字"),
        Wrong(typed: "11010519491231002Y", zh: "应为数字或X"),
    ])
    func mistakesAreExplained(_ row: Wrong) throws {
        let problem = try #require(IdentityNumber.problem(in: row.typed))
        #expect(problem.zh.contains(row.zh), "\(problem.zh)")
        #expect(!problem.en.isEmpty)
    }

    @Test func everyChangedDigitIsNoticed() {
        let right = Array("999999199001010016")
        for place in right.indices {
            for other in "0123456789" where other != right[place] {
                var wrong = right
                wrong[place] = other
                #expect(IdentityNumber.problem(in: String(wrong)) != nil)
            }
        }
    }

    @Test func thePartsCanBeReadAndPrintingMasks() throws {
        let number = try IdentityNumber("11010519491231002X")
        #expect(number.birthday == CivilDate(year: 1949, month: 12, day: 31))
        #expect(!number.isMale)
        #expect(!number.isImpossibleRegion)
        #expect(number.masked == "110105********002X")
        #expect("\(number)" == "110105********002X")
        #expect(try IdentityNumber("999999199001010016").isImpossibleRegion)
        #expect(try IdentityNumber("440524188001010014").isMale)
    }
}

struct CardAndTelephoneTests {
    @Test(arguments: ["4111111111111111", "5555555555554444", "6200000000000005", "6200 0000 0000 0005"])
    func cardsAreRight(_ typed: String) {
        #expect(BankCard.problem(in: typed) == nil)
    }

    @Test(arguments: [
        "4111111111111112", "3530111333300000", "411111111111111", "41111111111111111111", "", "4111x11111111111",
    ])
    func otherNumbersAreNoCards(_ typed: String) {
        #expect(BankCard.problem(in: typed) != nil)
    }

    @Test(arguments: [
        "13800138000", "138 0013 8000", "138-0013-8000", "+8613800138000", "008613800138000", "１３８００１３８０００",
    ])
    func mobileNumbersAreRead(_ typed: String) throws {
        let number = try MobileNumber(typed)
        #expect(number.text == "13800138000")
        #expect("\(number)" == "138****8000")
    }

    @Test(arguments: ["12800138000", "23800138000", "1380013800", "138001380000", "0757-86399000", "", "1380013800O"])
    func otherNumbersAreNotMobile(_ typed: String) {
        #expect(MobileNumber.problem(in: typed) != nil)
    }
}

struct RegionAndWebsiteTests {
    @Test(arguments: ["440605", "441900", "350582", "330483", "350427", "350405", "110000"])
    func regionsAreRight(_ typed: String) {
        #expect(RegionCode.problem(in: typed) == nil)
    }

    @Test(arguments: ["999999", "44060", "4406055", "44O605", "440005", ""])
    func impossibleRegionsAreRefused(_ typed: String) {
        #expect(RegionCode.problem(in: typed) != nil)
    }

    @Test func regionsContainOthers() throws {
        let guangdong = try RegionCode("440000")
        let foshan = try RegionCode("440600")
        let nanhai = try RegionCode("440605")
        let dongguan = try RegionCode("441900")
        #expect([guangdong, foshan, nanhai, dongguan].map(\.level) == [.province, .city, .county, .city])
        #expect(guangdong.contains(nanhai) && foshan.contains(nanhai) && nanhai.contains(nanhai))
        #expect(!foshan.contains(dongguan) && !nanhai.contains(foshan) && !foshan.contains(guangdong))
        #expect(nanhai.city == "440600" && nanhai.province == "440000")
    }

    @Test(arguments: ["bm64130001", "BM64130001", "4406050001"])
    func websitesAreRight(_ typed: String) throws {
        #expect(try WebsiteIdentifier(typed).text == typed.lowercased())
    }

    @Test(arguments: ["b164130001", "bm6413000", "44060500011", "bmx4130001", "", "44-6050001"])
    func otherTextsAreNoWebsites(_ typed: String) {
        #expect(WebsiteIdentifier.problem(in: typed) != nil)
    }
}
