/// The style guide's office pieces: masthead, desk, clocks, opinions, differences.

import Civil
import Html
import Text

extension StyleGuide {
    func office(_ language: Language) -> [Specimen] {
        [
            Specimen(title: Phrase(zh: "时限", en: "Clocks"), markup: clocks(language)),
            Specimen(title: Phrase(zh: "审查意见", en: "Opinions"), markup: opinions.html(in: language)),
            Specimen(title: Phrase(zh: "修改对照", en: "Difference"), markup: difference.html(in: language)),
            Specimen(title: Phrase(zh: "工作台", en: "Desk"), markup: desk.html(in: language)),
            Specimen(
                title: Phrase(zh: "工作区页头", en: "Office masthead"),
                markup: "<div class=\"office specimen\">\(officeMasthead(language).html(in: language))</div>"
            ),
        ]
    }

    private var opinions: OpinionTrail {
        OpinionTrail(opinions: [
            .init(
                kind: Phrase(zh: "保密审查", en: "Secrecy review"),
                verdict: Tag(kind: .onTime, word: Phrase(zh: "可以公开", en: "May be published")),
                person: "保密审查员 甲",
                shortHash: "41b08e6a",
                moment: moment(2024, 3, 7, 15, 20),
                void: Phrase(zh: "此后正文有改动，须重新审查", en: "the text was changed afterwards and needs a new review")
            ),
            .init(
                kind: Phrase(zh: "保密审查", en: "Secrecy review"),
                verdict: Tag(kind: .onTime, word: Phrase(zh: "可以公开", en: "May be published")),
                person: "保密审查员 甲",
                shortHash: "9f2c41d7",
                moment: moment(2024, 3, 8, 9, 2)
            ),
            .init(
                kind: Phrase(zh: "合法性审查", en: "Legal review"),
                verdict: Tag(kind: .soon, word: Phrase(zh: "请修改", en: "Please change")),
                person: "法制审查员 乙",
                shortHash: "9f2c41d7",
                moment: moment(2024, 3, 8, 10, 40),
                remark: "第二条引用的条款已修订，请改引现行条款。"
            ),
        ])
    }

    private var difference: DifferenceView {
        DifferenceView(pieces: [
            .same("一、检查范围\n全县取得危险化学品"), .removed("生产、经营"), .added("生产、经营、使用"), .same("许可证的企业，共"),
            .removed("44"), .added("46"), .same("家。\n"), .removed("检查结果另行通知。\n"),
            .added("检查结果自作出之日起七个工作日内在本机关网站公开。\n"), .same("特此通知。"),
        ])
    }

    private var desk: Desk {
        Desk(
            waitsForMe: [
                .init(
                    title: "示范化工有限公司未按规定设置安全警示标志案行政处罚决定",
                    url: "/office/items/2",
                    note: Phrase(zh: "待保密审查", en: "for secrecy review"),
                    due: Tag(kind: .soon, word: Phrase(zh: "还剩 2 个工作日", en: "2 working days left")),
                    act: Phrase(zh: "写审查意见", en: "Give an opinion"),
                    actURL: "/office/items/2/opinions/new"
                ),
                .init(
                    title: "2024年第一季度安全生产形势",
                    url: "/office/items/5",
                    note: Phrase(zh: "待签发", en: "for sign-off"),
                    due: Tag(kind: .onTime, word: Phrase(zh: "还剩 9 个工作日", en: "9 working days left")),
                    act: Phrase(zh: "签发", en: "Sign off"),
                    actURL: "/office/items/5/sign-off"
                ),
            ],
            goingLate: [
                .init(
                    title: "关于示范化工有限公司检查结果的公开申请",
                    url: "/office/cases/8",
                    due: Tag(kind: .late, word: Phrase(zh: "已逾期 1 个工作日", en: "1 working day late")),
                    act: Phrase(zh: "写答复", en: "Write the reply"),
                    actURL: "/office/cases/8/reply"
                )
            ],
            waitsForOthers: []
        )
    }

    private func officeMasthead(_ language: Language) -> OfficeMasthead {
        OfficeMasthead(
            agency: Self.agency,
            home: "/office",
            person: "公开专员 丙（办公室）",
            tabs: [
                .init(label: Phrase(zh: "工作台", en: "Desk"), url: "/office", count: 3, isCurrent: true),
                .init(label: Phrase(zh: "信息", en: "Items"), url: "/office/items", count: 12),
                .init(label: Phrase(zh: "办件", en: "Cases"), url: "/office/cases", count: 5),
                .init(label: Phrase(zh: "抽查", en: "Draws"), url: "/office/draws"),
                .init(label: Phrase(zh: "年报", en: "Report"), url: "/office/report"),
            ],
            signOut: """
                <form action="/office/sign-out" method="post"><button class="button button-plain">\(Phrase(zh: "退出", en: "Sign out")[language])</button></form>
                """,
            otherLanguageURL: "/en/office"
        )
    }
}
