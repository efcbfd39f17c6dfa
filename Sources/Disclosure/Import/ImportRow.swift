import Civil
import Text

/// One row of a file read against its duty: the content it would become, or why it cannot.
struct ImportRow: Sendable {
    var line: Int
    /// Empty where the row does not say it.
    var sourceID: String
    var title: String
    var itemClass: String?
    var content: ItemContent
    var problems: [FieldProblem]
}

/// Reads rows: names of columns become fields, and what archives leave unsaid is filled in.
struct ImportRowReader {
    let duty: Duty
    let mapping: ImportMapping
    /// Values that hold for every row whatever it says itself, by field key.
    let fixed: [String: String]
    let idPrefix: String
    let today: CivilDate
    /// Columns that no field took.
    private(set) var unusedColumns: Set<String> = []

    init(_ wanted: ItemImport, duty: Duty, today: CivilDate) {
        self.duty = duty
        mapping = ImportMapping(duty, form: wanted.form)
        fixed = wanted.fixed
        idPrefix = wanted.idPrefix
        self.today = today
    }

    mutating func read(_ record: SourceRecord) -> ImportRow {
        var row = ImportRow(
            line: record.line,
            sourceID: "",
            title: "",
            itemClass: nil,
            content: ItemContent(),
            problems: []
        )
        if let flaw = record.flaw {
            row.problems = [FieldProblem(key: "", message: flaw)]
            return row
        }
        var typed = fixed
        for (column, value) in record.values {
            switch mapping.target(of: column) {
            case .sourceID: row.sourceID = idPrefix + FieldText.trimmed(value)
            case .itemClass: row.itemClass = FieldText.trimmed(value)
            case .field(let key) where fixed[key] == nil:
                if !FieldText.trimmed(value).isEmpty { typed[key] = value }
            case .field, nil: unusedColumns.insert(column)
            }
        }
        complete(&typed)
        let (content, problems) = duty.check(typed, in: FieldContext(today: today))
        row.content = content
        row.title = content[CommonFields.title] ?? ""
        row.problems = problems
        if let problem = Self.problem(inSourceID: row.sourceID, prefix: idPrefix) {
            row.problems.insert(problem, at: 0)
        }
        return row
    }

    /// A row that names its source was said by others first; one without a title or date of its own takes the party's
    /// name and the day that starts its clock.
    private func complete(_ typed: inout [String: String]) {
        typed[CommonFields.disclosure] = typed[CommonFields.disclosure] ?? Duty.DisclosureMode.proactive.rawValue
        if typed[CommonFields.origin] == nil {
            typed[CommonFields.origin] = typed[CommonFields.source] == nil ? "own" : "reposted"
        }
        if typed[CommonFields.title] == nil, let name = duty.fields.first?.key, let first = typed[name] {
            typed[CommonFields.title] = "\(duty.name.zh)：\(first)"
        }
        if typed[CommonFields.formedOn] == nil, let start = duty.limits.first?.from, let day = typed[start] {
            typed[CommonFields.formedOn] = day
        }
    }

    private static func problem(inSourceID id: String, prefix: String) -> FieldProblem? {
        if id.count <= prefix.count {
            return FieldProblem(
                "source-id",
                zh: "没有来源编号，无法识别重复导入",
                en: "There is no source id, so that a second import could not know the row"
            )
        }
        let isPlain = id.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        guard isPlain, id.count <= 200 else {
            return FieldProblem(
                "source-id",
                zh: "来源编号不超过 200 字，不含换行等控制字符",
                en: "A source id has at most 200 characters and no control characters"
            )
        }
        return nil
    }
}
