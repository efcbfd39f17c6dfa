import Text

/// 佛山市南海区安全生产监督管理局, 2018: 1,579 posts on three channels, and beside them what the credit system asks for.
extension BureauPlan {
    package static let nanhai = BureauPlan(
        code: "nanhai",
        year: 2018,
        level: .county,
        name: Phrase(zh: "佛山市南海区安全生产监督管理局", en: "Work Safety Bureau of Nanhai District, Foshan"),
        shortName: "南海区安监局",
        documentWord: "南安监演",
        regionCode: "440605",
        indexTemplate: "{organisation-code}/{year}-{serial:5}",
        classes: [
            ClassPlan("functions", zh: "行政职能", en: "Functions", duties: ["GUIDE", "TIPOFF", "OPENGROUP", "OPENRULES"]),
            ClassPlan("licences", zh: "行政许可", en: "Licences", duties: ["LIC"]),
            ClassPlan("penalties", zh: "行政处罚", en: "Penalties", duties: ["PEN"]),
            ClassPlan(
                "policy",
                zh: "政策法规",
                en: "Policy and law",
                duties: ["POLICY", "FORWARD", "INTERP", "PLAN", "EPLAN"]
            ),
            ClassPlan("news", zh: "政务动态", en: "News"),
        ],
        portalName: Phrase(zh: "南海一点通", en: "Nanhai one-stop portal"),
        channels: [
            ChannelPlan("wechat", .wechat, zh: "南海安监政务微信", en: "WeChat account"),
            ChannelPlan("weibo", .weibo, zh: "南海安监政务微博", en: "Weibo account"),
        ],
        lines: portalLines + creditLines + socialLines,
        cases: [
            .cases("petition", 72, by: .phone), .cases("tip", 25, by: .phone), .cases("hotline", 20, by: .hotline),
            .cases("request", 1, by: .portal),
        ]
    )

    /// The 202 pieces of 政务信息 on 南海一点通.
    private static let portalLines: [PlanLine] = [
        .items("NEWS", 96, on: ["portal"]),
        .items("NOTICE", 28, on: ["portal"]),
        .items("RANDOM", 20, on: ["portal"]),
        .items("INSPECT", 14, on: ["portal"]),
        .items("TRAINING", 10, on: ["portal"]),
        .items("FORWARD", 6, on: ["portal"]),
        .items("GUIDE", 6, on: ["portal"]),
        .items("POLICY", 4, on: ["portal"]),
        .items("ACCSTATS", 4, on: ["portal"]),
        .items("INTERP", 3, on: ["portal"]),
        .items("PLAN", 2, on: ["portal"], spread: .months(1...3)),
        .items("EPLAN", 2, on: ["portal"]),
        .items("OPENRULES", 2, on: ["portal"], spread: .months(3...6), fixed: ["kind": "workflow"]),
        .items("OPENGROUP", 1, on: ["portal"], spread: .months(3...6)),
        .items("BUDGET", 1, on: ["portal"], spread: .months(2...2)),
        .items("ACCOUNTS", 1, on: ["portal"], spread: .months(8...8)),
        .items("TIPOFF", 1, on: ["portal"], spread: .months(6...6)),
        .items("PERSONNEL", 1, on: ["portal"]),
    ]

    /// On the same site but not counted as 政务信息: 217 entries of 信用信息双公示 and 8 accident reports.
    private static let creditLines: [PlanLine] = [
        .items("LIC", 96, on: ["portal"]),
        .items("PEN", 121, on: ["portal"]),
        .items("ACCREP", 8, on: ["portal"]),
    ]

    /// 928 on WeChat and 449 on Weibo, none of them on the site.
    private static let socialLines: [PlanLine] = [
        .items("PUBLICITY", 520, on: ["wechat"]),
        .items("NEWS", 330, on: ["wechat"]),
        .items("WARN", 48, on: ["wechat"]),
        .items("ACCWARN", 30, on: ["wechat"]),
        .items("PUBLICITY", 260, on: ["weibo"]),
        .items("NEWS", 150, on: ["weibo"]),
        .items("WARN", 39, on: ["weibo"]),
    ]
}
