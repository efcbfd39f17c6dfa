import Civil
import Text

/// 沙县应急管理局, 2018: 259 items on its site, with contributions to the county's site and a board in the hall.
///
/// The report calls the bureau 沙县应急管理局（原沙县安监局） without the day of the change; the demonstration takes the last
/// day of 2018 as the last of the former name.
extension BureauPlan {
    package static let shaxian = BureauPlan(
        code: "shaxian",
        year: 2018,
        level: .county,
        name: Phrase(zh: "沙县应急管理局", en: "Emergency Management Bureau of Sha County"),
        shortName: "沙县安监局",
        documentWord: "沙安监演",
        regionCode: "350427",
        indexTemplate: "{region}-{department}-{category}-{group}-{date}-{serial:4}",
        formerNames: CivilDate("2010-01-01").map {
            [
                FormerName(
                    name: Phrase(zh: "沙县安全生产监督管理局", en: "Work Safety Bureau of Sha County"),
                    from: $0,
                    to: CivilDate("2018-12-31")
                )
            ]
        } ?? [],
        classes: [
            ClassPlan("news", zh: "工作动态", en: "News", duties: ["NEWS", "TRAINING"]),
            ClassPlan("openness", zh: "政务公开", en: "Disclosure work", duties: ["TASKS", "PLAN"]),
            ClassPlan("notices", zh: "通知公告", en: "Notices", duties: ["NOTICE", "WARNPASS"]),
            ClassPlan("safety", zh: "安全监管", en: "Supervision", duties: ["PEN", "LIC", "INSPECT", "ACCWARN"]),
            ClassPlan("law", zh: "政策法规", en: "Policy and law", duties: ["INTERP"]),
            ClassPlan("agency", zh: "机构职能", en: "Functions", duties: ["PERSONNEL"]),
            ClassPlan("documents", zh: "部门文件", en: "Documents", duties: ["FORWARD"]),
            ClassPlan("other", zh: "其他应主动公开信息", en: "Other"),
        ],
        portalName: Phrase(zh: "沙县应急管理局网站专栏", en: "The bureau's pages on the government site"),
        channels: [
            ChannelPlan("gazette", .gazette, zh: "政府公报", en: "Government gazette"),
            ChannelPlan("board", .noticeBoard, zh: "LED电子显示屏和信息公开栏", en: "LED screen and notice board"),
            ChannelPlan(
                "county",
                .otherSite,
                zh: "县政府网站（投稿）",
                en: "The county's site (contributions)",
                takesContributions: true
            ),
            ChannelPlan("own-column", .otherSite, zh: "应急管理局专栏（稿件）", en: "The bureau's own column (articles)"),
            ChannelPlan("sms", .sms, zh: "安全生产信息短信平台", en: "SMS platform"),
        ],
        lines: lines2018,
        cases: [.cases("hotline", 2, by: .hotline)]
    )

    /// 259 items, all on the site; 151 of them on the board (30 + 24 + 60 + 29 + 6 + 2), 71 articles in the own column, 49
    /// contributed to the county's site, where all were taken.
    private static let lines2018: [PlanLine] = [
        .items("PEN", 7, on: ["portal"]),
        .items("LIC", 34, on: ["portal"]),
        .items("INTERP", 10, on: ["portal"], fixed: ["of": "higher"]),
        .items("TRAINING", 39, on: ["portal"], also: ["board": 29], fixed: ["kind": "talk", "sessions": "1"]),
        .items("NEWS", 90, on: ["portal"], also: ["own-column": 71, "county": 49, "board": 60]),
        .items("NOTICE", 30, on: ["portal", "board"]),
        .items("FORWARD", 24, on: ["portal", "board"]),
        .items("INSPECT", 10, on: ["portal"]),
        .items("WARNPASS", 6, on: ["portal", "board", "sms"]),
        .items("ACCWARN", 2, on: ["portal", "board"]),
        .items("PLAN", 2, on: ["portal"], spread: .months(1...4)),
        .items("PERSONNEL", 2, on: ["portal"]),
        .items("TASKS", 1, on: ["portal"], spread: .months(6...6)),
        .items("BUDGET", 1, on: ["portal"], spread: .months(1...1)),
        .items("ACCOUNTS", 1, on: ["portal"], spread: .months(8...8)),
    ]
}
