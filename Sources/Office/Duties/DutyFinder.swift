import Disclosure
import Html
import Text
import Web

/// The duties by matter with a search above them; a page says where each of them leads.
struct DutyFinder {
    var visit: Visit
    /// The page's own address, to which the search goes.
    var url: String
    /// What the search takes along.
    var kept: [HiddenField] = []
    /// What is said when no duty fits what was typed.
    var nothing: EmptyState
    var leadsTo: @Sendable (Duty) -> String

    func html() -> HTML {
        let catalogue = visit.app.catalogue
        let query = visit.query.text("q")
        let found = DutySearch.duties(of: catalogue, matching: query)
        let search = SearchForm(
            action: url,
            label: Phrase(zh: "查找公开事项", en: "Find a duty"),
            query: query,
            id: "duty-search",
            kept: kept
        )
        let tables = catalogue.matters.compactMap { matter -> HTML? in
            let duties = found.filter { $0.matter.code == matter.code }
            guard !duties.isEmpty else { return nil }
            return DutyTable(duties: duties, matter: matter, address: leadsTo).html(in: visit.language)
        }
        return search.html(in: visit.language)
            + (tables.isEmpty ? nothing.html(in: visit.language) : tables.joined())
    }
}

/// The duties of one matter with what a clerk looks for: how soon, and who reviews.
struct DutyTable: Component {
    var duties: [Duty]
    var matter: Duty.Matter
    /// Where the name of a duty leads.
    var address: @Sendable (Duty) -> String

    func html(in language: Language) -> HTML {
        DataTable(
            caption: matter.name,
            columns: [
                .init(label: Phrase(zh: "公开事项", en: "Duty")),
                .init(label: Phrase(zh: "代码", en: "Code")),
                .init(label: Phrase(zh: "时限", en: "Time limit")),
                .init(label: Phrase(zh: "保密审查、签发以外的意见", en: "Opinions besides secrecy and sign-off")),
            ],
            rows: duties.map { duty in
                let opinions = duty.opinions.map(\.kind.name[language])
                return [
                    .link(duty.name[language], url: address(duty)),
                    .text(duty.code),
                    duty.shortestLimit.map { .text($0[language]) } ?? .blank,
                    opinions.isEmpty ? .blank : .text(opinions.joined(separator: language == .zh ? "、" : ", ")),
                ]
            },
            id: "duties-\(matter.code)"
        ).html(in: language)
    }
}

/// Finding a duty by a word of its name, code or content.
enum DutySearch {
    static func duties(of catalogue: Catalogue, matching query: String) -> [Duty] {
        let words = query.lowercased().split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return catalogue.duties }
        return catalogue.duties.filter { duty in
            let text = [
                duty.code, duty.name.zh, duty.name.en, duty.matter.name.zh, duty.matter.name.en,
                duty.content?.zh ?? "", duty.content?.en ?? "",
            ].joined(separator: "\n").lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }
}

extension Duty {
    /// The shortest of its limits that always applies, or what the catalogue says instead.
    var shortestLimit: Phrase? {
        let counted = limits.filter { $0.condition == nil }.min { $0.length.roughDays < $1.length.roughDays }
        return (counted ?? limits.first)?.words(in: self) ?? limitNote
    }
}

extension DutyLimit.Length {
    /// For comparing lengths of different units only; never a deadline.
    fileprivate var roughDays: Int {
        switch self {
        case .sameDay: 0
        case .hours(let count): count / 24
        case .calendarDays(let count): count
        case .workingDays(let count): count * 7 / 5
        case .quarterly: 90
        case .yearly: 365
        }
    }
}
