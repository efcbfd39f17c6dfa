import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

extension SeaDuty {
    /// A duty that requires a file.
    static let chart = CatalogueFile(
        name: "sea-chart.yaml",
        text: """
            matter: { code: SEACHART, zh: 海图, en: Charts }
            laws:
              sea2023: { zh: 某省海图管理办法, number: 某省政府令第3号, en: Provincial Rules on Charts }
            columns:
              - { slug: sea/charts, zh: 海图, en: Charts }
            duties:
              - code: CHART
                zh: 渔港海图
                en: Charts of fishing ports
                basis:
                  - { law: sea2023, article: "2" }
                limits:
                  - { working-days: 20, from: formed-on, law: sea2023, article: "3" }
                section: { zh: 海上安全科, en: Sea safety section }
                channels: [portal]
                stage: result
                column: sea/charts
                fields:
                  - { key: chart, zh: 海图, en: Chart, type: attachment, required: true }
            """
    )
}

extension TestApp {
    /// A test with the duties of the sea and a reader of files that understands the tests' own.
    static func runWithFiles(
        on engine: Engine,
        attachmentsPerItem: Int = 20,
        _ body: @Sendable (TestApp) async throws -> Void
    ) async throws {
        try await run(
            on: engine,
            overlay: [SeaDuty.file, SeaDuty.chart],
            documents: PlainReader(),
            settings: Settings(
                database: .sqlite(path: ""),
                dataDirectory: "",
                attachmentMegabytes: 1,
                attachmentsPerItem: attachmentsPerItem
            ),
            body
        )
    }

    /// Uploads files, each as name and content, to the version that the item has now.
    @discardableResult
    func attach(
        _ files: [(String, String)],
        to id: String,
        field: String? = nil,
        as seat: Seat = .editor
    ) async throws -> Answer {
        let base = try await item(id).currentVersion.text
        let form = [("item_base", base)] + (field.map { [("fills", $0)] } ?? [])
        return try await upload(
            "/office/items/\(id)/attachments",
            as: seat,
            form: form,
            files: files.map { FormFile("file", $0.0, Array($0.1.utf8)) }
        )
    }

    func currentVersion(of id: String) async throws -> Version {
        let current = try await item(id).currentVersion
        return try #require(try await app.database.read { try $0.items.version(current) })
    }

    /// Names of files that are still arriving.
    func waitingFiles() throws -> [String] {
        let folder = app.blobs.folder + "/incoming"
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
    }
}
