import Civil
import Disclosure
import Text
import Web

/// What of the records behind a number is for everybody: published items and where they went, never a case.
///
/// Cases are told by their number and by parts of at least five (个人信息保护法 art 6); those that came from informants not in
/// parts at all (安全生产法 art 73).
struct FigurePublicity: Sendable {
    static let least = 5

    let agency: Agency
    /// Kinds of cases whose informants are protected.
    let protected: Set<String>
    let figures: [String: Figure]

    init(of agency: Agency, in app: App) {
        self.agency = agency
        protected = Set(app.procedures.all.filter { $0.protects == .informant }.map(\.kind))
        figures = Dictionary(app.figures.all(of: agency).map { ($0.key, $0) }) { first, _ in first }
    }

    /// Why there is no list; nil where there is one.
    func unlisted(_ kind: FigureRecords.Kind?) -> Phrase? {
        switch kind {
        case .caseFile:
            Phrase(
                zh: "这是办件的件数。办件涉及申请人、举报人，依法不公开清单，只公开数字。",
                en: "These are cases. They concern those who applied or informed, so that only their number is public."
            )
        case .remedy:
            Phrase(
                zh: "这是行政复议、诉讼和投诉的件数。涉及当事人，只公开数字。",
                en:
                    "These are reviews, lawsuits and complaints. They concern people, so that only their number is public."
            )
        default: nil
        }
    }

    /// The lines that are for everybody, each with the way to its page.
    func shown(_ lines: [FigureLine], _ links: Links) -> [ShownRecord] {
        lines.compactMap { line in
            switch line.record {
            case .item(_, let leaf?, let isPublic):
                // What was taken down is told by its name in the log; its page says why.
                let name = Phrase(zh: leaf, en: leaf)
                return ShownRecord(
                    line,
                    title: isPublic ? nil : name,
                    url: links.item(agency.code, leaf),
                    detail: line.detail ?? (isPublic ? name : nil)
                )
            case .item, .caseFile, .remedy: return nil
            case .column(let path): return ShownRecord(line, url: links.column(agency.code, path))
            case .reading(let value, let source, let evidence):
                return ShownRecord(
                    line,
                    title: Phrase(zh: value.shown(in: .zh), en: value.shown(in: .en)),
                    detail: Phrase(zh: "来源：\(source)；依据：\(evidence)", en: "Source: \(source); evidence: \(evidence)")
                )
            }
        }
    }

    /// Without the parts that would tell of single people.
    func published(_ reading: FigureReading) -> FigureReading {
        guard let kind = reading.records?.kind, kind == .caseFile || kind == .remedy else { return reading }
        var reading = reading
        reading.sides = isProtected(reading.figure) ? [] : reading.sides.compactMap(published)
        return reading
    }

    private func isProtected(_ figure: Figure) -> Bool {
        let parts = figure.parts.isEmpty ? [figure] : figure.parts.compactMap { figures[$0] }
        return parts.contains { part in
            guard case .records(let filter) = part.counting else { return false }
            return filter.kinds.isEmpty || !protected.isDisjoint(with: filter.kinds)
        }
    }

    /// Small parts are one part together, so that the rest still adds up; months cannot be put together.
    private func published(_ side: FigureReading.Side) -> FigureReading.Side? {
        let isSmall = { (part: FigurePart) in part.value > 0 && part.value < Self.least }
        guard side.parts.contains(where: isSmall) else { return side }
        guard side.dimension != .month else { return nil }
        var (kept, small) = (side.parts.filter { !isSmall($0) }, side.parts.filter(isSmall))
        while let last = kept.last, small.count < 2 || small.reduce(0, { $0 + $1.value }) < Self.least {
            small.append(last)
            kept.removeLast()
        }
        guard var rest = small.first, !kept.isEmpty else { return nil }
        rest.key = ""
        rest.name = Phrase(zh: "其余各项合计", en: "All others together")
        rest.value = small.reduce(0) { $0 + $1.value }
        var side = side
        side.parts = kept + [rest]
        return side
    }
}
