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
        Self.response(visit, frame, filled, content, at: path)
    }

    /// A page of the settings under the tabs of all.
    static func response(
        _ visit: Visit,
        _ frame: OfficeFrame,
        _ filled: FilledForm,
        _ content: HTML,
        at path: String
    ) -> Response {
        let parts =
            allCases.map { (name: $0.name, path: $0.path) } + [(name: HolidayPages.name, path: HolidayPages.path)]
        let tabs = Tabs(
            label: OfficeArea.settings.name,
            tabs: parts.map { part in
                .init(label: part.name, url: visit.links.office(part.path), isCurrent: part.path == path)
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
