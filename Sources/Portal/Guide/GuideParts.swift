import Disclosure
import Html
import Text
import Web

/// The five parts of a disclosure guide: what there is, what is published, how to ask, whom, and what else (条例 art 12).
struct GuideParts: Sendable {
    var content: GuidePage.Content
    var language: Language

    var all: [GuidePart] { [holdings, proactive, request, office, other] }

    private var agency: Agency { content.frame.agency }

    private var holdings: GuidePart {
        let columns = content.frame.children(of: nil).map { $0.name[language] }
        var blocks: [Prose.Block] = []
        if !columns.isEmpty {
            blocks.append(
                text(
                    zh: "本机关公开的信息按下列栏目分类：\(columns.joined(separator: "、"))。",
                    en: "What the agency publishes is sorted into these columns: \(columns.joined(separator: ", "))."
                )
            )
        }
        if !content.classes.isEmpty {
            let names = content.classes.map { $0.name[language] }
            blocks.append(
                text(
                    zh: "每条信息另归入一个信息类别：\(names.joined(separator: "、"))。",
                    en: "Each item also belongs to one class: \(names.joined(separator: ", "))."
                )
            )
        }
        blocks += [
            text(
                zh: "每条信息有一个索引号，由\(IndexNumberWords.of(agency.indexTemplate).zh)组成，不重复、不更改。",
                en:
                    "Each item has an index number of its own that never changes, made of \(IndexNumberWords.of(agency.indexTemplate).en)."
            ),
            text(
                zh: "政府信息公开目录列出本机关应当公开的全部事项及其依据、时限和渠道；每条信息的页面列明索引号、名称、内容和成文日期。",
                en:
                    "The catalogue lists everything that must be public with its basis, time limit and channels; the page of each item gives its index number, name, content and date."
            ),
        ]
        return GuidePart(
            id: "holdings",
            title: Phrase(zh: "一、本机关持有信息的基本情况", en: "1. What the agency holds"),
            blocks: blocks
        )
    }

    private var proactive: GuidePart {
        let channels = content.channels.map { $0.name[language] }
        var blocks = [
            text(
                zh: "属于主动公开范围的信息，自形成或者变更之日起二十个工作日内公开；法律、法规对期限另有规定的，从其规定（《政府信息公开条例》第二十六条）。",
                en:
                    "Information that must be published appears within 20 working days of the day it was formed or changed, unless a law says otherwise (Regulations on Open Government Information, 政府信息公开条例, art 26)."
            )
        ]
        if !channels.isEmpty {
            blocks.append(
                text(
                    zh: "公开渠道：\(channels.joined(separator: "、"))。在哪些渠道发布过，每条信息的页面都有记录。",
                    en:
                        "Channels: \(channels.joined(separator: ", ")). The page of each item records where it went out."
                )
            )
        }
        blocks.append(
            text(
                zh: "您可以在本站检索、查阅、下载，也可以到国家档案馆、公共图书馆和政务服务场所的查阅点查阅（第二十四条、第二十五条）。",
                en:
                    "You can search, read and download here, or read at state archives, public libraries and government service halls (arts 24 and 25)."
            )
        )
        return GuidePart(id: "published", title: Phrase(zh: "二、主动公开", en: "2. What is published"), blocks: blocks)
    }

    private var request: GuidePart {
        GuidePart(
            id: "request",
            title: Phrase(zh: "三、依申请公开", en: "3. How to ask for information"),
            blocks: RequestText(agency: agency, language: language).blocks
        )
    }

    private var office: GuidePart {
        GuidePart(
            id: "office",
            title: Phrase(zh: "四、政府信息公开工作机构", en: "4. The disclosure office"),
            blocks: [.markup(OfficeContacts.office(of: agency, language))]
        )
    }

    private var other: GuidePart {
        GuidePart(
            id: "other",
            title: Phrase(zh: "五、其他", en: "5. What else"),
            blocks: [
                text(
                    zh: "您认为本机关在政府信息公开工作中侵犯您的合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼（第五十一条）。",
                    en:
                        "If you think that the agency has infringed your rights, you can complain to the organ above it or to the authority in charge of open information, apply for administrative reconsideration, or go to court (art 51)."
                ),
                text(
                    zh: "本站的内容有错、链接失效或者无法打开，请告诉上面的工作机构，也可以通过页面底部的“我为政府网站找错”反映。",
                    en:
                        "If something on this site is wrong or does not open, please tell the office above, or report it with the link at the foot of the page."
                ),
                text(
                    zh: "本指南由系统按机关的最新设置生成，栏目、渠道、联系方式变更后随即更新。",
                    en: "This guide is made from the agency's present settings and changes with them."
                ),
            ]
        )
    }

    private func text(zh: String, en: String) -> Prose.Block { .paragraph(Phrase(zh: zh, en: en)[language]) }
}

/// What an index number is made of, in words.
enum IndexNumberWords {
    static func of(_ template: IndexTemplate) -> Phrase {
        var zh: [String] = []
        var en: [String] = []
        for part in template.text.split(separator: "{").compactMap({ $0.split(separator: "}").first }) {
            let words = words(for: String(part))
            guard let words else { continue }
            zh.append(words.zh)
            en.append(words.en)
        }
        return Phrase(zh: zh.joined(separator: "、"), en: en.joined(separator: ", "))
    }

    private static func words(for part: String) -> Phrase? {
        if part.hasPrefix("serial:") {
            let digits = part.dropFirst("serial:".count)
            return Phrase(zh: "\(digits) 位顺序号", en: "a serial of \(digits) digits")
        }
        switch IndexTemplate.Place(rawValue: part) {
        case .organisationCode: return Phrase(zh: "组织机构代码", en: "the organisation code")
        case .creditCode: return Phrase(zh: "统一社会信用代码", en: "the unified social credit code")
        case .region: return Phrase(zh: "行政区划代码", en: "the region code")
        case .department: return Phrase(zh: "机关代码", en: "the agency's code")
        case .category: return Phrase(zh: "信息类别代码", en: "the class code")
        case .group: return Phrase(zh: "公开事项代码", en: "the duty's code")
        case .section: return Phrase(zh: "科室代码", en: "the section's code")
        case .year: return Phrase(zh: "成文年份", en: "the year it was formed")
        case .date: return Phrase(zh: "成文日期", en: "the day it was formed")
        case nil: return nil
        }
    }
}
