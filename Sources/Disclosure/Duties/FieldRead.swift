import Civil
import Codes
import Text

/// Reads what a clerk typed into one field: lenient in form, strict in meaning, canonical in the end.
extension Field {
    /// The canonical text of the typed value, empty for an empty value; whether it may be empty is `Duty.check`'s matter.
    package func read(_ typed: String, in context: FieldContext) -> ReadField {
        if case .table(let columns) = type {
            return TableInput(key: key, columns: columns).read(typed, in: context)
        }
        let trimmed = type == .longText ? FieldText.paragraphs(typed) : FieldText.trimmed(typed)
        guard !trimmed.isEmpty else { return ReadField(canonical: "") }
        switch type.read(trimmed, limit: limit, in: context) {
        case .success(let canonical):
            if let message = implausible(canonical, in: context) {
                return ReadField(canonical: canonical, problem: FieldProblem(key: key, message: message))
            }
            return ReadField(canonical: canonical)
        case .failure(let problem):
            return ReadField(canonical: trimmed, problem: FieldProblem(key: key, message: problem.message))
        }
    }

    /// Information cannot have been formed after today, nor by this state before it was founded.
    private func implausible(_ canonical: String, in context: FieldContext) -> Phrase? {
        guard key == CommonFields.formedOn, let date = CivilDate(canonical) else { return nil }
        if date > context.today {
            return Phrase(
                zh: "成文日期不能晚于今天（\(context.today.chinese)），请改正日期",
                en: "The date formed cannot be later than today (\(context.today.english)); correct the date"
            )
        }
        if date.year < 1949 {
            return Phrase(
                zh: "成文日期早于1949年，请核对年份",
                en: "The date formed is before 1949; check the year"
            )
        }
        return nil
    }
}

/// Why a single value cannot be read.
struct ValueProblem: Error {
    var message: Phrase

    init(zh: String, en: String) {
        message = Phrase(zh: zh, en: en)
    }

    /// The words of the code's own check, with what was probably meant.
    init(_ problem: CodeProblem) {
        let proposal = problem.proposal
        message = Phrase(
            zh: problem.zh + (proposal.map { "是否为「\($0)」？" } ?? ""),
            en: problem.en + (proposal.map { " Did you mean «\($0)»?" } ?? "")
        )
    }
}

extension FieldType {
    /// The canonical text of one trimmed, non-empty value; tables are read row by row in `TableInput`.
    func read(_ typed: String, limit: Int?, in context: FieldContext) -> Result<String, ValueProblem> {
        switch self {
        case .text: FieldText.line(typed, limit: limit ?? 500)
        case .longText: FieldText.block(typed, limit: limit ?? 50_000)
        case .personName: FieldText.line(typed, limit: limit ?? 100)
        case .date: Self.date(typed)
        case .time: Self.time(typed)
        case .integer: Self.integer(typed)
        case .money(let unit): Self.money(typed, unit)
        case .choice(let options): Self.choice(typed, options)
        case .choices(let options): Self.choices(typed, options)
        case .creditCode: Self.creditCode(typed)
        case .region: Self.region(typed)
        case .industry: Self.industry(typed)
        case .documentNumber: Self.documentNumber(typed, limit: limit ?? 60)
        case .link: FieldText.link(typed, limit: limit ?? 500)
        case .attachment:
            .failure(
                ValueProblem(
                    zh: "文件不能写成文字，请留空，保存后在信息页面上传",
                    en: "A file cannot be typed; leave it empty and upload it on the item's page once it is saved"
                )
            )
        case .item: FieldText.itemReference(typed)
        case .table: .failure(ValueProblem(zh: "表格不能写在一格里", en: "A table cannot stand in one cell"))
        }
    }

    private static func date(_ typed: String) -> Result<String, ValueProblem> {
        guard let date = CivilDate.read(typed) else {
            return .failure(
                ValueProblem(
                    zh: "「\(typed)」不是日期，请写成 2018-03-08 或 2018年3月8日",
                    en: "«\(typed)» is no date; write it as 2018-03-08 or 2018年3月8日"
                )
            )
        }
        return .success(date.iso)
    }

    private static func time(_ typed: String) -> Result<String, ValueProblem> {
        guard let instant = Instant.read(typed) else {
            return .failure(
                ValueProblem(
                    zh: "「\(typed)」不是时间，请写成 2018-03-08 14:05（北京时间）",
                    en: "«\(typed)» is no time; write it as 2018-03-08 14:05 (Beijing time)"
                )
            )
        }
        return .success(instant.minuteText)
    }

    private static func integer(_ typed: String) -> Result<String, ValueProblem> {
        let digits = FieldText.narrow(typed).filter { $0 != "," }
        guard !digits.isEmpty, digits.utf8.count <= 18, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let number = Int(digits)
        else {
            return .failure(
                ValueProblem(
                    zh: "「\(typed)」不是整数，请只写数字，例如 12",
                    en: "«\(typed)» is no whole number; write digits only, such as 12"
                )
            )
        }
        return .success(String(number))
    }

    private static func money(_ typed: String, _ unit: Money) -> Result<String, ValueProblem> {
        do throws(CodeProblem) {
            let fen = unit == .yuan ? try Fen(yuan: typed) : try Fen(tenThousandYuan: typed)
            return .success(String(fen.amount))
        } catch {
            return .failure(ValueProblem(error))
        }
    }

    private static func creditCode(_ typed: String) -> Result<String, ValueProblem> {
        read(typed, as: CreditCode.self)
    }

    private static func documentNumber(_ typed: String, limit: Int) -> Result<String, ValueProblem> {
        read(typed, as: DocumentNumber.self).flatMap { FieldText.checked($0, limit: limit) }
    }

    private static func read<C: Code>(_ typed: String, as _: C.Type) -> Result<String, ValueProblem> {
        do throws(CodeProblem) {
            return .success(try C(typed).text)
        } catch {
            return .failure(ValueProblem(error))
        }
    }

    private static func region(_ typed: String) -> Result<String, ValueProblem> {
        if Regions.name(of: FieldText.narrow(typed)) != nil { return .success(FieldText.narrow(typed)) }
        if let code = Regions.code(named: typed) { return .success(code) }
        return .failure(
            ValueProblem(
                zh: "没有行政区划「\(typed)」，请写六位代码（GB/T 2260），例如 440605，或全称，例如 广东省佛山市南海区",
                en: "There is no region «\(typed)»; write the six digits of GB/T 2260, such as 440605, or the full name"
            )
        )
    }

    private static func industry(_ typed: String) -> Result<String, ValueProblem> {
        let code = FieldText.narrow(typed).uppercased()
        if Industries.name(of: code) != nil { return .success(code) }
        if let code = Industries.code(named: typed) { return .success(code) }
        return .failure(
            ValueProblem(
                zh: "没有行业「\(typed)」，请写 GB/T 4754 的代码，例如 C、26、261 或 2614",
                en: "There is no industry «\(typed)»; write a code of GB/T 4754, such as C, 26, 261 or 2614"
            )
        )
    }
}
