import Text

/// Which column of a file goes into which field: by the duty's layout, and by the few names that archives of documents use.
struct ImportMapping: Sendable {
    enum Target: Sendable, Hashable {
        /// The row's id where it comes from.
        case sourceID
        case itemClass
        case field(String)
    }

    private let layout: ImportLayout
    private let form: RecordForm

    init(_ duty: Duty, form: RecordForm) {
        layout = ImportLayout(duty)
        self.form = form
    }

    /// Nil for a column that no field takes.
    func target(of column: String) -> Target? {
        let name = column.lowercased()
        if Self.sourceIDs.contains(name) { return .sourceID }
        if Self.classes.contains(name) { return .itemClass }
        // In an archive of documents `date` is the document's, whatever the duty calls a date.
        if form == .jsonLines, let key = Self.documentNames[name] { return .field(key) }
        return layout.key(forHeader: column).map { .field($0) }
    }

    private static let sourceIDs: Set<String> = ["id", "source-id", "source_id", "来源编号", "原编号"]
    private static let classes: Set<String> = ["class", "类别代码", "信息类别"]
    private static let documentNames = ["date": CommonFields.formedOn, "org": CommonFields.issuer]
}

/// What a file must tell and does not, before any row is read.
extension ImportMapping {
    /// - Throws: `UnreadableFile` when a table has no column with the rows' ids.
    func check(header: [String]?) throws {
        guard let header, !header.contains(where: { target(of: $0) == .sourceID }) else { return }
        throw UnreadableFile(
            zh: "表头缺少来源编号：请加一列「来源编号」（或 id），每行一个不变的编号，重复导入时据此识别",
            en: "The header has no column for the rows' ids: add “来源编号” (or id), so that a second import knows each row"
        )
    }
}
