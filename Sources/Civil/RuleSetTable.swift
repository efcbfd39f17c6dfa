/// The rule sets that the platform knows, with the days on which each was in force.
extension RuleSet {
    /// Every rule set, the older of a family before the newer.
    package static let all: [RuleSet] = [
        row("reg2007", .disclosure, disclosure, "2008-05-01", "2019-05-14"),
        row("reg2019", .disclosure, disclosure, "2019-05-15"),
        row("stat2014", .annualReport, ("政府信息公开情况统计制度", "Disclosure statistics"), "2014-01-01", "2018-12-31"),
        row("nb2019", .annualReport, reportFormat, "2019-01-01", "2020-12-31"),
        row("nb2021", .annualReport, reportFormat, "2021-01-01"),
        row(
            "fee2021",
            .fee,
            ("政府信息公开信息处理费管理办法", "Measures on Information-Processing Fees"),
            "2021-01-01"
        ),
        row("review1999", .review, review, "1999-10-01", "2023-12-31"),
        row("review2024", .review, review, "2024-01-01"),
        row("litigation1990", .litigation, litigation, "1990-10-01", "2015-04-30"),
        row("litigation2015", .litigation, litigation, "2015-05-01"),
        row("court2011", .court, court, "2011-08-13", "2025-05-31"),
        row("court2025", .court, court, "2025-06-01"),
        row("secret2024", .secrecy, ("中华人民共和国保守国家秘密法", "State Secrets Law"), "2024-05-01"),
        row("safety2021", .safety, ("中华人民共和国安全生产法", "Work Safety Law"), "2021-09-01"),
        row(
            "enforcement2018",
            .enforcement,
            (
                "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
                "Guiding Opinions on the Publication of Administrative Enforcement"
            ),
            "2018-12-05"
        ),
        row("penalty2017", .penalty, penalty, "2018-01-01", "2021-07-14"),
        row("penalty2021", .penalty, penalty, "2021-07-15"),
        row("licence2004", .licence, ("中华人民共和国行政许可法", "Administrative Licensing Law"), "2004-07-01"),
        row(
            "accident2007",
            .accident,
            ("生产安全事故报告和调查处理条例", "Regulations on Reporting and Investigating Work Accidents"),
            "2007-06-01"
        ),
        row(
            "hazard2008",
            .hazard,
            ("安全生产事故隐患排查治理暂行规定", "Interim Provisions on Hazards at Work"),
            "2008-02-01"
        ),
        row(
            "bl2017",
            .blacklist,
            ("对安全生产领域失信行为开展联合惩戒的实施办法", "Measures on Joint Sanctions for Work-Safety Defaults"),
            "2017-05-09",
            "2023-09-30"
        ),
        row(
            "bl2023",
            .blacklist,
            ("安全生产严重失信主体名单管理办法", "Measures on the List of Serious Work-Safety Defaulters"),
            "2023-10-01"
        ),
        row(
            "repair2019",
            .repair,
            (
                "国家发展改革委办公厅关于进一步完善“信用中国”网站及地方信用门户网站行政处罚信息信用修复机制的通知",
                "Notice on the Repair of Penalty Records at Credit China"
            ),
            "2019-07-01",
            "2023-04-30"
        ),
        row("repair2023", .repair, ("失信行为纠正后的信用信息修复管理办法（试行）", repair), "2023-05-01", "2026-03-31"),
        row("repair2026", .repair, ("信用修复管理办法", repair), "2026-04-01"),
        row(
            "draw2019",
            .draw,
            (
                "国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见",
                "Opinions on Double-Random Inspections"
            ),
            "2019-01-27"
        ),
        row("petition2005", .petition, ("信访条例", "Regulations on Petitions"), "2005-05-01", "2022-04-30"),
        row("petition2022", .petition, ("信访工作条例", "Regulations on Petition Work"), "2022-05-01"),
        row(
            "simplePetition2016",
            .simplePetition,
            ("信访事项简易办理办法（试行）", "Measures on the Simple Handling of Petitions"),
            "2016-07-01"
        ),
        // No law sets days for the hotline: these are the service levels that an agency starts with and may change.
        row(
            "hotline",
            .hotline,
            ("12345政务服务便民热线办理时限（示例，以本机关规定为准）", "12345 hotline service levels (sample; the agency sets its own)"),
            "2007-01-01"
        ),
        row("website2017", .website, ("政府网站发展指引", "Guidelines for Government Websites"), "2017-05-15"),
        row(
            "openness2016",
            .openness,
            (
                "《关于全面推进政务公开工作的意见》实施细则",
                "Detailed Rules on Advancing Openness in Government"
            ),
            "2016-11-10"
        ),
    ].compactMap(\.self)

    private static let disclosure = ("中华人民共和国政府信息公开条例", "Regulations on Open Government Information")
    private static let reportFormat = ("中华人民共和国政府信息公开工作年度报告格式", "Format of the Annual Disclosure Report")
    private static let review = ("中华人民共和国行政复议法", "Administrative Review Law")
    private static let litigation = ("中华人民共和国行政诉讼法", "Administrative Litigation Law")
    private static let court = ("最高人民法院关于审理政府信息公开行政案件若干问题的规定", "Court Rules on Disclosure Cases")
    private static let penalty = ("中华人民共和国行政处罚法", "Administrative Penalty Law")
    private static let repair = "Measures on Credit Repair"

    private static func row(
        _ key: String,
        _ family: Family,
        _ law: (zh: String, en: String),
        _ from: String,
        _ through: String? = nil
    ) -> RuleSet? {
        guard let from = CivilDate(from) else { return nil }
        return RuleSet(
            key: key,
            family: family,
            law: Words(zh: law.zh, en: law.en),
            from: from,
            through: through.flatMap { CivilDate($0) }
        )
    }
}
