/// News, notices, publicity, training and services: what most people read.
extension DutyTexts {
    static let everyday: [String: DutyTexts] = [
        "NEWS": DutyTexts(
            titles: [
                "{short}召开{month}月份安全生产工作例会（{n}）", "{short}到{town}调研{topic}工作", "{town}组织开展{topic}整治",
                "{town}举行{topic}应急演练",
                "{short}与{town}联合检查{trade}企业", "{activity}启动仪式在{town}举行", "{town}推进{topic}网格化管理",
                "{short}约谈{3-9}家{trade}企业负责人",
                "{short}组织{audience}学习{topic}知识", "{town}完成{trade}企业{topic}摸底", "{short}部署{topic}和{other-topic}工作",
                "{town}召开{trade}行业安全会议",
            ],
            openings: [
                "{date}，{short}有关人员到{town}开展工作。", "{month}月{day}日，{town}组织辖区企业开展{topic}活动。",
                "近日，{short}对{topic}工作作出部署。",
                "为做好{topic}工作，{short}联合{town}开展了集中行动。",
            ],
            sentences: [
                "活动共有{20-160}名{audience}参加。", "现场排查{trade}企业{3-40}家，督促整改问题{5-60}处。",
                "检查发现的主要问题是{hazard}，已要求企业{measure}。",
                "{town}将建立台账，逐项销号。", "会议要求把{topic}与{other-topic}一并部署、一并检查。", "参加人员表示将把要求落实到班组。",
                "下一步，{short}将组织回头看，巩固成果。", "工作人员还发放资料{50-400}份，解答群众咨询{10-60}人次。",
            ]
        ),
        "NOTICE": DutyTexts(
            titles: [
                "关于开展{topic}自查的通知（{n}）", "关于{year}年第{n}期{audience}培训报名的通知", "关于{activity}期间工作安排的公告",
                "关于公示{topic}示范企业的通知（{n}）",
            ],
            openings: ["各有关单位：现就{topic}有关事项通知如下。", "为做好{topic}工作，现将有关事项公告如下。"],
            sentences: [
                "请各企业于{month}月底前完成自查并建立台账。", "自查情况报{town}安监站汇总。", "逾期未报的将列入重点检查名单。", "具体要求见附件，可以到政务服务窗口领取。",
                "参加人员请提前{1-3}天确认。",
            ]
        ),
        "PUBLICITY": DutyTexts(
            titles: [
                "安全提示：{topic}要注意这{3-9}点（{year}年第{n}期）", "{topic}安全知识（第{n}期）", "一起学安全：{topic}（{n}）",
                "{activity}：{topic}你问我答（第{n}期）",
                "每日一课：{topic}与{other-topic}（{n}）", "家庭和企业都该知道的{topic}常识（{n}）", "安全小贴士第{n}期：{weather}天气下的{topic}",
            ],
            openings: [
                "第{n}期说说{topic}，它与每个人的安全有关。", "第{n}期提醒：遇到{weather}天气，{topic}更不能大意。",
                "很多{category}事故，起因只是一个小疏忽，这是第{n}期的话题。",
            ],
            sentences: [
                "作业前先辨识风险，确认通风、断电、监护到位。", "发现{hazard}，请立即停止作业并报告。", "每{1-4}周检查一次设备的防护装置。",
                "不懂的设备不要动，不会的操作先学习。", "企业应{measure}。", "遇到险情先撤人，不盲目施救。", "{trade}岗位的员工尤其要戴好防护用品。",
                "保持疏散通道畅通，熟悉{2-3}条逃生路线。",
            ]
        ),
        "TRAINING": DutyTexts(
            titles: [
                "{short}举办{audience}{topic}培训班（第{n}期）", "{topic}宣讲走进{town}（第{n}场）", "{audience}安全生产考核安排（第{n}期）",
                "{activity}宣传培训进企业（第{n}场）",
            ],
            openings: ["{date}，{short}在{town}举办{topic}培训。", "{topic}宣讲活动于{month}月{day}日在{town}举行。"],
            sentences: [
                "授课内容包括法律责任、{topic}和事故案例。", "培训采取讲解与现场演示相结合的方式。", "培训结束后组织了考核，合格率{90-99}%。",
                "现场发放资料并解答{audience}的提问。",
            ]
        ),
        "GUIDE": DutyTexts(
            titles: ["办事指南：{service}（{n}）"],
            openings: ["申请人可以到政务服务窗口或者在网上办理本事项。"],
            sentences: ["材料齐全的当场受理。", "办结后可以选择邮寄送达。", "不收取任何费用。"]
        ),
        "FORUM": DutyTexts(
            titles: ["{year}年安全生产论坛（第{n}场）：{topic}", "在线访谈：{topic}怎么管（第{n}期）"],
            openings: ["{date}，{short}围绕{topic}举办交流活动。"],
            sentences: ["{3-8}名专家和企业代表发言。", "与会人员就{topic}和{other-topic}交流了做法。", "{short}现场回答了{5-15}个提问。"]
        ),
        "TIPOFF": DutyTexts(
            titles: ["安全生产违法行为举报方式公告"],
            openings: ["任何单位和个人都可以举报事故隐患和安全生产违法行为。"],
            sentences: ["举报经查实的，按规定给予奖励。", "{short}对举报人的身份严格保密。"]
        ),
    ]
}
