import Civil
import Text

/// What somebody typed of a reading, as it came.
package struct ReadingForm: Sendable, Hashable {
    package var key: String
    package var kind: String
    package var readOn: String
    package var relation: String
    /// Digits; an amount in yuan, or in 万元 where the figure counts in these.
    package var value: String
    package var source: String
    package var evidence: String
    package var note: String

    package init(
        key: String,
        kind: Reading.Kind = .reading,
        readOn: String,
        relation: String = FigureRelation.equal.rawValue,
        value: String,
        source: String,
        evidence: String,
        note: String = ""
    ) {
        self.key = key
        self.kind = kind.rawValue
        self.readOn = readOn
        self.relation = relation
        self.value = value
        self.source = source
        self.evidence = evidence
        self.note = note
    }

    /// In characters.
    package static let longest = 300
    /// What no bureau ever counts: the largest number that is taken, in fen where it is money.
    static let largest = 100_000_000_000_000

    /// The reading that the form says.
    ///
    /// - Parameters:
    ///   - figures: all of the agency.
    ///   - old: what it stands in the place of; figure and kind stay.
    /// - Throws: `Refusal.invalid` with every problem at once.
    func reading(
        _ figures: [Figure],
        correcting old: Reading? = nil,
        reason: String? = nil,
        by actor: Actor,
        in app: App
    ) throws -> Reading {
        var problems: [FieldProblem] = []
        let kind = old?.kind ?? Reading.Kind(rawValue: kind)
        if kind == nil {
            problems.append(FieldProblem("kind", zh: "请选择是读数还是期初累计数", en: "Choose a reading or an opening balance"))
        }
        let figure = figures.written(under: old?.key ?? key, kind ?? .reading)
        if let problem = Self.problem(with: figure, kind ?? .reading, isCorrection: old != nil) {
            problems.append(problem)
        }
        let day = CivilDate(readOn)
        if let problem = Self.problem(withDay: day, app.now().date) { problems.append(problem) }
        let relation = FigureRelation(rawValue: relation)
        if relation == nil {
            problems.append(FieldProblem("relation", zh: "请选择数值是否正好", en: "Choose whether the number is exact"))
        } else if kind == .opening, relation != .equal {
            problems.append(
                FieldProblem(
                    "relation",
                    zh: "期初累计数要逐年累加，请填写正好的数",
                    en: "An opening balance is added to; write the exact number"
                )
            )
        }
        let number = ReadingNumber(value, of: figure)
        if let problem = number.problem { problems.append(problem) }
        problems += Self.problems(source: source, evidence: evidence, note: note, reason: reason)
        guard let kind, let day, let relation, let value = number.value, problems.isEmpty else {
            throw Refusal.invalid(problems)
        }
        return Reading(
            id: app.newID(),
            agency: actor.agency,
            key: old?.key ?? key,
            kind: kind,
            readOn: day,
            relation: relation,
            value: value,
            source: source,
            evidence: evidence,
            note: note,
            replaces: old?.id,
            reason: reason,
            recordedBy: actor.person,
            recordedAt: app.now()
        )
    }

    private static func problem(with figure: Figure?, _ kind: Reading.Kind, isCorrection: Bool) -> FieldProblem? {
        // A figure may have gone from the files since; what was written of it can still be put right.
        guard !isCorrection else { return nil }
        guard let figure else {
            return FieldProblem("key", zh: "请选择一个指标", en: "Choose a figure")
        }
        switch kind {
        case .reading where !figure.isRead:
            return FieldProblem(
                "key",
                zh: "“\(figure.name.zh)”由系统记录计数，不能填写读数；纸质时期的累计数请选择“期初累计数”",
                en: "“\(figure.name.en)” is counted from records; of the paper days choose “opening balance”"
            )
        case .opening where !figure.takesOpening:
            return FieldProblem(
                "key",
                zh: "“\(figure.name.zh)”没有累计数；比率由其他指标得出，请填写那些指标的期初累计数",
                en: "“\(figure.name.en)” has no balance; a share is made of other figures, which have theirs"
            )
        default: return nil
        }
    }

    private static func problem(withDay day: CivilDate?, _ today: CivilDate) -> FieldProblem? {
        guard let day else {
            return FieldProblem("read_on", zh: "请填写日期，如 2018-12-31", en: "Write the day, such as 2018-12-31")
        }
        guard day <= today else {
            return FieldProblem(
                "read_on",
                zh: "这一天还没有到，请填写读取数值的日期",
                en: "This day is still to come; write the day of the number"
            )
        }
        return nil
    }

    private static func problems(source: String, evidence: String, note: String, reason: String?) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if source.isEmpty || source.count > longest {
            problems.append(
                FieldProblem(
                    "source",
                    zh: "请写明数值从哪里读取，不超过\(longest)字",
                    en: "Say where it was read, in at most \(longest) characters"
                )
            )
        }
        if evidence.isEmpty || evidence.count > longest {
            problems.append(
                FieldProblem(
                    "evidence",
                    zh: "请写明凭证及其保存处（文号、档案号、网址或索引号），不超过\(longest)字",
                    en: "Say what proves it and where that is kept, in at most \(longest) characters"
                )
            )
        }
        if note.count > longest {
            problems.append(
                FieldProblem("note", zh: "备注不超过\(longest)字", en: "A note has at most \(longest) characters")
            )
        }
        if let reason, reason.isEmpty || reason.count > longest {
            problems.append(
                FieldProblem(
                    "reason",
                    zh: "请写明更正的原因，不超过\(longest)字",
                    en: "Say why it is corrected, in at most \(longest) characters"
                )
            )
        }
        return problems
    }
}

extension [Figure] {
    /// The figure whose readings are written down under a key; opening balances also for one class of applicants.
    package func written(under key: String, _ kind: Reading.Kind) -> Figure? {
        guard kind == .opening else { return first { $0.key == key } }
        guard let asked = FigureAsked(text: key), asked.scope == .period else { return nil }
        return first { $0.key == asked.key }
    }
}

/// A number as it was typed: half or full width, with or without commas; money in yuan or in 万元.
struct ReadingNumber {
    private(set) var value: Int?
    private(set) var problem: FieldProblem?

    init(_ text: String, of figure: Figure?) {
        // The digits that a Chinese keyboard makes, and the commas of thousands.
        let plain = text.unicodeScalars.compactMap { scalar -> Character? in
            switch scalar {
            case ",", "，", " ", "\u{3000}": nil
            case "０"..."９", "．", "－": Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
            default: Character(scalar)
            }
        }
        if plain.first == "-" {
            problem = FieldProblem("value", zh: "数值不能是负数", en: "A number cannot be negative")
            return
        }
        let places = figure.map { $0.unit.zh == "万元" ? 6 : $0.isMoney ? 2 : 0 } ?? 0
        value = Self.scaled(plain, by: places)
        guard value == nil else { return }
        problem =
            places == 0
            ? FieldProblem("value", zh: "请填写整数，如 10143", en: "Write a whole number, such as 10143")
            : FieldProblem("value", zh: "请填写金额，最多\(places)位小数", en: "Write an amount with at most \(places) decimals")
    }

    /// The number without its decimal point; nil for what is no number of at most so many decimals.
    private static func scaled(_ text: [Character], by places: Int) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count <= 15 else { return nil }
        let rest = parts.count == 2 ? Array(parts[1]) : []
        guard rest.count <= places, parts.count == 1 || !rest.isEmpty else { return nil }
        let digits = whole + rest + Array(repeating: "0", count: places - rest.count)
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(String(digits)),
            number <= ReadingForm.largest
        else { return nil }
        return number
    }
}
