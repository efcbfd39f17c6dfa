/// The style guide's charts, and a table with heads of several rows.

import Documents
import Html
import Text

extension StyleGuide {
    func charts(_ language: Language) -> [Specimen] {
        let charts = [Self.bars, Self.line, Self.stacks].enumerated().map { index, chart in
            Chart(chart, id: "guide-chart-\(index + 1)").html(in: language)
        }
        return [
            Specimen(title: Phrase(zh: "图表", en: "Charts"), markup: charts.joined()),
            Specimen(title: Phrase(zh: "多行表头的表格", en: "Tables with heads of several rows"), markup: form(language)),
        ]
    }

    private static func chart(_ title: Phrase, _ kind: Phrase, _ shape: ChartDrawing.Shape) -> ChartDrawing {
        ChartDrawing(
            title: title,
            axis: Phrase(zh: "条", en: "items"),
            source: Phrase(zh: "公开日志", en: "ledger of publications"),
            date: Phrase(zh: "截至2024年12月31日", en: "as of 31 December 2024"),
            kind: kind,
            shape: shape
        )
    }

    static let bars = chart(
        Phrase(zh: "四分之三的信息在网站公开", en: "Three quarters of all items are on the site"),
        Phrase(zh: "渠道", en: "Channel"),
        .bars([
            .init(Phrase(zh: "政府网站", en: "Web site"), .number(1_259)),
            .init(Phrase(zh: "政务微信", en: "WeChat"), .number(312)),
            .init(Phrase(zh: "政府公报", en: "Gazette"), .number(86)),
            .init(Phrase(zh: "政务微博", en: "Weibo"), .missing(Phrase(zh: "不涉及", en: "not applicable"))),
        ])
    )

    static let line = chart(
        Phrase(zh: "改变口径后公开量仍在增长", en: "Publication grows under the new definition too"),
        Phrase(zh: "年度", en: "Year"),
        .line(
            [
                (2_016, 812), (2_017, 903), (2_018, nil), (2_019, 1_004), (2_020, 1_100), (2_021, 640), (2_022, 702),
                (2_023, 731),
            ]
            .map { year, value in
                let name = Phrase(zh: "\(year)", en: "\(year)")
                let none = Phrase(zh: "没有数据", en: "no data")
                let breaks = Phrase(zh: "同一信息只计1条", en: "each item counts once")
                return .init(name, value.map { .number($0) } ?? .missing(none), breaks: year == 2_021 ? breaks : nil)
            }
        )
    )

    static let stacks = chart(
        Phrase(zh: "过半数申请得到公开", en: "More than half of the requests are granted"),
        Phrase(zh: "年度", en: "Year"),
        .stacks(
            parts: [
                Phrase(zh: "予以公开", en: "Granted"), Phrase(zh: "部分公开", en: "Partly granted"),
                Phrase(zh: "不予公开", en: "Refused"), Phrase(zh: "无法提供", en: "Not held"),
            ],
            [
                .init(Phrase(zh: "2023", en: "2023"), [18, 1, 4, 6]),
                .init(Phrase(zh: "2024", en: "2024"), [25, 6, 3, 0]),
            ]
        )
    )

    private func form(_ language: Language) -> HTML {
        let words = { (zh: String, en: String) in Phrase(zh: zh, en: en)[language] }
        let table = ReportTable(
            caption: words("申请情况", "Requests"),
            heads: [
                [
                    .text(words("结果", "Outcome"), columns: 2, rows: 2), .text(words("自然人", "Natural persons"), rows: 2),
                    .text(words("法人或其他组织", "Organisations"), columns: 2),
                ],
                [.text(words("商业企业", "Enterprises")), .text(words("其他", "Others"))],
            ],
            rows: [
                [
                    .text(words("予以公开", "Granted"), columns: 2), .number(1_012, address: "#records"), .number(3),
                    .number(0),
                ],
                [
                    .text(words("无法提供", "Not held"), rows: 2), .text(words("本机关不掌握", "Not ours")), .number(5),
                    .number(0),
                    .number(1),
                ],
                [.text(words("没有现成信息", "Would have to be made")), .number(2), .number(0), .number(0)],
            ],
            labelColumns: 2,
            notes: [words("单位：件", "Unit: requests")]
        )
        return SpannedTable(table, id: "guide-form").html(in: language)
    }
}
