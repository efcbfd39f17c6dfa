/// What sets each named limit off, as its law says it; day 0 is the day of that event.
extension TimeLimit {
    /// The event from which the limit counts, such as «收到申请».
    package var event: Words {
        let step = key.split(separator: ".").last.map(String.init) ?? ""
        return Self.events[key] ?? Self.events[step] ?? Words(zh: "起算事由发生", en: "the event of the rule")
    }

    /// By whole key, or by step where all rule sets of the step count from the same event.
    private static let events: [String: Words] = [
        "proactive": Words(zh: "信息形成或者变更", en: "information formed or changed"),
        "reply": Words(zh: "收到申请", en: "request received"),
        "clarify": Words(zh: "收到申请", en: "request received"),
        "thirdParty": Words(zh: "第三方收到征求意见书", en: "third party received the letter of consultation"),
        "coMaker": Words(zh: "共同制作机关收到征求意见书", en: "co-maker received the letter of consultation"),
        "pay": Words(zh: "收到收费通知", en: "fee notice received"),
        "annualReport": Words(zh: "报告年度结束", en: "the reported year ended"),
        "governmentReport": Words(zh: "报告年度结束", en: "the reported year ended"),
        "review1999.apply": Words(zh: "知道该行政行为", en: "the act became known"),
        "review2024.apply": Words(zh: "知道或者应当知道该行政行为", en: "the act became known"),
        "review1999.accept": Words(zh: "收到复议申请", en: "application for review received"),
        "review2024.accept": Words(zh: "收到复议申请", en: "application for review received"),
        "review1999.answer": Words(zh: "被申请人收到复议申请书副本", en: "respondent received the application"),
        "review2024.answer": Words(zh: "被申请人收到复议申请书副本", en: "respondent received the application"),
        "answerSummary": Words(zh: "被申请人收到复议申请书副本", en: "respondent received the application"),
        "review1999.decide": Words(zh: "受理复议申请", en: "application for review accepted"),
        "review2024.decide": Words(zh: "受理复议申请", en: "application for review accepted"),
        "decideSummary": Words(zh: "受理复议申请", en: "application for review accepted"),
        "sueAfterReview": Words(zh: "收到复议决定书", en: "review decision received"),
        "sue": Words(zh: "知道或者应当知道该行政行为", en: "the act became known"),
        "penalty": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "licence": Words(zh: "作出行政许可决定", en: "licence decided"),
        "other": Words(zh: "作出执法决定", en: "decision made"),
        "withdraw": Words(
            zh: "处罚决定被变更、撤销、确认违法或者无效",
            en: "penalty changed, revoked, or held illegal or void"
        ),
        "register": Words(zh: "收到信访事项", en: "petition received"),
        "petition2005.accept": Words(zh: "收到信访事项", en: "petition received"),
        "petition2022.accept": Words(zh: "收到信访事项", en: "petition received"),
        "simplePetition2016.accept": Words(zh: "收到信访事项", en: "petition received"),
        "object": Words(zh: "收到转送、交办的信访事项", en: "referred petition received"),
        "finish": Words(zh: "受理信访事项", en: "petition accepted"),
        "simplePetition2016.finish": Words(zh: "受理信访事项", en: "petition accepted"),
        "askReview": Words(zh: "收到书面处理意见", en: "written answer received"),
        "review": Words(zh: "收到复查请求", en: "request for review received"),
        "askFinalReview": Words(zh: "收到书面复查意见", en: "written review received"),
        "finalReview": Words(zh: "收到复核请求", en: "request for final review received"),
        "urgent": Words(zh: "收到热线工单", en: "hotline order received"),
        "inquiry": Words(zh: "收到热线工单", en: "hotline order received"),
        "order": Words(zh: "收到热线工单", en: "hotline order received"),
        "message": Words(zh: "收到留言", en: "message received"),
        "complexMessage": Words(zh: "收到留言", en: "message received"),
        "siteError": Words(zh: "收到找错留言", en: "report of the error received"),
        "general": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "generalEnd": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "serious": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "seriousEnd": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "safety": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "end": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "minorEnd": Words(zh: "作出行政处罚决定", en: "penalty decided"),
        "interpretation": Words(zh: "公开政策文件", en: "policy document published"),
        "accident2007.report": Words(zh: "接到事故报告", en: "accident reported"),
        "reportUp": Words(zh: "接到事故报告", en: "accident reported"),
        "supplement": Words(zh: "事故发生", en: "accident happened"),
        "supplementTrafficOrFire": Words(zh: "事故发生", en: "accident happened"),
        "investigate": Words(zh: "事故发生", en: "accident happened"),
        "approve": Words(zh: "收到事故调查报告", en: "investigation report received"),
        "approveGravest": Words(zh: "收到事故调查报告", en: "investigation report received"),
        "evaluation": Words(zh: "批复事故调查报告", en: "investigation report approved"),
    ]
}
