import Disclosure
import TestKit
import Testing

/// A small format of 石桥's own: two sections, a table, a chart, an error and a warning.
enum ReportSamples {
    static let format = CatalogueFile(
        name: "shiqiao.yaml",
        text: """
            agency: shiqiao
            key: small
            zh: 小年报
            en: Small report
            title: { zh: "{agency}{year}年小年报", en: "{agency}: small report, {year}" }
            due: { month: 1, day: 31, basis: { zh: 条例第四十九条, en: "Regulations, art 49" } }
            sections:
              - key: overview
                zh: 一、总体情况
                en: 1. Overview
                text: |
                  {{year}}年{{#items}}公开{{items}}条，网站{{channel.site}}条次。{{/items}}{{^items}}没有公开信息。{{/items}}

                  {{>table}}

                  {{>channels}}

                  {{>years}}
              - key: problems
                zh: 二、问题
                en: 2. Problems
            tables:
              - key: table
                zh: 统计表
                en: Table
                units: true
                columns:
                  - { zh: 年度, en: Year }
                  - { zh: 历年累计, en: All years, scope: total }
                rows:
                  - { zh: 主动公开, en: Published, figure: items }
                  - { zh: 微博, en: Weibo, figure: channel.weibo }
            charts:
              - { key: channels, zh: 各渠道, en: Channels, kind: bars, figures: [channel.site, channel.weibo] }
              - { key: years, zh: 历年, en: Years, kind: years, figures: [items], back: 2 }
            rules:
              - { key: A, level: error, kind: at-most, left: [items.normative], right: [items], zh: 规范性文件不多于全部, en: No more documents than items }
              - { key: B, level: warning, kind: written, section: problems, zh: 问题不为空, en: Problems are written }
              - { key: C, level: error, kind: stated, figure: channel.weibo, section: overview, words: [微博], zh: 写到微博, en: Weibo is mentioned }
            """ + "\n"
    )
}

extension TestApp {
    static func runWithReports(on engine: Engine, _ body: @Sendable (TestApp) async throws -> Void) async throws {
        try await run(on: engine, overlay: [SeaDuty.file], ownReports: [ReportSamples.format], body)
    }

    /// Begins the report of 2024 and gives its address in the office.
    func newReport(_ period: String = "2024") async throws -> String {
        let form = [("period", period), ("format", "")]
        let answer = try await post("/office/reports", as: .editor, form: form)
        return try #require(answer.location, "\(answer.text)")
    }

    /// Writes what its rules ask for and sends it to review; gives the address of its item.
    func submittedReport() async throws -> (report: String, item: String) {
        let report = try await newReport()
        let base = try #require(try await get("\(report)/sections/problems", as: .editor).hidden("base"))
        let form = [("text", "还有不足。"), ("base", base)]
        try #require(try await post("\(report)/sections/problems", as: .editor, form: form).status == 303)
        let early = [("finding", "period:open"), ("sentence", "机构年中撤并，提前报告。")]
        try #require(try await post("\(report)/answers", as: .editor, form: early).status == 303)
        let answer = try await post("\(report)/submission", as: .editor, form: [("formed-on", "2024-03-04")])
        try #require(answer.status == 303, "\(answer.text)")
        let path = try #require(answer.location?.split(separator: "?").first.map(String.init))
        return (report, path)
    }

    /// The same, signed and published.
    func publishedReport() async throws -> (report: String, item: String) {
        let (report, path) = try await submittedReport()
        try await publish(path)
        return (report, path)
    }

    /// Gives every opinion on an item, the signature last.
    func publish(_ path: String) async throws {
        let id = String(path.dropFirst("/office/items/".count))
        for kind in ["secrecy", "consequence"] {
            let seat: Seat = kind == "secrecy" ? .secrecy : .officer
            let page = try await get("/office/items/\(id)", as: seat)
            guard page.text.contains("/opinions/\(kind)") else { continue }
            try #require(try await opine(kind, on: id, as: seat).status == 303)
        }
        try #require(try await opine("sign-off", on: id, as: .approver).status == 303)
        try await runJobs()
    }
}
