import Text

/// 东莞市安全生产监督管理局, 2016: 813 items on its own site, 378 of them also on the city's, and thousands of posts.
extension BureauPlan {
    package static let dongguan = BureauPlan(
        code: "dongguan",
        year: 2016,
        level: .city,
        name: Phrase(zh: "东莞市安全生产监督管理局", en: "Work Safety Bureau of Dongguan City"),
        shortName: "东莞市安监局",
        documentWord: "东安监演",
        regionCode: "441900",
        indexTemplate: "{credit-code}/{year}-{serial:5}",
        classes: [
            ClassPlan(
                "agency",
                zh: "机构信息",
                en: "The agency",
                duties: ["PERSONNEL", "INTEGRITY", "OPENGUIDE", "BUDGET", "ACCOUNTS"]
            ),
            ClassPlan(
                "policy",
                zh: "政策法规",
                en: "Policy and law",
                duties: ["POLICY", "FORWARD", "INTERP", "PLAN", "SUMMARY"]
            ),
            ClassPlan("credit", zh: "双公示", en: "Licences and penalties", duties: ["LIC", "PEN"]),
            ClassPlan(
                "accidents",
                zh: "事故信息",
                en: "Accidents",
                duties: ["ACCREP", "ACCLISTED", "RESPONSE", "ACCSTATS", "ACCWARN"]
            ),
            ClassPlan(
                "supervision",
                zh: "监督检查",
                en: "Supervision",
                duties: ["INSPECT", "RANDOM", "HAZARD", "EXPOSE", "HEARING"]
            ),
            ClassPlan("services", zh: "办事服务", en: "Services", duties: ["GUIDE", "TRAINING", "PROCURE"]),
            ClassPlan("news", zh: "工作动态", en: "News"),
        ],
        columns: siteColumns,
        portalName: Phrase(zh: "本单位网站", en: "The bureau's own site"),
        channels: [
            ChannelPlan("city", .otherSite, zh: "市政府信息公开门户网站", en: "The city's disclosure site"),
            ChannelPlan("weibo", .weibo, zh: "安全东莞官方微博", en: "Weibo account"),
            ChannelPlan("wechat", .wechat, zh: "东莞安监官方微信", en: "WeChat account"),
            ChannelPlan("magazine", .magazine, zh: "《安全生产导刊》", en: "Work safety magazine"),
            ChannelPlan("board", .noticeBoard, zh: "局机关政务公开栏", en: "Notice board of the bureau"),
        ],
        lines: siteLines + socialLines,
        cases: [.cases("request", 3, by: .portal), .cases("request", 1, by: .post)]
    )

    /// 813 items on the own site; `city` marks those that the city's site carried as well, 378 in all.
    private static let siteLines: [PlanLine] = [
        .items("NEWS", 300, on: ["portal"], also: ["city": 90, "magazine": 24]),
        .items("LIC", 120, on: ["portal"], also: ["city": 60]),
        .items("PEN", 70, on: ["portal"], also: ["city": 40]),
        .items("NOTICE", 60, on: ["portal"], also: ["city": 40, "board": 30]),
        .items("INSPECT", 50, on: ["portal"], also: ["city": 20]),
        .items("FORWARD", 40, on: ["portal"], also: ["city": 30]),
        .items("RANDOM", 40, on: ["portal"], also: ["city": 20]),
        .items("EXPOSE", 16, on: ["portal"], also: ["city": 6]),
        .items("GUIDE", 15, on: ["portal"], also: ["city": 10]),
        .items("TRAINING", 15, on: ["portal"], also: ["city": 4]),
        .items("HEARING", 14, on: ["portal"], also: ["city": 4]),
        .items("POLICY", 12, on: ["portal", "city"]),
        .items("ACCREP", 12, on: ["portal"], also: ["city": 8]),
        .items("HAZARD", 10, on: ["portal"], also: ["city": 6]),
        .items("PERSONNEL", 6, on: ["portal"], also: ["city": 4, "board": 6]),
        .items("INTERP", 6, on: ["portal"], also: ["city": 4]),
        .items("PLAN", 5, on: ["portal", "city"], spread: .months(1...4)),
        .items("ACCSTATS", 4, on: ["portal"], also: ["city": 2]),
        .items("INTEGRITY", 3, on: ["portal"], also: ["city": 2]),
        .items("RESPONSE", 3, on: ["portal"], also: ["city": 2]),
        .items("PROCURE", 3, on: ["portal"]),
        .items("FORUM", 2, on: ["portal", "city"]),
        .items("ACCLISTED", 2, on: ["portal", "city"]),
        .items("SUMMARY", 2, on: ["portal", "city"], spread: .months(7...12)),
        .items("BUDGET", 1, on: ["portal", "city"], spread: .months(3...3)),
        .items("ACCOUNTS", 1, on: ["portal", "city"], spread: .months(9...9)),
        .items("OPENGUIDE", 1, on: ["portal", "city"], spread: .months(5...5)),
    ]

    /// 3,466 posts on Weibo and 82 on WeChat, which the report does not count as 政府信息.
    private static let socialLines: [PlanLine] = [
        .items("PUBLICITY", 2200, on: ["weibo"]),
        .items("NEWS", 900, on: ["weibo"]),
        .items("WARN", 240, on: ["weibo"]),
        .items("ACCWARN", 126, on: ["weibo"]),
        .items("PUBLICITY", 50, on: ["wechat"]),
        .items("NEWS", 32, on: ["wechat"]),
    ]
}
