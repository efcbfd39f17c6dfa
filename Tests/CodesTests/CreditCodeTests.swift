import Codes
import Testing

struct CreditCodeTests {
    @Test(arguments: [
        "914403001922038216", "9144030071526726XG", "91330100799655058B", "9111000071093123XX", "91440400192548256N",
        "12100000400002259P", "12100000400000624D", "1210000042500615X0", "11441700007280420Y", "11330800002618015K",
    ])
    func issuedCodesAreRight(_ typed: String) throws {
        #expect(CreditCode.problem(in: typed) == nil)
        #expect(try CreditCode(typed).text == typed)
        #expect(try OrganisationCode(String(CreditCode(typed).organisationCode)).text.count == 9)
    }

    @Test(arguments: [
        " 9144030071526726xg ", "９１４４０３００７１５２６７２６ＸＧ", "9144 0300 7152 6726 XG", "9144030071526726\u{200B}XG",
    ])
    func widthCaseAndSpacesCarryNoMeaning(_ typed: String) throws {
        #expect(try CreditCode(typed).text == "9144030071526726XG")
    }

    /// Any single wrong character is noticed.
    @Test func everyChangedCharacterIsNoticed() {
        let right = Array("914403001922038216")
        for place in right.indices {
            for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != right[place] {
                var wrong = right
                wrong[place] = other
                #expect(CreditCode.problem(in: String(wrong)) != nil, "\(String(wrong))")
            }
        }
    }

    struct Wrong: Sendable {
        let typed: String
        let zh: String
        let en: String
    }

    @Test(arguments: [
        Wrong(typed: "", zh: "请填写", en: "Enter"),
        Wrong(typed: "91440300192203821", zh: "现为17位", en: "17 were entered"),
        Wrong(typed: "9144030019220382166", zh: "现为19位", en: "19 were entered"),
        Wrong(typed: "914403001922038217", zh: "应为“6”，现为“7”", en: "call for “6”"),
        Wrong(typed: "91110302MA00B6XP3F", zh: "校验码不符", en: "does not fit"),
        Wrong(typed: "914403001922038226", zh: "校验码不符", en: "does not fit"),
        Wrong(typed: "9144A3001922038216", zh: "第5位“A”不是数字", en: "Character 5"),
        Wrong(typed: "91440300!922038216", zh: "第9位“!”", en: "Character 9"),
        Wrong(typed: "9144030019220382I6", zh: "可能是“1”", en: "may be “1”"),
    ])
    func mistakesAreExplained(_ row: Wrong) throws {
        let problem = try #require(CreditCode.problem(in: row.typed))
        #expect(problem.zh.contains(row.zh), "\(problem.zh)")
        #expect(problem.en.contains(row.en), "\(problem.en)")
    }

    @Test func theInnerCodeIsCheckedToo() throws {
        let problem = try #require(CreditCode.problem(in: "91410100300006436H"))
        #expect(problem.zh.contains("第9至17位"))
        #expect(problem.en.contains("Characters 9 to 17"))
    }

    @Test func lettersMistakenForDigitsAreProposed() throws {
        let problem = try #require(CreditCode.problem(in: "121000004000O2259P"))
        #expect(problem.proposal == "12100000400002259P")
        #expect(CreditCode.problem(in: "9144O3001922038216")?.zh.contains("第5位") == true)
    }

    @Test func thePartsCanBeRead() throws {
        let code = try CreditCode("914403001922038216")
        #expect(code.kind == "91")
        #expect(code.regionDigits == "440300")
        #expect(code.organisationCode == "192203821")
        #expect(!code.isIndividualBusiness)
    }
}

struct OrganisationCodeTests {
    @Test(arguments: ["192203821", "71526726X", "007280420", "000014349", "19220382-1", "71526726-x"])
    func issuedCodesAreRight(_ typed: String) {
        #expect(OrganisationCode.problem(in: typed) == nil)
    }

    @Test(arguments: ["736916953", "035210000", "192203822", "19220382", "1922038211", "", "19220382中"])
    func wrongOnesAreRefused(_ typed: String) {
        #expect(OrganisationCode.problem(in: typed) != nil)
    }

    @Test func theExpectedCheckCharacterIsTold() {
        #expect(OrganisationCode.problem(in: "192203822")?.zh.contains("应为“1”") == true)
    }
}
