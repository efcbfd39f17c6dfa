import Civil
import Crypto
import Database
import TestKit
import Testing
import Text

@testable import Disclosure

/// Old documents come in under one secrecy opinion and one signature, each once, and say so.
@Suite struct ImportTests {
    @Test(arguments: Engine.available) func aRehearsalChangesNothing(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            let wanted = try ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents))
            let report = try await wanted.rehearse(in: test.app)
            #expect(report.records == 4)
            #expect(report.publishable == 3)
            #expect(report.refused == 1)
            #expect(report.published == nil)
            #expect(report.unusedColumns == ["kind"])
            #expect(try await ImportSamples.items(test).isEmpty)
            let sheet = try ImportFolder.text(try #require(report.sheet))
            let bytes = try ImportFolder.bytes(try #require(report.sheet))
            #expect(bytes.starts(with: Array("\u{FEFF}行号,来源编号,标题,处理,栏目,问题".utf8)))
            #expect(sheet.contains("3,3,没有日期的文件,未导入,成文日期,"))
        }
    }

    @Test(arguments: Engine.available) func rowsBecomePublishedItemsUnderOneSignature(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            let report = try await ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents)).run(
                in: test.app
            )
            #expect(report.published == 3)
            let items = try await ImportSamples.items(test)
            #expect(items.map(\.provenance) == [.imported, .imported, .imported])
            #expect(items.map(\.formedOn.iso) == ["2015-06-01", "2016-07-02", "1996-12-03"])
            #expect(items.map(\.leafID) == (1...3).map { "SHIQIAO-NEWS-2024-0000\($0)" })
            #expect(
                items.map(\.indexNumber) == ["MB0A00018/2015-00001", "MB0A00018/2016-00001", "MB0A00018/1996-00001"]
            )
            #expect(items.allSatisfy { $0.publishedAt == test.clock.now && $0.dueAt == nil })
            let batchID = try #require(report.batch)
            try await test.app.database.read { tx in
                let batch = try #require(try tx.imports.batch(of: items[1].id))
                #expect(batch.id == batchID)
                #expect(batch.fileName == "docs.jsonl")
                #expect(batch.rowCount == 3)
                #expect(batch.secrecyReviewer == test.people[.secrecy]?.id)
                #expect(batch.approver == test.people[.approver]?.id)
                #expect(try tx.imports.row(of: items[1].id)?.sourceID == "2")
                #expect(try tx.imports.rowCount(of: batchID) == 3)
                #expect(try tx.items.version(items[0].currentVersion)?.content[CommonFields.origin] == "own")
                #expect(try tx.items.version(items[1].currentVersion)?.content[CommonFields.origin] == "reposted")
                #expect(
                    try tx.channels.deliveries(of: items[0].id).map(\.receipt) == [
                        "/shiqiao/items/\(items[0].leafID ?? "")"
                    ]
                )
                #expect(try tx.jobs.count() == 0)
                let acts = try tx.audit.about(batchID.text).map(\.act)
                #expect(acts.sorted() == ["import.begin", "import.secrecy", "import.sign-off"])
            }
            let found = try await test.app.database.read { tx in
                try tx.search.items(
                    matching: try #require(SearchQuery("夏季用电")),
                    in: test.agency,
                    before: nil,
                    limit: 5
                )
            }
            #expect(found.map(\.id) == [items[1].id])
        }
    }

    @Test func theSignatureCoversAManifestThatAnyoneCanMake() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let folder = try ImportFolder()
            let report = try await ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents)).run(
                in: test.app
            )
            var manifest = "disclosure-import/v1\nagency shiqiao\nduty NEWS\n"
            for item in try await ImportSamples.items(test) {
                let (version, row) = try await test.app.database.read { tx in
                    (try tx.items.version(item.currentVersion), try tx.imports.row(of: item.id))
                }
                manifest += "\(try #require(version).hash) \(try #require(row).sourceID)\n"
            }
            #expect(report.manifestHash == Hex.text(SHA256.hash(data: Array(manifest.utf8))))
        }
    }

    @Test(arguments: Engine.available) func asOftenAsItRunsEveryRowIsThereOnce(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            let wanted = try ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents))
            let first = try await wanted.run(in: test.app)
            let second = try await wanted.run(in: test.app)
            #expect(second.published == 0)
            #expect(second.known == 3)
            #expect(second.manifestHash == first.manifestHash)
            #expect(try await ImportSamples.items(test).count == 3)
            let batches = try await test.app.database.read { try $0.imports.batches(of: test.agency.id) }
            #expect(batches.count == 1)
        }
    }

    @Test(arguments: Engine.available) func aRunThatWasBrokenOffIsGoneOnWith(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            let text = (1...900).map {
                #"{"id": "d\#($0)", "title": "第\#($0)号文件", "date": "2015-06-01", "text": "正文\#($0)。"}"# + "\n"
            }.joined()
            let wanted = try ImportSamples.wanted(folder.file("docs.jsonl", text))
            var cut = test.app
            // The signature and two batches of rows, then the power is gone.
            cut.database = CutDatabase(test.app.database, writes: 3)
            await #expect(throws: DatabaseError.self) { try await wanted.run(in: cut) }
            let before = try await ImportSamples.items(test).count
            #expect(before == 400)
            let rehearsal = try await wanted.rehearse(in: test.app)
            #expect(rehearsal.known == 400)
            #expect(rehearsal.publishable == 500)
            let report = try await wanted.run(in: test.app)
            #expect(report.published == 500)
            let items = try await ImportSamples.items(test)
            #expect(items.count == 900)
            #expect(Set(items.map(\.title)).count == 900)
            let batches = try await test.app.database.read { try $0.imports.batches(of: test.agency.id) }
            #expect(batches.map(\.rowCount) == [900])
            let written = try await test.app.database.read {
                try $0.imports.rowCount(of: try #require(batches.first).id)
            }
            #expect(written == 900)
        }
    }

    @Test(arguments: Engine.available) func whatTheScannerFindsStaysADraft(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            let text = """
                {"id": "a", "title": "干净的文件", "date": "2015-06-01", "text": "正文。"}
                {"id": "b", "title": "名单", "date": "2015-06-01", "text": "证件号码999999199001010016。"}

                """
            var wanted = try ImportSamples.wanted(folder.file("docs.jsonl", text))
            let report = try await wanted.run(in: test.app)
            #expect((report.published, report.drafted) == (1, 1))
            let items = try await ImportSamples.items(test)
            #expect(Set(items.map(\.state)) == [.published, .draft])
            let draft = try #require(items.first { $0.state == .draft })
            #expect(draft.provenance == .imported)
            #expect(draft.leafID == nil)
            let batch = try await test.app.database.read { try $0.imports.batch(of: draft.id) }
            #expect(batch == nil)
            let sheet = try ImportFolder.text(try #require(report.sheet))
            #expect(sheet.contains("2,b,名单,留作草稿，待保密审查,正文,"))
            #expect(!sheet.contains("999999199001010016"))
            // Cleared afterwards it stays the draft that it is; the office publishes it.
            wanted.clearsFindings = true
            wanted.secrecyReason = "已核对"
            let again = try await wanted.run(in: test.app)
            #expect((again.published, again.drafted, again.known) == (0, 0, 2))
        }
    }

    @Test func theReviewerMayClearWhatTheScannerFinds() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let folder = try ImportFolder()
            let text = #"{"id": "b", "title": "名单", "date": "2015-06-01", "text": "证件号码999999199001010016。"}"#
            var wanted = try ImportSamples.wanted(folder.file("docs.jsonl", text))
            wanted.clearsFindings = true
            await #expect(throws: Refusal.self) { try await wanted.run(in: test.app) }
            wanted.secrecyReason = "为不存在的号码，仅作示例"
            let report = try await wanted.run(in: test.app)
            #expect(report.published == 1)
            let item = try #require(try await ImportSamples.items(test).first)
            let batch = try await test.app.database.read { try $0.imports.batch(of: item.id) }
            #expect(batch?.cleared == "identityNumber 1")
            #expect(batch?.secrecyReason == "为不存在的号码，仅作示例")
        }
    }

    @Test func anIdIsNeverTakenTwice() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let folder = try ImportFolder()
            _ = try await ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents)).run(in: test.app)
            let text = """
                {"id": 1, "title": "另一份文件", "date": "2015-06-01", "text": "正文。"}
                {"id": 9, "title": "甲", "date": "2015-06-01", "text": "正文。"}
                {"id": 9, "title": "乙", "date": "2015-06-01", "text": "正文。"}
                {"title": "丙", "date": "2015-06-01", "text": "正文。"}

                """
            var other = try ImportSamples.wanted(folder.file("other.jsonl", text))
            let report = try await other.run(in: test.app)
            #expect((report.published, report.refused) == (1, 3))
            #expect(try await ImportSamples.items(test).count == 4)
            other.idPrefix = "新-"
            #expect(try await other.run(in: test.app).published == 2)
        }
    }

    @Test(arguments: Engine.available) func aRegisterComesInByTheColumnsOfTheCreditPlatforms(_ engine: Engine)
        async throws
    {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            let head =
                "来源编号,CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_FRDB,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,"
                + "CF_JDRQ,CF_YXQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,是否重大行政处罚,credit-display"
            let tail = "石桥县应急管理局,11999999MB0A00018H,石桥县应急管理局,11999999MB0A00018H,否,yes"
            let text = """
                \(head)
                P1,石桥县虚构化工有限公司,法人及非法人组织,91999999MA00A001XU,王五,石应急罚〔2024〕3号,未演练,"事实，一","依据，二",罚款,罚款,0.2,2024/3/1,2027-03-01,\(tail)
                P2,石桥县虚构化工有限公司,法人及非法人组织,91999999MA00A001XX,王五,石应急罚〔2024〕4号,未演练,事实,依据,罚款,罚款,,2024/3/1,2027-03-01,\(tail)

                """
            let report = try await ImportSamples.wanted(folder.file("pen.csv", text), duty: "PEN", form: .table).run(
                in: test.app
            )
            #expect((report.published, report.refused) == (1, 1))
            let item = try #require(try await ImportSamples.items(test).first)
            #expect(item.title == "行政处罚：石桥县虚构化工有限公司")
            #expect(item.formedOn.iso == "2024-03-01")
            let version = try #require(try await test.app.database.read { try $0.items.version(item.currentVersion) })
            #expect(version.content["fine"] == "200000")
            #expect(version.content["facts"] == "事实，一")
            let sheet = try ImportFolder.text(try #require(report.sheet))
            #expect(sheet.contains("3,P2,"))
            #expect(sheet.contains("统一社会信用代码"))
            #expect(sheet.contains("罚款金额"))
        }
    }

    @Test(arguments: Engine.available) func batchesAndRowsCannotBeChanged(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let folder = try ImportFolder()
            _ = try await ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents)).run(in: test.app)
            for statement in ["UPDATE import_batch SET row_count = 1", "DELETE FROM import_row"] as [SQL] {
                await #expect(throws: DatabaseError.self) {
                    try await test.app.database.write { try $0.execute(statement) }
                }
            }
        }
    }
}
