import Civil
import Database
package import Text

/// Brings in the orders of a hotline from a table, line by line; run again, it takes what is new.
package struct ImportCases: Sendable {
    /// A line that was not taken, as it stood in the file.
    package struct BadLine: Sendable, Hashable {
        package var line: Int
        package var cells: [String]
        package var reason: Phrase
    }

    /// What was done.
    package struct Report: Sendable {
        package var taken = 0
        /// Lines whose number has a case already.
        package var known = 0
        package var bad: [BadLine] = []
        package var header: [String] = []
        /// Columns that mean nothing to the procedure.
        package var unused: [String] = []

        /// The bad lines with their reasons, for a spreadsheet: mended, the sheet can be imported as it is.
        package var sheet: [UInt8] {
            let names = header.filter { !ImportedCase.Column.remarks.contains($0) }
            let kept = names.compactMap(header.firstIndex)
            let lines = bad.sorted { $0.line < $1.line }.flatMap { bad in
                CSVLine.bytes(
                    kept.map { $0 < bad.cells.count ? bad.cells[$0] : "" } + ["\(bad.line)", bad.reason.zh]
                )
            }
            return CSVLine.byteOrderMark + CSVLine.bytes(names + ImportedCase.Column.remarks) + lines
        }
    }

    package var kind: String
    /// How they came; by hotline where the procedure takes that, else the first of its ways.
    package var channel: IntakeChannel?
    package var actor: Actor

    /// One transaction takes so many lines.
    static let batch = 50

    package init(kind: String, channel: IntakeChannel? = nil, actor: Actor) {
        self.kind = kind
        self.channel = channel
        self.actor = actor
    }

    /// - Throws: `UnreadableFile` when the file or its header cannot be used; what was taken before stays.
    package func run(path: String, in app: App) async throws -> Report {
        try actor.require(.handleCases)
        guard let procedure = app.procedures.inForce(kind, on: app.now().date) else { throw Refusal.notFound }
        let channels = procedure.intake.map(\.channel)
        guard let channel = channel ?? (channels.contains(.hotline) ? .hotline : channels.first) else {
            throw Refusal.notFound
        }
        let source = try FileBytes(path: path, encoding: try FileEncoding.guess(path: path))
        var reader = try RecordReader(source: source, form: .table)
        let header = reader.header ?? []
        var report = Report(header: header)
        let columns = try ImportedCase.Column.read(header, procedure)
        report.unused = header.filter { columns[$0] == nil && !ImportedCase.Column.remarks.contains($0) }
        var seen: Set<String> = []
        var batch: [ImportedCase] = []
        while let record = try reader.next() {
            let cells = header.map { record.values[$0] ?? "" }
            let row = ImportedCase(record, cells, columns, kind: kind, channel: channel)
            if let reason = row.problem(in: &seen) {
                report.bad.append(BadLine(line: row.line, cells: cells, reason: reason))
                continue
            }
            batch.append(row)
            if batch.count == Self.batch {
                try await take(batch, procedure, &report, app)
                batch = []
            }
        }
        try await take(batch, procedure, &report, app)
        return report
    }

    private func take(_ rows: [ImportedCase], _ procedure: Procedure, _ report: inout Report, _ app: App) async throws {
        guard !rows.isEmpty else { return }
        let outcomes = try await TakeImportedCases(rows: rows, names: procedure.fields, actor: actor).run(in: app)
        for (row, outcome) in zip(rows, outcomes) {
            switch outcome {
            case .taken: report.taken += 1
            case .known: report.known += 1
            case .refused(let reason):
                report.bad.append(BadLine(line: row.line, cells: row.cells, reason: reason))
            }
        }
    }
}

/// One line of the table, read by the names of its columns.
struct ImportedCase: Sendable {
    /// What a column means.
    enum Column: Sendable, Hashable {
        case source, received, name, identity, telephone, email, address
        case field(String)

        /// Columns of the sheet of bad lines.
        static let remarks = ["行号", "原因"]

        private static let known: [(Column, [String])] = [
            (.source, ["工单号", "来源编号", "工单编号", "source"]), (.received, ["收到日期", "received-on"]),
            (.name, ["姓名", "name"]), (.identity, ["证件号码", "identity"]), (.telephone, ["电话", "联系电话", "telephone"]),
            (.email, ["电子邮箱", "email"]), (.address, ["通信地址", "address"]),
        ]

        /// - Throws: `UnreadableFile` without a number of the order or a day.
        static func read(_ header: [String], _ procedure: Procedure) throws(UnreadableFile) -> [String: Column] {
            var columns: [String: Column] = [:]
            for name in header {
                if let column = known.first(where: { $0.1.contains(name) })?.0 {
                    columns[name] = column
                } else if let field = procedure.fields.first(where: { [$0.key, $0.name.zh, $0.name.en].contains(name) })
                {
                    columns[name] = .field(field.key)
                }
            }
            for (column, names) in known.prefix(2) where !columns.values.contains(column) {
                throw UnreadableFile(
                    zh: "表头中缺少「\(names[0])」列",
                    en: "The header has no column «\(names[0])» (or \(names[names.count - 1]))"
                )
            }
            return columns
        }
    }

    var line: Int
    var cells: [String]
    var flaw: Phrase?
    var source = ""
    var received = ""
    var applicant = Applicant()
    var typed: [String: String] = [:]
    var kind: String
    var channel: IntakeChannel

    init(
        _ record: SourceRecord,
        _ cells: [String],
        _ columns: [String: Column],
        kind: String,
        channel: IntakeChannel
    ) {
        line = record.line
        self.cells = cells
        flaw = record.flaw
        self.kind = kind
        self.channel = channel
        for (name, value) in record.values {
            let text = FieldText.trimmed(value)
            switch columns[name] {
            case .source: source = text
            case .received: received = text
            case .name: applicant.name = text
            case .identity: applicant.identity = text
            case .telephone: applicant.telephone = text
            case .email: applicant.email = text
            case .address: applicant.address = text
            case .field(let key): typed[key] = value
            case nil: break
            }
        }
        // The hotline's own number is a field of its procedure as well.
        if typed["order"] == nil { typed["order"] = source }
    }

    var receivedOn: CivilDate? { CivilDate.read(received) }

    /// Why the line cannot be taken whatever else it says; remembers its number.
    func problem(in seen: inout Set<String>) -> Phrase? {
        if let flaw { return flaw }
        if source.isEmpty {
            return Phrase(zh: "没有工单号（来源编号）", en: "There is no order number")
        }
        if !seen.insert(source).inserted {
            return Phrase(zh: "工单号「\(source)」在文件中重复", en: "The order number «\(source)» stands twice in the file")
        }
        if receivedOn == nil {
            return Phrase(
                zh: "收到日期「\(received)」不是日期，请写成 2024-03-08",
                en: "«\(received)» is no day of receipt; write it as 2024-03-08"
            )
        }
        return nil
    }
}

/// Takes some lines in one transaction; a line is refused before anything of it is written.
struct TakeImportedCases: UseCase {
    enum Outcome: Sendable {
        case taken, known
        case refused(Phrase)
    }

    var rows: [ImportedCase]
    var names: [Field]
    var actor: Actor

    func perform(_ tx: any SQLConnection, in app: App) throws -> [Outcome] {
        try rows.map { try take($0, tx, app) }
    }

    private func take(_ row: ImportedCase, _ tx: any SQLConnection, _ app: App) throws -> Outcome {
        let source = "\(row.kind):\(row.source)"
        guard try tx.cases.find(source: source, of: actor.agency) == nil else { return .known }
        do {
            _ = try FileCase(
                agency: actor.agency,
                kind: row.kind,
                channel: row.channel,
                applicant: row.applicant,
                typed: row.typed,
                receivedOn: row.receivedOn,
                source: source,
                actor: actor
            ).perform(tx, in: app)
            return .taken
        } catch Refusal.invalid(let problems) {
            return .refused(
                Phrase(
                    zh: problems.map { words($0).zh }.joined(separator: "；"),
                    en: problems.map { words($0).en }.joined(separator: "; ")
                )
            )
        }
    }

    /// What is wrong, with the name of its column where it does not say that itself.
    private func words(_ problem: FieldProblem) -> Phrase {
        guard let name = names.first(where: { $0.key == problem.key })?.name,
            !problem.message.zh.contains("「\(name.zh)」")
        else { return problem.message }
        return Phrase(zh: "「\(name.zh)」：\(problem.message.zh)", en: "\(name.en): \(problem.message.en)")
    }
}
