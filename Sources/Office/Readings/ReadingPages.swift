import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The forms of the ledger: a new reading or opening balance, and a correction.
enum ReadingPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func record(_ visit: Visit) async throws -> Response {
        do {
            let reading = try await RecordReading(ReadingForm(visit.form), actor: visit.actor()).run(in: visit.app)
            return .seeOther(visit.links.office("\(ReadingListPage.path)/\(reading.id)", did: .recorded))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let language = visit.language
        let fields = ReadingFields(filled: filled)
        let form = Form(
            action: visit.links.office(ReadingListPage.path),
            hidden: [visit.formToken],
            fields: fields.which(visit.app.figures.all(of: frame.agency), chosen: visit.query.text("key"))
                + fields.what(nil),
            buttons: [Button(act: Phrase(zh: "登记", en: "Record it"))]
        )
        let title = Phrase(zh: "登记读数", en: "Record a reading")
        return OfficePage(
            frame,
            .figures,
            title: title[language],
            lead: Phrase(
                zh: "登记后不能修改，只能更正：原来的数和更正的原因都保留。",
                en: "What is recorded is never changed, only corrected: the old number and the reason stay."
            ),
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(form.html(in: language))", status: filled.status)
    }

    static func correctionForm(_ visit: Visit) async throws -> Response {
        try await correctionPage(visit, FilledForm(language: visit.language))
    }

    static func correct(_ visit: Visit) async throws -> Response {
        let correct = CorrectReading(
            ID(try visit.parameter("id")),
            to: ReadingForm(visit.form),
            reason: visit.form.text("reason"),
            actor: try visit.actor()
        )
        do {
            let reading = try await correct.run(in: visit.app)
            return .seeOther(visit.links.office("\(ReadingListPage.path)/\(reading.id)", did: .corrected))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            let filled = FilledForm(typed: visit.form, refused: refused, language: visit.language)
            return try await correctionPage(visit, filled)
        }
    }

    /// Of a reading that was corrected meanwhile the form goes on with the one that stands now.
    private static func correctionPage(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<Reading>(try visit.parameter("id"))
        let (frame, reading) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let reading = try tx.readings.require(id, of: frame.agency.id)
            return (frame, try tx.readings.history(of: reading).last ?? reading)
        }
        let language = visit.language
        let shown = ShownReading(reading, visit.app.figures.all(of: frame.agency))
        let address = "\(ReadingListPage.path)/\(reading.id)"
        let fields = ReadingFields(filled: filled)
        let form = Form(
            action: visit.links.office(address + "/correction"),
            hidden: [visit.formToken],
            fields: fields.what(shown) + fields.why,
            buttons: [Button(act: Phrase(zh: "登记更正", en: "Record the correction"))]
        )
        let now = SummaryList(rows: [
            .init(label: Phrase(zh: "现在登记的数值", en: "The number as it stands"), value: shown.value(visit)),
            .init(label: Phrase(zh: "日期", en: "Day"), value: reading.readOn.element(in: language)),
        ])
        return OfficePage(
            frame,
            .figures,
            title: Phrase(zh: "更正读数", en: "Correct a reading")[language],
            steps: [.init(label: shown.name[language], url: visit.links.office(address))],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            "\(filled.summary)\(now.html(in: language))\(form.html(in: language))",
            status: filled.status
        )
    }
}

extension ReadingForm {
    /// As it was typed.
    init(_ form: FormFields) {
        self.init(
            key: form.text("key"),
            readOn: form.text("read_on"),
            relation: form.text("relation"),
            value: form.text("value"),
            source: form.text("source"),
            evidence: form.text("evidence"),
            note: form.text("note")
        )
        kind = form.text("kind")
    }
}

/// The fields of a reading.
struct ReadingFields {
    var filled: FilledForm

    /// Kind and figure, which a correction leaves as they are.
    func which(_ figures: [Figure], chosen: String) -> HTML {
        let kind = FormField(
            key: "kind",
            label: Phrase(zh: "种类", en: "Kind"),
            isRequired: true,
            control: .radios([
                FieldChoice(
                    value: Reading.Kind.reading.rawValue,
                    label: Reading.Kind.reading.name,
                    hint: Phrase(
                        zh: "系统记录数不出来的数，如粉丝数、人员、经费",
                        en: "What no record can give, such as followers, staff, funds"
                    )
                ),
                FieldChoice(
                    value: Reading.Kind.opening.rawValue,
                    label: Reading.Kind.opening.name,
                    hint: Phrase(
                        zh: "启用系统之前累计的数，历年累计在它之上继续计数；每个指标一个",
                        en:
                            "What was counted before this system; totals over all years go on from it, one for each figure"
                    )
                ),
            ])
        )
        let read = figures.filter(\.isRead).map { figure in
            FieldChoice(value: figure.key, label: figure.labelled)
        }
        let counted = figures.filter { !$0.isRead && $0.takesOpening }.map { figure in
            let label = figure.labelled
            return FieldChoice(
                value: figure.key,
                label: Phrase(zh: "\(label.zh)——只填期初累计数", en: "\(label.en) – opening balance only")
            )
        }
        let key = FormField(
            key: "key",
            label: Phrase(zh: "指标", en: "Figure"),
            isRequired: true,
            control: .select(read + counted)
        )
        return filled.field(kind, otherwise: Reading.Kind.reading.rawValue) + filled.field(key, otherwise: chosen)
    }

    /// Number, day and proof.
    /// - Parameter shown: what is corrected.
    func what(_ shown: ShownReading?) -> HTML {
        let reading = shown?.reading
        let number = reading.map { reading in
            shown?.figure?.isMoney == true
                ? FigureValue.money(reading.value).text(in: .zh) : String(reading.value)
        }
        let values = [
            "read_on": reading?.readOn.iso, "relation": reading?.relation.rawValue ?? FigureRelation.equal.rawValue,
            "value": number, "source": reading?.source, "evidence": reading?.evidence, "note": reading?.note,
        ]
        return Self.fields.map { filled.field($0, otherwise: values[$0.key].flatMap { $0 } ?? "") }.joined()
    }

    var why: HTML {
        filled.field(
            FormField(
                key: "reason",
                label: Phrase(zh: "更正的原因", en: "Why it is corrected"),
                isRequired: true,
                control: .longText(lines: 2, longest: ReadingForm.longest)
            )
        )
    }

    private static let fields: [FormField] = [
        FormField(
            key: "read_on",
            label: Phrase(zh: "数值所属的日期", en: "Day of the number"),
            hint: Phrase(
                zh: "年末的数填12月31日；期初累计数填纸质时期的最后一天",
                en: "The last day of the year; of an opening balance the last of the paper days"
            ),
            isRequired: true,
            control: .date
        ),
        FormField(
            key: "relation",
            label: Phrase(zh: "数值是否正好", en: "Is it exact?"),
            isRequired: true,
            control: .radios(FigureRelation.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        ),
        FormField(
            key: "value",
            label: Phrase(zh: "数值", en: "Number"),
            hint: Phrase(zh: "整数；金额以元为单位，可有两位小数", en: "A whole number; money in yuan with at most two decimals"),
            isRequired: true,
            control: .text(TextEntry(kind: .decimal, isShort: true))
        ),
        FormField(
            key: "source",
            label: Phrase(zh: "从哪里读取", en: "Where it was read"),
            hint: Phrase(zh: "如：微博后台、人事台账、财务报表", en: "Such as the account's own page, the books"),
            isRequired: true,
            control: .text(TextEntry(longest: ReadingForm.longest))
        ),
        FormField(
            key: "evidence",
            label: Phrase(zh: "凭证及其保存处", en: "What proves it, and where that is kept"),
            hint: Phrase(zh: "文号、档案号、网址或本站索引号", en: "Number of a document, archive, link, or an index number"),
            isRequired: true,
            control: .longText(lines: 2, longest: ReadingForm.longest)
        ),
        FormField(
            key: "note",
            label: Phrase(zh: "备注", en: "Note"),
            control: .longText(lines: 2, longest: ReadingForm.longest)
        ),
    ]
}

extension Figure {
    /// With its unit.
    fileprivate var labelled: Phrase { Phrase(zh: "\(name.zh)（\(unit.zh)）", en: "\(name.en) (\(unit.en))") }
}
