import Civil
import Disclosure
import Html
import Testing
import Text
import Web

private let attack = "<b>\"'&</b>"
private let escaped = "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;"
private let evil = "javascript:alert(1)"
private let date = CivilDate(year: 2024, month: 3, day: 8) ?? .first
private let moment = Instant.start(of: date)
private let phrase = Phrase(zh: attack, en: attack)

@Suite struct ComponentTests {
    struct Case: Sendable {
        var name: String
        var component: any Component
    }

    /// A mark that an agency does not have is no row without a value.
    @Test func theFooterLeavesOutWhatIsNotThere() {
        let footer = PortalFooter(
            host: "县局",
            siteCode: "9999990001",
            telephone: "",
            siteMapURL: "/",
            findErrorsURL: "/"
        )
        let html = footer.html(in: .zh).text
        #expect(html.contains("网站标识码") && !html.contains("联系电话") && !html.contains("<dd></dd>"))
    }

    /// Every component that takes texts or addresses, filled with what an attacker would type.
    static let filled: [Case] = [
        Case(
            name: "attachments",
            component: AttachmentList(attachments: [.init(name: attack, url: evil, type: attack, size: 1)])
        ),
        Case(name: "breadcrumbs", component: Breadcrumbs(steps: [.init(label: attack, url: evil)], current: attack)),
        Case(name: "button", component: Button(act: phrase, does: .leads(to: evil))),
        Case(
            name: "chosen facets",
            component: ChosenFacets(count: 2, choices: [.init(label: attack, removeURL: evil)], clearURL: evil)
        ),
        Case(
            name: "tree",
            component: ColumnTree(
                title: phrase,
                nodes: [.init(label: attack, url: evil, children: [.init(label: attack, url: evil)])]
            )
        ),
        Case(
            name: "table",
            component: DataTable(
                caption: phrase,
                columns: [.init(label: phrase)],
                rows: [[.text(attack)], [.link(attack, url: evil)]],
                id: "t"
            )
        ),
        Case(
            name: "desk",
            component: Desk(
                waitsForMe: [
                    .init(
                        title: attack,
                        url: evil,
                        note: phrase,
                        due: Web.Tag(kind: .late, word: phrase),
                        act: phrase,
                        actURL: evil
                    )
                ],
                goingLate: [],
                waitsForOthers: []
            )
        ),
        Case(name: "difference", component: DifferenceView(pieces: [.same(attack), .added(attack), .removed(attack)])),
        Case(
            name: "document header",
            component: DocumentHeader(
                indexNumber: attack,
                topic: attack,
                issuer: attack,
                title: attack,
                number: attack,
                published: date,
                validity: Web.Tag(kind: .plain, word: phrase)
            )
        ),
        Case(
            name: "empty",
            component: EmptyState(
                whatWouldBeHere: phrase,
                howItGetsHere: phrase,
                act: Button(act: phrase, does: .leads(to: evil))
            )
        ),
        Case(
            name: "facets",
            component: Facets(groups: [.init(title: phrase, values: [.init(label: attack, url: evil, count: 1)])])
        ),
        Case(
            name: "figure",
            component: FigureNumber(name: phrase, value: .number(1), unit: phrase, definition: phrase, listURL: evil)
        ),
        Case(
            name: "history",
            component: HistoryList(events: [.init(what: phrase, moment: moment, shortHash: attack, differenceURL: evil)]
            )
        ),
        Case(
            name: "items",
            component: ItemList(rows: [ListRow(date: date, title: attack, url: evil, number: attack, duty: attack)])
        ),
        Case(name: "notice", component: Notice(title: phrase, text: phrase)),
        Case(
            name: "office masthead",
            component: OfficeMasthead(
                agency: attack,
                home: evil,
                person: attack,
                tabs: [.init(label: phrase, url: evil)],
                signOut: .empty,
                otherLanguageURL: evil
            )
        ),
        Case(
            name: "opinions",
            component: OpinionTrail(opinions: [
                .init(
                    kind: phrase,
                    verdict: Web.Tag(kind: .plain, word: phrase),
                    person: attack,
                    shortHash: attack,
                    moment: moment,
                    remark: attack,
                    void: phrase
                )
            ])
        ),
        Case(name: "pager", component: Pager(newer: evil, older: evil)),
        Case(
            name: "footer",
            component: PortalFooter(
                host: attack,
                siteCode: attack,
                icpNumber: attack,
                policeNumber: attack,
                telephone: attack,
                email: attack,
                siteMapURL: evil,
                findErrorsURL: evil,
                links: [.init(label: phrase, url: evil)]
            )
        ),
        Case(
            name: "masthead",
            component: PortalMasthead(
                agency: attack,
                home: evil,
                searchURL: evil,
                query: attack,
                otherLanguageURL: evil,
                elderURL: evil,
                entrances: [.init(label: phrase, url: evil)]
            )
        ),
        Case(
            name: "proof",
            component: ProofBox(entry: 1, checkpoint: moment, proofURL: evil, explanationURL: evil)
        ),
        Case(
            name: "prose",
            component: Prose(
                title: .redRule(attack, number: attack),
                blocks: [
                    .heading(attack), .subheading(attack), .paragraph(attack), .list([attack]), .signature([attack]),
                    .note(attack),
                ]
            )
        ),
        Case(
            name: "related",
            component: RelatedItems(relations: [.init(kind: phrase, title: attack, url: evil, date: date)])
        ),
        Case(
            name: "hit",
            component: SearchHits(hits: [
                SearchHit(title: [.init(attack, isMarked: true)], url: evil, snippet: [.init(attack)], date: date)
            ])
        ),
        Case(name: "tabs", component: Tabs(label: phrase, tabs: [.init(label: phrase, url: evil)])),
        Case(
            name: "tombstone",
            component: Tombstone(
                indexNumber: attack,
                kind: attack,
                published: date,
                left: date,
                reason: phrase,
                ground: attack,
                successor: .init(kind: phrase, title: attack, url: evil)
            )
        ),
    ]

    @Test(arguments: filled, Language.allCases)
    func nobodyCanSmuggleMarkupOrAnAddress(one: Case, language: Language) {
        let text = one.component.html(in: language).text
        #expect(!text.contains("<b>\""))
        #expect(!text.contains("javascript:"))
        #expect(Markup(text).mistakes == [])
        #expect(text.contains(escaped) || ["pager", "proof"].contains(one.name))
    }

    @Test func emptyListsLeaveNothingBehind() {
        let empty: [any Component] = [
            AttachmentList(attachments: []), RelatedItems(relations: []), HistoryList(events: []), ItemList(rows: []),
            SearchHits(hits: []), OpinionTrail(opinions: []), Pager(),
        ]
        for component in empty { #expect(component.html(in: .zh).isEmpty, "\(component)") }
    }

    @Test func theMastheadShowsAtMostSixEntrances() {
        let entrances = (1...8).map {
            PortalMasthead.Entrance(label: Phrase(zh: "入口\($0)", en: "Way \($0)"), url: "/\($0)")
        }
        let masthead = PortalMasthead(
            agency: "示范县应急管理局",
            home: "/",
            searchURL: "/search",
            otherLanguageURL: "/en/",
            elderURL: "/e",
            entrances: entrances
        )
        let text = masthead.html(in: .zh).text
        #expect(text.contains("入口6"))
        #expect(!text.contains("入口7"))
    }

    @Test func chineseTextsAreMarkedOnEnglishPages() {
        let row = ListRow(date: date, title: "通知", url: "/1")
        #expect(row.html(in: .en).text.contains("<span lang=\"zh-CN\">通知</span>"))
        #expect(!row.html(in: .zh).text.contains("lang="))
        #expect(!ListRow(date: date, title: "Notice", url: "/1").html(in: .en).text.contains("lang="))
    }

    @Test func theCountIsInWords() {
        #expect(ChosenFacets(count: 1_259).html(in: .zh).text.contains("共 1\u{A0}259 条"))
        #expect(ChosenFacets(count: 10_000, isMore: true).html(in: .en).text.contains("More than 10,000 found"))
        #expect(ChosenFacets(count: 0).html(in: .zh).text.contains("没有符合条件的信息"))
        #expect(ChosenFacets(count: 1).html(in: .en).text.contains("1 found"))
    }

    @Test func aDifferenceKeepsItsLines() {
        let view = DifferenceView(pieces: [.same("一\n二"), .removed("三\n四\n"), .added("五\n"), .same("六")])
        let text = view.html(in: .zh).text
        #expect(text.components("<p").count == 5)
        #expect(text.contains("<p class=\"mixed\">二<del>"))
        #expect(text.contains("<p class=\"removed\"><del><span class=\"unseen\" lang=\"zh-CN\">删去：</span>四</del></p>"))
        #expect(text.contains("<p class=\"added\"><ins><span class=\"unseen\" lang=\"zh-CN\">新增：</span>五</ins></p>"))
        #expect(text.contains("<p>六</p>"))
    }

    @Test func aVoidOpinionIsStruckThroughAndSaysWhy() {
        let opinion = OpinionTrail.Opinion(
            kind: Phrase(zh: "保密审查", en: "Secrecy"),
            verdict: Web.Tag(kind: .onTime, word: Phrase(zh: "可以公开", en: "Yes")),
            person: "甲",
            shortHash: "41b08e6a",
            moment: moment,
            void: Phrase(zh: "此后有改动", en: "edited since")
        )
        let text = OpinionTrail(opinions: [opinion]).html(in: .zh).text
        #expect(text.contains("<s><b>保密审查</b> 可以公开</s>"))
        #expect(text.contains("已作废"))
        #expect(text.contains("此后有改动"))
        #expect(text.contains("<code>41b08e6a</code>"))
    }

    @Test func progressNeverLeavesItsBounds() {
        let bar = ProgressBar(label: phrase, done: 9, total: 0, unit: phrase, id: "p")
        #expect(bar.html(in: .zh).text.contains("value=\"0\" max=\"1\""))
    }

    @Test func aTableRowNamesItselfAndNumbersStandRight() {
        let table = DataTable(
            caption: Phrase(zh: "表", en: "Table"),
            columns: [
                .init(label: Phrase(zh: "季度", en: "Quarter")), .init(label: Phrase(zh: "件", en: "No."), isNumber: true),
            ],
            rows: [[.text("一"), .number(1_234)]],
            id: "t"
        )
        let text = table.html(in: .en).text
        #expect(text.contains("<th scope=\"row\"><span lang=\"zh-CN\">一</span></th><td class=\"number\">1,234</td>"))
        #expect(text.contains("<caption id=\"t\">Table</caption>"))
    }
}

extension String {
    fileprivate func components(_ part: String) -> [Range<String.Index>] { ranges(of: part) }
}
