import Civil
import Crypto
package import Database
import Text

/// Writes the text of a section, or goes back to the one that the format begins with.
package struct WriteReportSection: UseCase {
    package var report: ID<Report>
    package var section: String
    /// Nil goes back.
    package var text: String?
    /// Fingerprint of the text that the form was filled from; another one in between is a conflict.
    package var base: String
    package var actor: Actor

    package init(_ report: ID<Report>, section: String, text: String?, base: String, actor: Actor) {
        self.report = report
        self.section = section
        self.text = text
        self.base = base
        self.actor = actor
    }

    /// Short, and another one for every text.
    package static func fingerprint(of text: String) -> String { String(SHA256.hex(Array(text.utf8)).prefix(16)) }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.draftItem)
        let report = try tx.reports.own(report, of: actor)
        try report.requireOpen(tx)
        let sheet = try tx.reports.frame(report, in: app)
        guard let section = sheet.format.section(section) else { throw Refusal.notFound }
        let before = sheet.texts[section.key] ?? section.text
        guard Self.fingerprint(of: before) == base || before == text else {
            throw Refusal.conflict(
                Phrase(
                    zh: "别人刚刚改了这一节。您写的内容都还在下面，请对照后再保存",
                    en: "Somebody has just changed this section. What you wrote is kept below; compare and save again"
                )
            )
        }
        let written = text ?? section.text
        try sheet.requireKnown(try ReportTemplate(written), app)
        try tx.reports.save(written, in: section.key, of: report.id, by: actor, at: app.now())
        try tx.audit.record("report.write", of: "report", report.id.text, detail: section.key, by: actor, in: app)
    }
}

/// Answers a warning with a sentence, which stays with the report.
package struct AnswerFinding: UseCase {
    package var report: ID<Report>
    package var finding: String
    package var sentence: String
    package var actor: Actor

    package init(_ report: ID<Report>, finding: String, sentence: String, actor: Actor) {
        self.report = report
        self.finding = finding
        self.sentence = sentence
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.draftItem)
        let report = try tx.reports.own(report, of: actor)
        try report.requireOpen(tx)
        guard (1...500).contains(sentence.count) else {
            throw Refusal.invalid([
                FieldProblem("sentence", zh: "请用一句话说明，不超过500字", en: "Explain in a sentence, at most 500 characters")
            ])
        }
        let findings = try tx.reports.findings(of: try tx.reports.live(report, in: app), on: app.now().date)
        guard findings.contains(where: { $0.id == finding && $0.level == .warning }) else { throw Refusal.notFound }
        try tx.reports.save(sentence, to: finding, of: report.id, by: actor, at: app.now())
        try tx.audit.record("report.answer", of: "report", report.id.text, detail: finding, by: actor, in: app)
    }
}

/// Says that the figures were looked at: from now on only what moves after this is marked.
package struct LookAtReport: UseCase {
    package var report: ID<Report>
    package var actor: Actor

    package init(_ report: ID<Report>, actor: Actor) {
        self.report = report
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.draftItem)
        let report = try tx.reports.own(report, of: actor)
        try tx.reports.save(look: try tx.reports.live(report, in: app).values, of: report.id, at: app.now())
        try tx.audit.record("report.look", of: "report", report.id.text, by: actor, in: app)
    }
}

extension ReportSheet {
    /// - Throws: which figure, table or chart a text names that there is not.
    func requireKnown(_ template: ReportTemplate, _ app: App) throws(Refusal) {
        for number in template.numbers.sorted(by: { $0.description < $1.description })
        where definitions[number.asked.key] == nil {
            throw .invalid([
                FieldProblem("text", zh: "没有「\(number)」这个指标", en: "There is no figure «\(number)»")
            ])
        }
        for part in template.parts where format.table(part) == nil && format.chart(part) == nil {
            throw .invalid([
                FieldProblem("text", zh: "没有「\(part)」这个表或图", en: "There is no table or chart «\(part)»")
            ])
        }
    }
}
