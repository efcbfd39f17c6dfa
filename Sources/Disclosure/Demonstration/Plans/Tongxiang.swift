import Text

/// 桐乡市安全生产监督管理局, 2018: three channels with different things on each, and 62 = 59 penalties + 3 accident cases.
extension BureauPlan {
    package static let tongxiang = BureauPlan(
        code: "tongxiang",
        year: 2018,
        level: .county,
        name: Phrase(zh: "桐乡市安全生产监督管理局", en: "Work Safety Bureau of Tongxiang City"),
        shortName: "桐乡市安监局",
        documentWord: "桐安监演",
        regionCode: "330483",
        indexTemplate: "{credit-code}/{year}-{serial:5}",
        classes: [
            ClassPlan(
                "plans",
                zh: "工作计划和总结",
                en: "Plans and summaries",
                duties: ["PLAN", "SUMMARY", "BUDGET", "ACCOUNTS"]
            ),
            ClassPlan("policy", zh: "政策文件", en: "Policy documents", duties: ["POLICY", "FORWARD", "OPENRULES"]),
            ClassPlan(
                "key",
                zh: "重点领域信息",
                en: "Key fields",
                duties: ["ACCREP", "ACCIDENT", "HAZARD", "PEN", "WARN", "WARNPASS", "RANDOM", "INSPECT"]
            ),
            ClassPlan("licences", zh: "行政许可", en: "Licences", duties: ["LIC", "GUIDE"]),
            ClassPlan("news", zh: "政务活动", en: "News"),
        ],
        portalName: Phrase(zh: "市政府信息公开平台", en: "The city's disclosure platform"),
        channels: [
            ChannelPlan("zjzwfw", .otherSite, zh: "浙江政务服务网", en: "Zhejiang government services site"),
            ChannelPlan("wechat", .wechat, zh: "桐乡安监微信公众号", en: "WeChat account"),
            ChannelPlan("sms", .sms, zh: "短信平台", en: "SMS platform"),
            ChannelPlan("chat", .chatGroup, zh: "企业安全管理工作群", en: "Chat groups of enterprises"),
        ],
        lines: platformLines + servicesLines + wechatLines + warningLines,
        cases: [.cases("tip", 30, by: .phone), .cases("request", 1, by: .portal)]
    )

    /// 151 on the platform, with 4 accident reports, 1 bulletin and 12 listed hazards (1, 1 and 10 by level).
    private static let platformLines: [PlanLine] = [
        .items("ACCREP", 4, on: ["portal"]),
        .items("ACCIDENT", 1, on: ["portal"]),
        .items("HAZARD", 1, on: ["portal"], fixed: ["level": "province"]),
        .items("HAZARD", 1, on: ["portal"], fixed: ["level": "city"]),
        .items("HAZARD", 10, on: ["portal"], fixed: ["level": "county"]),
        .items("NEWS", 60, on: ["portal"]),
        .items("NOTICE", 20, on: ["portal"]),
        .items("LIC", 16, on: ["portal"]),
        .items("FORWARD", 8, on: ["portal"]),
        .items("RANDOM", 8, on: ["portal"]),
        .items("POLICY", 5, on: ["portal"]),
        .items("INSPECT", 4, on: ["portal"]),
        .items("PLAN", 3, on: ["portal"], spread: .months(1...3)),
        .items("OPENRULES", 3, on: ["portal"]),
        .items("GUIDE", 2, on: ["portal"]),
        .items("PERSONNEL", 2, on: ["portal"]),
        .items("SUMMARY", 1, on: ["portal"], spread: .months(12...12)),
        .items("BUDGET", 1, on: ["portal"], spread: .months(3...3)),
        .items("ACCOUNTS", 1, on: ["portal"], spread: .months(9...9)),
    ]

    /// 62 on 浙江政务服务网; 50 of the 59 penalties are exposed on WeChat too.
    private static let servicesLines: [PlanLine] = [
        .items("PEN", 59, on: ["zjzwfw"], also: ["wechat": 50]),
        .items(
            "ACCREP",
            3,
            on: ["zjzwfw"],
            title: "{party}“{accident}”一般{category}事故调查处理情况"
        ),
    ]

    /// With the 50 exposed penalties 134 on WeChat.
    private static let wechatLines: [PlanLine] = [
        .items("PUBLICITY", 50, on: ["wechat"]),
        .items("NEWS", 34, on: ["wechat"]),
    ]

    /// More than a hundred warnings, sent to those whom they concern.
    private static let warningLines: [PlanLine] = [
        .items("WARN", 90, on: ["sms"], also: ["chat": 60]),
        .items("WARNPASS", 38, on: ["chat"], also: ["sms": 20]),
    ]
}
