/// What is to be brought in, under which duty, by whose hands.
package struct ItemImport: Sendable {
    package var path: String
    package var form: RecordForm
    /// Nil to find out.
    package var encoding: FileEncoding?
    /// Code of the agency.
    package var agency: String
    /// Code of the duty.
    package var duty: String
    /// Sign-in names of three different people.
    package var editor: String
    package var reviewer: String
    package var approver: String
    /// What the secrecy reviewer writes down.
    package var secrecyReason: String
    /// Whether the secrecy reviewer clears what the scanner found; the reason must say why then.
    package var clearsFindings: Bool
    /// Values that hold for every row whatever it says itself, by field key.
    package var fixed: [String: String]
    /// Code of the class, where the agency has classes and the file does not say it.
    package var itemClass: String?
    /// Code of the section, or none.
    package var section: String?
    /// Stands before every source id, for sources whose ids would meet.
    package var idPrefix: String
    /// Where the sheet of problems goes.
    package var sheetPath: String

    package init(
        path: String,
        form: RecordForm,
        encoding: FileEncoding? = nil,
        agency: String,
        duty: String,
        editor: String,
        reviewer: String,
        approver: String,
        secrecyReason: String = "",
        clearsFindings: Bool = false,
        fixed: [String: String] = [:],
        itemClass: String? = nil,
        section: String? = nil,
        idPrefix: String = "",
        sheetPath: String? = nil
    ) {
        self.path = path
        self.form = form
        self.encoding = encoding
        self.agency = agency
        self.duty = duty
        self.editor = editor
        self.reviewer = reviewer
        self.approver = approver
        self.secrecyReason = secrecyReason
        self.clearsFindings = clearsFindings
        self.fixed = fixed
        self.itemClass = itemClass
        self.section = section
        self.idPrefix = idPrefix
        self.sheetPath = sheetPath ?? "\(path).errors.csv"
    }

    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// How far a run has come.
package struct ImportProgress: Sendable, Hashable {
    package enum Phase: Sendable, Hashable { case reading, writing }

    package var phase: Phase
    /// Records read or written; of `total`, where that is known.
    package var done: Int
    package var total: Int?
}

/// What a run found and did.
package struct ImportReport: Sendable, Hashable {
    /// Records in the file.
    package var records = 0
    /// Rows that can be published, or were.
    package var publishable = 0
    /// Rows in which the scanner found something and which stay drafts.
    package var held = 0
    /// Rows with mistakes.
    package var refused = 0
    /// Rows that an earlier run has brought in already.
    package var known = 0
    /// SHA-256 of the manifest.
    package var manifestHash = ""
    /// Columns that no field takes, or whose field has a value that holds for every row.
    package var unusedColumns: [String] = []
    /// The sheet of problems, if there were any.
    package var sheet: String? = nil
    /// What this run published; nil in a dry run.
    package var published: Int? = nil
    /// What this run left as drafts; nil in a dry run.
    package var drafted: Int? = nil
    /// The batch under which it was published.
    package var batch: ID<ImportBatch>? = nil
}
