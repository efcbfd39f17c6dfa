import Disclosure
import Text
import Web

/// What an empty column is for: what would be here, and within what time it gets here.
struct ColumnPromise: Sendable {
    let duties: [Duty]

    init(_ duties: [Duty]) { self.duties = duties }

    /// The duties of the column in one phrase; nil where the catalogue sends none here.
    var what: Phrase? {
        guard !duties.isEmpty else { return nil }
        let shown = duties.prefix(6)
        let more = duties.count > shown.count
        return Phrase(
            zh: shown.map(\.name.zh).joined(separator: "、") + (more ? "等" : ""),
            en: shown.map(\.name.en).joined(separator: ", ") + (more ? " and more" : "")
        )
    }

    /// The time limits, each once.
    var when: Phrase? {
        var limits: [Phrase] = []
        for duty in duties {
            for limit in duty.limits {
                let words = limit.words(in: duty)
                if !limits.contains(words) { limits.append(words) }
            }
        }
        guard !limits.isEmpty else { return nil }
        let shown = limits.prefix(3)
        return Phrase(zh: shown.map(\.zh).joined(separator: "；"), en: shown.map(\.en).joined(separator: "; "))
    }

    var empty: EmptyState {
        EmptyState(
            whatWouldBeHere: what.map { Phrase(zh: "这里会公开：\($0.zh)", en: "Published here: \($0.en)") }
                ?? Phrase(zh: "这里会公开归入本栏目的信息", en: "Whatever the agency puts into this column is published here"),
            howItGetsHere: when.map {
                Phrase(
                    zh: "目前还没有信息。经保密审查和签发后，\($0.zh)公开。",
                    en: "Nothing so far. After secrecy review and signature it appears \($0.en)."
                )
            }
                ?? Phrase(
                    zh: "目前还没有信息。经保密审查和签发后在这里公开。",
                    en: "Nothing so far. It appears after secrecy review and signature."
                )
        )
    }
}

extension AgencyFrame {
    /// The duties whose items come to a column or below it of themselves; to no column in particular, all of them.
    func duties(in column: Column?, _ catalogue: Catalogue) -> [Duty] {
        guard let column else { return catalogue.duties }
        let slugs = Set(
            columns.filter { $0.path == column.path || $0.path.hasPrefix(column.path + "/") }.compactMap(
                \.catalogueColumn
            )
        )
        return catalogue.duties.filter { slugs.contains($0.column) }
    }
}
