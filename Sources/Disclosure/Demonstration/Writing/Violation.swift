/// A violation with what was seen, the article of the law of its time that punishes it, and the usual fine.
///
/// The articles are those of 安全生产法 as amended in 2014, in force in the years of the demonstration.
struct Violation: Sendable, Hashable {
    var name: String
    var facts: String
    var article: String
    /// Least and most, in 元.
    var fine: ClosedRange<Int>

    static let all = [
        Violation(
            name: "未按照规定对从业人员进行安全生产教育和培训",
            facts: "执法人员抽查{2-9}名一线员工，均不能提供岗前安全教育和考核记录",
            article: "第九十四条第（三）项",
            fine: 5_000...40_000
        ),
        Violation(
            name: "未将事故隐患排查治理情况如实记录",
            facts: "该单位{month}月以来的隐患排查台账为空白，现场存在{hazard}",
            article: "第九十四条第（五）项",
            fine: 5_000...30_000
        ),
        Violation(
            name: "特种作业人员未经专门培训即上岗作业",
            facts: "现场{1-3}名电焊工正在作业，未取得特种作业操作资格",
            article: "第九十四条第（七）项",
            fine: 8_000...45_000
        ),
        Violation(
            name: "未在有较大危险因素的场所设置安全警示标志",
            facts: "{trade}车间{2-6}处有较大危险因素的设备旁未设置明显的安全警示标志",
            article: "第九十六条第（一）项",
            fine: 3_000...30_000
        ),
        Violation(
            name: "安全设备的安装、使用不符合标准",
            facts: "冲压区{1-4}台设备的安全联锁被人为短接，仍在生产",
            article: "第九十六条第（二）项",
            fine: 5_000...45_000
        ),
        Violation(
            name: "未为从业人员提供符合标准的劳动防护用品",
            facts: "打磨岗位{3-8}名员工未佩戴防尘口罩，仓库中没有合格防护用品",
            article: "第九十六条第（四）项",
            fine: 3_000...25_000
        ),
        Violation(
            name: "未采取措施消除事故隐患",
            facts: "责令整改期限届满后复查，{hazard}仍未消除",
            article: "第九十九条",
            fine: 10_000...60_000
        ),
        Violation(
            name: "未按照规定制定生产安全事故应急救援预案并定期组织演练",
            facts: "该单位不能提供近一年内应急演练的方案、照片和总结",
            article: "第九十四条第（六）项",
            fine: 5_000...30_000
        ),
        Violation(
            name: "对生产安全事故发生负有责任",
            facts: "该单位对“{accident}”一般{category}事故的发生负有责任，事故造成一人死亡",
            article: "第一百零九条第（一）项",
            fine: 200_000...320_000
        ),
    ]
}
