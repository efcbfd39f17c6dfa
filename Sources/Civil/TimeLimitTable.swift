/// The named time limits of the laws that a disclosure office works under, each with its article.
///
/// 日 in the review law's periods of 3, 5, 7 and 10 days, in 行政许可法 and in 行政处罚法 means working days (their arts
/// 88, 82 and 85); in the accident regulations, the petition rules and the litigation law it means calendar days. The
/// review law before 2024 says so of 5 and 7 days only (its art 40).
extension TimeLimit {
    /// Every named limit.
    package static let all: [TimeLimit] =
        disclosureLimits + remedyLimits + supervisionLimits + displayLimits + publicServiceLimits

    private static let disclosureLimits: [TimeLimit] = [
        row("reg2007.proactive", "18", "主动公开", "publish of its own accord", .workingDays(20)),
        row("reg2007.reply", "24", "答复政府信息公开申请", "reply to the request", .workingDays(15), upTo: 15),
        row("reg2007.annualReport", "31", "公布年度报告", "publish the annual report", .periodic(dueMonth: 3, day: 31)),
        row("reg2019.proactive", "26", "主动公开", "publish of its own accord", .workingDays(20)),
        row("reg2019.clarify", "30", "告知补正", "ask for clarification", .workingDays(7)),
        row("reg2019.thirdParty", "32", "第三方答复征求意见", "third party's answer", .workingDays(15)),
        row("reg2019.reply", "33", "答复政府信息公开申请", "reply to the request", .workingDays(20), upTo: 20),
        row("reg2019.coMaker", "34", "共同制作机关答复征求意见", "co-maker's answer", .workingDays(15)),
        row("reg2019.annualReport", "49", "公布年度报告", "publish the annual report", .periodic(dueMonth: 1, day: 31)),
        row(
            "reg2019.governmentReport",
            "49",
            "县级以上政府公布年度报告",
            "publish the government's annual report",
            .periodic(dueMonth: 3, day: 31)
        ),
        row("fee2021.pay", "", "缴纳信息处理费", "pay the information-processing fee", .workingDays(20)),
    ].compactMap(\.self)

    private static let remedyLimits: [TimeLimit] = [
        row("review1999.apply", "9", "申请行政复议", "apply for review", .calendarDays(60)),
        row("review1999.accept", "17", "审查复议申请", "examine the application", .workingDays(5)),
        row("review1999.answer", "23", "被申请人书面答复", "respondent's answer", .calendarDays(10)),
        row("review1999.decide", "31", "作出复议决定", "decide the review", .calendarDays(60), upTo: 30),
        row("review2024.apply", "20", "申请行政复议", "apply for review", .calendarDays(60)),
        row("review2024.accept", "30", "审查复议申请", "examine the application", .workingDays(5)),
        row("review2024.answer", "48", "被申请人书面答复", "respondent's answer", .workingDays(10)),
        row("review2024.answerSummary", "54", "简易程序被申请人书面答复", "respondent's answer, summary", .workingDays(5)),
        row("review2024.decide", "62", "作出复议决定", "decide the review", .calendarDays(60), upTo: 30),
        row("review2024.decideSummary", "62.2", "简易程序作出复议决定", "decide, summary", .calendarDays(30)),
        row("litigation1990.sueAfterReview", "38", "不服复议决定起诉", "sue after review", .calendarDays(15)),
        row("litigation1990.sue", "39", "直接起诉", "sue directly", .months(3)),
        row("litigation2015.sueAfterReview", "45", "不服复议决定起诉", "sue after review", .calendarDays(15)),
        row("litigation2015.sue", "46", "直接起诉", "sue directly", .months(6)),
    ].compactMap(\.self)

    private static let supervisionLimits: [TimeLimit] = [
        row("safety2021.penalty", "78.2", "公示行政处罚决定", "publish the penalty", .workingDays(7)),
        row("safety2021.evaluation", "86.3", "评估整改落实情况并公开", "evaluate and publish", .months(12)),
        row("enforcement2018.penalty", "", "公示行政处罚决定", "publish the penalty", .workingDays(7)),
        row("enforcement2018.licence", "", "公示行政许可决定", "publish the licence", .workingDays(7)),
        row("enforcement2018.other", "", "公示其他执法决定", "publish the decision", .workingDays(20)),
        row("penalty2021.withdraw", "48", "撤回已公开的处罚决定并说明理由", "take down and give reasons", .workingDays(3)),
        row("licence2004.accept", "32", "告知受理或者补正", "accept or ask for more", .workingDays(5)),
        row("licence2004.decide", "42", "作出许可决定", "decide on the licence", .workingDays(20), upTo: 10),
        row("licence2004.deliver", "44", "颁发、送达许可证件", "deliver the licence", .workingDays(10)),
        row("accident2007.report", "9", "单位负责人报告事故", "report the accident", .hours(1)),
        row("accident2007.reportUp", "11", "逐级上报事故", "report to the next level", .hours(2)),
        row("accident2007.supplement", "13.2", "补报伤亡变化", "report later casualties", .calendarDays(30)),
        row(
            "accident2007.supplementTrafficOrFire",
            "13.2",
            "补报道路交通、火灾事故伤亡变化",
            "report later casualties of traffic and fire",
            .calendarDays(7)
        ),
        row(
            "accident2007.investigate",
            "29",
            "提交事故调查报告",
            "submit the investigation report",
            .calendarDays(60),
            upTo: 60
        ),
        row("accident2007.approve", "32", "批复事故调查报告", "approve the report", .calendarDays(15)),
        row(
            "accident2007.approveGravest",
            "32",
            "批复特别重大事故调查报告",
            "approve the report, gravest grade",
            .calendarDays(30),
            upTo: 30
        ),
        row("hazard2008.quarterly", "14", "报送季度隐患统计", "file hazard statistics", .quarterly(day: 15)),
        row(
            "hazard2008.yearly",
            "14",
            "报送年度隐患统计",
            "file hazard statistics",
            .periodic(dueMonth: 1, day: 31)
        ),
        row("bl2017.listing", "", "列入黑名单期满", "end of the listing", .months(12)),
        row("bl2023.listing", "", "列入严重失信名单期满", "end of the listing", .months(36)),
        row("bl2023.earliestRemoval", "", "可申请提前移出", "early removal may be asked", .months(12)),
        row("draw2019.result", "", "公开抽查结果", "publish the result of the inspection", .workingDays(20)),
    ].compactMap(\.self)

    /// How long a penalty is shown in credit systems (公示期): from the shortest on, repair may be asked for (信用修复).
    private static let displayLimits: [TimeLimit] = [
        row("repair2019.general", "", "一般失信处罚最短公示", "shortest display, general", .months(3)),
        row("repair2019.generalEnd", "", "一般失信处罚公示期满", "end of the display, general", .months(12)),
        row("repair2019.serious", "", "严重失信处罚最短公示", "shortest display, serious", .months(6)),
        row("repair2019.seriousEnd", "", "严重失信处罚公示期满", "end of the display, serious", .months(36)),
        row("repair2023.general", "", "行政处罚最短公示", "shortest display", .months(3)),
        row("repair2023.safety", "", "安全生产等领域处罚最短公示", "shortest display, safety", .months(12)),
        row("repair2023.end", "", "行政处罚公示期满", "end of the display", .months(36)),
        row("repair2026.minorEnd", "", "轻微失信公示期满", "end of the display, minor", .months(3)),
        row("repair2026.general", "", "一般失信最短公示", "shortest display, general", .months(3)),
        row("repair2026.generalEnd", "", "一般失信公示期满", "end of the display, general", .months(12)),
        row("repair2026.serious", "", "严重失信最短公示", "shortest display, serious", .months(12)),
        row("repair2026.seriousEnd", "", "严重失信公示期满", "end of the display, serious", .months(36)),
    ].compactMap(\.self)

    private static let publicServiceLimits: [TimeLimit] = [
        row("petition2005.register", "21", "登记并处理信访事项", "register and pass on", .calendarDays(15)),
        row("petition2005.accept", "22", "告知是否受理", "tell whether accepted", .calendarDays(15)),
        row("petition2005.finish", "33", "办结信访事项", "finish the petition", .calendarDays(60), upTo: 30),
        row("petition2005.askReview", "34", "请求复查", "ask for review", .calendarDays(30)),
        row("petition2005.review", "34", "提出复查意见", "decide the review", .calendarDays(30)),
        row("petition2005.askFinalReview", "35", "请求复核", "ask for final review", .calendarDays(30)),
        row("petition2005.finalReview", "35", "提出复核意见", "decide the final review", .calendarDays(30)),
        row("petition2022.register", "22", "登记并处理信访事项", "register and pass on", .calendarDays(15)),
        row("petition2022.accept", "23", "告知是否受理", "tell whether accepted", .calendarDays(15)),
        row("petition2022.object", "23", "对转送提出异议", "object to a wrong referral", .workingDays(5)),
        row("petition2022.finish", "34", "办结信访事项", "finish the petition", .calendarDays(60), upTo: 30),
        row("petition2022.askReview", "35", "请求复查", "ask for review", .calendarDays(30)),
        row("petition2022.review", "35", "提出复查意见", "decide the review", .calendarDays(30)),
        row("petition2022.askFinalReview", "36", "请求复核", "ask for final review", .calendarDays(30)),
        row("petition2022.finalReview", "36", "提出复核意见", "decide the final review", .calendarDays(30)),
        row("simplePetition2016.accept", "", "简易办理告知受理", "tell whether accepted, simple", .workingDays(3)),
        row("simplePetition2016.finish", "", "简易办理答复", "finish the petition, simple", .workingDays(10)),
        row("hotline.urgent", "", "办结紧急工单", "finish an urgent order", .sameDay),
        row("hotline.inquiry", "", "办结咨询、求助工单", "finish an inquiry or call for help", .workingDays(3), upTo: 3),
        row("hotline.order", "", "办结建议、投诉、举报工单", "finish a complaint or report", .workingDays(13), upTo: 13),
        row("website2017.message", "", "答复网民留言", "answer the message", .workingDays(7)),
        row("website2017.complexMessage", "", "答复复杂留言", "answer a complex message", .workingDays(15)),
        row("website2017.siteError", "", "回复网站找错留言", "answer a report of an error on the site", .workingDays(3)),
        row("openness2016.interpretation", "", "发布政策解读", "publish the interpretation", .workingDays(3)),
        row("openness2016.firstInformation", "", "发布权威信息", "publish authoritative information", .hours(5)),
        row("openness2016.pressConference", "", "举行新闻发布会", "hold a press conference", .hours(24)),
        row("openness2016.opinion", "", "回应政务舆情", "respond to public opinion", .hours(48)),
    ].compactMap(\.self)

    /// The law and version come from the rule set before the point of the key.
    private static func row(
        _ key: String,
        _ article: String,
        _ zh: String,
        _ en: String,
        _ length: Length,
        upTo longestExtension: Int? = nil
    ) -> TimeLimit? {
        guard let set = key.split(separator: ".").first.flatMap({ RuleSet.named(String($0)) }) else { return nil }
        return TimeLimit(
            key: key,
            rule: RuleReference(law: set.law, article: article, version: set.key),
            duty: Words(zh: zh, en: en),
            length: length,
            longestExtension: longestExtension
        )
    }
}
