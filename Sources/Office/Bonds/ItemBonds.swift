import Civil
import Database
import Disclosure
import Html
import Text
import Web

/// What an item is bound to, for its page in the office: comments and their outcome, policy and interpretation.
struct ItemBonds: Sendable {
    var period: CommentPeriod?
    var tally = CommentTally()
    var outcome: Item?
    /// The draft whose outcome this is.
    var draft: Item?
    var document: Item?
    var interpretations: [Item]
    /// Everything that must be signed in one act with this item; more than one when it has partners in work.
    var pair: [Item]
    /// Its duty asks for an interpretation and there is none.
    var lacksInterpretation: Bool
    /// The address of another organ that it leads to, and what the last check found.
    var link: LinkCheck?
    /// When it is to be assessed again, where it is not open.
    var assessedOn: CivilDate?
    /// The duty under which it can be explained.
    var interpretationDuty: Duty?

    init(_ item: Item, _ version: Version, _ duty: Duty, _ actor: Actor, _ tx: any SQLConnection, _ app: App) throws {
        period = CommentPeriod(version.content, under: duty)
        if duty.takesComments {
            tally = try tx.comments.tally(of: item.id)
            outcome = try tx.comments.outcome(of: item.id)
        }
        draft = try tx.comments.draft(ofOutcome: item.id)
        document = try tx.bonds.document(of: item.id)
        interpretations = try tx.bonds.interpretations(of: item.id)
        link = try tx.links.find(item.id)
        assessedOn = try tx.refusals.reviewDate(of: item.id)
        pair = try tx.pair(around: item.id, of: actor)
        let isProactive = version.content[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue
        lacksInterpretation = duty.needsInterpretation && isProactive && interpretations.isEmpty
        interpretationDuty = duty.policyDocument ? app.catalogue.interpretationDuty(of: duty) : nil
    }

    /// Must be signed together with something else.
    var isPaired: Bool { pair.count > 1 }
}

/// The part of an item's page about what it is bound to; nothing where it stands alone.
struct BondsView: Component {
    var reading: ItemReading
    var visit: Visit

    private var bonds: ItemBonds { reading.bonds }

    func html(in language: Language) -> HTML {
        let rows = relations(language) + comments(language) + watched(language)
        let content = (rows.isEmpty ? .empty : SummaryList(rows: rows).html(in: language)) + missing(language)
        return PagePart(Phrase(zh: "关联办理", en: "Bound to"), id: "bonds", content).html(in: language)
    }

    private func relations(_ language: Language) -> [SummaryList.Row] {
        var rows: [SummaryList.Row] = []
        func add(_ zh: String, _ en: String, _ items: [Item]) {
            guard !items.isEmpty else { return }
            let links = items.map { item -> HTML in
                """
                <a href="\(url: visit.links.officeItem(item.id.text))">\(HTML.record(item.title, in: language))</a> \
                <span class="quiet">\(item.state.name[language])</span>
                """
            }
            rows.append(.init(label: Phrase(zh: zh, en: en), value: links.joined(by: "<br>")))
        }
        add("征求意见稿", "Draft that was open for comment", [bonds.draft].compactMap { $0 })
        add("意见征集结果", "Outcome of comments", [bonds.outcome].compactMap { $0 })
        add("被解读的文件", "Document that it interprets", [bonds.document].compactMap { $0 })
        add("解读", "Interpretations", bonds.interpretations)
        if bonds.isPaired {
            let words = Phrase(zh: "须一并签发、一起公开", en: "Signed and published together")[language]
            let address = visit.links.office("/items/\(reading.item.id)/pair")
            let value: HTML =
                reading.actor.may(.giveOpinion(.signOff))
                ? "<a href=\"\(url: address)\">\(words)</a>" : HTML(text: words)
            rows.append(.init(label: Phrase(zh: "一并签发", en: "Sign together"), value: value))
        }
        return rows
    }

    private func comments(_ language: Language) -> [SummaryList.Row] {
        guard let period = bonds.period, reading.item.state == .published else { return [] }
        let tally = bonds.tally
        let count = Phrase(
            zh: "\(tally.received) 条，其中 \(tally.open) 条未处理",
            en: "\(tally.received), of which \(tally.open) are not treated yet"
        )[language]
        let address = visit.links.office("/items/\(reading.item.id)/comments")
        let mayTreat = reading.actor.may(.draftItem)
        var rows: [SummaryList.Row] = [
            .init(
                label: Phrase(zh: "征求意见", en: "Open for comment"),
                value: """
                    \(period.from.element(in: language)) – \(period.until.element(in: language))
                    """
            ),
            .init(
                label: Phrase(zh: "公众意见", en: "Comments"),
                value: mayTreat ? "<a href=\"\(url: address)\">\(count)</a>" : HTML(text: count)
            ),
        ]
        if mayTreat, bonds.outcome == nil, period.until < visit.app.now().date {
            let draft = Phrase(zh: "起草意见征集结果", en: "Draft the outcome")[language]
            rows.append(
                .init(
                    label: Phrase(zh: "征集结果", en: "Outcome"),
                    value: "<a href=\"\(url: visit.links.office("/items/\(reading.item.id)/outcome"))\">\(draft)</a>"
                )
            )
        }
        return rows
    }

    /// What the nights look at: the other organ's address, the date of the next assessment.
    private func watched(_ language: Language) -> [SummaryList.Row] {
        var rows: [SummaryList.Row] = []
        if let link = bonds.link, reading.item.state == .published {
            let when: HTML = link.checkedOn.map { " (\($0.element(in: language)))" } ?? .empty
            rows.append(
                .init(
                    label: Phrase(zh: "公布地址检查", en: "Check of the address"),
                    value: """
                        <a href="\(url: link.address)" rel="external">\(link.address)</a><br>\
                        \(link.outcome.words[language])\(when)
                        """
                )
            )
        }
        if let day = bonds.assessedOn {
            let address = visit.links.office("/items/\(reading.item.id)/assessment")
            let mayAssess = reading.actor.may(.giveOpinion(.disclosureOffice))
            let date = day.element(in: language)
            rows.append(
                .init(
                    label: Phrase(zh: "再次评估日期", en: "To be assessed again"),
                    value: mayAssess ? "<a href=\"\(url: address)\">\(date)</a>" : date
                )
            )
        }
        return rows
    }

    /// A policy without its interpretation says so while there is time to write one.
    private func missing(_ language: Language) -> HTML {
        guard reading.isInWork, bonds.lacksInterpretation, let duty = bonds.interpretationDuty else { return .empty }
        let start = Button(
            act: Phrase(zh: "起草解读", en: "Draft the interpretation"),
            weight: .second,
            does: .leads(to: visit.links.office("/items/new?duty=\(duty.code)&document=\(reading.item.id)"))
        )
        return Notice(
            kind: .care,
            title: Phrase(zh: "这类政策文件须与解读一起公开", en: "Policies of this kind are published with an interpretation"),
            text: Phrase(
                zh: "政策文件与解读同步起草、同步审签、同步公开（国办发〔2016〕80号）；不需要解读的，由签发人选择理由。",
                en:
                    "Both are drafted, signed and published together (国办发〔2016〕80号); the approver may say why none is needed."
            ),
            more: reading.actor.may(.draftItem) ? "<p>\(start.html(in: language))</p>" : .empty
        ).html(in: language)
    }
}

extension LinkOutcome {
    var words: Phrase {
        switch self {
        case .opens: Phrase(zh: "可以打开", en: "It opens")
        case .answers(let status): Phrase(zh: "对方网站回答 \(status)", en: "The other site answered \(status)")
        case .unreachable: Phrase(zh: "无法连接", en: "It cannot be reached")
        case .tooSlow: Phrase(zh: "对方网站没有及时回答", en: "The other site did not answer in time")
        case .refused: Phrase(zh: "不是公开网络的地址，未检查", en: "Not an address of the open internet; never asked")
        case .notChecked: Phrase(zh: "尚未检查", en: "Not checked yet")
        }
    }
}
