/// What the printed report of the Dongguan bureau for 2016 says in figures.
extension PrintedFigure {
    static let dongguan: [PrintedFigure] = [
        PrintedFigure("dongguan-01", .proactive, "政府信息发布总数", "813", unit: "条", printed: "共发布政府信息813条"),
        PrintedFigure("dongguan-02", .channel, "市政府信息公开门户网站", "378", unit: "条", printed: "在市政府信息公开门户网站公开政府信息数378条"),
        PrintedFigure("dongguan-03", .channel, "本单位网站", "813", unit: "条", printed: "在本单位网站公开政府信息813条"),
        PrintedFigure("dongguan-04", .channel, "微博", "3466", unit: "条", printed: "发送各类微博3466条"),
        PrintedFigure("dongguan-05", .channel, "微博粉丝", scope: .yearEnd, "10143", unit: "人", printed: "粉丝数为10143个"),
        PrintedFigure("dongguan-06", .channel, "微信", "82", unit: "条", printed: "公发布微信82条"),
        PrintedFigure("dongguan-07", .channel, "微信关注", scope: .yearEnd, "505", unit: "人", printed: "关注人数505人"),
        PrintedFigure("dongguan-08", .participation, "新闻发布会", "0", unit: "场", printed: "未召开新闻发布会"),
        PrintedFigure("dongguan-09", .participation, "听证会", "14", unit: "场", printed: "召开各类听证会14场"),
        PrintedFigure("dongguan-10", .participation, "政务论坛", "2", unit: "场", printed: "召开各种政务论坛2场"),
        PrintedFigure("dongguan-11", .requests, "收到依申请公开", "4", unit: "宗", printed: "收到依申请公开信息4宗"),
        PrintedFigure("dongguan-12", .requests, "按要求答复", "4", unit: "宗", printed: "全部按要求答复"),
        PrintedFigure("dongguan-13", .fees, "信息公开收费", "0", unit: "元", printed: "未收取任何费用"),
        PrintedFigure("dongguan-14", .remedies, "行政复议", "0", unit: "件", printed: "没有因信息公开而被提起行政复议"),
        PrintedFigure("dongguan-15", .remedies, "行政诉讼", "0", unit: "件", printed: "没有因信息公开而被提起…行政诉讼"),
        PrintedFigure("dongguan-16", .site, "一级栏目", scope: .yearEnd, "5", unit: "个", printed: "一级栏目5个"),
        PrintedFigure("dongguan-17", .site, "二级栏目", scope: .yearEnd, "17", unit: "个", printed: "二级栏目17个"),
        PrintedFigure("dongguan-18", .site, "三级栏目", scope: .yearEnd, "34", unit: "个", printed: "三级栏34个"),
        PrintedFigure(
            "dongguan-19",
            .registry,
            "商事登记主体",
            scope: .yearEnd,
            relation: .above,
            "1700000",
            unit: "户",
            printed: "170多万商事登记主体"
        ),
        PrintedFigure(
            "dongguan-20",
            .registry,
            "生产经营单位",
            scope: .yearEnd,
            relation: .above,
            "700000",
            unit: "家",
            printed: "70多万家生产经营单位"
        ),
        PrintedFigure(
            "dongguan-21",
            .registry,
            "重点生产经营企业",
            scope: .yearEnd,
            relation: .above,
            "200000",
            unit: "家",
            printed: "20多万重点生产经营企业"
        ),
        PrintedFigure("dongguan-22", .channel, "微信公众号全国影响力排名", relation: .atMost, "3", unit: "名", printed: "长期获得前三名"),
    ]
}
