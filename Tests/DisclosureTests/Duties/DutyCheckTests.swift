import Civil
import Disclosure
import Testing
import Text

/// The two layouts of a penalty: for legal persons and for natural persons, by conditional requirement.
struct DutyCheckTests {
    let penalty: Duty
    let context: FieldContext

    init() throws {
        penalty = try #require(try Shipped.catalogue().duty("PEN"))
        context = FieldContext(today: try #require(CivilDate(year: 2024, month: 3, day: 20)))
    }

    static let common = [
        "title": "演示公司未按规定培训案", "formed-on": "2024-03-11", "origin": "own", "disclosure": "proactive",
        "decision-number": "某应急罚〔2024〕1号", "violation": "未按规定培训", "facts": "未对从业人员进行安全培训",
        "grounds": "安全生产法第九十七条", "kinds": "fine", "content": "罚款贰万元", "fine": "2", "decided-on": "2024-03-11",
        "effective-until": "2025-03-11", "major": "no", "credit-display": "yes", "authority": "演示应急管理局",
        "authority-code": "91440400192548256N", "data-source": "演示应急管理局", "data-source-code": "91440400192548256N",
    ]
    static let firm = [
        "party": "演示化工有限公司", "party-kind": "法人及非法人组织", "credit-code": "91330100799655058B",
        "legal-representative": "欧阳小明",
    ]
    static let person = [
        "party": "王演示", "party-kind": "person", "id-kind": "身份证", "id-number": "999999199001010016",
    ]

    private func problems(_ parts: [String: String]...) -> [String] {
        var typed: [String: String] = [:]
        for part in parts { typed.merge(part) { _, new in new } }
        return penalty.check(typed, in: context).problems.map(\.key)
    }

    @Test func bothLayoutsAreAccepted() {
        #expect(problems(Self.common, Self.firm) == [])
        #expect(problems(Self.common, Self.person) == [])
    }

    @Test func eachLayoutAsksForItsOwn() {
        #expect(
            problems(Self.common, ["party": "x", "party-kind": "legal"]) == ["credit-code", "legal-representative"]
        )
        #expect(problems(Self.common, ["party": "x", "party-kind": "person"]) == ["id-kind", "id-number"])
        #expect(problems(Self.common, ["party": "x", "party-kind": "individual"]) == [])
    }

    @Test func amountsFollowTheKinds() {
        #expect(
            problems(Self.common, Self.firm, ["kinds": "没收违法所得、吊销许可证件", "fine": ""]) == ["confiscated", "licence"]
        )
        #expect(problems(Self.common, Self.firm, ["kinds": "warning", "fine": ""]) == [])
        #expect(problems(Self.common, Self.firm, ["fine": ""]) == ["fine"])
    }

    @Test func aMissingFieldSaysWhy() throws {
        var typed = Self.common.merging(Self.firm) { _, new in new }
        typed["credit-code"] = ""
        typed["title"] = " "
        let found = penalty.check(typed, in: context).problems
        #expect(found.map(\.key) == ["title", "credit-code"])
        #expect(found[0].message.zh == "请填写「标题」")
        #expect(found[1].message.zh == "「行政相对人类别」为「法人及非法人组织」时，请填写「统一社会信用代码」")
        #expect(found[1].message.en.contains("Fill in «Unified social credit code»"))
    }

    @Test func whatIsNotOursNeedsItsSource() {
        #expect(problems(Self.common, Self.firm, ["origin": "reposted"]) == ["source"])
        #expect(problems(Self.common, Self.firm, ["disclosure": "not-open"]) == ["disclosure-reason"])
        #expect(problems(Self.common, Self.firm, ["formed-on": "2024-03-21"]) == ["formed-on"])
    }

    @Test func theContentIsCanonicalAndInOrder() {
        let typed = Self.common.merging(Self.firm) { _, new in new }
        let content = penalty.check(typed, in: context).content
        #expect(content["fine"] == "2000000")
        #expect(content["party-kind"] == "legal")
        #expect(content.keys.first == "title")
        #expect(content.keys == penalty.allFields.map(\.key).filter { typed[$0] != nil })
        #expect(content["unknown"] == nil)
    }

    @Test func aWrongValueIsKeptForTheForm() {
        let typed = Self.common.merging(Self.firm) { _, new in new }.merging(["fine": "two"]) { _, new in new }
        let (content, problems) = penalty.check(typed, in: context)
        #expect(problems.map(\.key) == ["fine"])
        #expect(content["fine"] == "two")
    }

    @Test func thePublicSeesNoPersonBesideThePunished() throws {
        let typed = Self.common.merging(Self.firm) { _, new in new }
        let shown = penalty.publicContent(of: penalty.check(typed, in: context).content)
        #expect(shown["legal-representative"] == "欧阳某某")
        #expect(shown["party"] == "演示化工有限公司")
        let other = Self.common.merging(Self.person) { _, new in new }
        let person = penalty.publicContent(of: penalty.check(other, in: context).content)
        #expect(person["party"] == "王演示")
        #expect(person["id-number"] == nil)
        #expect(person["id-kind"] == nil)
        #expect(person["disclosure-reason"] == nil)
    }

    @Test func opinionsFollowTheContent() throws {
        let typed = Self.common.merging(Self.firm) { _, new in new }
        var content = penalty.check(typed, in: context).content
        #expect(penalty.neededOpinions(for: content) == [.secrecy, .legal, .signOff])
        content["major"] = "yes"
        #expect(penalty.neededOpinions(for: content) == [.secrecy, .legal, .committee, .signOff])
        content["origin"] = "reposted"
        #expect(penalty.neededOpinions(for: content) == [.secrecy, .source, .legal, .committee, .signOff])
        let policy = try #require(try Shipped.catalogue().duty("POLICY"))
        let closed = ItemContent([("disclosure", "not-open"), ("origin", "own")])
        #expect(policy.neededOpinions(for: closed) == [.secrecy, .disclosureOffice, .legal, .consequence, .signOff])
        let open = ItemContent([("disclosure", "proactive"), ("origin", "own")])
        #expect(policy.neededOpinions(for: open) == [.secrecy, .legal, .consequence, .signOff])
        #expect(penalty.neededOpinions(for: closed).contains(.disclosureOffice) == false)
        for duty in try Shipped.catalogue().duties {
            let needed = duty.neededOpinions(for: ItemContent())
            #expect(needed.first == .secrecy && needed.last == .signOff && Set(needed).count == needed.count)
        }
    }

    @Test func limitsFollowTheContent() throws {
        let accident = try #require(try Shipped.catalogue().duty("ACCIDENT"))
        #expect(accident.limits(for: ItemContent([("grade", "grave")])).map(\.length) == [.hours(5), .workingDays(20)])
        #expect(accident.limits(for: ItemContent([("grade", "ordinary")])).map(\.length) == [.workingDays(20)])
    }

    @Test func displayEndsAtTheEarlierDay() throws {
        var content = ItemContent([("decided-on", "2024-02-29")])
        #expect(penalty.displayEnd(for: content)?.iso == "2027-02-28")
        content["display-until"] = "2025-03-11"
        #expect(penalty.displayEnd(for: content)?.iso == "2025-03-11")
        content["display-until"] = "2030-01-01"
        #expect(penalty.displayEnd(for: content)?.iso == "2027-02-28")
        #expect(penalty.displayEnd(for: ItemContent()) == nil)
        let report = try #require(try Shipped.catalogue().duty("ACCREP"))
        #expect(report.displayEnd(for: ItemContent([("approved-on", "2024-02-29")])) == nil)
    }
}
