/// What is written into the text fields of the demonstration's items, by `DUTY.key` or by key alone.
enum FieldTexts {
    static func templates(_ duty: String, _ key: String) -> [String]? { texts["\(duty).\(key)"] ?? texts[key] }

    private static let texts: [String: [String]] = parties.merging(findings) { own, _ in own }
        .merging(accidents) { own, _ in own }
        .merging(office) { own, _ in own }
        .merging(cells) { own, _ in own }

    private static let parties: [String: [String]] = [
        "party": ["{party}"], "unit": ["{party}"], "object": ["{party}"], "supplier": ["{party}"],
        "credit-code": ["{code}"], "supplier-code": ["{code}"],
        "legal-representative": ["{person}"], "responsible": ["{person}"], "head": ["演示局长"], "leader": ["演示局长"],
        "in-charge": ["演示副局长"], "interpreter": ["演示科长"], "by": ["演示代表"],
        "authority": ["{bureau}"], "data-source": ["{bureau}"], "supervisor": ["{short}", "{town}安监站"],
        "approved-by": ["本级人民政府"], "issued-by": ["{short}"],
        "decision-name": ["行政许可决定书"], "LIC.decision-number": ["{word}许〔{year}〕{n}号"],
        "PEN.decision-number": ["{word}罚〔{year}〕{n}号"], "certificate": ["安全生产许可证", "经营许可证"],
        "certificate-number": ["演示证字〔{year}〕{10000-99999}号"],
        "LIC.content": ["准予在{town}从事所申请的{trade}生产经营活动，应按许可范围和安全条件开展。"],
        "PEN.content": ["处罚款人民币{fine}元。"],
        "violation": ["{violation}"], "facts": ["{date}前的检查中，{facts}。"],
        "grounds": ["《中华人民共和国安全生产法》{article}"],
        "GUIDE.grounds": ["《中华人民共和国安全生产法》及有关行政许可规定"],
    ]

    private static let findings: [String: [String]] = [
        "RANDOM.item": ["{topic}管理情况", "安全生产责任制落实情况", "{topic}和应急预案"],
        "inspectors": ["演示执法甲、演示执法乙", "演示执法丙、演示执法丁"],
        "problems": ["{hazard}。", "未见{topic}培训记录。"],
        "follow-up": ["责令限期整改，{month}月底前复查。", "已当场整改。"],
        "correction": ["{7-30}日内完成整改并报告"],
        "hazard": ["{hazard}"], "description": ["{town}厂区内{hazard}，系日常管理缺失造成。"],
        "danger": ["可能导致{category}，整改需停产{3-20}日。"], "measures": ["{measure}，由专人负责，每日记录进展。"],
        "matters": ["防止{category}和{topic}事故。"], "area": ["{town}、{other-town}"],
        "ACCLISTED.matters": ["查明原因、认定责任、提出处理意见。"],
        "HEARING.matter": ["{party}涉嫌{violation}一案的事实、证据和处罚建议。"],
        "participants": ["当事人、案件调查人员、群众旁听代表，旁听名额公开报名产生。"],
        "HEARING.result": ["听证笔录和报告作为处罚决定的依据之一。"],
        "place": ["{town}"], "HEARING.place": ["{short}会议室"], "TRAINING.place": ["{town}文化活动中心"],
        "GUIDE.place": ["政务服务大厅演示窗口"],
    ]

    private static let accidents: [String: [String]] = [
        "course": ["{accident-date}，作业人员在{topic}作业中违反操作规程，发生{category}，现场人员立即施救并报告。"],
        "cause": ["初步判断为违章作业和现场监护缺失。"], "direct-cause": ["{hazard}，作业人员未采取防护措施。"],
        "indirect-cause": ["{party}安全教育流于形式，隐患排查不到位。"],
        "prevention": ["企业应{measure}；属地应加强{topic}检查。"],
        "lesson": ["{topic}必须先审批、后作业，现场有人监护。"], "accident-name": ["{party}“{accident}”{category}事故"],
        "analysis": ["{category}事故比重较高，多因违章作业。"],
    ]

    private static let office: [String: [String]] = [
        "subject": ["{topic}"], "PROPOSAL.subject": ["关于加强{topic}的建议"], "record": ["与会人员围绕{topic}进行了交流。"],
        "item": ["{topic}服务"], "GUIDE.item": ["{service}"],
        "conditions": ["具备法律规定的安全条件，人员经考核合格，制度健全。"],
        "procedure": ["申请—受理—审查—现场核查—决定—送达。"], "hours": ["工作日 9:00–12:00，14:00–17:00"],
        "phone": ["000-00000000"], "fax": ["000-00000001"], "fee": ["不收费"], "complaints": ["000-00000002"],
        "address": ["演示路1号"], "online": ["公开信箱 open@example.invalid"], "office": ["{short}办公室"],
        "classes": ["信息按机构职能、政策文件、行政执法、事故信息等分类，以索引号编排。"],
        "ways": ["通过网站、查阅点和政务服务大厅获取。"], "on-request": ["可以当面、信函、传真或者网上提出申请。"],
        "remedies": ["认为信息公开工作侵犯合法权益的，可以依法申请复议或者提起诉讼。"],
        "BUDGET.explanation": ["预算按照定员定额和项目需要编制。"], "ACCOUNTS.explanation": ["决算数与预算数的差异主要是项目进度所致。"],
        "project": ["{topic}服务项目"], "TIPOFF.procedure": ["登记、核查、处理、答复，对举报人信息保密。"], "reward": ["查实的按规定奖励。"],
        "document-title": ["关于加强{topic}工作的文件"], "background": ["因工作需要起草。"],
    ]

    private static let cells: [String: [String]] = [
        "materials.name": ["申请书", "安全管理制度目录", "人员考核合格证明"], "materials.form": ["原件1份", "复印件1份"],
        "scope.industry": ["{trade}", "化工", "仓储"], "members.name": ["演示甲", "演示乙", "演示丙"],
        "members.post": ["办公室主任", "科长", "联络员"], "members.role": ["统筹", "审核", "发布"],
        "tasks.task": ["更新主动公开目录", "公开行政处罚信息", "开展政策解读"], "tasks.section": ["办公室", "执法监察大队", "政策法规科"],
        "tasks.result": ["已按时完成"], "figures.field": ["工矿商贸", "其中：制造业", "其中：仓储业"],
        "persons.name": ["演示甲", "演示乙"], "persons.measure": ["建议给予行政处罚", "建议由企业内部处理"],
        "persons.post": ["主要负责人", "车间主任"],
        "units.name": ["{party}"], "units.code": ["{code}"], "units.measure": ["建议给予罚款的行政处罚"],
        "victims.name": ["演示工人"], "victims.unit": ["{party}"],
    ]
}
