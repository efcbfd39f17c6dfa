import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// The page of a reviewer: the whole version, what is new since this review last saw it, and the verdict on that very
/// version.
enum OpinionPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func give(_ visit: Visit) async throws -> Response {
        let kind = try kind(visit)
        let id = ID<Item>(try visit.parameter("id"))
        guard let verdict = Opinion.Verdict(rawValue: visit.form["verdict"] ?? "") else { throw Refusal.notFound }
        let opinion = GiveOpinion(
            id: id,
            version: ID(visit.form["version"] ?? ""),
            kind: kind,
            verdict: verdict,
            reason: visit.form.text("reason"),
            hasReadFiles: visit.form[VerdictForm.hasReadFiles] != nil,
            actor: try visit.actor()
        )
        do {
            let item = try await opinion.run(in: visit.app)
            return .seeOther(visit.links.office("/items/\(id)", did: done(verdict, item)))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func done(_ verdict: Opinion.Verdict, _ item: Item) -> Done {
        switch (verdict, item.state) {
        case (.sendBack, _): .sentBack
        case (.pass, .published): .published
        case (.pass, .filed): .filed
        case (.pass, _): .passed
        }
    }

    private static func kind(_ visit: Visit) throws(Refusal) -> OpinionKind {
        guard let kind = OpinionKind(rawValue: try visit.parameter("kind")) else { throw .notFound }
        try visit.actor().require(.giveOpinion(kind))
        return kind
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let kind = try kind(visit)
        let id = ID<Item>(try visit.parameter("id"))
        let (reading, seen) = try await visit.app.database.read { tx in
            let reading = try ItemReading(visit, id, tx)
            return (reading, try SeenVersion(by: kind, reading, tx))
        }
        try await visit.writeDownReading(of: reading.version, under: reading.duty)
        let language = visit.language
        let item = Breadcrumbs.Step(label: reading.item.title, url: visit.links.officeItem(id.text))
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(
                zh: "\(kind.name.zh)：\(reading.item.title)",
                en: "\(kind.name.en): \(reading.item.title)"
            )[language],
            crumb: kind.name[language],
            steps: [item],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(filled.summary)\
            \(FindingsView(findings: reading.findings, duty: reading.duty, standing: reading.findingsStanding).html(in: language))\
            \(seen.html(in: language))\
            \(ContentView(content: reading.version.content, duty: reading.duty).html(in: language))\
            \(AttachmentsView(reading, visit.links).html(in: language))\(RedactionsView(reading: reading).html(in: language))\
            \(OpinionsView(reading: reading).html(in: language))\
            \(DeadlinesView(reading: reading, app: visit.app).html(in: language))\
            \(verdictPart(kind, reading, filled, visit))
            """,
            status: filled.status
        )
    }

    private static func verdictPart(
        _ kind: OpinionKind,
        _ reading: ItemReading,
        _ filled: FilledForm,
        _ visit: Visit
    ) -> HTML {
        let language = visit.language
        if let why = reading.standing(of: kind).words(for: kind) {
            // A refusal of the same kind already stands at the top.
            return filled.hasErrors ? .empty : Notice(title: why).html(in: language)
        }
        let form = VerdictForm(kind: kind, reading: reading, filled: filled, visit: visit)
        return PagePart(Phrase(zh: "您的意见", en: "Your opinion"), id: "verdict", form.html(in: language)).html(
            in: language
        )
    }
}

/// The last version that this review has seen, and what is new since.
struct SeenVersion: Component {
    private var version: Version?
    private var why: Phrase
    private var current: Version
    private var duty: Duty

    init(by kind: OpinionKind, _ reading: ItemReading, _ tx: any SQLConnection) throws {
        current = reading.version
        duty = reading.duty
        let earlier = reading.opinions.last { $0.kind == kind && $0.version != reading.version.id }
        let before = reading.version.number - 1
        if let earlier, let number = reading.number(of: earlier.version) {
            version = try tx.items.version(earlier.version)
            why = Phrase(
                zh: "与\(kind.name.zh)上次看过的第 \(number) 版相比",
                en: "Compared with version \(number), the last that this review saw"
            )
        } else if let published = reading.item.publicVersion, published != reading.version.id {
            version = try tx.items.version(published)
            why = Phrase(zh: "与公开的版本相比", en: "Compared with the public version")
        } else {
            version = try tx.items.version(before, of: reading.item.id)
            why = Phrase(zh: "与第 \(before) 版相比", en: "Compared with version \(before)")
        }
    }

    func html(in language: Language) -> HTML {
        guard let version else {
            let first = Phrase(
                zh: "这是第一版（版本 \(current.shortHash)），以下为全文。",
                en: "This is the first version (\(current.shortHash)); all of it stands below."
            )
            return "<p class=\"quiet\">\(first[language])</p>"
        }
        return PagePart(why, VersionDifference(old: version, new: current, duty: duty).html(in: language))
            .html(in: language)
    }
}

/// Two buttons under one reason: it passes, or it goes back.
struct VerdictForm: Component {
    var kind: OpinionKind
    var reading: ItemReading
    var filled: FilledForm
    var visit: Visit

    /// Said by the secrecy reviewer of files that the program could not read.
    static let hasReadFiles = "unread"

    private func files(_ language: Language) -> HTML {
        guard kind == .secrecy else { return .empty }
        let unread = reading.files.unread.map(\.attachment.name)
        if !reading.files.waiting.isEmpty {
            return Notice(
                title: Phrase(
                    zh: "附件的文字还在读取，读完才能出具意见，请稍候刷新页面",
                    en: "The text of the files is still being read; reload the page in a moment, then give your opinion"
                )
            ).html(in: language)
        }
        guard !unread.isEmpty else { return .empty }
        let field = FormField(
            key: Self.hasReadFiles,
            label: Phrase(zh: "无法自动扫描的附件", en: "Files that could not be scanned"),
            hint: Phrase(
                zh: "请打开核对：\(unread.map { "「\($0)」" }.joined(separator: "、"))",
                en: "Open and check: \(unread.map { "«\($0)»" }.joined(separator: ", "))"
            ),
            control: .checkboxes([
                FieldChoice(
                    value: "yes",
                    label: Phrase(
                        zh: "已逐个打开核对，没有不应公开的内容",
                        en: "I opened each of them and found nothing that must not be public"
                    )
                )
            ])
        )
        return filled.field(field)
    }

    func html(in language: Language) -> HTML {
        let reason = FormField(
            key: "reason",
            label: Phrase(zh: "理由或说明", en: "Reason or remark"),
            hint: hint,
            control: .longText(lines: 4, longest: nil)
        )
        let form = Form(
            action: visit.links.office("/items/\(reading.item.id)/opinions/\(kind.rawValue)"),
            hidden: [
                visit.formToken,
                // After a conflict the verdict must be on the version that is shown now.
                HiddenField(name: "version", value: reading.version.id.text),
            ],
            fields: files(language) + filled.field(reason),
            buttons: [
                Button(act: pass, does: .sends(name: "verdict", value: Opinion.Verdict.pass.rawValue)),
                Button(
                    act: Phrase(zh: "退回修改", en: "Send back"),
                    weight: .second,
                    does: .sends(name: "verdict", value: Opinion.Verdict.sendBack.rawValue)
                ),
            ]
        )
        return """
            <p class="quiet">\(Phrase(zh: "意见只对这个版本有效：", en: "The opinion holds for this version only: ")[language])\
            <code>\(reading.version.shortHash)</code></p>\(form.html(in: language))
            """
    }

    private var isProactive: Bool {
        reading.version.content[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue
    }

    private var pass: Phrase {
        switch kind {
        case .signOff:
            isProactive ? Phrase(zh: "签发并公开", en: "Sign and publish") : Phrase(zh: "签发归档", en: "Sign and file")
        case .secrecy where !reading.findings.isEmpty:
            Phrase(zh: "放行，可以公开", en: "Clear what was found; it may be published")
        case .secrecy: Phrase(zh: "不涉密，可以公开", en: "Nothing secret; it may be published")
        case .legal: Phrase(zh: "合法", en: "Lawful")
        case .committee: Phrase(zh: "集体讨论通过", en: "The committee agreed")
        case .consequence: Phrase(zh: "可以公开", en: "It may be published")
        case .source: Phrase(zh: "来源属实", en: "The source is right")
        case .disclosureOffice: Phrase(zh: "同意不主动公开", en: "Agreed: not proactive")
        }
    }

    private var hint: Phrase {
        kind == .secrecy && !reading.findings.isEmpty
            ? Phrase(
                zh: "放行扫描发现的内容或退回，都须写明理由；理由记入审查意见，长期保存。",
                en:
                    "Say why, whether you clear what the scan found or send it back; the reason is kept with the opinion."
            )
            : Phrase(
                zh: "退回须写明理由，起草人据此修改；同意时可以不写。",
                en: "To send it back, say why, so that the author can change it; to agree you may leave this empty."
            )
    }
}
