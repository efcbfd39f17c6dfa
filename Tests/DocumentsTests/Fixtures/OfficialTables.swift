import Documents

/// Two tables of the annual report of 2021 (国办公开办函〔2021〕30号), the largest that a bureau has to fill in.
enum OfficialTables {
    typealias Cell = ReportTable.Cell

    /// 三、收到和处理政府信息公开申请情况.
    static var applications: ReportTable {
        let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        let heads: [[Cell]] = [
            [.text(note, columns: 3, rows: 3), .text("申请人情况", columns: 7)],
            [.text("自然人", rows: 2), .text("法人或其他组织", columns: 5), .text("总计", rows: 2)],
            ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map { .text($0) },
        ]
        let groups: [(String, [String])] = [
            ("（一）予以公开", []), ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", []),
            (
                "（三）不予公开",
                [
                    "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
                    "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
                ]
            ),
            ("（四）无法提供", ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]),
            (
                "（五）不予处理",
                [
                    "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
                    "5.要求行政机关确认或重新出具已获取信息",
                ]
            ),
            (
                "（六）其他处理",
                [
                    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
                ]
            ),
            ("（七）总计", []),
        ]
        var number = 0
        var numbers: [Cell] {
            number += 1
            return (0..<7).map { .number(number * 7 % 13 * ($0 == 6 ? 1_081 : 1)) }
        }
        var rows: [[Cell]] = [
            [.text("一、本年新收政府信息公开申请数量", columns: 3)] + numbers, [.text("二、上年结转政府信息公开申请数量", columns: 3)] + numbers,
        ]
        let results = groups.reduce(0) { $0 + max(1, $1.1.count) }
        for (index, group) in groups.enumerated() {
            let first: [Cell] = index == 0 ? [.text("三、本年度办理结果", rows: results)] : []
            guard let one = group.1.first else {
                rows.append(first + [.text(group.0, columns: 2)] + numbers)
                continue
            }
            rows.append(first + [.text(group.0, rows: group.1.count), .text(one)] + numbers)
            rows += group.1.dropFirst().map { [.text($0)] + numbers }
        }
        rows.append([.text("四、结转下年度继续办理", columns: 3)] + numbers)
        return ReportTable(caption: "收到和处理政府信息公开申请情况", heads: heads, rows: rows, labelColumns: 3)
    }

    /// 四、政府信息公开行政复议、行政诉讼情况.
    static var remedies: ReportTable {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        return ReportTable(
            caption: "政府信息公开行政复议、行政诉讼情况",
            heads: [
                [.text("行政复议", columns: 5), .text("行政诉讼", columns: 10)],
                outcomes.map { .text($0, rows: 2) }
                    + [.text("未经复议直接起诉", columns: 5), .text("复议后起诉", columns: 5)],
                (outcomes + outcomes).map { .text($0) },
            ],
            rows: [(1...15).map { .number($0 * 53) }],
            labelColumns: 0
        )
    }

    /// Everything that a cell of a spreadsheet may stumble over.
    static var cells: ReportTable {
        ReportTable(
            caption: "数据",
            heads: [
                [.text("名称", rows: 2), .text("数", columns: 2), .text("日期", rows: 2)], [.text("件"), .text("元")],
            ],
            rows: [
                [.text("=1+1"), .number(0), .decimal("0.10"), .day("2024-02-29")],
                [.text("@逗号,引号\"与<尖括号>&"), .number(259), .decimal("204.00"), .day("1999-12-31")],
                [.text("-3"), .number(-3), .decimal("-12.5"), .day("2000-03-01")],
                [.text("_x0041_ \u{1}控制"), .number(123_456_789_012_345), .decimal("12345678901.25"), .blank],
                [.text("007"), .number(.max), .decimal("12345678901234567.89"), .day("无")],
            ],
            notes: ["注：本表由程序生成。"]
        )
    }
}
