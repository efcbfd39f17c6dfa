/// The style guide's documents: header, text, attachments, related items, history, proof, tombstone.

import Civil
import Codes
import Html
import Text

extension StyleGuide {
    func documents(_ language: Language) -> [Specimen] {
        [
            Specimen(title: Phrase(zh: "公文", en: "Document"), markup: document(language)),
            Specimen(title: Phrase(zh: "公开证明", en: "Proof"), markup: proof(language)),
            Specimen(title: Phrase(zh: "墓碑页", en: "Tombstone"), markup: tombstone(language)),
        ]
    }

    private func document(_ language: Language) -> HTML {
        let header = DocumentHeader(
            indexNumber: "999999001/2024-00031",
            topic: "市场监管、安全生产监管\\安全生产监管",
            issuer: Self.agency,
            written: day(2024, 3, 8),
            title: "关于开展危险化学品企业安全生产专项检查的通知",
            number: "示应急〔2024〕12号",
            published: day(2024, 3, 11),
            validity: Tag(kind: .onTime, word: Phrase(zh: "有效", en: "In force (有效)"))
        )
        let text = Prose(
            title: .none,
            blocks: [
                .markup(redTitle),
                .paragraph("各乡镇人民政府、街道办事处，县安委会有关成员单位，有关企业："),
                .paragraph(
                    "为防范化解危险化学品领域重大安全风险，根据《中华人民共和国安全生产法》，经研究，决定自2024年3月15日起，用两个月时间，在全县开展危险化学品企业安全生产专项检查。现将有关事项通知如下。"
                ),
                .heading("一、检查范围"),
                .paragraph("全县取得危险化学品生产、经营、使用许可证的企业，共46家。其中一级、二级重大危险源企业全部检查，其余企业按百分之三十的比例随机抽取。"),
                .subheading("（一）重点内容"),
                .list(["重大危险源包保责任落实情况；", "特殊作业审批和现场监护情况；", "自动化控制系统投用情况。"]),
                .paragraph("检查结果自作出之日起七个工作日内在本机关网站公开。"),
                .signature(["示范县应急管理局", "2024年3月8日"]),
                .note("（此件公开发布）"),
            ]
        )
        let files = AttachmentList(attachments: [
            .init(name: "检查对象名单", url: "/files/1", type: "XLSX", size: 34_816),
            .init(name: "检查表（样式）", url: "/files/2", type: "PDF", size: 1_258_291),
        ])
        let related = RelatedItems(relations: [
            .init(
                kind: Phrase(zh: "解读", en: "Explained by"),
                title: "一图读懂危险化学品专项检查",
                url: "/items/2",
                date: day(2024, 3, 12)
            ),
            .init(
                kind: Phrase(zh: "依据", en: "Rests on"),
                title: "中华人民共和国安全生产法",
                url: "/items/3",
                date: day(2021, 6, 10)
            ),
        ])
        let history = HistoryList(events: [
            .init(
                what: Phrase(zh: "更正附件 1 中一家企业的名称", en: "Corrected one enterprise's name in attachment 1"),
                moment: moment(2024, 3, 13, 10, 5),
                shortHash: "9f2c41d7",
                differenceURL: "/items/1/changes/2"
            ),
            .init(
                what: Phrase(zh: "首次公开", en: "First published"),
                moment: moment(2024, 3, 11, 9, 30),
                shortHash: "41b08e6a"
            ),
        ])
        return [
            header.html(in: language), text.html(in: language), files.html(in: language), related.html(in: language),
            history.html(in: language),
        ].joined(by: "\n")
    }

    /// The red-rule title with a heading that fits under the guide's own `h1`.
    private var redTitle: HTML {
        """
        <div class="red-title"><p class="title">关于开展危险化学品企业安全生产专项检查的通知</p>\
        <p class="quiet">示应急〔2024〕12号</p></div>
        """
    }

    private func proof(_ language: Language) -> HTML {
        ProofBox(
            entry: 1_234,
            checkpoint: moment(2024, 3, 11, 9, 35),
            proofURL: "/items/1/proof",
            explanationURL: "/log/how",
            code: sampleCode
        ).html(in: language)
            + ProofBox(entry: 1_235, proofURL: "/items/2/proof", explanationURL: "/log/how").html(in: language)
    }

    private var sampleCode: HTML {
        let label = Phrase(zh: "证明的二维码", en: "The proof as a QR code")
        return QRCode("https://gongkai.example.gov.cn/log").map { QRImage(code: $0, label: label).html(in: .zh) }
            ?? .empty
    }

    private func tombstone(_ language: Language) -> HTML {
        Tombstone(
            indexNumber: "999999001/2021-00007",
            kind: "行政处罚决定",
            published: day(2021, 3, 2),
            left: day(2024, 3, 2),
            reason: Phrase(zh: "公示期满三年，依法停止公示。", en: "Its display period of three years has ended."),
            ground: "《市场监督管理行政处罚信息公示规定》",
            successor: .init(
                kind: Phrase(zh: "处罚统计见", en: "Penalties are counted in"),
                title: "2024年政府信息公开工作年度报告",
                url: "/reports/2024"
            )
        ).html(in: language)
    }

    func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? .first
    }

    func moment(_ year: Int, _ month: Int, _ date: Int, _ hour: Int64, _ minute: Int64) -> Instant {
        Instant.start(of: day(year, month, date)).adding(milliseconds: Instant.hours(hour) + Instant.minutes(minute))
    }
}
