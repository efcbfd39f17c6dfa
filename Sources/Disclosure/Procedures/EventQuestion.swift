import Text

/// What an event may ask of who records it; a procedure names them, with `?` behind those that may stay empty.
package enum EventQuestion: String, Sendable, CaseIterable {
    /// What is to be put right, why something is refused, why more time is needed.
    case reason
    /// What was answered or done, in words for the applicant.
    case answer
    /// For the office alone.
    case note
    /// The last day of a term that the office sets.
    case until
    /// Days of an extension, in the unit of the clock.
    case days
    /// Another organ, with its contact.
    case organ
    /// A third party whose rights are concerned.
    case party
    /// Fen, typed in 元.
    case amount
    /// Things counted for a fee by item (按件).
    case items
    /// Pages counted for a fee by page (按量).
    case pages
    /// One of the procedure's outcomes.
    case outcome
    /// Why passages were left out.
    case grounds
    /// One of the event's own results.
    case result
    /// One to five.
    case rating

    /// The field of a form.
    ///
    /// - Parameter options: for `outcome`, `grounds` and `result`.
    func field(isRequired: Bool, options: [FieldType.Option]) -> Field {
        Field(
            key: rawValue,
            name: name,
            type: type(options),
            required: isRequired ? .always : .never,
            showing: .never,
            isFacet: false
        )
    }

    private func type(_ options: [FieldType.Option]) -> FieldType {
        switch self {
        case .reason, .answer, .note: .longText
        case .until: .date
        case .days, .items, .pages: .integer
        case .organ, .party: .text
        case .amount: .money(.yuan)
        case .outcome, .result: .choice(options)
        case .grounds: .choices(options)
        case .rating:
            .choice((1...5).map { FieldType.Option(code: "\($0)", name: Phrase(zh: "\($0)分", en: "\($0)")) })
        }
    }

    private var name: Phrase {
        switch self {
        case .reason: Phrase(zh: "理由", en: "Reason")
        case .answer: Phrase(zh: "答复内容", en: "Answer")
        case .note: Phrase(zh: "内部备注", en: "Note for the office")
        case .until: Phrase(zh: "期限", en: "Last day")
        case .days: Phrase(zh: "延长天数", en: "Days more")
        case .organ: Phrase(zh: "机关名称和联系方式", en: "Organ and its contact")
        case .party: Phrase(zh: "第三方名称", en: "Third party")
        case .amount: Phrase(zh: "金额（元）", en: "Amount (yuan)")
        case .items: Phrase(zh: "件数", en: "Items")
        case .pages: Phrase(zh: "页数", en: "Pages")
        case .outcome: Phrase(zh: "办理结果", en: "Outcome")
        case .grounds: Phrase(zh: "不予公开部分的理由", en: "Grounds of the passages left out")
        case .result: Phrase(zh: "结果", en: "Result")
        case .rating: Phrase(zh: "满意度", en: "Satisfaction")
        }
    }
}
