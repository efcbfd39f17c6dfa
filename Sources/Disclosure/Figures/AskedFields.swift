/// The fields of items that figures take values from, and that are therefore kept in an indexed form.
struct AskedFields: Sendable {
    private var ofAll: Set<String> = []
    private var ofDuty: [String: Set<String>] = [:]

    init() {}

    init(of figures: [Figure]) {
        for figure in figures {
            guard case .records(let filter) = figure.counting else { continue }
            if filter.duties.isEmpty { ofAll.formUnion(filter.fields) }
            for duty in filter.duties { ofDuty[duty, default: []].formUnion(filter.fields) }
        }
    }

    func keys(under duty: String) -> Set<String> { ofAll.union(ofDuty[duty] ?? []) }
}
