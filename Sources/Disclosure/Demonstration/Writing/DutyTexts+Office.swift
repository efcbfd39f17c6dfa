/// What the offices of a bureau publish about rules, plans, money and people.
extension DutyTexts {
    static let office: [String: DutyTexts] = [
        "POLICY": DutyTexts(
            titles: ["关于加强{topic}管理的若干措施", "{short}关于推进{topic}工作的意见", "{topic}专项整治工作方案（{year}）"],
            openings: ["为加强{topic}管理，结合本地实际，制定本文件。"],
            sentences: [
                "文件自印发之日起施行，有效期{2-5}年。", "各镇街应明确分管领导和专职人员。", "企业是{topic}的责任主体，主要负责人全面负责。",
                "对工作突出的单位给予通报表扬。",
            ]
        ),
        "FORWARD": DutyTexts(
            titles: ["转发{organ}关于{topic}专项行动的通知", "转发{organ}关于做好{topic}工作的通知", "关于转发{organ}{topic}有关文件的通知（{n}）"],
            openings: ["现将{organ}关于{topic}的文件转发给你们，请认真贯彻执行。"],
            sentences: [
                "各单位要结合{town}等地实际抓好落实。", "请于{month}月底前报送工作情况。", "重点做好{trade}企业的{topic}检查。",
                "执行中的问题请及时向{short}反映。",
            ]
        ),
        "INTERP": DutyTexts(
            titles: ["解读：{topic}有关规定（第{n}期）", "一图读懂{topic}新要求（{n}）", "关于{topic}政策的问答（第{n}期）"],
            openings: ["上级印发了关于{topic}的文件，现就企业关心的问题作出解读。"],
            sentences: [
                "文件进一步明确了主要负责人的职责。", "与以往相比，新增了{2-5}项要求。", "小微企业可以委托服务机构完成有关工作，但责任不转移。",
                "违反规定的，依照安全生产法律处罚。", "有疑问的可以向{short}咨询。",
            ]
        ),
        "PLAN": DutyTexts(
            titles: ["{short}{year}年{topic}工作方案", "{year}年安全生产工作要点（{n}）", "{short}{year}年度{topic}工作计划"],
            openings: ["{year}年，{short}将围绕{topic}和{other-topic}开展工作。"],
            sentences: [
                "全年检查企业不少于{300-1200}家次。", "第{quarter}季度完成重点企业建档。", "各科室按月报送进度，由办公室督办。", "经费在年度预算中安排。",
            ]
        ),
        "SUMMARY": DutyTexts(
            titles: ["{short}{year}年工作总结（{n}）", "{short}{year}年{topic}工作情况"],
            openings: ["{year}年，{short}坚持预防为主，推进{topic}等重点工作。"],
            sentences: ["{topic}专项整治按计划完成。", "企业主要负责人和安全管理人员培训覆盖面进一步扩大。", "存在的不足是基层力量薄弱，{other-topic}基础数据还不全。"]
        ),
        "BUDGET": DutyTexts(
            titles: ["{short}{year}年度部门预算"],
            openings: ["{short}{year}年度部门预算经批复后公开。"],
            sentences: ["收入全部为财政拨款。", "“三公”经费预算比上年减少。", "机关运行经费按照定额标准安排。"]
        ),
        "ACCOUNTS": DutyTexts(
            titles: ["{short}{last-year}年度部门决算"],
            openings: ["{short}{last-year}年度部门决算经批复后公开。"],
            sentences: ["支出主要用于安全监管和应急救援。", "“三公”经费支出控制在预算之内。", "年末没有结转资金。"]
        ),
        "PROCURE": DutyTexts(
            titles: ["{short}{topic}服务采购公告", "关于采购{topic}宣传品的公告（{n}）"],
            openings: ["{short}拟采购{topic}相关服务，现予公告。"],
            sentences: ["采购预算{8-60}万元。", "供应商应于公告之日起{5-10}个工作日内报名。", "评审标准见采购文件。"]
        ),
        "PERSONNEL": DutyTexts(
            titles: ["关于演示人员任职的通知（{n}）", "{short}内部人事管理办法（{n}）", "{short}公开招聘辅助人员公告（{n}）"],
            openings: ["经研究，现将有关人事事项公布如下。"],
            sentences: ["任职时间自{date}起计算。", "试用期一年。", "有意见的可以向办公室反映。", "有关手续由人事岗位办理。"]
        ),
        "INTEGRITY": DutyTexts(
            titles: ["{short}{year}年党风廉政建设责任分工（{n}）", "{short}执法人员廉洁纪律规定（{n}）"],
            openings: ["为落实廉政建设责任，{short}明确了{year}年的分工。"],
            sentences: ["执法检查不得接受被检查单位的宴请和礼品。", "重大处罚案件由集体讨论决定。", "群众可以通过电话和信箱监督。"]
        ),
        "OPENRULES": DutyTexts(
            titles: ["{short}政府信息公开工作流程（{n}）", "{short}信息公开审查办法（{n}）", "{short}依申请公开办理规程（{n}）"],
            openings: ["为规范信息公开工作，{short}制定本制度。"],
            sentences: ["信息由起草科室提出公开意见，经审查、签发后发布。", "未经审查的信息一律不得发布。", "办公室每季度检查一次制度执行情况。"]
        ),
        "OPENGROUP": DutyTexts(
            titles: ["关于调整{short}政务公开工作领导小组的通知"],
            openings: ["因人员变动，对{short}政务公开工作领导小组作出调整。"],
            sentences: ["领导小组下设办公室，负责日常工作。", "各科室确定一名联络员。", "原通知同时停止执行。"]
        ),
        "OPENGUIDE": DutyTexts(
            titles: ["{short}政府信息公开指南（{year}年版）"],
            openings: ["为方便公众获取政府信息，{short}编制本指南。"],
            sentences: ["指南每年更新一次，公众可以在网站和查阅点查阅。", "申请公开政府信息不收取费用。"]
        ),
        "TASKS": DutyTexts(
            titles: ["{short}{year}年政务公开工作任务分解表"],
            openings: ["按照上级部署，{short}对{year}年政务公开工作任务进行了分解。"],
            sentences: ["每项任务明确责任科室和完成时限。", "落实情况每季度通报一次。"]
        ),
    ]
}
