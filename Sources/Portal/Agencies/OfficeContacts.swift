import Disclosure
import Html
import Text
import Web

/// Where the agency and its disclosure office are found (条例 art 12: name, address, hours, telephone, fax, net address).
struct OfficeContacts: Sendable {
    var agency: Agency

    func html(_ visit: Visit) -> HTML {
        let language = visit.language
        let guide: HTML = """
            <p class="proof-links"><a href="\(url: visit.links.to("/\(agency.code)/guide"))">\
            \(Phrase(zh: "看政府信息公开指南", en: "Read the disclosure guide")[language])</a></p>
            """
        return """
            <div class="halves"><section id="office"><h2>\(heading[language])</h2>\(Self.office(of: agency, language))</section>\
            <section><h2>\(contact[language])</h2>\(Self.list(of: agency.contact, named: agency.name[language], language))\
            \(guide)</section></div>
            """
    }

    /// The disclosure office; what it does not say of itself is left out.
    static func office(of agency: Agency, _ language: Language) -> HTML {
        let office = agency.disclosureOffice
        guard office != Contact() else {
            let missing = Phrase(
                zh: "本机关还没有登记政府信息公开工作机构，请按下面的方式联系本机关。",
                en: "The agency has not named its disclosure office yet; please contact the agency itself."
            )
            return "<p>\(missing[language])</p>"
        }
        return list(of: office, named: office.name, language)
    }

    static func list(of contact: Contact, named name: String, _ language: Language) -> HTML {
        let rows: [(Phrase, String)] = [
            (Phrase(zh: "名称", en: "Name"), name),
            (Phrase(zh: "办公地址", en: "Address"), contact.address),
            (Phrase(zh: "邮政编码", en: "Postcode"), contact.postcode),
            (Phrase(zh: "办公时间", en: "Office hours"), contact.hours),
            (Phrase(zh: "联系电话", en: "Telephone"), contact.telephone),
            (Phrase(zh: "传真号码", en: "Fax"), contact.fax),
        ]
        var list = rows.filter { !$0.1.isEmpty }.map { label, value in
            SummaryList.Row(label: label, value: HTML.record(value, in: language))
        }
        if !contact.email.isEmpty {
            list.append(
                SummaryList.Row(
                    label: Phrase(zh: "互联网联系方式", en: "On the internet"),
                    value: contact.email.contains("@")
                        ? "<a href=\"\(url: "mailto:\(contact.email)")\">\(contact.email)</a>"
                        : HTML(text: contact.email)
                )
            )
        }
        return SummaryList(rows: list).html(in: language)
    }

    private var heading: Phrase { Phrase(zh: "政府信息公开工作机构", en: "Disclosure office") }
    private var contact: Phrase { Phrase(zh: "联系本机关", en: "Contact the agency") }
}
