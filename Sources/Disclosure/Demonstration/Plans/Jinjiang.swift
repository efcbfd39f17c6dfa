import Text

/// 晋江市安全生产监督管理局, 2018: 99 documents in nine classes on the city's site, and 795 WeChat articles in 267 issues.
///
/// The report prints 33 forwarded documents beside 32.3 % of 99; the records hold 32, which makes both sums right.
extension BureauPlan {
    package static let jinjiang = BureauPlan(
        code: "jinjiang",
        year: 2018,
        level: .county,
        name: Phrase(zh: "晋江市安全生产监督管理局", en: "Work Safety Bureau of Jinjiang City"),
        shortName: "晋江市安监局",
        documentWord: "晋安监演",
        regionCode: "350582",
        indexTemplate: "{department}-{category}-{year}-{serial:5}",
        classes: [
            ClassPlan("personnel", zh: "人事信息、管理制度类", en: "Personnel and internal rules"),
            ClassPlan("forwarded", zh: "转发上级文件类", en: "Forwarded documents"),
            ClassPlan("licences", zh: "行政许可证发放、注销、备案类", en: "Licences issued, cancelled, filed"),
            ClassPlan("training", zh: "宣教培训类", en: "Publicity and training", duties: ["PUBLICITY", "NEWS"]),
            ClassPlan("inspection", zh: "安全生产大检查、专项督查类", en: "Campaigns and special supervision"),
            ClassPlan("integrity", zh: "廉政建设类", en: "Integrity"),
            ClassPlan("plans", zh: "工作要点、方案类", en: "Priorities and schemes"),
            ClassPlan("emergency", zh: "应急管理类", en: "Emergency management"),
            ClassPlan("other", zh: "应主动公开的其他信息", en: "Other information to be disclosed"),
        ],
        portalName: Phrase(zh: "晋江市人民政府门户网站", en: "Site of the people's government of Jinjiang"),
        channels: [
            ChannelPlan("gazette", .gazette, zh: "政府公报", en: "Government gazette"),
            ChannelPlan("wechat", .wechat, zh: "晋江安监微信公众号", en: "WeChat account", issues: 267),
            ChannelPlan("press", .press, zh: "新闻媒体", en: "Press"),
            ChannelPlan("bus", .vehicleScreen, zh: "公交车载电视", en: "Screens in city buses"),
            ChannelPlan("lift", .noticeBoard, zh: "电梯电视", en: "Screens in lifts"),
            ChannelPlan("library", .readingPoint, zh: "市图书馆查阅点", en: "Reading point, city library"),
            ChannelPlan("archive", .readingPoint, zh: "市档案馆查阅点", en: "Reading point, city archive"),
        ],
        lines: siteLines + wechatLines
    )

    /// The 99 documents; the printed list of 14 (隐患曝光、事故警示和事故查处) is among them: 5 + 3 + 3 + 3.
    private static let siteLines: [PlanLine] = [
        .items("PERSONNEL", 3, on: ["portal"], class: "personnel"),
        .items("OPENRULES", 2, on: ["portal"], class: "personnel"),
        .items("FORWARD", 32, on: ["portal", "library", "archive"], class: "forwarded"),
        .items("LIC", 9, on: ["portal"], class: "licences", fixed: ["action": "granted"]),
        .items("LIC", 3, on: ["portal"], class: "licences", fixed: ["action": "cancelled"]),
        .items("LIC", 3, on: ["portal"], class: "licences", fixed: ["action": "filed"]),
        .items("TRAINING", 7, on: ["portal"], class: "training"),
        .items("INSPECT", 12, on: ["portal"], class: "inspection"),
        .items("EXPOSE", 5, on: ["portal"], class: "inspection", fixed: ["kind": "hazard"]),
        .items("INTEGRITY", 2, on: ["portal"], class: "integrity"),
        .items("PLAN", 6, on: ["portal", "library", "archive"], class: "plans", spread: .months(1...5)),
        .items("INSPLAN", 1, on: ["portal", "library", "archive"], class: "plans", spread: .months(3...3)),
        .items("ACCWARN", 3, on: ["portal"], class: "emergency"),
        .items("BUDGET", 1, on: ["portal"], class: "other", spread: .day(month: 2, day: 8)),
        .items("ACCOUNTS", 1, on: ["portal"], class: "other", spread: .day(month: 7, day: 27)),
        .items("ACCIDENT", 3, on: ["portal"], class: "other"),
        .items("ACCREP", 3, on: ["portal"], class: "other"),
        .items("NOTICE", 1, on: ["portal"], class: "other"),
        .items("TASKS", 1, on: ["portal"], class: "other", spread: .months(4...4)),
        .items("OPENGUIDE", 1, on: ["portal"], class: "other", spread: .months(5...5)),
    ]

    /// 795 articles in 267 issues, four of them interpretations of policy; 63 were printed by the press as well, and two
    /// films also ran in 110 buses and 611 lifts.
    private static let wechatLines: [PlanLine] = [
        .items("INTERP", 4, on: ["wechat"], class: "other", spread: .issues(of: "wechat")),
        .items("NEWS", 312, on: ["wechat"], also: ["press": 40], spread: .issues(of: "wechat")),
        .items("PUBLICITY", 477, on: ["wechat"], also: ["press": 23], spread: .issues(of: "wechat")),
        .items(
            "PUBLICITY",
            1,
            on: ["wechat"],
            spread: .issues(of: "wechat"),
            places: ["bus": 110],
            fixed: ["form": "film"]
        ),
        .items(
            "PUBLICITY",
            1,
            on: ["wechat"],
            spread: .issues(of: "wechat"),
            places: ["lift": 611],
            fixed: ["form": "film"]
        ),
    ]
}
