/// The rebuilt site of the Dongguan bureau: 5 columns of the first level, 17 of the second and 34 of the third.
extension BureauPlan {
    static let siteColumns: [ColumnPlan] = [
        ColumnPlan(
            "agency",
            zh: "机构概况",
            en: "The bureau",
            [
                ColumnPlan(
                    "profile",
                    zh: "机构信息",
                    en: "Profile",
                    takes: "agency/profile",
                    [
                        ColumnPlan("leaders", zh: "领导信息", en: "Leaders", takes: "agency/leaders"),
                        ColumnPlan("lists", zh: "权责清单", en: "Powers and responsibilities", takes: "agency/lists"),
                    ]
                ),
                ColumnPlan(
                    "personnel",
                    zh: "人事信息",
                    en: "Personnel",
                    takes: "agency/personnel",
                    [ColumnPlan("integrity", zh: "廉政建设", en: "Integrity", takes: "agency/integrity")]
                ),
                ColumnPlan(
                    "finance",
                    zh: "财政信息",
                    en: "Finance",
                    takes: "finance/budget",
                    [
                        ColumnPlan("fees", zh: "行政收费", en: "Fees", takes: "finance/fees"),
                        ColumnPlan("procurement", zh: "政府采购", en: "Procurement", takes: "finance/procurement"),
                        ColumnPlan("funds", zh: "专项资金", en: "Special funds", takes: "finance/funds"),
                    ]
                ),
            ]
        ),
        ColumnPlan(
            "disclosure",
            zh: "信息公开",
            en: "Disclosure",
            [
                ColumnPlan(
                    "guide",
                    zh: "公开指南",
                    en: "Guide",
                    takes: "disclosure/guide",
                    [
                        ColumnPlan("rules", zh: "公开制度", en: "Rules", takes: "disclosure/rules"),
                        ColumnPlan("tasks", zh: "任务分解", en: "Yearly tasks", takes: "disclosure/tasks"),
                    ]
                ),
                ColumnPlan("reports", zh: "公开年报", en: "Annual reports", takes: "disclosure/reports"),
                ColumnPlan(
                    "decisions",
                    zh: "决策公开",
                    en: "Decisions",
                    takes: "decisions/drafts",
                    [
                        ColumnPlan("meetings", zh: "会议公开", en: "Meetings", takes: "decisions/meetings"),
                        ColumnPlan("hearings", zh: "听证与论坛", en: "Hearings and forums", takes: "decisions/hearings"),
                    ]
                ),
            ]
        ),
        ColumnPlan(
            "policy",
            zh: "政策法规",
            en: "Policy and law",
            [
                ColumnPlan(
                    "laws",
                    zh: "法律法规",
                    en: "Laws",
                    takes: "policy/laws",
                    [ColumnPlan("standards", zh: "标准", en: "Standards", takes: "policy/standards")]
                ),
                ColumnPlan(
                    "documents",
                    zh: "政策文件",
                    en: "Policy documents",
                    takes: "policy/documents",
                    [
                        ColumnPlan("forwarded", zh: "上级文件", en: "From above", takes: "policy/forwarded"),
                        ColumnPlan("plans", zh: "规划计划", en: "Plans", takes: "policy/plans"),
                    ]
                ),
                ColumnPlan("interpretation", zh: "政策解读", en: "Interpretation", takes: "policy/interpretation"),
            ]
        ),
        supervision,
        ColumnPlan(
            "services",
            zh: "动态与服务",
            en: "News and services",
            [
                ColumnPlan(
                    "news",
                    zh: "工作动态",
                    en: "News",
                    takes: "news/work",
                    [
                        ColumnPlan("notices", zh: "通知公告", en: "Notices", takes: "news/notices"),
                        ColumnPlan("statistics", zh: "统计信息", en: "Statistics", takes: "news/statistics"),
                    ]
                ),
                ColumnPlan(
                    "guides",
                    zh: "办事指南",
                    en: "Service guides",
                    takes: "services/guides",
                    [
                        ColumnPlan("lists", zh: "便民清单", en: "Lists that spare trips", takes: "services/lists"),
                        ColumnPlan("training", zh: "教育培训", en: "Training", takes: "services/training"),
                        ColumnPlan("reporting", zh: "举报投诉", en: "Reporting", takes: "services/reporting"),
                    ]
                ),
                ColumnPlan(
                    "response",
                    zh: "回应关切",
                    en: "Response",
                    takes: "response/opinion",
                    [
                        ColumnPlan("proposals", zh: "建议提案", en: "Proposals", takes: "response/proposals"),
                        ColumnPlan("publicity", zh: "安全宣传", en: "Publicity", takes: "news/publicity"),
                    ]
                ),
            ]
        ),
    ]

    private static let supervision = ColumnPlan(
        "supervision",
        zh: "监管执法",
        en: "Supervision",
        [
            ColumnPlan(
                "enforcement",
                zh: "执法公示",
                en: "Enforcement",
                takes: "law-enforcement/rules",
                [
                    ColumnPlan("licences", zh: "行政许可", en: "Licences", takes: "law-enforcement/licences"),
                    ColumnPlan("penalties", zh: "行政处罚", en: "Penalties", takes: "law-enforcement/penalties"),
                    ColumnPlan("coercion", zh: "行政强制", en: "Coercion", takes: "law-enforcement/coercion"),
                ]
            ),
            ColumnPlan(
                "inspection",
                zh: "监督检查",
                en: "Inspection",
                takes: "inspection/plans",
                [
                    ColumnPlan("results", zh: "检查结果", en: "Results", takes: "inspection/results"),
                    ColumnPlan("exposure", zh: "曝光台", en: "Exposure", takes: "inspection/exposure"),
                ]
            ),
            ColumnPlan(
                "accidents",
                zh: "事故信息",
                en: "Accidents",
                takes: "accidents/bulletins",
                [
                    ColumnPlan("response", zh: "应对处置", en: "Response", takes: "accidents/response"),
                    ColumnPlan("supervision", zh: "挂牌督办", en: "Listed", takes: "accidents/supervision"),
                    ColumnPlan("reports", zh: "事故调查报告", en: "Reports", takes: "accidents/reports"),
                    ColumnPlan("warnings", zh: "事故警示", en: "Warnings", takes: "accidents/warnings"),
                    ColumnPlan("statistics", zh: "事故统计", en: "Statistics", takes: "accidents/statistics"),
                ]
            ),
            ColumnPlan(
                "hazards",
                zh: "隐患治理",
                en: "Hazards",
                takes: "hazards/listed",
                [
                    ColumnPlan("statistics", zh: "排查治理", en: "Finding and removing", takes: "hazards/statistics"),
                    ColumnPlan("blacklist", zh: "失信名单", en: "Defaulters", takes: "credit/blacklist"),
                ]
            ),
            ColumnPlan(
                "emergency",
                zh: "应急管理",
                en: "Emergency",
                takes: "emergency/plans",
                [
                    ColumnPlan("warnings", zh: "预警提示", en: "Warnings", takes: "emergency/warnings"),
                    ColumnPlan("duty", zh: "应急值守", en: "Duty telephone", takes: "emergency/duty"),
                ]
            ),
        ]
    )
}
