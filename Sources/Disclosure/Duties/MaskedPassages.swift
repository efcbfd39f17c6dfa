import Text

/// Passages that the editor hides from the public (隐去的文字), wherever they stand in texts: page, search, feed, files of
/// the proof and every other output come from the same public content (条例 art 15; 个人信息保护法 art 25).
///
/// They are part of the version, so opinions and signature cover them with their grounds.
struct MaskedPassages {
    /// What the public reads in their place.
    static let sign = "［依法隐去］"

    static let grounds: [FieldType.Option] = [
        FieldType.Option(code: "privacy", name: Phrase(zh: "个人隐私", en: "Privacy")),
        FieldType.Option(code: "trade-secret", name: Phrase(zh: "商业秘密", en: "Trade secret")),
        FieldType.Option(code: "minor", name: Phrase(zh: "未成年人信息", en: "Minors")),
        FieldType.Option(code: "account", name: Phrase(zh: "银行账号", en: "Bank account")),
        FieldType.Option(code: "internal", name: Phrase(zh: "内部工作信息", en: "Internal work")),
    ]

    /// Longer ones first, so that none is hidden in part.
    private let passages: [String]

    init(_ content: ItemContent) {
        let rows = TableInput.rows(content[CommonFields.maskedPassages] ?? "")
        passages = rows.compactMap(\.first).filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text with every passage replaced; only in fields that hold words.
    func hidden(in text: String, of field: Field) -> String {
        guard !passages.isEmpty, Self.holdsWords(field) else { return text }
        return passages.reduce(text) { $0.replacing($1, with: Self.sign) }
    }

    /// A passage that stands nowhere hides nothing, and one of the title cannot be hidden: lists show titles whole.
    func problem(in content: ItemContent, under duty: Duty) -> FieldProblem? {
        for passage in passages {
            if content[CommonFields.title]?.contains(passage) == true {
                return FieldProblem(
                    CommonFields.maskedPassages,
                    zh: "标题里也有“\(passage)”，请先改写标题",
                    en: "The title has “\(passage)” as well; write another title first"
                )
            }
            let stands = duty.allFields.contains { field in
                Self.holdsWords(field) && content[field.key]?.contains(passage) == true
            }
            guard stands else {
                return FieldProblem(
                    CommonFields.maskedPassages,
                    zh: "内容里没有“\(passage)”，请照原文填写",
                    en: "“\(passage)” stands nowhere in the content; copy it exactly"
                )
            }
        }
        return nil
    }

    private static func holdsWords(_ field: Field) -> Bool {
        guard field.key != CommonFields.maskedPassages else { return false }
        switch field.type {
        case .text, .longText, .personName, .table: return true
        default: return false
        }
    }
}
