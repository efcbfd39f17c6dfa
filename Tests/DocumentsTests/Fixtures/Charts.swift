import Documents
import Text

/// Charts as a bureau has them.
enum Charts {
    static func name(_ zh: String, _ en: String? = nil) -> Phrase { Phrase(zh: zh, en: en ?? zh) }

    static func chart(_ shape: ChartDrawing.Shape, _ title: Phrase = name("网站公开最多", "Most on the site")) -> ChartDrawing
    {
        ChartDrawing(
            title: title,
            axis: name("主动公开，条", "Items published"),
            source: name("公开日志", "The ledger of publications"),
            date: name("截至2024年12月31日", "as of 31 December 2024"),
            kind: name("渠道", "Channel"),
            shape: shape
        )
    }

    static let channels = chart(
        .bars([
            .init(name("政府网站", "Web site"), .number(1_259)), .init(name("政务微信", "WeChat"), .number(312)),
            .init(name("政府公报", "Gazette"), .number(12)),
            .init(
                name(
                    "其他方式（含公告栏、档案馆、图书馆和政务服务中心的查阅点）",
                    "Other ways: notice boards, archives, libraries and service centres"
                ),
                .number(3)
            ),
        ])
    )

    static let years = chart(
        .line([
            .init(name("2016"), .number(812)), .init(name("2017"), .number(903)),
            .init(name("2018"), .missing(name("没有数据", "no data"))),
            .init(name("2019"), .missing(name("没有数据", "no data"))),
            .init(name("2020"), .number(1_100)), .init(name("2021"), .number(1_153)),
            .init(name("2022"), .number(640), breaks: name("同一信息只计1条", "each item counts once")),
            .init(name("2023"), .number(702)), .init(name("2024"), .number(731)),
        ]),
        name("改变口径后公开量仍在增长", "Publication grows under the new definition too")
    )

    static let outcomes = chart(
        .stacks(
            parts: [
                name("予以公开", "Granted"), name("部分公开", "Partly granted"), name("不予公开", "Refused"),
                name("无法提供", "Not held"),
                name("不予处理", "Not processed"), name("其他处理", "Otherwise"),
            ],
            [
                .init(name("2022"), [12, 3, 2, 5, 0, 1]), .init(name("2023"), [18, 1, 4, 6, 2, 0]),
                .init(name("2024"), [25, 6, 3, 9, 1, 1]),
            ]
        ),
        name("过半数申请得到公开", "More than half are granted")
    )

    static let rates = chart(
        .line([
            .init(name("2021"), .share(2, of: 3)), .init(name("2022"), .share(10, of: 12)),
            .init(name("2023"), .share(19, of: 20)), .init(name("2024"), .share(31, of: 31)),
        ])
    )

    static let odd: [ChartDrawing] = [
        chart(.bars([])), chart(.line([])), chart(.stacks(parts: [], [])),
        chart(.bars([.init(name("一"), .number(1))])), chart(.line([.init(name("2024"), .number(7))])),
        chart(.bars([.init(name("甲"), .number(0)), .init(name("乙"), .number(0))])),
        chart(.line([.init(name("2023"), .number(0)), .init(name("2024"), .number(0))])),
        chart(.stacks(parts: [name("甲"), name("乙")], [.init(name("2024"), [0, 0])])),
        chart(.bars([.init(name("巨"), .number(.max)), .init(name("小"), .number(1)), .init(name("负"), .number(-5))])),
        chart(.line((0..<9).map { .init(name("\(2016 + $0)"), .number(Int.max / ($0 + 1))) })),
        chart(.stacks(parts: [name("甲"), name("乙")], [.init(name("2024"), [.max, .max])])),
        chart(
            .bars(
                (1...40).map { .init(name("第\($0)个公开事项（名称很长的那一种）", "Duty \($0) with a long name"), .number($0 * $0)) }
            )
        ),
        chart(.line((1_985...2_024).map { .init(name("\($0)"), .number(($0 - 1_984) * 37)) })),
        chart(
            .stacks(
                parts: (1...12).map { name("处理结果\($0)", "Outcome \($0)") },
                (1...10).map { stack in .init(name("\(2014 + stack)"), (1...12).map { $0 * stack }) }
            )
        ),
        chart(
            .bars([
                .init(
                    name(String(repeating: "很长的名称", count: 40), String(repeating: "Unbreakable", count: 30)),
                    .number(5)
                )
            ])
        ),
        chart(
            .bars([
                .init(name("按期"), .share(2, of: 3)), .init(name("逾期"), .share(1, of: 9)),
                .init(name("无"), .share(0, of: 0)),
            ])
        ),
        chart(.bars([.init(name("罚款"), .money(12_345_678)), .init(name("减免"), .money(5))])),
        chart(
            .line(
                (0..<30).map {
                    .init(name("\(1_995 + $0)"), $0.isMultiple(of: 2) ? .number($0) : .missing(name("缺\($0)")))
                }
            )
        ),
    ]

    static let all = [channels, years, outcomes, rates] + odd
}
