import Civil
import Disclosure
import Foundation
import Testing
import Text

/// A province's own catalogue lies over the built-in one: it adds duties, replaces one by its code, or drops one.
struct OverlayTests {
    static let added = """
        # 一个省自己的事项
        matter: { code: SEA, zh: 海上安全, en: Safety at sea }
        laws:
          sea2022: { zh: 某省海上安全生产条例, number: 某省人大公告第9号, en: Provincial Regulations on Safety at Sea }
        columns:
          - { slug: sea/vessels, zh: 渔船安全, en: Fishing vessels }
        duties:
          - code: VESSEL
            zh: 渔船安全检查结果
            en: Inspections of fishing vessels
            basis:
              - { law: sea2022, article: "12" }
              - { law: reg2019, article: 20(13) }
            limits:
              - { working-days: 10, from: checked-on, law: sea2022, article: "13" }
              - { quarterly: 15, law: sea2022, article: "14" }
            section: { zh: 海上安全科, en: Sea safety section }
            channels: [portal, sms]
            levels: [city, county]
            stage: result
            opinions: [{ kind: legal, when: result, is: [stopped] }]
            display: { months: 12, from: checked-on, end: take-down }
            column: sea/vessels
            fields:
              - { key: vessel, zh: 船名, en: Vessel, type: text, required: true, code: CB_MC }
              - { key: owner, zh: 船主, en: Owner, type: person-name, show: surname }
              - { key: checked-on, zh: 检查日期, en: Checked on, type: date, required: true, facet: true }
              - key: result
                zh: 检查结果
                en: Result
                type: choice
                required: true
                facet: true
                options:
                  fit: { zh: 合格, en: Fit }
                  stopped: { zh: 停航整改, en: Laid up }
              - { key: fee, zh: 罚款, en: Fine, type: money, required: { when: result, is: [stopped] } }

        """

    private func overlay(_ text: String) throws(CatalogueError) -> Catalogue {
        try Catalogue.load(overlay: [CatalogueFile(name: "province.yaml", text: text)])
    }

    private func problems(_ text: String) -> [YamlProblem] {
        do {
            _ = try overlay(text)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func oneNewFileIsFormColumnFacetAndLayoutWithNoOtherChange() throws {
        let catalogue = try overlay(Self.added)
        let vessel = try #require(catalogue.duty("VESSEL"))
        #expect(catalogue.duties.count == (try Shipped.catalogue()).duties.count + 1)

        // The form: common fields, then its own.
        #expect(vessel.allFields.map(\.key).suffix(5) == ["vessel", "owner", "checked-on", "result", "fee"])
        #expect(vessel.allFields.first?.key == CommonFields.title)

        // Its checks.
        let (content, problems) = vessel.check(
            [
                "title": "检查结果", "formed-on": "2024-3-8", "origin": "own", "disclosure": "proactive",
                "vessel": "演示001", "owner": "欧阳海", "checked-on": "2024年3月7日", "result": "停航整改",
            ],
            in: FieldContext(today: try #require(.init(year: 2024, month: 3, day: 9)))
        )
        #expect(problems.map(\.key) == ["fee"])
        #expect(content["checked-on"] == "2024-03-07")
        #expect(content["result"] == "stopped")

        // The reviewers, the mask, the end of display.
        #expect(vessel.neededOpinions(for: content) == [.secrecy, .legal, .signOff])
        #expect(vessel.publicContent(of: content)["owner"] == "欧阳某")
        #expect(vessel.displayEnd(for: content)?.iso == "2025-03-07")

        // The column and its page.
        let column = try #require(catalogue.column("sea/vessels"))
        #expect(column.name.zh == "渔船安全")
        #expect(catalogue.duties(in: column) == [vessel])
        #expect(column.matter.name.zh == "海上安全")

        // The facets.
        #expect(vessel.fields.filter(\.isFacet).map(\.key) == ["checked-on", "result"])

        // The import layout.
        let layout = ImportLayout(vessel)
        for header in ["vessel", "船名", "Vessel", "CB_MC", "cb_mc", " 船名 *"] {
            #expect(layout.key(forHeader: header) == "vessel", "\(header)")
        }
        #expect(layout.key(forHeader: "船东") == nil)

        // The row of the catalogue.
        let row = try #require(CatalogueListing(catalogue, language: .zh).rows.first { $0.code == "VESSEL" })
        #expect(row.cells[1] == "海上安全")
        #expect(row.cells[2] == "渔船安全检查结果")
        #expect(row.cells[3] == "船名、船主、检查日期、检查结果、罚款")
        #expect(row.cells[4].hasPrefix("《某省海上安全生产条例》（某省人大公告第9号）第十二条"))
        #expect(row.cells[5] == "自「检查日期」起10个工作日内；每季度后首月15日前")
        #expect(row.cells[7...10] == ["政府网站、短信", "全社会", "主动公开", "市级、县级"])
    }

    @Test func aFolderOfFilesIsRead() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "overlay-of-a-province")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.added.write(to: folder.appending(path: "sea.yaml"), atomically: true, encoding: .utf8)
        try "drops: [FORUM]\n".write(to: folder.appending(path: "z.yml"), atomically: true, encoding: .utf8)
        try "not yaml: [".write(to: folder.appending(path: "notes.txt"), atomically: true, encoding: .utf8)
        let catalogue = try Catalogue.loading(directory: folder.path)
        #expect(catalogue.duty("VESSEL") != nil)
        #expect(catalogue.duty("FORUM") == nil)
        #expect(throws: CatalogueError.self) { try Catalogue.loading(directory: folder.path + "/missing") }
        try Data([0x61, 0x3A, 0xFF]).write(to: folder.appending(path: "broken.yaml"))
        #expect(throws: CatalogueError.self) { try Catalogue.loading(directory: folder.path) }
    }

    @Test func aCodeIsTakenOnceUnlessReplaced() throws {
        let twice = Self.added.replacing("code: VESSEL", with: "code: NEWS")
        let problem = try #require(problems(twice).first)
        #expect(problem.key == "code")
        #expect(problem.message.en.contains("interaction.yaml:"))
        #expect(problem.allowed?.en.contains("replaces: true") == true)

        let before = try Shipped.catalogue()
        let after = try overlay(twice.replacing("code: NEWS", with: "code: NEWS\n    replaces: true"))
        #expect(after.duties.count == before.duties.count)
        #expect(after.duty("NEWS")?.name.zh == "渔船安全检查结果")
        #expect(after.duties.map(\.code) == before.duties.map(\.code))
        #expect(problems(Self.added.replacing("code: VESSEL", with: "code: VESSEL\n    replaces: true")).count == 1)
    }

    @Test func dropsNeedACodeThatNobodyElseNames() throws {
        #expect(try overlay("drops: [FORUM, NEWS]").duty("NEWS") == nil)
        let unknown = try #require(problems("drops: [NOTHING]").first)
        #expect(unknown.key == "drops" && unknown.line == 1)
        let bound = try #require(problems("drops: [DRAFT]").first)
        #expect(bound.file == "policy.yaml")
        #expect(bound.what.en.contains("has been dropped"))
    }

    @Test func anExistingMatterIsNamedByItsCode() throws {
        let text = Self.added.replacing("matter: { code: SEA, zh: 海上安全, en: Safety at sea }", with: "matter: ENF")
        let catalogue = try overlay(text)
        #expect(catalogue.duty("VESSEL")?.matter.name.zh == "依法行政")
        let codes = catalogue.duties.filter { $0.matter.code == "ENF" }.map(\.code)
        #expect(codes.last == "VESSEL")
        let wrong = Self.added.replacing("code: SEA, zh: 海上安全", with: "code: ENF, zh: 海上安全")
        #expect(problems(wrong).contains { $0.key == "code" })
        #expect(problems("duties: []").map(\.key).contains("duties"))
        #expect(
            problems(Self.added.replacing("matter: { code: SEA, zh: 海上安全, en: Safety at sea }\n", with: "")).first?.key
                == "matter"
        )
    }
}
