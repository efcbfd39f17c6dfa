/// What the printed report of the Tongxiang bureau for 2018 says in figures.
extension PrintedFigure {
    static let tongxiang: [PrintedFigure] = [
        PrintedFigure("tongxiang-01", .channel, "市政府信息公开平台", "151", unit: "条", printed: "通过市政府信息公开平台发布信息151条"),
        PrintedFigure("tongxiang-02", .channel, "浙江政务服务网", "62", unit: "条", printed: "通过浙江政务服务网发布信息62条"),
        PrintedFigure("tongxiang-03", .channel, "微信公众号", "134", unit: "条", printed: "推送信息134条"),
        PrintedFigure("tongxiang-04", .complaints, "来信来电举报", "30", unit: "件", printed: "全年共接受市民来信来电举报30件"),
        PrintedFigure("tongxiang-05", .complaints, "规定时间内答复", "30", unit: "件", printed: "均已在规定时间内…答复处理"),
        PrintedFigure("tongxiang-06", .supervision, "事故调查处理信息", "3", unit: "件", on: "浙江政务服务网", printed: "公布事故调查处理信息3件"),
        PrintedFigure("tongxiang-07", .supervision, "事故调查报告", "4", unit: "个", on: "市政府信息公开平台", printed: "公开事故调查报告4个"),
        PrintedFigure("tongxiang-08", .supervision, "事故快报", "1", unit: "条", on: "市政府信息公开平台", printed: "事故快报信息1条"),
        PrintedFigure("tongxiang-09", .supervision, "较大以上及社会影响较大的生产安全事故", "0", unit: "起", printed: "全年未发生较大以上…事故"),
        PrintedFigure(
            "tongxiang-10",
            .supervision,
            "预警预防信息",
            relation: .above,
            "100",
            unit: "条",
            printed: "百余条 (more than 100)"
        ),
        PrintedFigure("tongxiang-11", .supervision, "行政处罚案件", "59", unit: "件", on: "浙江政务服务网", printed: "处罚案件59件"),
        PrintedFigure("tongxiang-12", .supervision, "微信曝光行政处罚案例", "50", unit: "起", on: "微信公众号", printed: "行政处罚案例50起"),
        PrintedFigure("tongxiang-13", .supervision, "省级隐患挂牌单位", "1", unit: "家", on: "市政府信息公开平台", printed: "1家省级"),
        PrintedFigure("tongxiang-14", .supervision, "嘉兴市级隐患挂牌单位", "1", unit: "家", on: "市政府信息公开平台", printed: "1家嘉兴市级"),
        PrintedFigure("tongxiang-15", .supervision, "桐乡市级隐患挂牌单位", "10", unit: "家", on: "市政府信息公开平台", printed: "10家桐乡市级"),
        PrintedFigure("tongxiang-16", .requests, "受理依申请公开", "1", unit: "件", printed: "受理回复…1件"),
        PrintedFigure("tongxiang-17", .requests, "回复依申请公开", "1", unit: "件", printed: "受理回复…1件"),
        PrintedFigure("tongxiang-18", .fees, "收费", "0", unit: "元", printed: "未发生…收费及减免"),
        PrintedFigure("tongxiang-19", .fees, "减免", "0", unit: "元", printed: "未发生…收费及减免"),
        PrintedFigure("tongxiang-20", .remedies, "行政复议", "0", unit: "件", printed: "没有…行政复议"),
        PrintedFigure("tongxiang-21", .remedies, "行政诉讼", "0", unit: "件", printed: "没有…行政诉讼"),
    ]
}
