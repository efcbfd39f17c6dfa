/// Licences, penalties and what inspections found.
extension DutyTexts {
    static let enforcement: [String: DutyTexts] = [
        "LIC": DutyTexts(
            titles: ["{party}安全生产行政许可信息公示", "{party}行政许可决定（{word}许〔{year}〕{n}号）", "关于{party}许可事项的公示"],
            openings: ["{party}于{date}前提交的申请，经审查作出决定。", "{short}依法对{party}提出的申请作出行政许可决定。"],
            sentences: [
                "申请材料齐全，符合法定形式，自受理之日起{3-12}个工作日内办结。", "现场核查中发现的{1-3}处问题已在决定前整改完毕。",
                "许可信息同时记入企业信用档案。", "公示期间对许可有异议的，可以书面向本局提出。",
            ]
        ),
        "PEN": DutyTexts(
            titles: ["{party}{violation}案行政处罚信息", "关于对{party}的行政处罚决定", "行政处罚公示：{party}（{word}罚〔{year}〕{n}号）"],
            openings: ["{date}，{short}对{party}作出行政处罚决定。", "{party}因{violation}被立案调查，现将处罚决定予以公开。"],
            sentences: [
                "经查，{facts}。", "上述行为违反了安全生产法律的规定，事实清楚，证据确凿。",
                "当事人在法定期限内未提出陈述、申辩意见。", "当事人已在规定期限内缴纳罚款，并对存在的问题进行了整改。",
                "执法人员将于三十日内对整改情况进行复查。",
            ]
        ),
        "RANDOM": DutyTexts(
            titles: ["“双随机”抽查结果公示：{party}", "{party}安全生产随机抽查情况", "{year}年第{n}次随机抽查检查结果（{party}）"],
            openings: ["按照{year}年度随机抽查计划，执法人员对{party}进行了检查。", "随机抽取的{2-3}名执法人员对随机抽取的{party}开展检查。"],
            sentences: [
                "检查内容为{topic}和安全生产责任制落实情况。", "现场查阅资料{4-20}份，检查作业场所{2-6}处。",
                "检查过程全程记录，结果当场告知被检查单位。", "检查结果已记入该单位的监管档案。",
            ]
        ),
        "INSPECT": DutyTexts(
            titles: [
                "{short}开展{topic}专项督查", "{town}{topic}安全检查情况", "{month}月份安全生产大检查进展（第{n}期）",
                "{short}突击检查{trade}企业{topic}情况",
            ],
            openings: [
                "{date}，{short}组成{2-5}个检查组，对{town}的{trade}企业开展{topic}检查。",
                "针对近期{topic}风险，{short}在{town}、{other-town}开展了专项督查。",
            ],
            sentences: [
                "共检查企业{6-48}家，发现隐患{8-90}处。", "检查发现的突出问题是{hazard}。", "对{1-4}家问题较多的企业责令限期整改，逐一建立台账。",
                "检查组要求企业{measure}。", "下一步将组织复查，对逾期不改的依法处罚。",
            ]
        ),
        "EXPOSE": DutyTexts(
            titles: ["安全隐患曝光：{party}{hazard}", "曝光台（{year}年第{n}期）：{party}", "{town}一家{trade}企业因{hazard}被曝光"],
            openings: ["{date}，{short}在暗查中发现{party}存在安全隐患，现予曝光。", "经核实，{party}存在{hazard}的问题。"],
            sentences: [
                "该隐患可能导致{category}事故。", "{short}已责令其{measure}。", "整改期限为{7-30}日，逾期未完成的将依法查处。",
                "请同类企业对照检查，举一反三。",
            ]
        ),
        "INSPLAN": DutyTexts(
            titles: ["{short}{year}年度安全生产监督检查计划"],
            openings: ["根据法律规定和本地实际，{short}编制了{year}年度监督检查计划。"],
            sentences: [
                "对重点检查单位实行年度全覆盖，对一般企业按“双随机”方式抽查。", "计划检查的行业包括{trade}等{5-9}个领域。",
                "检查结果自结束之日起二十个工作日内公开。",
            ]
        ),
        "HAZARD": DutyTexts(
            titles: ["重大安全隐患挂牌督办：{party}{hazard}", "{party}列为{year}年度隐患挂牌整治单位", "关于对{party}安全隐患实行挂牌督办的公告"],
            openings: ["经排查认定，{party}存在{hazard}的重大隐患，自{date}起挂牌督办。"],
            sentences: [
                "整改应做到责任、措施、资金、时限和预案落实。", "整改期间，该区域停止作业并设专人看护。",
                "督办单位每月至少到现场检查一次。", "整改完成后由企业申请验收，合格后摘牌销号。",
            ]
        ),
        "HEARING": DutyTexts(
            titles: ["关于{party}行政处罚案听证会的公告", "{short}就{party}案举行听证会", "听证会公告（{year}年第{n}号）"],
            openings: ["应当事人申请，{short}定于{date}就{party}涉嫌{violation}一案举行听证会。"],
            sentences: [
                "听证会公开举行，{4-12}名群众代表旁听。", "听证由非本案调查人员主持。",
                "调查人员出示了{3-9}份证据，当事人进行了陈述和申辩。", "听证笔录经双方核对后签字。",
            ]
        ),
    ]
}
