import Civil
import Disclosure
import Foundation
import Testing
import Text

/// The catalogue as shipped loads, hangs together and covers what the law and five real bureaus ask for.
struct BuiltInCatalogueTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try Shipped.catalogue()
    }

    @Test func coversWhatBureausPublish() {
        let needed = [
            "PROFILE", "LEADER", "OPENGROUP", "POWERLIST", "DUTYLIST", "NEGLIST", "LAW", "RULE", "FORWARD", "POLICY",
            "NORM", "INTERP", "DRAFT", "OUTCOME", "MEETING", "PERSONNEL", "INTEGRITY", "BUDGET", "ACCOUNTS", "FEES",
            "PROCURE", "PLAN", "SUMMARY", "TASKS", "NEWS", "NOTICE", "GUIDE", "ONETRIP", "NOPAPER", "LIC", "PEN",
            "COERCION", "ENFDECISION", "INSPLAN", "RANDOM", "EXPOSE", "ACCWARN", "ACCIDENT", "RESPONSE", "ACCLISTED",
            "ACCREP", "EVALUATION", "HAZARD", "BLACK", "WARN", "WARNPASS", "EPLAN", "DUTYPHONE", "TRAINING", "HEARING",
            "FORUM", "PRESS", "PROPOSAL", "ANSWER", "STATISTICS", "PUBLICITY", "ANNUAL", "OPENGUIDE", "OPENRULES",
        ]
        #expect(needed.filter { catalogue.duty($0) == nil } == [])
    }

    @Test func saysWhichRowsOfTheStandardWereSeen() {
        let standard = catalogue.duties.filter(\.isStandard)
        let seen: Set = ["LAW", "RULE", "POLICY", "STANDARD", "DRAFT", "MEETING", "INTERP", "LIC", "PEN", "COERCION"]
        #expect(Set(standard.filter(\.isVerified).map(\.code)) == seen)
        #expect(standard.count > seen.count)
        for code in ["LAW", "RULE", "POLICY", "STANDARD", "DRAFT", "MEETING", "INTERP"] {
            #expect(catalogue.duty(code)?.matter.name.zh == "政策文件")
        }
        for code in ["LIC", "PEN", "COERCION"] { #expect(catalogue.duty(code)?.matter.name.zh == "依法行政") }
    }

    @Test func embedsEveryFileOfTheFolderAndNoOther() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/CTables/catalogue").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(CatalogueFile.builtIn.map(\.name).sorted() == names)
        for file in CatalogueFile.builtIn {
            let text = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
            #expect(file.text == text, "\(file.name) is embedded as it was before")
        }
    }

    @Test func codesAndColumnsAreUnique() {
        #expect(Set(catalogue.duties.map(\.code)).count == catalogue.duties.count)
        #expect(Set(catalogue.columns.map(\.slug)).count == catalogue.columns.count)
        #expect(Set(catalogue.duties.map(\.name)).count == catalogue.duties.count)
        for column in catalogue.columns {
            let standsAbove = catalogue.columns.contains { $0.slug.hasPrefix(column.slug + "/") }
            #expect(standsAbove || !catalogue.duties(in: column).isEmpty, "\(column.slug) is empty")
        }
    }

    @Test func everyLimitStartsFromADateOfItsDuty() {
        for duty in catalogue.duties {
            #expect(!duty.limits.isEmpty)
            for limit in duty.limits where !limit.from.isEmpty {
                let type = duty.field(limit.from)?.type
                #expect(type == .date || type == .time, "\(duty.code) \(limit.from)")
            }
            for limit in duty.limits where limit.from.isEmpty {
                switch limit.length {
                case .yearly, .quarterly: break
                default: Issue.record("\(duty.code) has a limit from nowhere")
                }
            }
        }
    }

    @Test func aFieldThatStartsAClockIsRequired() {
        for duty in catalogue.duties {
            for limit in duty.limits where !limit.from.isEmpty {
                guard let field = duty.field(limit.from) else { continue }
                // A start that may be left out must belong to a limit with a condition, or the document interpreted.
                let isSafe = field.required == .always || limit.condition != nil || field.required != .never
                #expect(isSafe, "\(duty.code) \(field.key)")
            }
        }
    }

    @Test func facetsMakeSense() {
        for duty in catalogue.duties {
            for field in duty.allFields where field.isFacet {
                #expect(field.showing == .shown, "\(duty.code) \(field.key)")
                switch field.type {
                case .choice, .choices, .date, .region, .industry: break
                default: Issue.record("\(duty.code) \(field.key) cannot be a facet")
                }
            }
        }
    }

    @Test func fieldsAreWellFormed() {
        for duty in catalogue.duties {
            let keys = duty.allFields.map(\.key)
            #expect(Set(keys).count == keys.count, "\(duty.code)")
            for field in duty.fields {
                #expect(!field.name.zh.isEmpty && !field.name.en.isEmpty)
                if case .choice(let options) = field.type {
                    #expect(Set(options.map(\.name.zh)).count == options.count, "\(duty.code) \(field.key)")
                }
            }
        }
    }

    @Test func documentNumbersOfPersonsAreNeverShown() {
        let whole = catalogue.duties.flatMap(\.fields).filter {
            $0.key == "id-number" || $0.key == "representative-id" || $0.name.zh.contains("证件号码")
        }
        #expect(whole.count >= 5)
        #expect(whole.allSatisfy { $0.showing != .shown })
        let codes = ["CF_XDR_ZJHM", "CF_FR_ZJHM", "XK_XDR_ZJHM", "XK_FR_ZJHM"]
        for duty in ["PEN", "LIC"].compactMap(catalogue.duty) {
            for field in duty.fields where codes.contains(field.code ?? "") { #expect(field.showing == .never) }
        }
    }

    @Test func theLayoutsOfTheCreditPlatformsAreComplete() throws {
        let penalty = try #require(catalogue.duty("PEN")).fields.compactMap(\.code)
        let licence = try #require(catalogue.duty("LIC")).fields.compactMap(\.code)
        let ends = ["MC", "LB", "SHXYM", "GSZC", "ZZJG", "SWDJ", "SYDW", "SHZZ", "ZJLX", "ZJHM"]
        let penaltyCodes = [
            "CF_FRDB", "CF_FR_ZJLX", "CF_FR_ZJHM", "CF_WSH", "CF_WFXW", "CF_SY", "CF_YJ", "CF_CFLB", "CF_NR",
            "CF_NR_FK",
            "CF_NR_WFFF", "CF_NR_ZKDX", "CF_JDRQ", "CF_YXQ", "CF_GSJZQ", "CF_CFJG", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM",
            "BZ",
        ]
        let licenceCodes = [
            "XK_FRDB", "XK_FR_ZJHM", "XK_XKWS", "XK_WSH", "XK_XKLB", "XK_XKZS", "XK_XKBH", "XK_NR", "XK_JDRQ",
            "XK_YXQZ",
            "XK_YXQZI", "XK_XKJG", "XK_XKJGDM", "XK_ZT", "XK_LYDW", "XK_LYDWDM", "BZ",
        ]
        #expect(Set(ends.map { "CF_XDR_\($0)" } + penaltyCodes).subtracting(penalty) == [])
        #expect(Set(ends.map { "XK_XDR_\($0)" } + licenceCodes).subtracting(licence) == [])
    }

    @Test func theServiceGuideHasItsEightElements() throws {
        let guide = try #require(catalogue.duty("GUIDE"))
        let required = Set(guide.fields.filter { $0.required == .always }.map(\.name.zh))
        #expect(required.isSuperset(of: ["事项名称", "设定依据", "申请条件", "办理材料", "办理地点", "办理时间", "联系电话", "办理流程"]))
    }

    @Test func lawsAreNamedAsTheClocksNameThem() {
        var shared = 0
        for basis in Set(catalogue.duties.flatMap { $0.basis + $0.limits.map(\.basis) }) {
            guard let set = RuleSet.named(basis.version) else { continue }
            shared += 1
            #expect(set.law.zh == basis.law.zh, "\(basis.version)")
        }
        #expect(shared > 10)
    }

    @Test func interpretationIsBoundToItsPolicy() throws {
        #expect(catalogue.duty("INTERP")?.boundTo == "POLICY")
        #expect(catalogue.duty("OUTCOME")?.boundTo == "DRAFT")
        #expect(catalogue.duty("EVALUATION")?.boundTo == "ACCREP")
    }

    @Test func penaltiesAreDueInSevenWorkingDays() throws {
        let penalty = try #require(catalogue.duty("PEN"))
        let lengths = penalty.limits.map(\.length)
        #expect(lengths.contains(.workingDays(7)) && lengths.contains(.workingDays(20)))
        #expect(penalty.limits.allSatisfy { $0.from == "decided-on" })
        #expect(penalty.limits.first?.basis.numbered.zh == "《中华人民共和国安全生产法》第七十八条第二款")
        #expect(
            penalty.limits.last?.basis.numbered
                == Phrase(
                    zh: "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十六条",
                    en: "Regulations on Open Government Information (国务院令第711号), art 26"
                )
        )
        #expect(penalty.reportCell == "T2.6.penalty")
    }
}
