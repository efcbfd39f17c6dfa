/// What the printed report of the Nanhai bureau for 2018 says in figures.
extension PrintedFigure {
    static let nanhai: [PrintedFigure] = [
        PrintedFigure("nanhai-01", .proactive, "政务信息发布总数", "1579", unit: "条", printed: "2018 年…共发布政务信息 1579 条"),
        PrintedFigure("nanhai-02", .channel, "南海一点通 (portal)", "202", unit: "条", printed: "通过“南海一点通”发布政务信息 202 条"),
        PrintedFigure("nanhai-03", .channel, "政务微信", "928", unit: "条", printed: "官方政务微信信息 928 条"),
        PrintedFigure("nanhai-04", .channel, "微博", "449", unit: "条", printed: "微博信息 449 条"),
        PrintedFigure("nanhai-05", .fees, "信息公开收费", "0", unit: "元", printed: "政务信息公开实现完全免费"),
        PrintedFigure("nanhai-06", .complaints, "信访投诉受理", "117", unit: "件", printed: "共受理各类群众信访、投诉事项 117 件"),
        PrintedFigure("nanhai-07", .complaints, "信访投诉办结", "117", unit: "件", printed: "办结投诉案件 117 件"),
        PrintedFigure("nanhai-08", .complaints, "办结率", "100", unit: "%", printed: "办结率 100%"),
        PrintedFigure("nanhai-09", .complaints, "按时限结案率", "100", unit: "%", printed: "按时限结案率 100%"),
        PrintedFigure("nanhai-10", .requests, "受理依申请公开", "1", unit: "宗", printed: "受理群众依申请公开信息 1 宗"),
        PrintedFigure("nanhai-11", .requests, "回复率", "100", unit: "%", printed: "回复率 100%"),
        PrintedFigure("nanhai-12", .supervision, "事故调查报告", "8", unit: "份", on: "南海一点通", printed: "在“南海一点通”发布事故调查报告8份"),
        PrintedFigure("nanhai-13", .supervision, "信用信息双公示", "217", unit: "条", on: "南海一点通", printed: "发布信用信息双公示217条"),
    ]
}
