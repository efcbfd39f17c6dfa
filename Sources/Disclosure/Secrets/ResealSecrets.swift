import Civil
import Database

/// Seals everything anew with the newest key and makes the marks of applicants with it, so that older keys can go.
///
/// It goes a few rows at a time, beside a site at work, and may be broken off anywhere: what is sealed anew names the new
/// key, so a second run takes up what is left.
package struct ResealSecrets: Sendable {
    package struct Report: Sendable, Hashable {
        /// Rows that were sealed anew or got a new mark.
        package var done = 0
        /// Rows that no key opens; they were left as they are.
        package var damaged = 0
    }

    private static let marksAtOnce = 100

    package init() {}

    /// - Parameter progress: called after each step with how many rows are done of how many.
    /// - Throws: `KeyRing.Failure.noKey` where there is no key at all.
    package func run(
        in app: App,
        _ progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Report {
        guard let newest = app.keys.ids.last else { throw KeyRing.Failure.noKey("") }
        let old = Array(app.keys.ids.dropLast())
        let total = try await begin(newest, old, in: app)
        var report = Report()
        progress(0, total)
        for rows in SealedRows.all {
            var last = SealedRows.Name()
            while let step = try await reseal(rows, old, after: last, in: app) {
                last = step.last
                report.done += step.done
                report.damaged += step.damaged
                progress(min(report.done + report.damaged, total), total)
            }
        }
        var last = ""
        while let step = try await mark(with: newest, after: last, in: app) {
            last = step.last.first
            report.done += step.done
            report.damaged += step.damaged
            progress(min(report.done + report.damaged, total), total)
        }
        progress(total, total)
        return report
    }

    private struct Step: Sendable {
        var last: SealedRows.Name
        var done = 0
        var damaged = 0
    }

    /// From here on marks are made with the newest key; those of before follow.
    private func begin(_ newest: String, _ old: [String], in app: App) async throws -> Int {
        try await app.database.write { tx in
            let marks = try tx.cases.countMarks(notWith: newest)
            let sealed = try SealedRows.all.reduce(0) { $0 + (try $1.count(sealedWith: old, tx)) }
            if try tx.sealingKeys.marking(in: app) != newest || marks + sealed > 0 {
                try tx.sealingKeys.mark(with: newest, from: app.now())
                try tx.audit.record("key.reseal", of: "key", newest, by: nil, agency: nil, in: app)
            }
            return marks + sealed
        }
    }

    private func reseal(
        _ rows: SealedRows,
        _ old: [String],
        after: SealedRows.Name,
        in app: App
    ) async throws -> Step? {
        guard !old.isEmpty else { return nil }
        return try await app.database.write { tx in
            let found = try rows.names(sealedWith: old, after: after, tx)
            guard let first = found.first else { return nil }
            var step = Step(last: first.name)
            var bytes = 0
            for (name, size) in found {
                bytes += size
                if bytes > SealedRows.mostBytes, step.done + step.damaged > 0 { break }
                if try rows.reseal(name, tx, in: app) { step.done += 1 } else { step.damaged += 1 }
                step.last = name
            }
            return step
        }
    }

    private func mark(with newest: String, after: String, in app: App) async throws -> Step? {
        try await app.database.write { tx in
            let files = try tx.cases.marked(notWith: newest, after: after, limit: Self.marksAtOnce)
            guard let last = files.last else { return nil }
            var step = Step(last: SealedRows.Name(first: last.text))
            for file in files {
                guard let words = try? tx.cases.words(.applicant, of: file, in: app) else {
                    step.damaged += 1
                    continue
                }
                try tx.cases.save(ApplicantMark(Applicant(words), with: newest, in: app), of: file)
                step.done += 1
            }
            return step
        }
    }
}

extension CaseStore {
    /// Cases whose mark another key made.
    func countMarks(notWith key: String) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM case_file WHERE \(Self.isMarked(notWith: key))"))
    }

    func marked(notWith key: String, after: String, limit: Int) throws -> [ID<CaseFile>] {
        try tx.rows(
            "SELECT id FROM case_file WHERE id > \(after) AND \(Self.isMarked(notWith: key)) ORDER BY id LIMIT \(limit)"
        ).map { try $0.id("id") }
    }

    func save(_ mark: ApplicantMark?, of file: ID<CaseFile>) throws {
        try tx.send(
            "UPDATE case_file SET applicant_mark = \(mark?.text), mark_key = \(mark?.keyID) WHERE id = \(file)"
        )
    }

    private static func isMarked(notWith key: String) -> SQL {
        "applicant_mark IS NOT NULL AND mark_key IS DISTINCT FROM \(key)"
    }
}
