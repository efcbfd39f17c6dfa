import Disclosure
import Html
import Text
import Web

/// How to ask for information (条例 arts 27–44; 国办函〔2020〕109号 for the fee).
struct RequestText: Sendable {
    var agency: Agency
    var language: Language

    private var office: Contact { agency.disclosureOffice }

    var blocks: [Prose.Block] {
        [
            text(
                zh: "除主动公开的信息外，您可以向本机关申请获取相关政府信息（《政府信息公开条例》第二十七条）。申请不需要说明用途。",
                en:
                    "Beyond what is published you can ask the agency for information (依申请公开, art 27). You need not say what for."
            ),
            .subheading(Phrase(zh: "（一）提出申请", en: "Making a request")[language]),
            text(
                zh: "向政府信息公开工作机构提出：\(ways.zh)。申请应当写明：",
                en: "Send it to the disclosure office: \(ways.en). It must state:"
            ),
            .list(
                (language == .zh
                    ? ["您的姓名或者名称、身份证明、联系方式；", "申请公开的信息的名称、文号，或者便于查询的其他特征性描述；", "要求的形式，包括获取信息的方式、途径。"]
                    : [
                        "your name, proof of identity and how to reach you;",
                        "the name or document number of the information, or other features by which it can be found;",
                        "the form in which you want it and how you want to receive it.",
                    ])
            ),
            .markup(online),
            text(
                zh: "书面申请确有困难的，可以口头提出，由工作机构代为填写（第二十九条）。阅读有困难或者视听有障碍的，本机关提供必要的帮助（第四十三条）。",
                en:
                    "If you cannot write it, say it: the office fills it in for you (art 29). It also helps those who have difficulty reading, seeing or hearing (art 43)."
            ),
            .subheading(Phrase(zh: "（二）收到与补正", en: "Receipt and clarification")[language]),
            text(
                zh: "当面提交的以提交之日、邮寄的以签收之日为收到申请之日；平常信函和互联网、传真提交的，以双方确认之日为准（第三十一条）。内容不明确的，收到之日起七个工作日内一次性告知补正（第三十条）。",
                en:
                    "A request handed in counts from that day, a registered letter from the day it was signed for; plain letters, the internet and fax count from the day both sides confirmed it (art 31). If it is unclear, the office says so once, within 7 working days (art 30)."
            ),
            .subheading(Phrase(zh: "（三）答复", en: "The reply")[language]),
            text(
                zh:
                    "能够当场答复的当场答复；不能当场答复的，自收到申请之日起二十个工作日内答复；需要延长的，经工作机构负责人同意并告知您，延长最长二十个工作日。征求第三方和其他机关意见所需时间不计算在内（第三十三条）。",
                en:
                    "If possible you get the reply at once, otherwise within 20 working days. It may be extended by at most 20 working days with the consent of the head of the disclosure office, of which you are told. Time for consulting third parties and other organs is not counted (art 33)."
            ),
            .subheading(Phrase(zh: "（四）费用", en: "Fees")[language]),
            text(
                zh: "提供信息不收取费用。申请的数量、频次明显超过合理范围的，可以收取信息处理费（第四十二条）。",
                en:
                    "There is no charge. Only requests that clearly exceed reasonable number or frequency may cost a processing fee (art 42)."
            ),
        ]
    }

    /// The form of this site, and where it is followed.
    private var online: HTML {
        let links = Links(language: language)
        let ask = Phrase(zh: "在线提出申请", en: "Make a request online")
        let follow = CaseQueryPage.title
        return """
            <p class="proof-links"><a href="\(url: links.to("/\(agency.code)/ask/request"))">\(ask[language])</a>\
            <a href="\(url: links.to("/\(agency.code)/cases"))">\(follow[language])</a></p>
            """
    }

    /// The ways that the office has registered.
    private var ways: Phrase {
        var zh: [String] = []
        var en: [String] = []
        if !office.address.isEmpty {
            zh.append("当面或者邮寄到\(office.address)")
            en.append("in person or by post to \(office.address)")
        }
        if !office.fax.isEmpty {
            zh.append("传真 \(office.fax)")
            en.append("by fax to \(office.fax)")
        }
        if !office.email.isEmpty {
            zh.append("互联网 \(office.email)")
            en.append("over the internet to \(office.email)")
        }
        guard !zh.isEmpty else { return Phrase(zh: "当面或者邮寄", en: "in person or by post") }
        return Phrase(zh: zh.joined(separator: "，或者"), en: en.joined(separator: ", or "))
    }

    private func text(zh: String, en: String) -> Prose.Block { .paragraph(Phrase(zh: zh, en: en)[language]) }
}
