import Civil
import Disclosure
import Html
import Text
import Web

/// The reviews, lawsuits and complaints that name a case, on the page of the case.
struct CaseRemedies: Component {
    var remedies: [RemedyEntry]
    var visit: Visit

    func html(in language: Language) -> HTML {
        guard !remedies.isEmpty else { return .empty }
        let lines = remedies.map { remedy -> HTML in
            """
            <li>\(remedy.filedOn.element(in: language)) \(remedy.kind.name[language]) \
            <a href="\(url: visit.links.office("\(RemedyListPage.path)/\(remedy.id)"))">\
            \(HTML.record(remedy.number, in: language))</a> \(RemedyListPage.result(remedy, language))</li>
            """
        }
        return PagePart(RemedyListPage.name, "<ul class=\"ruled\">\(lines)</ul>").html(in: language)
    }
}
