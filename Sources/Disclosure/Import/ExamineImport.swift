import Civil
import Codes
import Database
import Text

/// The first pass over a file: reads and checks every row, changes nothing, and says what the second pass may do.
struct ExamineImport {
    /// What will be done with a record; 16 bytes for each keep a long file out of memory.
    struct Verdict: Sendable, Hashable {
        enum Kind: UInt8, Sendable { case publish, hold, pass }

        var kind: Kind
        /// The first bytes of the version's hash, so that a file that changes under the import is noticed.
        var hash: UInt64
    }

    struct Outcome: Sendable {
        var report: ImportReport
        /// One for each record of the file, in order.
        var verdicts: [Verdict]
        /// How many rows the manifest lists: those to be published and those that an earlier run published.
        var manifestRows = 0
        /// What the scanner found in the rows to be published.
        var cleared: [String: Int]
    }

    let wanted: ItemImport
    let setting: ImportSetting
    let encoding: FileEncoding
    let app: App

    /// How many rows are looked up in the database at a time.
    private static let batch = 500

    func run(_ progress: @Sendable (ImportProgress) -> Void) async throws -> Outcome {
        var reader = try RecordReader(path: wanted.path, form: wanted.form, encoding: encoding)
        var rows = ImportRowReader(wanted, duty: setting.duty, today: app.now().date)
        try rows.mapping.check(header: reader.header)
        var pass = Pass(self)
        pass.sheet = try ImportSheet(path: wanted.sheetPath)
        var waiting: [Candidate] = []
        while let record = try reader.next() {
            waiting.append(try pass.candidate(rows.read(record)))
            guard waiting.count == Self.batch else { continue }
            try await pass.judge(waiting, app)
            waiting.removeAll(keepingCapacity: true)
            progress(ImportProgress(phase: .reading, done: pass.outcome.verdicts.count, total: nil))
        }
        try await pass.judge(waiting, app)
        progress(ImportProgress(phase: .reading, done: pass.outcome.verdicts.count, total: pass.outcome.verdicts.count))
        var outcome = pass.outcome
        outcome.report.records = outcome.verdicts.count
        outcome.report.manifestHash = pass.manifest.digest
        outcome.manifestRows = pass.manifest.rowCount
        outcome.report.unusedColumns = rows.unusedColumns.sorted()
        outcome.report.sheet = try pass.sheet?.finish()
        return outcome
    }

    /// A row that is fit for itself, before the database is asked whether it is there already.
    private struct Candidate {
        var row: ImportRow
        var hash: String
        var findings: [SensitivePassage]
        var isSound: Bool
    }

    /// What builds up while the file is read.
    private struct Pass {
        let setting: ImportSetting
        let clearsFindings: Bool
        var manifest: ImportManifest
        var outcome = Outcome(report: ImportReport(), verdicts: [], cleared: [:])
        var sheet: ImportSheet?
        private var seen: [String: Int] = [:]

        init(_ examination: ExamineImport) {
            setting = examination.setting
            clearsFindings = examination.wanted.clearsFindings
            manifest = ImportManifest(agency: setting.agency.code, duty: setting.duty.code)
        }

        mutating func candidate(_ row: ImportRow) throws -> Candidate {
            var problems = row.problems + setting.duty.missingFiles(in: row.content)
            if problems.isEmpty, case .failure(let problem) = setting.placement(of: row) { problems.append(problem) }
            if let line = row.sourceID.isEmpty ? nil : seen[row.sourceID] {
                problems.append(
                    FieldProblem(
                        "source-id",
                        zh: "来源编号与第 \(line) 行重复",
                        en: "The source id stands on line \(line) already"
                    )
                )
            } else {
                seen[row.sourceID] = row.line
            }
            for problem in problems { try note(row, .refused, problem.key, problem.message) }
            guard problems.isEmpty else {
                return Candidate(row: row, hash: "", findings: [], isSound: false)
            }
            let version = Version(
                id: ID(""),
                item: ID(""),
                number: 1,
                author: setting.editor.person,
                content: row.content,
                attachments: [],
                salt: [],
                createdAt: Instant(milliseconds: 0)
            )
            return Candidate(
                row: row,
                hash: version.hash,
                findings: version.findings(under: setting.duty),
                isSound: true
            )
        }

        mutating func judge(_ candidates: [Candidate], _ app: App) async throws {
            let agency = setting.agency.id
            let ids = candidates.filter(\.isSound).map(\.row.sourceID)
            let known = try await app.database.read { try $0.imports.rows(of: agency, sourceIDs: ids) }
            for candidate in candidates { try judge(candidate, known[candidate.row.sourceID]) }
        }

        private mutating func judge(_ candidate: Candidate, _ known: ImportedRow?) throws {
            let row = candidate.row
            guard candidate.isSound else {
                outcome.report.refused += 1
                return pass(candidate, .pass)
            }
            if let known {
                guard known.versionHash == candidate.hash else {
                    outcome.report.refused += 1
                    try note(row, .refused, "source-id", Self.isAnother)
                    return pass(candidate, .pass)
                }
                outcome.report.known += 1
                if known.batch != nil { manifest.add(sourceID: row.sourceID, versionHash: candidate.hash) }
                return pass(candidate, .pass)
            }
            if !candidate.findings.isEmpty, !clearsFindings {
                outcome.report.held += 1
                for passage in candidate.findings {
                    try note(row, .held, passage.field, Self.words(for: passage.finding))
                }
                return pass(candidate, .hold)
            }
            for passage in candidate.findings { outcome.cleared[passage.finding.kind.rawValue, default: 0] += 1 }
            outcome.report.publishable += 1
            manifest.add(sourceID: row.sourceID, versionHash: candidate.hash)
            pass(candidate, .publish)
        }

        private mutating func pass(_ candidate: Candidate, _ kind: Verdict.Kind) {
            outcome.verdicts.append(Verdict(kind: kind, hash: Verdict.prefix(of: candidate.hash)))
        }

        private func note(_ row: ImportRow, _ fate: ImportNote.Fate, _ key: String, _ message: Phrase) throws {
            let field = setting.duty.field(key)?.name.zh ?? key
            try sheet?.add(
                ImportNote(
                    line: row.line,
                    sourceID: row.sourceID,
                    title: row.title,
                    fate: fate,
                    field: field,
                    message: message
                )
            )
        }

        private static let isAnother = Phrase(
            zh: "这个来源编号已导入过，但内容不同；请在工作台修改原信息，或换一个来源编号",
            en:
                "This source id was imported before with other content; revise that item in the office, or use another id"
        )

        private static func words(for finding: SensitiveFinding) -> Phrase {
            Phrase(
                zh: "疑似\(finding.kind.zh)：\(finding.excerpt)",
                en: "May be a \(finding.kind.en): \(finding.excerpt)"
            )
        }
    }
}

extension ExamineImport.Verdict {
    static func prefix(of hash: String) -> UInt64 { UInt64(hash.prefix(16), radix: 16) ?? 0 }
}
