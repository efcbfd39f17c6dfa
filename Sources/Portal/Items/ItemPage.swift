import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One piece of public information: document header, text and elements, where and when it went out, and its proof.
enum ItemPage {
    /// Answers `/{agency}/items/{leaf}`.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let leafID = try visit.parameter("leaf")
        let reading = try await visit.app.database.read { tx -> ItemReading? in
            do {
                return try ItemReading(tx, agency: code, leafID: leafID, catalogue: visit.app.catalogue)
            } catch Refusal.notFound {
                return nil
            }
        }
        guard let reading else { return try await TombstonePage.show(visit) }
        return view(reading, visit)
    }

    private static func view(_ reading: ItemReading, _ visit: Visit) -> Response {
        let language = visit.language
        var layout = PortalLayout(
            visit: visit,
            agency: reading.agency,
            title: reading.item.title,
            heading: .inContent,
            entrance: .columns,
            breadcrumbs: breadcrumbs(reading, visit)
        )
        layout.article = PortalLayout.ArticleTags(
            title: reading.item.title,
            published: reading.publishedAt,
            source: reading.content[CommonFields.source] ?? reading.issuer(.zh)
        )
        if let column = reading.columns.last {
            layout.column = PortalLayout.ColumnTags(
                name: column.name.zh,
                description: "\(reading.agency.name.zh)“\(column.name.zh)”栏目",
                keywords: reading.columns.map(\.name.zh)
            )
        }
        layout.feed = PageShell.Feed(title: reading.agency.name.zh, url: visit.links.feed(reading.agency.code))
        let elements = ItemElements(reading)
        return layout.page(
            """
            \(header(reading, visit).html(in: language))
            \(ItemNotices(reading).html(in: language))
            <div class="item"><div class="life">
            \(text(reading, visit))
            \(elements.html(visit))
            \(reading.files(visit).html(in: language))
            \(elements.related(visit).html(in: language))
            \(comments(reading, visit))
            </div><div class="life">
            \(ItemDeadlines(reading).html(visit))
            \(ItemDeliveries(reading).html(visit))
            \(history(reading, visit).html(in: language))
            </div></div>
            \(ItemProof(reading).html(visit))
            """
        )
    }

    /// On a decision draft: until when the public may comment, and the form.
    private static func comments(_ reading: ItemReading, _ visit: Visit) -> HTML {
        guard reading.commentPeriod != nil else { return .empty }
        let heading = Phrase(zh: "公开征求意见", en: "Comments of the public")[visit.language]
        return """
            <section class="block" id="comment"><h2>\(heading)</h2>\(CommentForm(visit: visit).html(for: reading))</section>
            """
    }

    private static func breadcrumbs(_ reading: ItemReading, _ visit: Visit) -> Breadcrumbs {
        let language = visit.language
        let agency = reading.agency
        let first = [
            Breadcrumbs.Step(label: agency.name[language], url: visit.links.agency(agency.code)),
            .init(label: ColumnTreePage.title[language], url: visit.links.to("/\(agency.code)/columns")),
        ]
        let columns = reading.columns.map { column in
            Breadcrumbs.Step(label: column.name[language], url: visit.links.column(agency.code, column.path))
        }
        return Breadcrumbs(steps: first + columns, current: Phrase(zh: "正文", en: "Document")[language])
    }

    private static func header(_ reading: ItemReading, _ visit: Visit) -> DocumentHeader {
        DocumentHeader(
            indexNumber: reading.indexNumber,
            topic: reading.duty?.topic,
            issuer: reading.issuer(visit.language),
            written: reading.item.formedOn,
            title: reading.item.title,
            number: reading.content[CommonFields.documentNumber],
            published: reading.publishedAt.date,
            validity: reading.validity(on: visit.app.now().date)
        )
    }

    /// The text; of an annual report with every number a link to the records that it counts.
    private static func text(_ reading: ItemReading, _ visit: Visit) -> HTML {
        guard let sheet = reading.report else { return prose(reading).html(in: visit.language) }
        let (links, code) = (visit.links, reading.agency.code)
        let title = Prose(
            title: .redRule(reading.item.title, number: reading.content[CommonFields.documentNumber]),
            blocks: []
        )
        let view = ReportView(sheet) { links.reportNumber(code, sheet.report, $0) }
        return title.html(in: visit.language) + view.html(in: visit.language)
    }

    private static func prose(_ reading: ItemReading) -> Prose {
        Prose(
            title: .redRule(reading.item.title, number: reading.content[CommonFields.documentNumber]),
            blocks: reading.content[CommonFields.text].map(DocumentText.blocks) ?? []
        )
    }

    /// Every event that the ledger has of the item, newest first; drafts were never public and are not among them.
    private static func history(_ reading: ItemReading, _ visit: Visit) -> HistoryList {
        HistoryList(
            events: reading.entries.reversed().map { entry in
                HistoryList.Event(
                    what: entry.event?.name ?? Phrase(zh: "其他记录", en: "Other record"),
                    moment: entry.at,
                    shortHash: entry.commitment.map { String($0.prefix(8)) },
                    differenceURL: entry.event == .revise
                        ? visit.links.to("/\(reading.agency.code)/items/\(reading.leafID)/changes/\(entry.index)") : nil
                )
            }
        )
    }
}

extension Leaf.Event {
    /// What the history of an item calls the event.
    var name: Phrase {
        switch self {
        case .publish: Phrase(zh: "首次公开", en: "First published")
        case .revise: Phrase(zh: "修订", en: "Revised")
        case .withdraw: Phrase(zh: "停止公开", en: "Withdrawn")
        case .restore: Phrase(zh: "恢复公开", en: "Published again")
        case .reserve: Phrase(zh: "预留编号", en: "Number reserved")
        case .plan: Phrase(zh: "抽查方案承诺", en: "Draw planned")
        case .beacon: Phrase(zh: "随机数公布", en: "Random value entered")
        case .result: Phrase(zh: "抽取结果", en: "Draw computed")
        case .reveal: Phrase(zh: "方案揭示", en: "Plan revealed")
        case .stat: Phrase(zh: "统计", en: "Statistics")
        case .anchor: Phrase(zh: "时间锚定", en: "Anchored in time")
        case .rule: Phrase(zh: "规则", en: "Rule")
        }
    }
}

/// What a reader must know before reading: brought in from elsewhere, published by another organ, passed on.
struct ItemNotices: Component {
    var reading: ItemReading

    init(_ reading: ItemReading) { self.reading = reading }

    func html(in language: Language) -> HTML {
        [imported, publisher(language), passedOn].compactMap { $0?.html(in: language) }.joined()
    }

    private var imported: Notice? {
        guard reading.item.provenance == .imported else { return nil }
        return Notice(
            title: Phrase(zh: "这条信息由旧系统导入", en: "This item was brought in from an earlier system"),
            text: Phrase(
                zh: "成文日期和公开日期按旧系统的记录。公开日志只能证明导入以后没有改动。",
                en: "Its dates are those of the earlier system. The public log proves only that nothing changed since."
            )
        )
    }

    private func publisher(_ language: Language) -> Notice? {
        guard let publisher = reading.content[CommonFields.publisher] else { return nil }
        let link = reading.content[CommonFields.publisherLink].map { address -> HTML in
            """
            <p><a class="reach" href="\(url: address)" rel="external">\(Icon.link.html)\
            \(Phrase(zh: "到\(publisher)的公布页面查看", en: "See where \(publisher) published it")[language])</a></p>
            """
        }
        return Notice(
            title: Phrase(zh: "由\(publisher)统一公布", en: "Published by \(publisher)"),
            text: Phrase(
                zh: "这类信息由该机关负责公布和更新，内容以其公布的为准。",
                en: "That organ publishes and updates information of this kind; what it says there counts."
            ),
            more: link ?? .empty
        )
    }

    private var passedOn: Notice? {
        guard let origin = reading.content[CommonFields.origin], origin != "own",
            let field = reading.fields.first(where: { $0.key == CommonFields.origin })
        else { return nil }
        let source = reading.content[CommonFields.source]
        return Notice(
            title: Phrase(
                zh: "来源：\(field.displayText(of: origin, language: .zh))\(source.map { "（\($0)）" } ?? "")",
                en: "Origin: \(field.displayText(of: origin, language: .en))\(source.map { " (\($0))" } ?? "")"
            )
        )
    }
}
