/// The foot of every public page with the marks that the law asks for: 网站标识码, ICP备案编号, 公安备案, 主办单位,
/// 联系方式, 网站地图 and «我为政府网站找错» (国办发〔2017〕47号).

package import Html
package import Text

/// The public footer.
package struct PortalFooter: Component {
    /// 主办单位: who runs the site.
    package var host: String
    /// 网站标识码: ten characters given by the national register of government sites.
    package var siteCode: String
    package var icpNumber: String?
    package var policeNumber: String?
    /// 联系方式: telephone for problems with the site; a mark that is empty is left out.
    package var telephone: String
    package var email: String?
    package var siteMapURL: String
    /// «我为政府网站找错»: the national platform's address for this site.
    package var findErrorsURL: String
    /// Further links, such as the accessibility statement or the style of the open log.
    package var links: [Link]

    package init(
        host: String,
        siteCode: String,
        icpNumber: String? = nil,
        policeNumber: String? = nil,
        telephone: String,
        email: String? = nil,
        siteMapURL: String,
        findErrorsURL: String,
        links: [Link] = []
    ) {
        self.host = host
        self.siteCode = siteCode
        self.icpNumber = icpNumber
        self.policeNumber = policeNumber
        self.telephone = telephone
        self.email = email
        self.siteMapURL = siteMapURL
        self.findErrorsURL = findErrorsURL
        self.links = links
    }

    /// A link in the footer.
    package struct Link: Sendable {
        package var label: Phrase
        package var url: String

        package init(
            label: Phrase,
            url: String
        ) {
            self.label = label
            self.url = url
        }
    }

    package func html(in language: Language) -> HTML {
        let more = links.map { link -> HTML in "<li><a href=\"\(url: link.url)\">\(link.label[language])</a></li>" }
        return """
            <footer class="footer">
            <div class="frame">
            <ul class="footer-links">
            <li><a href="\(url: siteMapURL)">\(siteMap[language])</a></li>
            \(more)
            <li><a href="\(url: findErrorsURL)" rel="external">\(Icon.link.html)\(findErrors[language])</a></li>
            </ul>
            <dl>\(marks(in: language))</dl>
            </div>
            </footer>
            """
    }

    private func marks(in language: Language) -> [HTML] {
        let rows: [(Phrase, String?)] = [
            (Phrase(zh: "主办单位", en: "Run by"), host),
            (Phrase(zh: "网站标识码", en: "Site code"), siteCode),
            (Phrase(zh: "联系电话", en: "Telephone"), telephone),
            (Phrase(zh: "ICP 备案", en: "ICP record"), icpNumber),
            (Phrase(zh: "电子邮箱", en: "E-mail"), email),
            (Phrase(zh: "公安备案", en: "Police record"), policeNumber),
        ]
        return rows.compactMap { label, value in
            guard let value, !value.isEmpty else { return nil }
            return "<div><dt>\(label[language])</dt><dd>\(HTML.record(value, in: language))</dd></div>"
        }
    }

    private var siteMap: Phrase { Phrase(zh: "网站地图", en: "Site map") }
    private var findErrors: Phrase { Phrase(zh: "我为政府网站找错", en: "Report an error on this site") }
}
