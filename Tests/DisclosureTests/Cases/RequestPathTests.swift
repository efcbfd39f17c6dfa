import Civil
import Disclosure
import TestKit
import Testing

/// Every path of a disclosure request under the Regulations of 2019, with the law's dates.
@Suite struct RequestPathTests {
    @Test(arguments: Engine.available)
    func repliedInTime(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-02-05")
            #expect(walk.file.procedure == "request-2019")
            #expect(walk.file.number == "〔2024〕依申请1号")
            #expect(walk.file.state == "in-hand")
            #expect(walk.due == "2024-03-08")
            try await walk.record("propose", on: "2024-03-01", ["outcome": "open-given", "answer": "随函附上检查计划。"])
            #expect(walk.file.state == "signing")
            #expect(walk.file.isOpen)
            try await walk.record("sign", on: "2024-03-08", as: .approver)
            #expect(walk.file.state == "replied")
            #expect(walk.file.outcome == "open-given")
            #expect(walk.file.isOnTime == true)
            #expect(walk.file.closedOn?.iso == "2024-03-08")
        }
    }

    @Test(arguments: Engine.available)
    func repliedLate(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-02-05")
            try await walk.record("propose", on: "2024-03-08", ["outcome": "none-held", "answer": "本机关没有该信息。"])
            try await walk.record("sign", on: "2024-03-11", as: .approver)
            #expect(walk.file.isOnTime == false)
        }
    }

    /// 网络、传真、平信: the day of confirmation counts (art 31); until then the day of filing is shown.
    @Test(arguments: Engine.available)
    func confirmedLater(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2024-02-05", by: .portal)
            #expect(walk.file.state == "received")
            #expect(!walk.file.isConfirmed)
            #expect(walk.due == "2024-03-08", "provisional, from the day of filing")
            #expect(walk.file.isLate(on: try #require(CivilDate("2024-03-11"))))
            try await walk.record("confirm", on: "2024-02-07")
            #expect(walk.file.isConfirmed)
            #expect(walk.file.receivedOn.iso == "2024-02-07")
            #expect(walk.due == "2024-03-12")
        }
    }

    /// §13: received 2025-09-08, notice by 09-17, corrected 09-22, due 10-24, extended by 20 to 11-21.
    @Test(arguments: Engine.available)
    func clarifiedAndExtended(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-09-08")
            #expect(try await walk.due("clarify") == "2025-09-17")
            try await walk.record("clarify", on: "2025-09-15", ["reason": "请写明检查计划的年度。"])
            #expect(walk.file.state == "clarifying")
            #expect(walk.due == nil, "while the applicant is waited for there is no last day")
            try await walk.record("corrected", on: "2025-09-22", ["answer": "2023年度。"], as: nil)
            #expect(walk.due == "2025-10-24")
            let again = try await walk.refusal(of: "clarify", on: "2025-09-23", ["reason": "再补正"])
            #expect(again?.contains("只能一次") == true)
            try await walk.record("ask-extension", on: "2025-10-20", ["days": "20", "reason": "需要查找档案"])
            try await walk.record("extend", on: "2025-10-21", as: .approver)
            #expect(walk.due == "2025-11-21")
        }
    }

    /// §13: received 2025-03-03 (due 03-31), sent 03-10, answered 03-21: 9 working days, due 2025-04-14.
    @Test(arguments: Engine.available)
    func thirdPartyConsulted(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            #expect(walk.due == "2025-03-31")
            try await walk.record("consult-third", on: "2025-03-10", ["party": "某某化工有限公司", "reason": "涉及商业秘密"])
            #expect(walk.file.state == "consulting")
            #expect(try await walk.due("third-party") == "2025-03-31")
            try await walk.record("third-answered", on: "2025-03-21", ["result": "agrees"])
            #expect(walk.file.state == "in-hand")
            #expect(walk.due == "2025-04-14")
        }
    }

    @Test(arguments: Engine.available)
    func bothConsultedAtOnceCountOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("consult-third", on: "2025-03-10", ["party": "某某公司", "reason": "涉及商业秘密"])
            try await walk.record("consult-organ", on: "2025-03-11", ["organ": "青山县应急管理局"])
            try await walk.record("organ-answered", on: "2025-03-18", ["result": "agrees"])
            #expect(walk.file.state == "consulting", "the third party has not answered yet")
            try await walk.record("third-answered", on: "2025-03-21", ["result": "objects"])
            #expect(walk.file.state == "in-hand")
            #expect(walk.due == "2025-04-14")
        }
    }

    @Test(arguments: Engine.available)
    func silenceNeedsTheTermToBeOver(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("consult-third", on: "2025-03-10", ["party": "某某公司", "reason": "涉及商业秘密"])
            let early = try await walk.refusal(of: "third-silent", on: "2025-03-31")
            #expect(early?.contains("2025年3月31日为止") == true)
            try await walk.record("third-silent", on: "2025-04-01")
            #expect(walk.file.state == "in-hand")
        }
    }

    @Test(arguments: Engine.available)
    func notClarifiedInTime(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("clarify", on: "2025-03-05", ["reason": "请写明文号。"])
            let early = try await walk.refusal(of: "not-corrected", on: "2025-03-20")
            #expect(early != nil)
            try await walk.record("not-corrected", on: "2025-03-27")
            #expect(walk.file.state == "lapsed")
            #expect(walk.file.outcome == "lapse-clarify")
            #expect(!walk.file.isOpen)
        }
    }

    /// The clock starts anew the day after payment.
    @Test(arguments: Engine.available)
    func paid(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("notice-fee", on: "2025-03-10", ["items": "31", "amount": "2200"])
            #expect(walk.file.state == "paying")
            #expect(try await walk.due("payment") == "2025-04-08")
            try await walk.record("paid", on: "2025-03-12")
            #expect(walk.due == "2025-04-10")
        }
    }

    @Test(arguments: Engine.available)
    func notPaid(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("notice-fee", on: "2025-03-10", ["pages": "31", "amount": "10"])
            try await walk.record("not-paid", on: "2025-04-09")
            #expect(walk.file.outcome == "lapse-fee")
        }
    }

    @Test(arguments: Engine.available)
    func reasonsAskedDoNotStopTheClock(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("ask-reasons", on: "2025-03-05", ["reason": "一个月内申请31次"])
            #expect(walk.due == "2025-03-31")
            try await walk.record("reasons-given", on: "2025-03-07", ["answer": "研究用"], as: nil)
            #expect(walk.file.state == "in-hand")
            #expect(walk.due == "2025-03-31")
        }
    }

    @Test(arguments: Engine.available)
    func withdrawnByTheApplicant(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("withdraw", on: "2025-03-04", as: nil)
            #expect(walk.file.outcome == "other")
            #expect(walk.file.state == "withdrawn")
        }
    }

    @Test(arguments: Engine.available)
    func reviewAndSuitAreTracked(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var walk = try await CaseWalk.request(test, on: "2025-03-03")
            try await walk.record("propose", on: "2025-03-05", ["outcome": "refuse-process", "answer": "属于讨论记录。"])
            try await walk.record("send-back", on: "2025-03-06", ["reason": "请写明条款"], as: .approver)
            #expect(walk.file.state == "in-hand")
            try await walk.record("propose", on: "2025-03-07", ["outcome": "refuse-process", "answer": "第十六条。"])
            try await walk.record("sign", on: "2025-03-10", as: .approver)
            #expect(walk.file.outcome == "refuse-process")
            let early = try await walk.refusal(of: "review-decided", on: "2025-04-01", ["result": "upheld"])
            #expect(early?.contains("要先「申请行政复议」") == true)
            try await walk.record("review-filed", on: "2025-04-01", ["organ": "石桥县人民政府"])
            try await walk.record("review-decided", on: "2025-05-01", ["result": "upheld"])
            try await walk.record("later-suit-filed", on: "2025-05-12", ["organ": "石桥县人民法院"])
            #expect(walk.file.state == "replied")
        }
    }

    /// What is confirmed after a law has changed is on the new one.
    @Test(arguments: Engine.available)
    func theLawOfTheDayOfReceiptCounts(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let old = try await CaseWalk.request(test, on: "2018-09-20")
            #expect(old.file.procedure == "request-2007")
            #expect(old.due == "2018-10-17")
            let winter = try await CaseWalk.request(test, on: "2019-01-31")
            #expect(winter.due == "2019-02-26")
            let new = try await CaseWalk.request(test, on: "2019-05-15")
            #expect(new.file.procedure == "request-2019")
        }
    }
}
