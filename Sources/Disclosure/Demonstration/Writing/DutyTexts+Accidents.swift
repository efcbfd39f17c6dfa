/// Accidents, warnings and what is to be learned from them.
extension DutyTexts {
    static let accidents: [String: DutyTexts] = [
        "ACCREP": DutyTexts(
            titles: ["{party}“{accident}”一般{category}事故调查报告"],
            openings: ["{accident-date}，位于{town}的{party}发生一起{category}事故，造成一人死亡。"],
            sentences: [
                "经本级人民政府批准，成立了由相关部门组成的事故调查组。", "调查组通过现场勘验、查阅资料和询问{6-15}名有关人员，查明了事故经过和原因。",
                "事故直接经济损失{loss}万元。", "经调查认定，这是一起一般生产安全责任事故。", "报告对责任单位和责任人员提出了处理建议。",
            ]
        ),
        "ACCIDENT": DutyTexts(
            titles: ["{town}“{accident}”{category}事故快报", "关于{party}“{accident}”{category}事故的通报"],
            openings: ["{accident-date}，{town}一家{trade}企业发生{category}事故，造成一人死亡。"],
            sentences: [
                "接报后，{short}立即派员赶赴现场，协助开展处置。", "事故原因正在调查。", "请各企业吸取教训，立即开展{topic}自查。",
                "现场已采取停产措施，伤亡人员家属得到妥善安置。",
            ]
        ),
        "ACCWARN": DutyTexts(
            titles: [
                "事故警示：{category}事故为何一再发生（{year}年第{n}期）", "以案为鉴：一起{trade}企业{category}事故的教训（{n}）",
                "{topic}事故警示教育材料（第{n}期）",
            ],
            openings: ["近期，外地一家{trade}企业发生{category}事故，教训深刻。", "一起{category}事故暴露出{topic}管理中的漏洞。"],
            sentences: [
                "事故的直接原因是{hazard}。", "现场人员未经培训即进入作业区，也没有人监护。", "各企业应{measure}。",
                "班前会要讲清当天作业的风险和防范措施。", "发现险情要先停机、先撤人，再处理。",
            ]
        ),
        "ACCLISTED": DutyTexts(
            titles: ["关于对{party}“{accident}”{category}事故查处挂牌督办的通知"],
            openings: ["为做好{party}“{accident}”{category}事故的查处工作，决定对该事故查处实行挂牌督办。"],
            sentences: ["事故调查应在规定期限内完成，调查报告报督办单位审核。", "督办期间按月报送进展。", "办结后向社会公布处理结果。"]
        ),
        "ACCSTATS": DutyTexts(
            titles: ["{year}年第{quarter}季度生产安全事故统计分析", "{short}{year}年第{n}期事故统计分析"],
            openings: ["本期统计范围为工矿商贸企业发生的生产安全事故。"],
            sentences: [
                "机械伤害和高处坠落占事故起数的{40-65}%。", "事故多发生在小微企业的检修和装卸环节。", "下一季度重点关注{topic}和{other-topic}。",
                "事故起数与上年同期基本持平。",
            ]
        ),
        "RESPONSE": DutyTexts(
            titles: ["{town}{trade}企业险情处置情况", "关于{town}一起突发险情的处置进展（第{n}次）"],
            openings: ["{date}，{town}一家{trade}企业发生险情，{short}接报后启动应急响应。"],
            sentences: [
                "现场组织转移群众{12-80}人，没有人员伤亡。", "环境监测数据未见异常。", "处置工作于当日结束，后续处理正在进行。",
                "企业已停产，原因正在调查。",
            ]
        ),
        "WARN": DutyTexts(
            titles: [
                "{weather}天气安全生产风险提示（{year}年第{n}号）", "{month}月安全生产预警提示：{topic}（第{n}号）", "关于防范{weather}引发生产安全事故的提示（{n}）",
            ],
            openings: ["受{weather}影响，{town}、{other-town}一带企业作业风险上升。", "近期{topic}事故有多发势头，请有关企业加强防范。"],
            sentences: [
                "请危险化学品企业和重大危险源单位加强值守和巡查。", "室外高处、吊装作业应暂停，人员及时撤离。", "注意检查{topic}各环节，防止{category}。",
                "应急物资和车辆应处于备勤状态。", "发现险情立即报告属地。",
            ]
        ),
        "WARNPASS": DutyTexts(
            titles: ["转发{weather}预警信息（{year}年第{n}号）", "气象部门发布{weather}预警，请企业做好防范（{n}）"],
            openings: ["气象部门预计未来{12-72}小时将出现{weather}。"],
            sentences: ["请烟花爆竹、危险化学品企业检查库房和电气。", "临时工棚内人员应提前转移。", "工地起重设备应锚固。", "值班人员保持通信畅通。"]
        ),
        "EPLAN": DutyTexts(
            titles: ["{short}{topic}事故应急预案", "{bureau}生产安全事故应急预案（{n}）"],
            openings: ["为规范{topic}事故的应急处置，{short}修订了本预案。"],
            sentences: ["预案明确了组织指挥、预警、响应分级和处置程序。", "响应分为四级，由现场指挥部统一指挥。", "每{1-2}年至少组织一次演练并评估修订。"]
        ),
    ]
}
