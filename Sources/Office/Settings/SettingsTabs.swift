import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The pages of the agency's settings.
enum SettingsPart: String, CaseIterable, Sendable {
    case agency, sections, classes, columns, channels, names

    var path: String { self == .agency ? "/settings" : "/settings/\(rawValue)" }

    var name: Phrase {
        switch self {
        case .agency: Phrase(zh: "机关", en: "Agency")
        case .sections: Phrase(zh: "科室", en: "Sections")
        case .classes: Phrase(zh: "类别", en: "Classes")
        case .columns: Phrase(zh: "栏目", en: "Columns")
        case .channels: Phrase(zh: "渠道", en: "Channels")
        case .names: Phrase(zh: "曾用名", en: "Former names")
        }
    }

    /// The page of this part under the tabs of all.
    func response(_ visit: Visit, _ frame: OfficeFrame, _ filled: FilledForm, _ content: HTML) -> Response {
        let tabs = Tabs(
            label: OfficeArea.settings.name,
            tabs: Self.allCases.map { part in
                .init(label: part.name, url: visit.links.office(part.path), isCurrent: part == self)
            }
        )
        return OfficePage(
            frame,
            .settings,
            title: OfficeArea.settings.name[visit.language],
            isAreaHome: true,
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            "\(tabs.html(in: visit.language))\(Done.notice(visit))\(filled.summary)\(content)",
            status: filled.status
        )
    }
}
