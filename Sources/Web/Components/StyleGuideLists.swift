/// The style guide's lists: ways through the site, rows, search, tags, tables, figures.

import Civil
import Disclosure
import Html
import Text

extension StyleGuide {
    func navigation(_ language: Language) -> [Specimen] {
        let tags = Tag.Kind.allCases.map { Tag(kind: $0, word: word(of: $0)) }.html(in: language).joined(by: "&emsp;")
        let levels = WarningLevel.allCases.html(in: language).joined(by: " ")
        return [
            Specimen(title: Phrase(zh: "字号", en: "Type"), markup: typeScale(language)),
            Specimen(
                title: Phrase(zh: "状态与预警级别", en: "States and warning levels"),
                markup: "<p>\(tags)</p><p>\(levels)</p>"
            ),
            Specimen(title: Phrase(zh: "标签页", en: "Tabs"), markup: tabs.html(in: language)),
            Specimen(title: Phrase(zh: "提示", en: "Notices"), markup: notices(language)),
        ]
    }

    func lists(_ language: Language) -> [Specimen] {
        [
            Specimen(title: Phrase(zh: "信息列表", en: "List of items"), markup: itemList(language)),
            Specimen(title: Phrase(zh: "搜索", en: "Search"), markup: search(language)),
            Specimen(title: Phrase(zh: "指标", en: "Figures"), markup: figures(language)),
            Specimen(title: Phrase(zh: "表格", en: "Tables"), markup: tables(language)),
        ]
    }

    private func typeScale(_ language: Language) -> HTML {
        let sample = Phrase(zh: "每一个日期都能说明，每一个数字都能追溯。", en: "Every date can be explained, every figure traced.")
        return """
            <h3>\(Phrase(zh: "三级标题", en: "Heading, level three")[language])</h3><p>\(sample[language])</p>\
            <p class="quiet">\(sample[language])</p><p class="small">\(sample[language])</p>\
            <p><a href="#main">\(Phrase(zh: "链接", en: "A link")[language])</a> <code>9f2c41d7</code></p>
            """
    }

    private func word(of kind: Tag.Kind) -> Phrase {
        switch kind {
        case .plain: Phrase(zh: "草稿", en: "Draft")
        case .onTime: Phrase(zh: "按期", en: "On time")
        case .soon: Phrase(zh: "将到期", en: "Due soon")
        case .late: Phrase(zh: "已逾期", en: "Late")
        case .void: Phrase(zh: "已作废", en: "Void")
        }
    }

    private var tabs: Tabs {
        Tabs(
            label: Phrase(zh: "信息的状态", en: "State of items"),
            tabs: [
                .init(label: Phrase(zh: "草稿", en: "Drafts"), url: "#drafts", count: 4, isCurrent: true),
                .init(label: Phrase(zh: "审查中", en: "In review"), url: "#review", count: 12),
                .init(label: Phrase(zh: "已公开", en: "Published"), url: "#published", count: 1_259),
            ]
        )
    }

    private func notices(_ language: Language) -> HTML {
        let notices = [
            Notice(
                title: Phrase(zh: "本页数据截至昨天 24 时", en: "Figures on this page end yesterday at midnight"),
                text: Phrase(zh: "今天的记录明天计入。", en: "Today's records are counted tomorrow.")
            ),
            Notice(
                kind: .done,
                title: Phrase(zh: "已提交保密审查", en: "Sent to secrecy review"),
                text: Phrase(zh: "审查人收到后会在三个工作日内答复。", en: "The reviewer answers within three working days.")
            ),
            Notice(
                kind: .care,
                title: Phrase(zh: "正文里有一个像身份证号的数字", en: "The text contains what looks like an identity number"),
                text: Phrase(zh: "公开前请遮盖或说明。", en: "Mask it or explain it before publishing.")
            ),
        ]
        let failure = ErrorNotice(
            happened: Phrase(zh: "没有保存", en: "This was not saved"),
            isSafe: Phrase(zh: "您填写的内容还在这一页上。", en: "What you typed is still on this page."),
            whatToDo: Phrase(zh: "请过一分钟再按一次“保存草稿”。", en: "Wait a minute and press “Save draft” again."),
            requestID: "01HQ8Z3M"
        )
        let empty = EmptyState(
            whatWouldBeHere: Phrase(zh: "这里会列出重大隐患挂牌督办信息", en: "Listed major hazards would be here"),
            howItGetsHere: Phrase(
                zh: "目前没有正在督办的隐患。有新的挂牌，七个工作日内会在这里公开。",
                en: "None is open. A new one appears here within seven working days."
            ),
            act: Button(act: Phrase(zh: "看往年的", en: "See earlier years"), weight: .second, does: .leads(to: "#earlier"))
        )
        return notices.html(in: language).joined() + failure.html(in: language) + empty.html(in: language)
    }

    private func itemList(_ language: Language) -> HTML {
        let list = ItemList(rows: [
            ListRow(
                date: day(2024, 3, 11),
                title: "关于开展危险化学品企业安全生产专项检查的通知",
                url: "/items/1",
                number: "示应急〔2024〕12号",
                duty: "政策文件"
            ),
            ListRow(
                date: day(2024, 3, 6),
                title: "示范化工有限公司未按规定设置安全警示标志案行政处罚决定",
                url: "/items/2",
                number: "示应急罚〔2024〕7号",
                duty: "行政处罚"
            ),
            ListRow(
                date: day(2023, 12, 29),
                title: "示范县生产安全事故应急预案",
                url: "/items/3",
                number: "示政办〔2023〕41号",
                duty: "应急管理",
                tag: Tag(kind: .void, word: Phrase(zh: "已废止", en: "Repealed"))
            ),
        ])
        let chosen = ChosenFacets(
            count: 31,
            choices: [.init(label: "2024", removeURL: "?"), .init(label: "有效", removeURL: "?year=2024")],
            clearURL: "/items",
            hasFacets: true
        )
        return chosen.html(in: language) + list.html(in: language)
            + Pager(newer: "?before=1", older: "?after=3").html(in: language)
    }

    private func search(_ language: Language) -> HTML {
        let form = SearchForm(
            action: "/search",
            label: Phrase(zh: "在公开信息中搜索", en: "Search public information"),
            query: "专项检查",
            id: "guide-search"
        )
        let hits = SearchHits(hits: [
            SearchHit(
                title: [.init("关于开展危险化学品企业安全生产"), .init("专项检查", isMarked: true), .init("的通知")],
                url: "/items/1",
                snippet: [
                    .init("……决定自2024年3月15日起，用两个月时间，在全县开展危险化学品企业安全生产"),
                    .init("专项检查", isMarked: true), .init("。现将有关事项通知如下……"),
                ],
                date: day(2024, 3, 11),
                number: "示应急〔2024〕12号",
                duty: "政策文件"
            )
        ])
        return form.html(in: language) + ChosenFacets(count: 10_000, isMore: true).html(in: language)
            + hits.html(in: language)
    }

    private func figures(_ language: Language) -> HTML {
        let unit = Phrase(zh: "条", en: "items")
        return FigureRow(figures: [
            FigureNumber(
                name: Phrase(zh: "主动公开", en: "Published"),
                value: .number(1_259),
                unit: unit,
                definition: Phrase(zh: "2024 年首次公开的信息，不含修订。", en: "First published in 2024, revisions not counted."),
                listURL: "#list"
            ),
            FigureNumber(
                name: Phrase(zh: "行政处罚", en: "Penalties"),
                value: .number(259),
                unit: Phrase(zh: "件", en: "decisions"),
                definition: Phrase(zh: "2024 年作出的处罚决定。", en: "Decisions made in 2024."),
                listURL: "#list"
            ),
            FigureNumber(
                name: Phrase(zh: "按期公开", en: "In time"),
                value: .number(254),
                unit: unit,
                definition: Phrase(zh: "作出后 7 个工作日内公开的处罚决定。", en: "Published within 7 working days."),
                listURL: "#list"
            ),
        ]).html(in: language)
    }

    private func tables(_ language: Language) -> HTML {
        let table = DataTable(
            caption: Phrase(zh: "行政处罚，按季度", en: "Penalties by quarter"),
            columns: [
                .init(label: Phrase(zh: "季度", en: "Quarter")),
                .init(label: Phrase(zh: "决定（件）", en: "Decisions"), isNumber: true),
                .init(label: Phrase(zh: "罚款（万元）", en: "Fines (10,000 yuan)"), isNumber: true),
            ],
            rows: [
                [.link("2024Q1", url: "#q1"), .number(61), .text("183.50")],
                [.link("2024Q2", url: "#q2"), .number(198), .text("204.00")],
                [.text("2024Q3"), .blank, .blank],
            ],
            totals: [.markup("\(Phrase(zh: "合计", en: "Total")[language])"), .number(259), .text("387.50")],
            id: "table-penalties"
        )
        let summary = SummaryList(rows: [
            .init(label: Phrase(zh: "企业名称", en: "Enterprise"), value: .record("示范化工有限公司", in: language)),
            .init(
                label: Phrase(zh: "统一社会信用代码", en: "Credit code"),
                value: "<code>91999999MA0000000X</code>"
            ),
            .init(
                label: Phrase(zh: "最近检查", en: "Last inspected"),
                value: day(2024, 3, 20).element(in: language)
            ),
        ])
        let progress = ProgressBar(
            label: Phrase(zh: "正在导入企业名录", en: "Importing enterprises"),
            done: 1_234,
            total: 5_000,
            unit: Phrase(zh: "行", en: "rows"),
            id: "progress-import"
        )
        return table.html(in: language) + summary.html(in: language) + progress.html(in: language)
    }
}
